//! What the figures of each indicator are: their decimal sign, unit, period, kind.

mod seen;

use crate::data::{IndicatorKind, Period};
use crate::import::cell::{Base, Cell, Reader, SaidUnit};
use crate::import::doubts;
use crate::import::entry::{Entries, Entry};
use crate::import::grid::Kind;
use crate::import::mapping::Mapping;
use crate::import::number::{Decimal, Doubt, Number, Readings, Votes};
use crate::import::rows::{Fact, Facts};
use crate::import::table::Layout;
use crate::import::told::{quote, told, Told};
use crate::import::units::{currency_in, given, kind, person_words, unit_said, unit_words, Given};
use crate::import::words::{fold, Reason, Share, SCALES};
use crate::import::Problem;
use seen::{doubtful, Seen};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An indicator of the file.
#[derive(Debug, Clone)]
pub struct Series {
    /// What it is called in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What kind of number it is.
    pub kind: IndicatorKind,
    /// Does a word of the name, or an option, say that?
    pub kind_is_said: bool,
    /// What its figures count.
    pub base: Option<Base>,
    /// The power of ten that they are in.
    pub scale: u8,
    /// The scale is the one that most cells say: a cell that says none has another one, or is wrong.
    pub is_scaled_by_cells: bool,
    /// Some cells say a scale, others none, and nothing says what they count: no one knows whether all are in it.
    pub mixes_scales: bool,
    /// What they are for.
    pub per: Option<Period>,
    /// The power of ten by which they are written larger than they are in the table.
    pub times: i32,
    /// With how many decimals all of them are written.
    pub decimals: Option<u8>,
    /// How many figures it has.
    pub count: usize,
    /// What it is of, where all indicators of the table are of the same.
    pub note: String,
    /// The source's words for its unit, where that is for each person, and its name does not say so.
    pub per_person: String,
    /// What is not known of its unit.
    pub doubt: Option<Told>,
    /// The source of its figures that name none, by its number.
    pub source: usize,
}

/// Figures of one indicator that count the same, for the same time: one indicator of the file.
type Part = (Option<Base>, Option<Period>);

/// What all figures together say.
#[derive(Debug, Default)]
pub struct Found {
    /// The indicators of the file.
    pub series: Vec<Series>,
    /// The decimal sign of each column; of one that is in doubt there is none.
    pub signs: BTreeMap<usize, Option<Decimal>>,
    /// Indicators of the table whose numbers may be percent, or parts of one.
    pub doubtful_shares: BTreeSet<u32>,
    /// Numbers of indicators of the table that may stand for none.
    pub doubtful_codes: Vec<(u32, Number)>,
    /// Of each indicator of the table: its parts, each with its place among `series`.
    parts: Vec<(Given, Vec<(Part, usize)>)>,
}

impl Found {
    /// The word for what an indicator of the table counts, folded.
    pub fn noun(&self, indicator: u32) -> Option<&str> {
        self.parts.get(indicator as usize).and_then(|(given, _)| given.noun.as_deref())
    }

    /// To which indicator of the file a cell belongs.
    pub fn series(&self, fact: &Fact, unit: Option<&SaidUnit>) -> Option<usize> {
        let (given, parts) = self.parts.get(fact.indicator as usize)?;
        // what has no number has no unit
        let Some(unit) = unit else { return parts.first().map(|(_, series)| *series) };
        let part = (unit.base.clone().or(given.base.clone()), unit.per.or(given.per));
        let own = parts.iter().find(|(known, _)| *known == part);
        own.or_else(|| parts.first().filter(|_| parts.len() == 1)).map(|(_, series)| *series)
    }
}

/// Do two count the same, where both say what? Things have many words.
pub(super) fn is_alike(one: &Option<Base>, other: &Option<Base>) -> bool {
    match (one, other) {
        (Some(Base::Noun(_)), Some(Base::Noun(_))) | (None, _) | (_, None) => true,
        (Some(a @ Base::Money(_)), Some(b @ Base::Money(_))) => {
            a == b || a.open_currency().is_some() || b.open_currency().is_some()
        }
        (one, other) => one == other,
    }
}

