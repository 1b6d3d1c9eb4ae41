//! A row for each figure.

use super::Made;
use crate::data::{Dataset, Date, Indicator, Observation, Unit};
use crate::figure::{Figure, Value};
use crate::import::own::{bare, unit, FIGURE, LISTED, PLACE, REFERENCE};
use crate::text::{Label, Locale};

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text; may be empty.
    Text(String),
    /// A number.
    Number(f64),
}

impl Cell {
    /// As CSV has it.
    pub fn text(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Number(x) => x.to_string(),
        }
    }
}

/// Rows of cells, the headings first.
pub type Rows = Vec<Vec<Cell>>;

/// The language in which texts are taken, and what is lost by that.
pub(super) struct Words {
    pub locale: Locale,
    /// How many texts have others in other languages.
    pub others: usize,
}

impl Words {
    pub fn new(locale: Locale) -> Words {
        Words { locale, others: 0 }
    }

    pub fn of(&mut self, label: &Label) -> String {
        let text = label.get(self.locale);
        self.others += usize::from(label.has_others(text));
        text.to_owned()
    }

    pub fn maybe(&mut self, label: Option<&Label>) -> String {
        label.map_or(String::new(), |label| self.of(label))
    }

    pub fn unit(&mut self, indicator: &Indicator) -> String {
        let own = match &indicator.unit {
            None | Some(Unit::Index) => String::new(),
            Some(Unit::Percent) => "%".to_owned(),
            Some(Unit::Permille) => "‰".to_owned(),
            Some(Unit::Money(money)) => match money.scale.name() {
                "one" => money.currency.code(),
                scale => format!("{scale} {}", money.currency.code()),
            },
            Some(Unit::Named(label)) => self.of(label),
        };
        match indicator.per {
            Some(per) => format!("{own}/{}", per.name()),
            None => own,
        }
    }
}

/// All figures of a file in a table, and what a table does not carry.
pub fn rows(data: &Dataset, locale: Locale) -> Made<Rows> {
    let mut words = Words::new(locale);
    let mut left = Vec::new();
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut head: Vec<Cell> = PLACE.iter().map(|head| text(head)).collect();
    for dimension in &data.dimensions.0 {
        head.push(Cell::Text(format!("{} [{}]", words.of(&dimension.name), dimension.id)));
    }
    head.extend(FIGURE.iter().map(|head| text(head)));
    let mut rows = vec![head];
    let all = indicators(data);
    let names: Vec<[String; 2]> =
        all.iter().map(|indicator| [words.of(&indicator.name), words.unit(indicator)]).collect();
    for (indicator, [_, written]) in all.iter().zip(&names) {
        if !matches!(indicator.unit, Some(Unit::Named(_))) {
            continue;
        }
        if !matches!(unit(written), (Some(crate::import::cell::Base::Noun(_)), _, per) if per == indicator.per)
        {
            left.push(format!("that the unit {written:?} of {:?} is a word", indicator.id));
        }
    }
    for village in &data.villages {
        let mut place = vec![Cell::Text(words.of(&village.name)), text(village.id.as_deref().unwrap_or(""))];
        place.push(Cell::Text(words.maybe(village.district.as_ref())));
        place.push(Cell::Text(words.maybe(village.craft.as_ref())));
        for (at, _) in data.dimensions.0.iter().enumerate() {
            place.push(Cell::Text(words.maybe(village.dimensions.get(at))));
        }
        place.push(text(LISTED));
        if village.figures.0.is_empty() {
            let empty = FIGURE.iter().skip(1).map(|_| text(""));
            rows.push(place.iter().cloned().chain(empty).collect());
        }
        for of in &village.figures.0 {
            rows.push(row(&place, of, all, &names, data, &mut words));
        }
    }
    for reference in &data.references {
        let mut place = vec![Cell::Text(words.of(&reference.name))];
        let blank = PLACE.len() - 1 + data.dimensions.0.len();
        place.extend((0..blank).map(|_| text("")));
        place.push(text(REFERENCE));
        for of in &reference.figures.0 {
            rows.push(row(&place, of, all, &names, data, &mut words));
        }
    }
    lost(data, &mut left);
    let is_changed = |cell: &&Cell| matches!(cell, Cell::Text(text) if bare(text) != *text);
    let changed = rows.iter().flatten().filter(is_changed).count();
    if changed > 0 {
        left.push(format!("{changed} apostrophes before a sign, once it is imported again"));
    }
    if words.others > 0 {
        left.push(format!("{} texts in other languages than {}", words.others, locale.tag()));
    }
    Made { rows, left }
}

pub(super) fn indicators(data: &Dataset) -> &[Indicator] {
    data.indicators.as_ref().map_or(&[], |all| &all.0)
}

