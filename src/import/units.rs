//! The unit and the kind of an indicator, by options, headings and words.

use super::cell::{Base, Reader, SaidUnit};
use super::entry::Entries;
use super::mapping::Mapping;
use super::series::Series;
use super::table::Layout;
use super::told::{told, Given as Argument, Told};
use super::words::{fold, Share};
use crate::data::{IndicatorKind, Period};

/// What is said of the unit of an indicator outside of its cells.
#[derive(Debug, Clone, Default)]
pub(super) struct Given {
    pub base: Option<Base>,
    pub scale: Option<u8>,
    pub per: Option<Period>,
    pub noun: Option<String>,
    /// An option says it.
    pub is_set: bool,
    /// A scale of nothing, "triệu/tháng": what is counted if no cell says it.
    pub scaled: Option<Base>,
    /// Its numbers are parts of one, to be written as percent.
    pub is_share: bool,
    /// The source's words for a unit that is for each person, which the format has no key for; else empty.
    pub per_person: String,
    /// The source's words for a unit that is no known one, or for a scale of nothing; else empty.
    pub unknown: String,
}

/// What is said of an indicator outside of its cells: by an option, its heading, its row, a line above the table, the
/// title.
pub(super) fn given(of: &super::rows::Measured, entries: &Entries, layout: &Layout, set: &Mapping) -> Given {
    let mut given = said(of, entries, layout, set);
    let sign = given.base.as_ref().and_then(Base::open_currency);
    let code = sign.and_then(|sign| currency_in(sign, entries.language));
    given.base = code.map(|code| Base::Money(code.to_owned())).or(given.base);
    given
}

/// The currency that a sign of several stands for in a language.
pub(super) fn currency_in(sign: &str, language: Option<&str>) -> Option<&'static str> {
    match (sign, language) {
        ("元" | "¥", Some("zh-Hans")) => Some("CNY"),
        ("元", Some("zh-Hant" | "zh-TW")) => Some("TWD"),
        ("¥", Some("ja")) => Some("JPY"),
        _ => None,
    }
}

fn said(of: &super::rows::Measured, entries: &Entries, layout: &Layout, set: &Mapping) -> Given {
    let reader = entries.reader;
    let name = fold(&of.name);
    let by_name = set.unit.iter().find(|(key, _)| fold(key) == name).or_else(|| {
        let heading = entries.plan.headings.get(of.column)?;
        set.unit.iter().find(|(key, _)| fold(key) == fold(&heading.text) || fold(key) == fold(&heading.name))
    });
    let unit_of = |text: &str| {
        let said = reader.unit(text);
        let noun = SaidUnit { base: Some(Base::Noun(text.to_owned())), ..SaidUnit::default() };
        said.unwrap_or(noun)
    };
    let kind = kind_of(&of.name, reader);
    let is_percent = reader.unit(&of.unit).is_some_and(|unit| unit.base == Some(Base::Share(Share::Percent)));
    let for_all = set.unit.get("*").map(|text| (text, unit_of(text))).filter(|(text, unit)| {
        // money is for what may be money, and parts of one for rates
        let is_rate = is_percent || kind == Some(IndicatorKind::Rate);
        match &unit.base {
            Some(Base::Money(_)) => may_be_money(kind),
            Some(Base::Share(_)) => !matches!(kind, Some(IndicatorKind::Count | IndicatorKind::Amount)),
            _ => fold(text) != "share" || is_rate,
        }
    });
    let mut unit = SaidUnit::default();
    let mut text = String::new();
    if let Some((_, own)) = by_name {
        (unit, text) = (unit_of(own), own.clone());
    } else if let Some((all, said)) = for_all {
        (unit, text) = (said, all.clone());
    } else if !of.unit.is_empty() {
        (unit, text) = (unit_of(&of.unit), of.unit.clone());
    } else if let Some((said, words)) = &layout.unit {
        // a table in money may count people, too
        let is_money = matches!(said.base, Some(Base::Money(_)));
        if !is_money || may_be_money(kind) {
            (unit, text) = (said.clone(), words.clone());
        }
    }
    let is_set = by_name.is_some() || set.unit.contains_key("*");
    if fold(&text) == "share" {
        return Given { base: Some(Base::Share(Share::Percent)), is_set, is_share: true, ..Given::default() };
    }
    let no_unit = ["index", "none", "number", ""].contains(&&*fold(&text)) && !text.is_empty();
    if no_unit {
        return Given::default();
    }
    let period =
        [of.name.as_str()].into_iter().chain(layout.titles.iter().map(String::as_str)).find_map(|text| {
            let folded = fold(text);
            let says = |(key, _): &(&str, Period)| reader.words.find(key, &folded).is_some();
            [("of_month", Period::Month), ("of_year", Period::Year)]
                .into_iter()
                .find(says)
                .map(|(_, per)| per)
        });
    let is_money = matches!(unit.base, Some(Base::Money(_)));
    // a noun keeps the words of its scale; its period is said beside it
    let label = || Some(Base::Noun(super::rows::line(without_period(&text, reader))));
    let (base, scale) = match unit.base {
        Some(Base::Noun(_)) => (label(), unit.scale),
        base => (base, unit.scale),
    };
    let scaled = label().filter(|_| base.is_none() && scale.is_some());
    let is_known = reader.unit(&text).is_some_and(|unit| unit.base.is_some());
    let says_person = reader.words.find("per_person", &name).is_some();
    let noun = match &base {
        Some(Base::Noun(noun)) => Some(fold(noun)),
        _ => None,
    };
    Given {
        scaled,
        scale: scale.or(base.as_ref().map(|_| 0)),
        per: unit.per.or(period.filter(|_| is_money)),
        base,
        noun,
        is_set,
        is_share: false,
        per_person: if unit.per_person && !says_person { text.clone() } else { String::new() },
        unknown: if is_known { String::new() } else { text },
    }
}

