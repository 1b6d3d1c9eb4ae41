//! What the cells of an indicator say together, and what they leave in doubt.

use super::Part;
use crate::data::{IndicatorKind, Period};
use crate::import::cell::{Base, Said};
use crate::import::doubts::{Code, Codes};
use crate::import::entry::Entries;
use crate::import::grid::Grid;
use crate::import::mapping::Mapping;
use crate::import::number::{Decimal, Doubt, Number, Readings, Votes};
use crate::import::rows::{Fact, Measured};
use crate::import::told::{quote, told, Given as Argument};
use crate::import::units::{kind, Given};
use crate::import::words::{fold, Share};
use crate::import::Problem;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// What one indicator of the table has said in its cells.
#[derive(Default)]
pub(super) struct Seen {
    pub bases: BTreeMap<String, (Base, usize)>,
    pub pers: Vec<Period>,
    pub parts: Vec<(Part, HashMap<u8, usize>)>,
    /// The words of the first cell that is for each person, for each time.
    pub per_person: Vec<(Option<Period>, String)>,
    pub bare: usize,
    pub negative: bool,
    pub codes: Codes,
    pub decimals: [usize; 8],
    /// The same, read with a point before decimals.
    pub point_decimals: [usize; 8],
    /// How many numbers have decimals that are not all zeros.
    pub parts_of_one: usize,
    pub numbers: usize,
    /// How many of them are 100, and how many more.
    pub hundreds: usize,
    pub above_hundred: usize,
    /// How many numbers are none of a text, but of a workbook.
    pub typed: usize,
    /// Are all of them from −1 to 1?
    pub is_above_one: bool,
    /// The first that is no whole number.
    pub part: Option<Fact>,
    /// The first from 0 to 1, and the fewest decimals of such numbers.
    pub small: Option<(Fact, u8)>,
    /// The most decimals of numbers above 1.
    pub large: Option<u8>,
}

impl Seen {
    pub fn see_typed(&mut self, said: &Said, fact: &Fact) {
        let Some(number) = said.numbers.first().and_then(|(readings, _)| readings.point) else { return };
        self.typed += 1;
        let size = number.to_f64().abs();
        if size > 1.0 {
            self.large = self.large.max(Some(number.decimals()));
        } else if size > 0.0 && number.decimals() > 0 {
            let (fact, fewest) = self.small.unwrap_or((*fact, u8::MAX));
            self.small = Some((fact, fewest.min(number.decimals())));
        }
        self.is_above_one |= number.to_f64().abs() > 1.0;
        if number.decimals() > 0 && self.part.is_none() {
            self.part = Some(*fact);
        }
    }

    /// Some cells of a workbook may be formatted as percentages, and others not: 0.056 beside 12.1.
    pub fn mixed_share(
        &self,
        of: &Measured,
        given: &Given,
        entries: &Entries,
        set: &Mapping,
    ) -> Option<Problem> {
        let ((fact, fewest), most) = (self.small?, self.large?);
        let (kind, _) = kind(&of.name, of, &given.base, [false, false], entries, set);
        // 5.6 % has two decimals more where it is 0.056
        if given.is_set || kind != IndicatorKind::Rate || fewest < most + 2 || most > 4 {
            return None;
        }
        let (row, column) = (fact.row as usize, fact.column as usize);
        let number = Number::parse(entries.grid.cell(row, column))?;
        let expected = told!("expected-one-share", percent = number, share = number.times_ten(2)?);
        Some(Problem::new(entries.grid, row, column, told!("found-mixed-share", text = number), expected))
    }

    /// Numbers that may stand for none, unless a word or an option says that the figures are changes, or what they are.
    pub fn doubtful_codes(&mut self, of: &Measured, entries: &Entries, set: &Mapping) -> Vec<Code> {
        let is_set = set.kind.keys().any(|key| key != "*" && fold(key) == fold(&of.name));
        let (kind, _) = kind(&of.name, of, &None, [false, false], entries, set);
        if kind == IndicatorKind::Change || is_set {
            return Vec::new();
        }
        let doubtful = self.codes.doubtful();
        // what is below zero and no number tells no kind
        self.negative &= doubtful.is_empty();
        doubtful
    }