/// Do two count things by other words: "hộ" and "người"? "Persons" may be "person".
pub(super) fn are_other_nouns(one: &Option<Base>, other: &Option<Base>) -> bool {
    let (Some(Base::Noun(one)), Some(Base::Noun(other))) = (one, other) else { return false };
    let (one, other) = (fold(one), fold(other));
    !one.starts_with(&*other) && !other.starts_with(&*one)
}

/// Has what is counted a word for a power of ten: "nghìn người"?
fn is_scaled(base: &Option<Base>, reader: &Reader) -> bool {
    let Some(Base::Noun(noun)) = base else { return false };
    let is_power =
        |word: &str| reader.unit(word).is_some_and(|unit| unit.scale.is_some_and(|scale| scale > 0));
    noun.split_whitespace().any(is_power)
}

/// Looks at all figures.
pub fn find(
    entries: &Entries,
    layout: &Layout,
    facts: &Facts,
    set: &Mapping,
    problems: &mut Vec<Problem>,
) -> Found {
    let mut found = Found::default();
    let mut given: Vec<Given> = facts.indicators.iter().map(|of| given(of, entries, layout, set)).collect();
    let mut seen: Vec<Seen> = facts.indicators.iter().map(|_| Seen::default()).collect();
    let mut votes: BTreeMap<usize, Votes<u32>> = BTreeMap::new();
    // first all cells: the decimal sign, and which units they say
    for fact in &facts.facts {
        let (Some(given), Some(seen)) =
            (given.get(fact.indicator as usize), seen.get_mut(fact.indicator as usize))
        else {
            continue;
        };
        let Ok(Entry { cell: Cell::Figure(said), .. }) = entries.read(fact, given.noun.as_deref()) else {
            continue;
        };
        // a cell that contradicts its column is told where it is written
        let column = given.base.as_ref().or(given.scaled.as_ref().filter(|_| said.unit.is_share()));
        if column.is_some() && !is_alike(&said.unit.base, &column.cloned()) {
            continue;
        }
        let is_text = entries.grid.kind(fact.row as usize, fact.column as usize) != Kind::Number;
        for (number, _) in said.numbers.iter().filter(|_| is_text) {
            votes.entry(fact.column as usize).or_default().see(*number, fact.row);
        }
        seen.see(&said, is_text, fact);
        let per = said.unit.per;
        if said.unit.per_person && seen.per_person.iter().all(|(known, _)| *known != per) {
            let cell = entries.grid.cell(fact.row as usize, fact.column as usize);
            seen.per_person.push((per, person_words(cell, entries.reader)));
        }
        if !is_text {
            seen.see_typed(&said, fact);
        }
    }
    // "Structure of land": where a whole is 100 everywhere, that and its parts are percentages
    let says_structure = |title: &String| entries.reader.words.find("structure", &fold(title)).is_some();
    let is_whole = |(given, seen): (&Given, &Seen)| {
        given.base.is_none() && seen.numbers > 1 && seen.hundreds == seen.numbers
    };
    if layout.titles.iter().any(says_structure) && given.iter().zip(&seen).any(is_whole) {
        for (given, seen) in given.iter_mut().zip(&seen) {
            if given.base.is_none() && seen.bases.is_empty() && !seen.negative && seen.above_hundred == 0 {
                given.base = Some(Base::Share(Share::Percent));
            }
        }
    }
    // which indicators each column has
    let mut measured: BTreeMap<usize, BTreeSet<u32>> = BTreeMap::new();
    let is_doubtful = votes.values().any(|votes| votes.decide() == Err(Doubt::Either));
    for fact in facts.facts.iter().filter(|_| is_doubtful && set.decimal.is_none()) {
        measured.entry(fact.column as usize).or_default().insert(fact.indicator);
    }
    // the years of one indicator are written alike
    let of_others = |column: &usize| {
        let own = measured.get(column)?;
        let others =
            votes.iter().filter(|(other, _)| measured.get(other).is_some_and(|of| !of.is_disjoint(own)));
        let signs: Vec<Decimal> = others.filter_map(|(_, votes)| votes.decide().ok().flatten()).collect();
        signs.first().copied().filter(|first| signs.iter().all(|sign| sign == first))
    };
    // one office writes all numbers of a table alike: "1,789,385" says what "865,714" is
    let signs: Vec<Decimal> = votes.values().filter_map(|votes| votes.decide().ok().flatten()).collect();
    let is_mixed = votes.values().any(|votes| votes.decide() == Err(Doubt::Both));
    let of_all = signs.first().copied().filter(|first| !is_mixed && signs.iter().all(|sign| sign == first));
    // 4.867 people beside 9.00: one cell would turn the marks of thousands of all others into decimals
    let is_count_of_parts = |column: usize, votes: &Votes<u32>, sign: Decimal| {
        let Some((row, _)) = votes.open else { return false };
        let number = entries.grid.cell(row as usize, column);
        let is_part = || Readings::of(number.trim()).get(Some(sign)).is_some_and(|number| !number.is_whole());
        let of = facts.facts.iter().find(|fact| fact.column as usize == column).map(|fact| fact.indicator);
        let of = of.and_then(|at| facts.indicators.get(at as usize).zip(given.get(at as usize)));
        is_part()
            && of.is_some_and(|(of, given)| {
                let (kind, _) = kind(&of.name, of, &given.base, [false, false], entries, set);
                kind == IndicatorKind::Count && !is_scaled(&given.base, entries.reader)
            })
    };
    for (column, votes) in &votes {
        let sign = match set.decimal {
            Some(sign) => Ok(Some(sign)),
            None => match (votes.decide(), of_others(column).or(of_all)) {
                (Err(Doubt::Either), Some(sign)) => Ok(Some(sign)),
                (sign, _) => sign,
            },
        };
        let sign = match sign {
            Ok(Some(sign)) if set.decimal.is_none() && is_count_of_parts(*column, votes, sign) => {
                Err(Doubt::Either)
            }
            sign => sign,
        };
        if let Err(doubt) = sign {
            problems.push(doubtful(entries.grid, *column, votes, doubt));
        } else if let Ok(sign) = sign {
            found.signs.insert(*column, sign);
        }
    }
    for (at, ((of, given), mut seen)) in facts.indicators.iter().zip(given).zip(seen).enumerate() {
        if let Some(problem) = seen.doubtful_share(of, &given, entries) {
            problems.push(problem);
            found.doubtful_shares.insert(at as u32);
        }
        problems.extend(seen.mixed_share(of, &given, entries, set));
        for doubt in seen.doubtful_codes(of, entries, set) {
            problems.push(doubts::ask(entries.grid, &doubt, &of.name));
            found.doubtful_codes.push((at as u32, doubt.0));
        }
        let is_point = found.signs.get(&of.column) == Some(&Some(Decimal::Point));
        if is_point {
            seen.decimals = seen.point_decimals;
        }
        let parts = parts(&mut seen, given, entries, set, &mut found, of);
        for series in parts.1.iter().filter_map(|(_, at)| found.series.get(*at)) {
            let sign = series.base.as_ref().and_then(Base::open_currency);
            problems.extend(sign.map(|sign| open_currency(sign, series, of, entries, layout)));
        }
        found.parts.push(parts);
    }
    found
}

