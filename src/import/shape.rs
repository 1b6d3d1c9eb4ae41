//! How the rows of a table are to be read: which are places, and what their names and figures lack.

use super::cell::Reader;
use super::columns::{Plan, Role};
use super::grid::{Grid, Kind};
use super::heading;
use super::mapping::Mapping;
use super::table::Layout;
use super::times;
use super::words::fold;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What is known of the rows of a table before they are read.
pub(super) struct Rows<'a> {
    pub grid: &'a Grid,
    pub layout: &'a Layout,
    pub plan: &'a Plan,
    pub set: &'a Mapping,
    pub reader: &'a Reader<'a>,
    pub place: usize,
    pub district: Option<usize>,
    /// Columns of numbers before the places.
    pub numbers: Vec<usize>,
    pub figures: Vec<usize>,
    pub indicators: Vec<usize>,
    pub time: Option<usize>,
    /// Are its years those of the Republic of China?
    pub is_roc: bool,
    pub unit: Option<usize>,
    /// Names of groups of rows.
    pub sections: BTreeSet<String>,
    /// Is a district that is empty the one above?
    pub fills: bool,
    /// Is each place in one row?
    pub is_wide: bool,
    /// The column whose names have to stand beside those of districts.
    pub around: Option<usize>,
    /// What stands before the names of columns.
    pub prefix: String,
}

impl<'a> Rows<'a> {
    pub fn new(
        grid: &'a Grid,
        layout: &'a Layout,
        plan: &'a Plan,
        set: &'a Mapping,
        reader: &'a Reader<'a>,
    ) -> Rows<'a> {
        let place = plan.first(&Role::Place).unwrap_or(0);
        let district = plan.first(&Role::District);
        let body = || layout.body.clone();
        let names = || body().map(|row| fold(grid.cell(row, place)));
        let regions: BTreeSet<String> = names().filter(|name| reader.words.is("region", name)).collect();
        let mut sections: BTreeSet<String> = set.sections.iter().map(|name| fold(name)).collect();
        if regions.len() >= 3 && district.is_none() {
            sections.extend(regions);
        }
        let filled =
            district.map_or(0, |column| body().filter(|row| !grid.cell(*row, column).is_empty()).count());
        let with_place = body().filter(|row| !grid.cell(*row, place).is_empty()).count();
        let first = district.is_some_and(|column| !grid.cell(layout.body.start, column).is_empty());
        let indicators: Vec<usize> = plan.all(|role| *role == Role::Indicator).collect();
        let time = plan.first(&Role::Time);
        let figures: Vec<usize> = plan.all(|role| *role == Role::Figure).collect();
        // "Total", "Others": names that need the table's title; "Population" needs none
        let kinds = ["rate", "average", "index", "change", "count", "amount"];
        let says_kind = |text: &str| {
            kinds.iter().any(|kind| reader.words.find(&format!("kind.{kind}"), &fold(text)).is_some())
        };
        let headings: Vec<_> = figures.iter().filter_map(|column| plan.headings.get(*column)).collect();
        let is_bare = |h: &&heading::Heading| h.unit.is_none() && !says_kind(&h.name);
        let bare = headings.iter().any(|h| !h.name.is_empty()) && headings.iter().all(is_bare);
        let is_prefixed = set.indicator.is_some() || (bare && says_kind(&plan.base));
        // a letter that is in all rows numbers nothing
        let is_number = |column: &usize| {
            let is_left = matches!(plan.roles.get(*column), Some(Role::Left(_) | Role::Id));
            is_left && body().any(|row| !is_section_number(grid.cell(row, *column)))
        };
        let numbers = (0..place).filter(is_number).collect();
        Rows {
            numbers,
            grid,
            layout,
            plan,
            set,
            reader,
            place,
            district,
            time,
            is_roc: time.is_some_and(|column| {
                is_roc(grid, layout, column, plan.headings.get(column).map_or("", |heading| &heading.text))
            }),
            sections,
            fills: first && filled * 10 < with_place * 6,
            is_wide: indicators.is_empty() && time.is_none(),
            around: around(grid, layout, plan, district, reader),
            prefix: if is_prefixed { plan.base.clone() } else { String::new() },
            unit: plan.first(&Role::Unit),
            figures,
            indicators,
        }
    }

    pub fn cell(&self, row: usize, column: usize) -> &'a str {
        self.grid.cell(row, column)
    }

    pub fn has_figures(&self, row: usize) -> bool {
        self.figures.iter().any(|column| !self.cell(row, *column).is_empty())
    }

    /// Has a row another number than those of places before its name: a Roman one, or a letter?
    pub fn is_numbered_as_section(&self, row: usize) -> bool {
        self.numbers.iter().any(|column| is_section_number(self.cell(row, *column)))
    }

    /// Is a row without figures the heading of a group, by how it is written?
    pub fn looks_like_section(&self, row: usize, name: &str) -> bool {
        let is_numbered = name.split_once(['.', ')', ' ']).is_some_and(|(number, rest)| {
            let roman = !number.is_empty() && number.chars().all(|c| "IVX".contains(c));
            !rest.is_empty()
                && (roman || (number.len() == 1 && number.chars().all(|c| c.is_ascii_uppercase())))
        });
        let covered =
            (self.place + 1..self.grid.width(row)).any(|column| self.grid.kind(row, column) == Kind::Covered);
        let capitals = name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase);
        let next = (row + 1..self.layout.body.end).find(|row| self.grid.filled(*row) > 0);
        let next = next.map(|row| self.cell(row, self.place));
        let others_are_small = next.is_some_and(|name| name.chars().any(char::is_lowercase));
        is_numbered
            || covered
            || name.ends_with(':')
            || (capitals && others_are_small)
            || self
                .reader
                .words
                .find("section", &fold(name))
                .is_some_and(|(at, length)| at + length == fold(name).len() || at == 0)
    }
}

/// A Roman number, or a letter.
fn is_section_number(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')']);
    let is_letter = text.len() == 1 && text.starts_with(|c: char| c.is_ascii_uppercase());
    is_letter || (!text.is_empty() && text.chars().all(|c| "IVX".contains(c)))
}

/// Has a column years of the Republic of China: a heading that says years in Chinese, and numbers such as 110?
pub(super) fn is_roc(grid: &Grid, layout: &Layout, column: usize, heading: &str) -> bool {
    let mut cells =
        layout.body.clone().take(1000).map(|row| grid.cell(row, column)).filter(|c| !c.is_empty());
    heading.contains('年') && cells.all(|text| times::roc(text, "").is_some())
}

/// Where districts of one name lie in several of what is around them, the column that tells them apart.
fn around(
    grid: &Grid,
    layout: &Layout,
    plan: &Plan,
    district: Option<usize>,
    reader: &Reader,
) -> Option<usize> {
    let district = district?;
    let level = |column: usize| plan.headings.get(column).and_then(|h| heading::level(&h.text, reader));
    let mut groups = plan.all(|role| matches!(role, Role::Dimension(_)));
    groups.find(|column| {
        let is_larger = {
            let count = |column: usize| {
                layout.body.clone().map(|row| grid.cell(row, column)).collect::<HashSet<_>>().len()
            };
            let above = level(*column).zip(level(district)).is_some_and(|(other, own)| other > own);
            above || (*column < district && count(*column) < count(district))
        };
        let mut known: HashMap<&str, &str> = HashMap::new();
        is_larger
            && layout.body.clone().any(|row| {
                let within = grid.cell(row, *column);
                *known.entry(grid.cell(row, district)).or_insert(within) != within
            })
    })
}
