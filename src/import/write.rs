//! Places and their figures → the text of a data file that a person can read and mend.

use super::cell::{Cell, Said};
use super::columns::{Bound, Role};
use super::entry::{Entries, Entry};
use super::mapping::Mapping;
use super::number::{Decimal, Number};
use super::rows::{line, Fact, Facts};
use super::series::{are_other_nouns, is_alike, reason, Found, Series};
use super::told::{quote, told, Given, Told};
use super::units::kind_said;
use super::words::{Mark, Qualifier};
use super::Problem;
use crate::data::{IndicatorKind, TimePeriod};
use std::cmp::Ordering;

/// The longest quote.
const LONGEST: usize = 480;
/// The most of a cell's words that a chart shows in the place of a number.
const LONGEST_SHOWN: usize = 40;

/// The text of a figure; most are numbers of a few digits.
type Json = Box<str>;

/// A figure in its place.
#[derive(Debug)]
pub struct Placed {
    /// Of which place.
    pub place: u32,
    /// Of which indicator, by its place among all.
    pub series: u32,
    /// Of which time.
    pub time: Option<TimePeriod>,
    /// Its text; most are numbers of a few digits.
    pub json: Json,
    /// In which row it stands, from 0.
    pub row: u32,
    /// And in which column, from 0.
    pub column: u32,
    /// It has no number, since its cell is not understood.
    pub is_open: bool,
}

/// What came of all cells.
pub(super) struct Written {
    /// The figures of the file.
    pub figures: Vec<Placed>,
    /// How many are in the table twice, and the same.
    pub twice: usize,
    /// How many cells are not understood.
    pub open: usize,
}

impl Placed {
    fn new(fact: &Fact, (series, json): (usize, String), is_open: bool) -> Placed {
        Placed {
            place: fact.place,
            series: series as u32,
            time: fact.time,
            json: json.into_boxed_str(),
            row: fact.row,
            column: fact.column,
            is_open,
        }
    }
}

/// What a cell of figures became; `None` where it says nothing.
enum Figure {
    /// The file has it.
    Known(Option<(usize, String)>),
    /// It is one of several readings: no one has said which.
    Open(Option<(usize, String)>),
}

/// What the writer needs.
pub struct Writer<'a> {
    /// Reads cells.
    pub entries: &'a Entries<'a>,
    /// The rows.
    pub facts: &'a Facts,
    /// What is set.
    pub set: &'a Mapping,
    /// The language of texts, where it is known.
    pub locale: Option<&'a str>,
    /// The titles above the table.
    pub title: Option<&'a str>,
    /// The source.
    pub source: Option<&'a str>,
    /// What is not understood becomes a figure without a number.
    pub force: bool,
}

/// A text in JSON.
pub fn quoted(text: &str) -> String {
    let is_plain = |b: u8| b >= b' ' && b != b'"' && b != b'\\' && b != 0x7F;
    match text.bytes().all(is_plain) {
        true => ["\"", text, "\""].concat(),
        false => serde_json::Value::from(text).to_string(),
    }
}

