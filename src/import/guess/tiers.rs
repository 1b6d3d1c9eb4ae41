//! Columns that say of which level the place of each row is: "STATE", "DISTRICT".

use super::Guess;
use crate::import::columns::named;
use crate::import::levels::{Level, Levels};
use crate::import::words::fold;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

impl Guess<'_> {
    /// The texts of a column that says of which level places are, where there are several levels.
    pub(super) fn tiers(&self, column: usize) -> Option<Vec<String>> {
        let mut texts: Vec<&str> = Vec::new();
        for row in self.layout.body.clone() {
            let text = self.grid.cell(row, column);
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
            if texts.len() > 8 {
                return None;
            }
        }
        let tiers = texts.iter().filter_map(|text| Some((self.tier(text)?, (*text).to_owned())));
        let (numbers, tiers): (Vec<i32>, Vec<String>) = tiers.unzip();
        // a ward and a commune are of one level
        numbers.windows(2).any(|pair| matches!(pair, [a, b] if a != b)).then_some(tiers)
    }

    /// The number of a level, the largest first.
    fn tier(&self, text: &str) -> Option<i32> {
        (1..=5).find(|n| self.reader.words.is(&format!("tier.{n}"), &fold(text)))
    }

    /// The levels of rows by such a column: places are those of the lowest level, each in the one row above it that has
    /// the same in another column, such as a code, or in the last one above it. `None` where that is not so for all: it
    /// is asked.
    pub(super) fn levels_by_tiers(&self, column: usize, place: usize) -> Option<Levels> {
        let rows: Vec<usize> =
            self.layout.body.clone().filter(|row| !self.grid.cell(*row, place).is_empty()).collect();
        let tier = |row: usize| self.tier(self.grid.cell(row, column));
        let tiers: BTreeSet<i32> = rows.iter().map(|row| tier(*row)).collect::<Option<_>>()?;
        let (lowest, above) = (tiers.last().copied()?, tiers.iter().rev().nth(1).copied()?);
        let is_set = |name: &String| named(name, &self.plan.headings).ok() == Some(column);
        if self.set.dimensions.keys().any(is_set) {
            return None;
        }
        let name = |row: usize| self.grid.cell(row, place);
        let of = |level: i32| rows.iter().copied().filter(move |row| tier(*row) == Some(level));
        let names = |level: i32| of(level).map(name).collect::<BTreeSet<&str>>().len();
        // what is above all others is the whole of all, where it is one
        let top = tiers.first().copied().filter(|top| names(*top) == 1);
        let level = |row: usize, head: Option<usize>| match tier(row) {
            Some(own) if own == lowest => Level::Place(head),
            own if own == top => Level::Whole,
            _ => Level::Head,
        };
        if names(above) == 1 && tiers.len() == 2 {
            return Some(rows.iter().map(|row| (*row, level(*row, None))).collect());
        }
        let others = (0..self.roles.len()).filter(|other| *other != column && *other != place);
        let by_column = others.into_iter().find_map(|other| {
            let mut heads: FxHashMap<&str, usize> = FxHashMap::default();
            for row in of(above) {
                let known = *heads.entry(self.grid.cell(row, other)).or_insert(row);
                (name(known) == name(row)).then_some(())?;
            }
            let head = |row: usize| {
                let text = self.grid.cell(row, other);
                heads.get(text).copied().filter(|_| !text.is_empty())
            };
            of(lowest).all(|row| head(row).is_some()).then(|| {
                let level = |row: &usize| (*row, level(*row, head(*row)));
                rows.iter().map(level).collect()
            })
        });
        // each head stands above what lies in it
        let is_above = |pair: &[usize]| match pair {
            [head, next] if tier(*head) == Some(above) => tier(*next) == Some(lowest),
            _ => true,
        };
        by_column.or_else(|| {
            let last_is_place = rows.last().is_some_and(|row| tier(*row) == Some(lowest));
            let mut head = None;
            let mut found = Levels::default();
            for row in rows.iter().filter(|_| last_is_place && rows.windows(2).all(is_above)) {
                match tier(*row) {
                    Some(own) if own == above => head = Some(*row),
                    Some(own) if own < above => head = None,
                    _ => head = Some(head?),
                }
                found.insert(*row, level(*row, head));
            }
            (!found.is_empty()).then_some(found)
        })
    }
}