fn row(
    place: &[Cell],
    of: &Observation,
    all: &[Indicator],
    names: &[[String; 2]],
    data: &Dataset,
    words: &mut Words,
) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let Figure { value, estimated, flags, as_of, quote, .. } = &of.figure;
    let indicator = all.get(of.indicator);
    let [name, unit] = names.get(of.indicator).map_or(["", ""], |[name, unit]| [name, unit]);
    let mut row = place.to_vec();
    row.push(text(name));
    row.push(text(indicator.map_or("", |indicator| &indicator.id)));
    row.push(text(indicator.map_or("", |indicator| indicator.kind.name())));
    row.push(text(unit));
    row.push(
        indicator.and_then(|i| i.decimals).map_or(text(""), |decimals| Cell::Number(f64::from(decimals.0))),
    );
    row.push(text(&of.time.map_or(String::new(), |time| time.to_string())));
    row.push(text(qualifier(value)));
    let none = || text("");
    row.extend(match value {
        Value::Missing(_) => [none(), none(), none(), none()],
        Value::Range(low, high) => [Cell::Number(*low), Cell::Number(*high), none(), none()],
        Value::Estimate { at, low, high } => {
            [Cell::Number(*at), none(), Cell::Number(*low), Cell::Number(*high)]
        }
        value => [Cell::Number(stated(value)), none(), none(), none()],
    });
    row.push(text(if *estimated { "yes" } else { "" }));
    row.push(text(&flags.iter().map(|flag| flag.key()).collect::<Vec<_>>().join(" ")));
    row.push(match value {
        Value::Missing(why) => Cell::Text(words.of(why)),
        _ => none(),
    });
    row.push(Cell::Text(words.maybe(quote.as_ref())));
    row.push(Cell::Text(source(data, of, indicator, words)));
    row.push(text(&as_of.map_or(String::new(), date)));
    row
}

/// The source of a figure: its own, that of its indicator, or the file's first.
pub(super) fn source(
    data: &Dataset,
    of: &Observation,
    indicator: Option<&Indicator>,
    words: &mut Words,
) -> String {
    let own = of.figure.source.as_deref().or(indicator.and_then(|indicator| indicator.source.as_deref()));
    let at = own.and_then(|id| data.sources.find(id)).unwrap_or(0);
    data.sources.get(at).map_or(String::new(), |source| words.of(&source.name))
}

/// The key of a figure in data files; nothing where it is as stated.
pub(super) fn qualifier(value: &Value) -> &'static str {
    match value {
        Value::Exact(_) => "",
        Value::About(_) => "about",
        Value::Nearly(_) => "nearly",
        Value::MoreThan(_) => "more_than",
        Value::AtLeast(_) => "at_least",
        Value::LessThan(_) => "less_than",
        Value::AtMost(_) => "at_most",
        Value::Range(..) => "range",
        Value::Estimate { .. } => "estimate",
        Value::Missing(_) => "missing",
    }
}

/// The number that is stated; the first of a range.
pub(super) fn stated(value: &Value) -> f64 {
    match value {
        Value::Exact(x) | Value::About(x) | Value::Nearly(x) | Value::MoreThan(x) => *x,
        Value::AtLeast(x) | Value::LessThan(x) | Value::AtMost(x) | Value::Range(x, _) => *x,
        Value::Estimate { at, .. } => *at,
        Value::Missing(_) => 0.0,
    }
}

pub(super) fn date(date: Date) -> String {
    let mut text = format!("{:04}", date.year);
    for part in [date.month, date.day].into_iter().flatten() {
        text += &format!("-{part:02}");
    }
    text
}

/// What of a file is in no row of figures.
pub(super) fn lost(data: &Dataset, left: &mut Vec<String>) {
    let mut some = |count: usize, one: &str, many: &str| match count {
        0 => {}
        1 => left.push(format!("1 {one}")),
        n => left.push(format!("{n} {many}")),
    };
    let all = indicators(data);
    let count = |is: fn(&Indicator) -> bool| all.iter().filter(|indicator| is(indicator)).count();
    some(count(|i| i.note.is_some()), "note of an indicator", "notes of indicators");
    some(count(|i| !i.parts.is_empty()), "indicator's list of parts", "indicators' lists of parts");
    some(
        count(|i| i.selection),
        "indicator's word that its places are a selection",
        "indicators' word that places are a selection",
    );
    some(
        data.villages.iter().filter(|v| v.revenue.is_some()).count(),
        "figure of revenue",
        "figures of revenue",
    );
    some(
        data.sources.iter().filter(|source| source.url.is_some()).count(),
        "address of a source",
        "addresses of sources",
    );
    some(data.times.len(), "name of a time", "names of times");
    let mut keys: Vec<&str> = data.sections().into_iter().map(|(key, _)| key).collect();
    keys.retain(|key| *key != "indicators");
    keys.extend(data.title.as_ref().map(|_| "title"));
    keys.extend(data.as_of.map(|_| "as_of"));
    keys.extend(data.places.as_ref().map(|_| "places"));
    keys.extend(data.districts.as_ref().map(|_| "districts"));
    left.extend(keys.into_iter().map(|key| format!("the file's {key:?}")));
    if all.iter().any(|indicator| indicator.decimals.is_some()) {
        left.push(
            "digits beyond an indicator's \"decimals\": numbers are rounded as charts have them".to_owned(),
        );
    }
    let unused = |at: usize| {
        let is = |of: &Observation| of.indicator == at;
        !data.villages.iter().any(|village| village.figures.0.iter().any(is))
            && !data.references.iter().any(|reference| reference.figures.0.iter().any(is))
    };
    let empty = (0..all.len()).filter(|at| unused(*at)).filter_map(|at| all.get(at));
    left.extend(empty.map(|indicator| format!("the indicator {:?}, which has no figure", indicator.id)));
}