impl Writer<'_> {
    /// All figures.
    pub(super) fn figures(&self, found: &Found, problems: &mut Vec<Problem>) -> Written {
        let (mut figures, open) = self.place(found, problems);
        figures.sort_by_key(|p| (p.place, p.series, p.time, p.row));
        let twice = self.single(&mut figures, problems);
        Written { figures, twice, open }
    }

    /// The figure of each cell, and how many cells are not understood.
    fn place(&self, found: &Found, problems: &mut Vec<Problem>) -> (Vec<Placed>, usize) {
        let mut placed = Vec::with_capacity(self.facts.facts.len());
        let mut open = self.facts.merged.len();
        for fact in &self.facts.facts {
            let (figure, is_open) = match self.figure(fact, found) {
                // a doubt about the whole column, which is told once
                Ok(Figure::Open(figure)) => (figure, true),
                Ok(Figure::Known(figure)) => (figure, false),
                Err(problem) => {
                    problems.push(problem);
                    (None, true)
                }
            };
            open += usize::from(is_open);
            let is_open = is_open && self.force;
            let words = || self.not_understood(fact, self.cell(fact), found);
            let figure = if is_open { words().or(figure) } else { figure };
            placed.extend(figure.map(|figure| Placed::new(fact, figure, is_open)));
        }
        for (fact, text) in self.facts.merged.iter().filter(|_| self.force) {
            let figure = self.not_understood(fact, text, found);
            placed.extend(figure.map(|figure| Placed::new(fact, figure, true)));
        }
        (placed, open)
    }

    fn cell(&self, fact: &Fact) -> &str {
        self.entries.grid.cell(fact.row as usize, fact.column as usize)
    }

    /// A figure without a number. Its reason begins with the cell's words: a chart shows reasons, where it shows no
    /// quote, and what a source wrote is no missing figure.
    fn not_understood(&self, fact: &Fact, text: &str, found: &Found) -> Option<(usize, String)> {
        let text = line(text);
        let why = reason(&"not_understood".to_owned(), self.entries, self.locale.unwrap_or("en"));
        let why = quoted(&format!("{}: {why}", cut(&text, LONGEST_SHOWN)));
        let json = format!("{{ \"missing\": {why}, \"quote\": {} }}", quoted(&short(&text)));
        Some((found.series(fact, None)?, json))
    }

    /// A figure as JSON, with its indicator.
    fn figure(&self, fact: &Fact, found: &Found) -> Result<Figure, Problem> {
        let entry = self.entries.read(fact, found.noun(fact.indicator))?;
        let (row, column) = (fact.row as usize, fact.column as usize);
        let text = self.entries.grid.cell(row, column);
        let problem = |expected: Told| Problem::new(self.entries.grid, row, column, quote(text), expected);
        let unit = match &entry.cell {
            Cell::Figure(said) => Some(&said.unit),
            _ => None,
        };
        let at = found.series(fact, unit).ok_or_else(|| problem(told!("expected-column-unit")))?;
        let Some(series) = found.series.get(at) else { return Ok(Figure::Known(None)) };
        match &entry.cell {
            Cell::Empty => Ok(Figure::Known(None)),
            Cell::Missing(why) => Ok(Figure::Known(Some((at, self.missing(why))))),
            Cell::Figure(said) => {
                let sign = found.signs.get(&column).copied();
                let is_open = said.numbers.iter().any(|(number, _)| number.comma != number.point);
                if sign.is_none() && is_open {
                    return Ok(Figure::Open(None));
                }
                // "12,5 triệu" is no percentage
                let is_scaled_share =
                    series.kind == IndicatorKind::Rate && said.unit.scale.is_some_and(|scale| scale > 0);
                let is_other_noun =
                    self.set.unit.is_empty() && are_other_nouns(&said.unit.base, &series.base);
                if is_scaled_share || is_other_noun || !is_alike(&said.unit.base, &series.base) {
                    return Err(problem(told!("expected-unit", unit = series.unit())));
                }
                if series.mixes_scales && said.unit.scale.is_some() {
                    return Err(problem(self.both_scales(said, sign.flatten())));
                }
                let is_bare = said.unit.base.is_none() && said.unit.scale.is_none();
                if is_bare && series.scale > 0 && series.is_scaled_by_cells {
                    return Err(problem(told!("expected-unit-too", unit = series.unit())));
                }
                let numbers = said.numbers(sign.flatten(), series.scale).map_err(problem)?;
                let larger = numbers.iter().map(|number| number.times_ten(series.times));
                let numbers =
                    larger.collect::<Option<Vec<_>>>().ok_or_else(|| problem(told!("expected-smaller")))?;
                let is_code = |code: &(u32, Number)| code.0 == fact.indicator && numbers.contains(&code.1);
                if found.doubtful_codes.iter().any(is_code) {
                    return Ok(Figure::Open(None));
                }
                let below = numbers.iter().any(|number| number.is_negative());
                if below && series.kind != IndicatorKind::Change {
                    return Err(problem(told!("expected-not-below-zero", kind = kind_said(series.kind))));
                }
                let interval = match (&*numbers, said.qualifier, said.unit.scale) {
                    ([number], None, None) => self.interval(fact, *number, sign.flatten(), series)?,
                    _ => None,
                };
                let figure = Some((at, self.number(said, &numbers, interval, &entry, text, series)));
                match found.doubtful_shares.contains(&fact.indicator) {
                    true => Ok(Figure::Open(figure)),
                    false => Ok(Figure::Known(figure)),
                }
            }
        }
    }

    /// What a scale means in a column of numbers without one.
    fn both_scales(&self, said: &Said, sign: Option<Decimal>) -> Told {
        let in_scale = said.unit.scale.unwrap_or(0);
        let first = |scale: u8| {
            let numbers = said.numbers(sign, scale).ok();
            numbers
                .and_then(|numbers| numbers.first().copied())
                .map_or_else(|| Given::from(told!("no-number")), Given::from)
        };
        let (alone, whole) = (first(in_scale), first(0));
        told!("expected-scale", alone = alone, whole = whole)
    }

    fn missing(&self, why: &str) -> String {
        let why = reason(&why.to_owned(), self.entries, self.locale.unwrap_or("en"));
        format!("{{ \"missing\": {} }}", quoted(&short(&why)))
    }

    /// The interval of confidence that columns beside a figure say.
    fn interval(
        &self,
        fact: &Fact,
        number: Number,
        sign: Option<Decimal>,
        series: &Series,
    ) -> Result<Option<[Number; 2]>, Problem> {
        let (row, column) = (fact.row as usize, fact.column as usize);
        let (grid, plan) = (self.entries.grid, self.entries.plan);
        let [mut low, mut high] = [None, None];
        for (at, role) in plan.roles.iter().enumerate() {
            let Role::Bound(of, end) = role else { continue };
            let text = grid.cell(row, at);
            if *of != column || !text.chars().any(|c| c.is_ascii_digit()) {
                continue;
            }
            let problem = |expected: Told| Problem::new(grid, row, at, quote(text), expected);
            let bare = text.trim_start_matches(['±', ' ']).trim_start_matches("+/-").trim();
            let said = match self.entries.reader.read(bare).map_err(problem)? {
                Cell::Figure(said) => said,
                _ => continue,
            };
            let read = said.numbers(sign, series.scale).map_err(problem)?;
            let bound = match (&*read, said.qualifier) {
                ([one], None) => one.times_ten(series.times),
                _ => None,
            };
            let bound = bound.ok_or_else(|| problem(told!("expected-number")))?;
            match end {
                Bound::Low => low = Some(bound),
                Bound::High => high = Some(bound),
                Bound::Margin => (low, high) = (number.plus(bound.negative()), number.plus(bound)),
            }
            let is_before = |a: Option<Number>, b: Option<Number>| {
                a.zip(b).is_none_or(|(a, b)| a.compare(b) != Some(Ordering::Greater))
            };
            if !is_before(low, Some(number)) || !is_before(Some(number), high) {
                return Err(problem(told!("expected-interval", number = number)));
            }
        }
        let Some((low, high)) =
            low.zip(high).filter(|(low, high)| low.compare(*high) != Some(Ordering::Equal))
        else {
            return Ok(None);
        };
        // what is counted is never below zero, whatever a margin says
        let is_change = series.kind == IndicatorKind::Change;
        let low = if low.is_negative() && !is_change { Number::whole(0) } else { low };
        Ok(Some([low, high]))
    }

    fn number(
        &self,
        said: &Said,
        numbers: &[Number],
        interval: Option<[Number; 2]>,
        entry: &Entry,
        text: &str,
        series: &Series,
    ) -> String {
        let mut parts = Vec::new();
        let key = match said.qualifier {
            Some(Qualifier::About) => "about",
            Some(Qualifier::Nearly) => "nearly",
            Some(Qualifier::MoreThan) => "more_than",
            Some(Qualifier::AtLeast) => "at_least",
            Some(Qualifier::LessThan) => "less_than",
            Some(Qualifier::AtMost) => "at_most",
            None => "exact",
        };
        let first = match numbers {
            [one] => one.text(),
            _ => String::new(),
        };
        if let Some([low, high]) = interval {
            parts.push(format!("\"estimate\": {first}, \"interval\": [{}, {}]", low.text(), high.text()));
        } else {
            parts.push(match numbers {
                [low, high] => format!("\"range\": [{}, {}]", low.text(), high.text()),
                _ => format!("\"{key}\": {first}"),
            });
        }
        if said.estimated || entry.marks.contains(&Mark::Estimated) {
            parts.push("\"estimated\": true".to_owned());
        }
        flags(&entry.marks, said, &mut parts);
        let notes: Vec<&str> = said.notes.iter().chain(&entry.notes).map(String::as_str).collect();
        let is_other_scale = said.unit.scale.is_some_and(|scale| scale != series.scale);
        let quote = match (said.in_words || is_other_scale || said.estimated, &*notes) {
            (false, []) => None,
            (false, notes) => Some(notes.join("; ")),
            (true, []) => Some(line(text)),
            (true, notes) => Some(format!("{} ({})", line(text), notes.join("; "))),
        };
        if let Some(quote) = quote {
            parts.push(format!("\"quote\": {}", quoted(&short(&quote))));
        }
        match &*parts {
            [_] if key == "exact" && numbers.len() == 1 && interval.is_none() => first,
            parts => format!("{{ {} }}", parts.join(", ")),
        }
    }

    /// Of figures of the same place, indicator and time one stays where they are the same.
    fn single(&self, placed: &mut Vec<Placed>, problems: &mut Vec<Problem>) -> usize {
        let before = placed.len();
        let grid = self.entries.grid;
        let mut last: Option<(u32, u32, Option<TimePeriod>, Json, u32, u32)> = None;
        placed.retain(|figure| {
            let same =
                last.as_ref().filter(|l| (l.0, l.1, l.2) == (figure.place, figure.series, figure.time));
            let Some((.., json, row, column)) = same else {
                let Placed { place, series, time, json, row, column, .. } = figure;
                last = Some((*place, *series, *time, json.clone(), *row, *column));
                return true;
            };
            if *json != figure.json {
                let (at, to) = (figure.row as usize, figure.column as usize);
                let (row, column) = (*row as usize, *column as usize);
                let [text, other] = [grid.cell(at, to), grid.cell(row, column)].map(quote);
                let found = told!("found-twice", text = text, other = other, cell = grid.name(row, column));
                problems.push(Problem::new(grid, at, to, found, told!("expected-once")));
            }
            false
        });
        before - placed.len()
    }
}

pub(super) fn short(text: &str) -> String {
    cut(text, LONGEST)
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or("").trim_end()),
        None => text.to_owned(),
    }
}

fn flags(marks: &[Mark], said: &Said, parts: &mut Vec<String>) {
    for flag in crate::figure::Flag::ALL {
        let is_set = marks.contains(&Mark::Flag(flag)) || said.flags.iter().any(|f| f == flag);
        if is_set {
            parts.push(format!("\"{}\": true", flag.key()));
        }
    }
}