/// Asks which currency a sign is that several countries have.
fn open_currency(
    sign: &str,
    series: &Series,
    of: &crate::import::rows::Measured,
    entries: &Entries,
    layout: &Layout,
) -> Problem {
    let examples = match sign {
        "$" => ["USD", "AUD"],
        "peso" => ["PHP", "MXN"],
        "rupee" => ["INR", "NPR"],
        "元" => ["TWD", "CNY"],
        _ => ["JPY", "CNY"],
    };
    let [one, other] = examples.map(|code| match series.scale {
        0 => code.to_owned(),
        scale => format!("{} {code}", scale_name(scale).replace('_', " ")),
    });
    let row = layout.headings.clone().last().unwrap_or(0);
    let found = told!("found-currency", sign = quote(sign), name = quote(&series.name));
    let expected = told!("expected-currency", one = one, other = other);
    Problem::new(entries.grid, row, of.column, found, expected)
}

/// Splits an indicator by what its cells count and for which time, and says what each part is.
fn parts(
    seen: &mut Seen,
    mut given: Given,
    entries: &Entries,
    set: &Mapping,
    found: &mut Found,
    of: &crate::import::rows::Measured,
) -> (Given, Vec<(Part, usize)>) {
    // what the cells say alone is meant in those that say nothing, too
    let mut said_by_few = None;
    if let (None, Some((base, n)), 1) = (&given.base, seen.bases.values().next(), seen.bases.len()) {
        given.base = Some(base.clone());
        said_by_few = (*n < seen.bare).then(|| (*n, n + seen.bare));
    }
    let sign = given.base.as_ref().and_then(Base::open_currency);
    let code = sign.and_then(|sign| currency_in(sign, entries.language));
    given.base = code.map(|code| Base::Money(code.to_owned())).or(given.base).or(given.scaled.take());
    if let (None, [per]) = (given.per, &*seen.pers) {
        given.per = Some(*per).filter(|_| seen.bare == 0 || seen.parts.len() == 1);
    }
    let mut wanted: Vec<(Part, HashMap<u8, usize>)> = Vec::new();
    let mut all = std::mem::take(&mut seen.parts);
    all.sort_by_key(|((base, per), _)| (format!("{base:?}"), per.map(|per| per as u8)));
    for ((base, per), scales) in all {
        // the noun of the heading may be written in other ways
        let base = match (&given.base, base) {
            (Some(Base::Noun(noun)), Some(Base::Noun(_))) => Some(Base::Noun(noun.clone())),
            (Some(Base::Money(code)), Some(own)) if own.open_currency().is_some() => {
                Some(Base::Money(code.clone()))
            }
            (_, base) => base,
        };
        let part = (base.or(given.base.clone()), per.or(given.per));
        match wanted.iter_mut().find(|(known, _)| *known == part) {
            Some((_, known)) => {
                scales.into_iter().for_each(|(scale, n)| *known.entry(scale).or_default() += n)
            }
            None => wanted.push((part, scales)),
        }
    }
    let says_person = entries.reader.words.find("per_person", &fold(&of.name)).is_some();
    let is_per_person = !seen.per_person.is_empty() || !given.per_person.is_empty();
    if wanted.is_empty() {
        wanted.push(((given.base.clone(), given.per), HashMap::new()));
    }
    let count = wanted.len();
    let mut parts = Vec::new();
    for ((base, per), scales) in wanted {
        let base_is_open = base.is_none();
        let most = scales.iter().max_by_key(|(scale, n)| (**n, **scale)).map(|(scale, _)| *scale);
        let scale = match (&base, given.scale) {
            (Some(_), Some(scale)) => scale,
            (Some(Base::Money(_)), None) => most.unwrap_or(0),
            _ => 0,
        };
        let mut name = of.name.clone();
        if count > 1 {
            let by = [base.as_ref().map(unit_words), per.map(|per| format!("per {}", per.name()))];
            name = format!("{name} ({})", by.into_iter().flatten().collect::<Vec<_>>().join(" "));
            name = name.replace(" ()", "");
        }
        let (kind, kind_is_said) = kind(&name, of, &base, [seen.negative, is_per_person], entries, set);
        let with = |n: usize| seen.decimals.get(n).copied().unwrap_or(0);
        let decimals = (1..=6).find(|n| with(*n) == seen.numbers && seen.numbers > 0 && count == 1);
        let taken: Vec<&str> = found.series.iter().map(|series| series.id.as_str()).collect();
        let id = slug(&name, found.series.len(), &taken);
        parts.push(((base.clone(), per), found.series.len()));
        // some offices write ".0" behind every whole number
        let decimals = decimals.map(|n| if seen.parts_of_one == 0 { 0 } else { n as u8 });
        let own = seen.per_person.iter().find(|(own, _)| *own == per || own.is_none());
        let own = own.map(|(_, words)| words).filter(|_| !says_person && given.per_person.is_empty());
        let per_person = own.unwrap_or(&given.per_person).clone();
        let is_money = entries.reader.words.find("money", &fold(&name)).is_some();
        let doubt = match (&base, &*given.unknown) {
            (Some(base), _) if said_by_few.is_some() => {
                let (n, all) = said_by_few.unwrap_or_default();
                Some(told!("doubt-few", n = n, all = all, name = quote(&name), unit = unit_said(base)))
            }
            (Some(Base::Noun(_)), "") | (Some(Base::Share(_) | Base::Money(_)), _) => None,
            (Some(_), unknown) if given.scale.is_some_and(|scale| scale > 0) => {
                Some(told!("doubt-scale", text = quote(unknown), name = quote(&name)))
            }
            (Some(_), unknown) => Some(told!("doubt-unit", text = quote(unknown), name = quote(&name))),
            (None, _) if is_money && !given.is_set => Some(told!("doubt-none", name = quote(&name))),
            (None, _) => None,
        };
        let below =
            seen.codes.first_below().filter(|_| seen.negative && !kind_is_said_by(&name, entries, set));
        let doubt = match below.filter(|_| doubt.is_none() && kind == IndicatorKind::Change) {
            Some(fact) => {
                let (row, column) = (fact.row as usize, fact.column as usize);
                let (cell, text) = (entries.grid.name(row, column), quote(entries.grid.cell(row, column)));
                Some(told!("doubt-below", name = quote(&name), cell = cell, text = text))
            }
            None => doubt,
        };
        found.series.push(Series {
            id,
            name,
            kind,
            kind_is_said,
            base,
            scale,
            is_scaled_by_cells: given.scale.is_none(),
            mixes_scales: base_is_open && !scales.is_empty() && seen.bare > 0,
            per,
            times: if given.is_share { 2 } else { 0 },
            decimals: decimals.filter(|_| !given.is_share),
            count: 0,
            note: String::new(),
            per_person,
            doubt,
            source: 0,
        });
    }
    (given, parts)
}