fn may_be_money(kind: Option<IndicatorKind>) -> bool {
    !matches!(kind, Some(IndicatorKind::Count | IndicatorKind::Rate | IndicatorKind::Index))
}

/// A unit without the period at its end: "triệu/tháng" is in millions, and for a month.
fn without_period<'t>(text: &'t str, reader: &Reader) -> &'t str {
    if reader.unit(text).is_none_or(|unit| unit.per.is_none()) {
        return text;
    }
    let cuts = text.char_indices().rev().filter(|(_, c)| *c == '/' || c.is_whitespace());
    let mut before = cuts.filter_map(|(at, _)| text.get(..at));
    before.find(|text| reader.unit(text).is_some_and(|unit| unit.per.is_none())).unwrap_or(text)
}

/// The words of a cell for a unit that is for each person: what is behind its number.
pub(super) fn person_words(cell: &str, reader: &Reader) -> String {
    let from = cell.rfind(|c: char| c.is_numeric()).map_or(0, |at| at + 1);
    let unit = cell.get(from..).unwrap_or(cell).trim();
    let cuts = unit.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let mut ends: Vec<usize> = cuts.chain([unit.len()]).collect();
    ends.reverse();
    let ways = ends.into_iter().filter_map(|end| unit.get(..end));
    let is_unit = |way: &&str| reader.unit(way).is_some_and(|unit| unit.per_person);
    ways.into_iter().find(is_unit).unwrap_or(unit).to_owned()
}

pub(super) fn unit_words(base: &Base) -> String {
    match base {
        Base::Share(Share::Percent) => "%".to_owned(),
        Base::Share(Share::Permille) => "‰".to_owned(),
        Base::Money(code) => code.clone(),
        Base::Noun(noun) => noun.clone(),
    }
}

/// The same, as it is told.
pub(super) fn unit_said(base: &Base) -> Argument {
    match base {
        Base::Money(code) => currency(code),
        base => unit_words(base).into(),
    }
}

/// A currency: the one of the language of the tables has a name there.
fn currency(code: &str) -> Argument {
    match code {
        "VND" => told!("vnd").into(),
        code => code.into(),
    }
}