    /// A workbook shows 0.056 as 5.6 % where the cell is formatted so. Which of both is meant no number tells.
    pub fn doubtful_share(&self, of: &Measured, given: &Given, entries: &Entries) -> Option<Problem> {
        let fact =
            self.part.filter(|_| self.typed == self.numbers && self.typed > 1 && !self.is_above_one)?;
        let by_name =
            || given.base.is_none() && entries.reader.words.find("percent_name", &fold(&of.name)).is_some();
        if given.is_set || !(given.base == Some(Base::Share(Share::Percent)) || by_name()) {
            return None;
        }
        let (row, column) = (fact.row as usize, fact.column as usize);
        let text = entries.grid.cell(row, column);
        let number = Number::parse(text)?;
        let expected = told!("expected-share", percent = number, share = number.times_ten(2)?);
        Some(Problem::new(entries.grid, row, column, told!("found-share", text = number), expected))
    }

    pub fn see(&mut self, said: &Said, is_text: bool, fact: &Fact) {
        let unit = &said.unit;
        if let Some(base) = &unit.base {
            self.bases.entry(format!("{base:?}")).or_insert_with(|| (base.clone(), 0)).1 += 1;
        }
        if let Some(per) = unit.per.filter(|per| !self.pers.contains(per)) {
            self.pers.push(per);
        }
        let says_unit = unit.base.is_some() || unit.scale.is_some();
        self.bare += usize::from(!says_unit);
        let is_own = |part: &Part| part.0 == unit.base && part.1 == unit.per;
        let at = self.parts.iter().position(|(part, _)| is_own(part)).unwrap_or_else(|| {
            self.parts.push(((unit.base.clone(), unit.per), HashMap::new()));
            self.parts.len() - 1
        });
        if let (true, Some((_, scales))) = (says_unit, self.parts.get_mut(at)) {
            *scales.entry(unit.scale.unwrap_or(0)).or_default() += 1;
        }
        for (readings, _) in &said.numbers {
            let number = readings.comma.or(readings.point);
            self.negative |= number.is_some_and(Number::is_negative);
            self.numbers += 1;
            match number.and_then(|number| number.compare(Number::whole(100))) {
                Some(Ordering::Equal) => self.hundreds += 1,
                Some(Ordering::Greater) => self.above_hundred += 1,
                _ => {}
            }
            if let (Some(number), None) = (number, said.qualifier) {
                self.codes.see(number, fact);
            }
            let point = readings.point.or(readings.comma).map_or(0, |n| usize::from(n.decimals()));
            if let (Some(count), true) = (self.point_decimals.get_mut(point.min(7)), is_text) {
                *count += 1;
            }
            self.parts_of_one += usize::from(number.is_some_and(|number| !number.is_whole()));
            let decimals = number.map_or(0, |n| usize::from(n.decimals()));
            if let (Some(count), true) = (self.decimals.get_mut(decimals.min(7)), is_text) {
                *count += 1;
            }
        }
    }
}

/// What is asked of a column whose decimal sign is not known.
pub(super) fn doubtful(grid: &Grid, column: usize, votes: &Votes<u32>, doubt: Doubt) -> Problem {
    let first = |vote: &Option<(u32, usize)>| vote.map_or(0, |(row, _)| row as usize);
    let cell = |row: usize| quote(grid.cell(row, column));
    match doubt {
        Doubt::Either => {
            let row = first(&votes.open);
            let text = grid.cell(row, column);
            let count = votes.open.map_or(0, |(_, n)| n);
            let found = told!("found-open", text = cell(row), n = count);
            let [comma, point] = [Decimal::Comma, Decimal::Point].map(|sign| reading(text, sign));
            Problem::new(grid, row, column, found, told!("expected-sign", comma = comma, point = point))
        }
        Doubt::Both => {
            let (comma, point) = (first(&votes.comma), first(&votes.point));
            let at = grid.name(point, column);
            let found = told!("found-both-signs", text = cell(comma), other = cell(point), cell = at);
            Problem::new(grid, comma, column, found, told!("expected-one-sign"))
        }
    }
}

/// The number in a cell, read with this sign.
fn reading(text: &str, sign: Decimal) -> Argument {
    let number: String = text.chars().filter(|c| c.is_ascii_digit() || ".,'".contains(*c)).collect();
    let readings = Readings::of(number.trim_matches(['.', ',']));
    readings.get(Some(sign)).map_or_else(|| told!("no-number").into(), Argument::from)
}