/// Does a word or an option say that figures of this name are changes?
fn kind_is_said_by(name: &str, entries: &Entries, set: &Mapping) -> bool {
    let of = crate::import::rows::Measured { name: name.to_owned(), ..Default::default() };
    kind(name, &of, &None, [false, false], entries, set).0 == IndicatorKind::Change
}

/// An id of letters and digits, made from a name.
pub fn slug(name: &str, number: usize, taken: &[&str]) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut id = String::new();
    // "Average income: from wages" is told apart by what is behind the colon
    let own = name.rsplit(": ").next().unwrap_or(name);
    for c in own.trim_start_matches(|c: char| !c.is_alphabetic()).nfd().flat_map(char::to_lowercase) {
        match c {
            'đ' => id.push('d'),
            c if c.is_ascii_alphanumeric() => id.push(c),
            c if c.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(&c) => {}
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let words: Vec<&str> = id.trim_matches('-').split('-').collect();
    let mut short = String::new();
    for word in words {
        if short.len() + word.len() > 40 {
            break;
        }
        short = if short.is_empty() { word.to_owned() } else { format!("{short}-{word}") };
    }
    let taken_words = ["none", "district", "craft", "id", "name", "revenue", "figures"];
    let is_free = |id: &str| !taken.contains(&id) && !taken_words.contains(&id);
    let begins = short.starts_with(|c: char| c.is_ascii_alphabetic());
    let base = if begins { short } else { format!("i{}", number + 1) };
    if is_free(&base) {
        return base;
    }
    (2..).map(|n| format!("{base}-{n}")).find(|id| is_free(id)).unwrap_or(base)
}

/// Why there is no number, in the words of the file's language.
pub fn reason(reason: &Reason, entries: &Entries, language: &str) -> String {
    entries.reader.words.reason(reason, language).to_owned()
}

/// The name of a scale.
pub fn scale_name(power: u8) -> &'static str {
    SCALES.iter().find(|(_, p)| *p == power).map_or("one", |(name, _)| name)
}