impl Series {
    /// Its unit, as it is told.
    pub fn unit(&self) -> Told {
        let base = match &self.base {
            None => told!("no-unit"),
            Some(Base::Share(Share::Percent)) => told!("percent"),
            Some(Base::Share(Share::Permille)) => told!("permille"),
            Some(Base::Noun(noun)) => told!("noun", unit = noun),
            Some(Base::Money(code)) => match self.scale {
                0 => told!("noun", unit = currency(code)),
                scale => told!("money", scale = scale_said(scale), currency = currency(code)),
            },
        };
        match self.per {
            None => base,
            Some(Period::Day) => told!("of-day", unit = base),
            Some(Period::Week) => told!("of-week", unit = base),
            Some(Period::Month) => told!("of-month", unit = base),
            Some(Period::Quarter) => told!("of-quarter", unit = base),
            Some(Period::Year) => told!("of-year", unit = base),
        }
    }
}

/// A power of ten: `SCALES` has them.
fn scale_said(power: u8) -> Told {
    match power {
        3 => told!("scale-thousand"),
        4 => told!("scale-ten-thousand"),
        5 => told!("scale-lakh"),
        6 => told!("scale-million"),
        7 => told!("scale-crore"),
        8 => told!("scale-hundred-million"),
        9 => told!("scale-billion"),
        12 => told!("scale-trillion"),
        _ => told!("scale-one"),
    }
}

/// A kind, as it is told.
pub(super) fn kind_said(kind: IndicatorKind) -> Told {
    match kind {
        IndicatorKind::Count => told!("kind-count"),
        IndicatorKind::Amount => told!("kind-amount"),
        IndicatorKind::Rate => told!("kind-rate"),
        IndicatorKind::Average => told!("kind-average"),
        IndicatorKind::Index => told!("kind-index"),
        IndicatorKind::Change => told!("kind-change"),
    }
}

/// Kinds in the order in which words decide: a growth rate is a change.
const KINDS: [&str; 6] = ["change", "rate", "average", "index", "count", "amount"];

/// The kind by the words of a name: by those of its own, else by those of the title before them.
fn kind_of(name: &str, reader: &Reader) -> Option<IndicatorKind> {
    let by = |text: &str, kinds: &[&str]| {
        let folded = fold(text);
        kinds
            .iter()
            .find(|kind| reader.words.find(&format!("kind.{kind}"), &folded).is_some())
            .and_then(|kind| IndicatorKind::from_name(kind))
    };
    match name.rsplit_once(": ") {
        // a title may name a change and what is none
        Some((title, own)) => by(own, &KINDS).or_else(|| by(title, KINDS.get(1..).unwrap_or_default())),
        None => by(name, &KINDS),
    }
}

/// The kind of an indicator, and whether a word or an option says it.
pub(super) fn kind(
    name: &str,
    of: &super::rows::Measured,
    base: &Option<Base>,
    [is_negative, is_per_person]: [bool; 2],
    entries: &Entries,
    set: &Mapping,
) -> (IndicatorKind, bool) {
    let by_name = set.kind.iter().find(|(key, _)| [fold(name), fold(&of.name)].contains(&fold(key)));
    let heading = entries.plan.headings.get(of.column);
    let by_heading = || {
        set.kind
            .iter()
            .find(|(key, _)| heading.is_some_and(|h| [fold(&h.text), fold(&h.name)].contains(&fold(key))))
    };
    let set = by_name.or_else(by_heading).map(|(_, kind)| kind).or(set.kind.get("*"));
    if let Some(kind) = set.and_then(|kind| IndicatorKind::from_name(kind)) {
        return (kind, true);
    }
    let said = kind_of(name, entries.reader);
    // "Index (previous year = 100), %" is no share
    let has_own_hundred = || name.replace(' ', "").contains("=100");
    let kind = match (said, base) {
        (Some(IndicatorKind::Change), _) => IndicatorKind::Change,
        _ if is_negative => IndicatorKind::Change,
        (Some(IndicatorKind::Index), _) if has_own_hundred() => IndicatorKind::Index,
        (_, Some(Base::Share(_))) => IndicatorKind::Rate,
        (Some(IndicatorKind::Amount) | None, Some(Base::Money(_))) if is_per_person => IndicatorKind::Average,
        (Some(kind), _) => kind,
        (None, Some(_)) => IndicatorKind::Average,
        (None, None) => IndicatorKind::Index,
    };
    let is_said = said == Some(kind) || matches!(base, Some(Base::Share(_))) || is_negative || is_per_person;
    (kind, is_said)
}
