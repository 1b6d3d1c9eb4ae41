//! The guesses of what columns are, from the surest to the least sure.

mod bounds;
mod places;
mod tiers;

use crate::import::cell::Reader;
use crate::import::columns::{named, Plan, Role, Stats};
use crate::import::grid::Grid;
use crate::import::heading;
use crate::import::mapping::Mapping;
use crate::import::shape::is_roc;
use crate::import::table::Layout;
use crate::import::times;
use crate::import::told::{quote, told, Told};
use crate::import::words::fold;
use std::collections::HashSet;

/// What is known while columns are looked at.
pub(super) struct Guess<'a> {
    pub grid: &'a Grid,
    pub layout: &'a Layout,
    pub set: &'a Mapping,
    pub reader: &'a Reader<'a>,
    pub stats: Vec<Stats>,
    pub plan: Plan,
    pub roles: Vec<Option<Role>>,
}

impl Guess<'_> {
    fn put(&mut self, column: usize, role: Role) {
        if let Some(slot) = self.roles.get_mut(column) {
            *slot = Some(role);
        }
    }

    fn open(&self) -> Vec<usize> {
        (0..self.roles.len()).filter(|column| self.roles.get(*column) == Some(&None)).collect()
    }

    fn text(&self, column: usize) -> String {
        self.plan.headings.get(column).map_or(String::new(), |heading| heading.text.clone())
    }

    fn stat(&self, column: usize, of: impl Fn(&Stats) -> usize) -> usize {
        self.stats.get(column).map_or(0, of)
    }

    /// What stands in the first cell of a column that has something in it.
    fn first(&self, column: usize) -> &str {
        let mut cells = self.layout.body.clone().map(|row| self.grid.cell(row, column));
        cells.find(|text| !text.is_empty()).unwrap_or("")
    }

    fn has(&self, role: &Role) -> bool {
        self.roles.iter().any(|r| r.as_ref() == Some(role))
    }

    pub fn take_options(&mut self) -> Result<(), Told> {
        let set = self.set;
        let single = [
            (&set.place, Role::Place),
            (&set.id, Role::Id),
            (&set.district, Role::District),
            (&set.craft, Role::Craft),
            (&set.value, Role::Figure),
            (&set.status, Role::Status),
        ];
        for (name, role) in single {
            if let Some(name) = name {
                let column = named(name, &self.plan.headings)?;
                self.put(column, role);
            }
        }
        for (column, name) in &set.dimensions {
            let column = named(column, &self.plan.headings)?;
            let name = if name.is_empty() { self.text(column) } else { name.clone() };
            self.put(column, Role::Dimension(name));
        }
        for (column, name) in &set.indicators {
            let column = named(column, &self.plan.headings)?;
            self.put(column, Role::Figure);
            if let (Some(heading), false) = (self.plan.headings.get_mut(column), name.is_empty()) {
                heading.name.clone_from(name);
            }
        }
        if let Some(name) = &set.indicator {
            match named(name, &self.plan.headings)
                .ok()
                .filter(|column| fold(&self.text(*column)) == fold(name))
            {
                Some(column) => self.put(column, Role::Indicator),
                None => self.plan.base.clone_from(name),
            }
        }
        if let Some(name) = &set.time {
            match times::time(name) {
                Some(time) => self.plan.time = Some(time),
                None => {
                    let column = named(name, &self.plan.headings)?;
                    self.put(column, Role::Time);
                }
            }
        }
        Ok(())
    }

    /// Columns that have nothing to say.
    pub fn left_over(&mut self) {
        for column in self.open() {
            if self.stat(column, |s| s.filled) == 0 {
                let is_named = !self.text(column).is_empty();
                let is_timed = self.plan.headings.get(column).is_some_and(|heading| heading.time.is_some());
                // an empty column with a heading may be figures that are yet to come
                if !is_named || !is_timed {
                    self.put(column, Role::Left(told!("why-empty")));
                }
            } else if self.stats.get(column).is_some_and(|s| s.counts_up)
                && column == 0
                && self.roles.len() > 2
            {
                self.put(column, Role::Left(told!("why-row-numbers")));
            }
        }
    }

    pub fn by_headings(&mut self) -> Result<(), Told> {
        for column in self.open() {
            if heading::is("row_number", &self.text(column), self.reader) && self.are_row_numbers(column) {
                self.put(column, Role::Left(told!("why-row-numbers")));
            }
        }
        let is_coordinate = |column: &usize| heading::is("coordinate", &self.text(*column), self.reader);
        let coordinates: Vec<usize> = self.open().into_iter().filter(is_coordinate).collect();
        // one alone may be something else
        for column in coordinates.iter().filter(|_| coordinates.len() > 1) {
            self.put(*column, Role::Left(told!("why-coordinates")));
        }
        for column in self.open() {
            let text = self.text(column);
            let is = |key: &str| heading::is(key, &text, self.reader);
            let stats = self.stats.get(column);
            let texts = stats.is_some_and(|s| !s.is_figures());
            let is_timed = stats.is_some_and(|s| s.filled > 0 && s.times * 5 >= s.filled * 4);
            let named = self.set.times.keys().any(|key| {
                let rows = self.layout.body.clone().take(2000);
                rows.into_iter().any(|row| fold(self.grid.cell(row, column)) == fold(key))
            });
            let is_roc = || is_roc(self.grid, self.layout, column, &text);
            // "2019-21" is no time, and no name of what is measured: it is asked
            let is_dated = || {
                self.layout.body.clone().take(1000).all(|row| {
                    let text = self.grid.cell(row, column);
                    text.is_empty() || times::names_year(text)
                })
            };
            let is_timed = is_timed || (texts && stats.is_some_and(|s| s.filled > 0) && is_dated());
            if is("time") && (is_timed || named || is_roc()) && !self.has(&Role::Time) {
                self.put(column, Role::Time);
            } else if is("id")
                && stats.is_some_and(|s| s.long == 0)
                && heading::level(&text, self.reader).is_none()
            {
                self.put(column, Role::Id);
            } else if texts
                && is("indicator")
                && !self.has(&Role::Indicator)
                && !self.is_code_of_label(column)
            {
                self.put(column, Role::Indicator);
            } else if (texts && is("unit") && self.may_be_units(column))
                || is("unit_scale")
                || self.says_powers(column)
            {
                self.put(column, Role::Unit);
            } else if is("level") && self.tiers(column).is_none() {
                let mut levels: Vec<String> = Vec::new();
                for row in self.layout.body.clone() {
                    let text = self.grid.cell(row, column);
                    if !text.is_empty() && levels.len() < 4 && !levels.iter().any(|level| level == text) {
                        levels.push(text.to_owned());
                    }
                }
                let only = |name: &String| {
                    crate::import::columns::named(name, &self.plan.headings).ok() == Some(column)
                };
                if levels.len() > 1 && !self.set.only.keys().any(only) && self.set.indicators.is_empty() {
                    let values =
                        crate::import::told::commas(levels.iter().map(|level| quote(level)).collect());
                    return Err(told!("fault-tiers", column = quote(&text), values = values));
                }
                self.put(column, Role::Left(told!("why-about-figures")));
            } else if is("about_figures") {
                self.put(column, Role::Left(told!("why-about-figures")));
            } else if (texts || stats.is_some_and(|s| s.figures == 0))
                && is("status")
                && self.says_flags(column)
            {
                self.put(column, Role::Status);
            } else if texts && is("craft") && !self.has(&Role::Craft) {
                self.put(column, Role::Craft);
            }
        }
        for column in self.open() {
            let text = self.text(column);
            let Some(of) = heading::noted(&text, self.reader) else { continue };
            let noted = self.plan.headings.iter().position(|heading| fold(&heading.text) == fold(of));
            if let Some(noted) = noted {
                self.put(column, Role::Note(noted));
            }
        }
        Ok(())
    }

    /// Do the numbers of a column, if it has any, go on by one? "Number" may be how many there are.
    fn are_row_numbers(&self, column: usize) -> bool {
        let cells = self.layout.body.clone().map(|row| self.grid.cell(row, column).trim_end_matches('.'));
        let with_digits = cells.clone().filter(|text| text.contains(|c: char| c.is_ascii_digit())).count();
        let numbers: Vec<u64> = cells.filter_map(|text| text.parse().ok()).collect();
        // "2,300" numbers no row
        if numbers.len() * 2 < with_digits {
            return false;
        }
        let goes_on = |pair: &&[u64]| matches!(pair, [a, b] if a + 1 == *b || *b == 1);
        let steps = numbers.windows(2).filter(goes_on).count();
        steps * 5 + 5 >= numbers.len() * 4
    }

    /// May the texts of a column be units? "Đơn vị" heads units and offices: one of these is in each row, and no unit.
    fn may_be_units(&self, column: usize) -> bool {
        let repeats = self.stat(column, |s| s.distinct) < self.stat(column, |s| s.filled);
        let mut cells = self.layout.body.clone().take(1000).map(|row| self.grid.cell(row, column));
        repeats || cells.any(|text| !text.is_empty() && self.reader.unit(text).is_some())
    }

    /// Does a column say nothing but powers of ten, in words?
    fn says_powers(&self, column: usize) -> bool {
        crate::import::rows::says_powers(self.grid, self.layout, column, self.reader)
    }

    /// Is there a column of the same name with labels, "Measure" beside "MEASURE"?
    fn is_code_of_label(&self, column: usize) -> bool {
        let is_label = |text: &str| text.chars().any(char::is_lowercase);
        let text = fold(&self.text(column));
        let words = self.reader.words;
        let mut others = self.open().into_iter().filter(|other| *other != column);
        let is_same = |other: &str| other == text || words.before("label_after", other) == Some(&*text);
        !is_label(self.first(column))
            && others.any(|other| is_same(&fold(&self.text(other))) && is_label(self.first(other)))
    }

    pub fn figures(&mut self) {
        let deepest = self.grid.depths.iter().max().copied();
        for column in self.open() {
            let Some(stats) = self.stats.get(column) else { continue };
            let heading = self.plan.headings.get(column);
            let is_timed = heading.is_some_and(|heading| heading.time.is_some());
            let is_place = heading::level(&self.text(column), self.reader).is_some();
            let has_unit = heading.is_some_and(|heading| heading.unit.is_some());
            let alone_missing = stats.figures == 0 && !is_timed && !has_unit;
            let is_above =
                deepest.is_some_and(|deepest| self.grid.depths.get(column).is_some_and(|d| *d < deepest));
            let is_to_come = is_timed && stats.filled == 0;
            // a heading with a time or a unit is one of figures
            let is_said = (is_timed || has_unit)
                && stats.figures > 0
                && (stats.figures + stats.signs + stats.missing) * 2 >= stats.filled;
            if !stats.is_figures() && !stats.is_figures_and_signs() && !is_said && !is_to_come {
                continue;
            }
            // digits of one length before all names are codes
            let is_first = || {
                let names = self.stats.iter().position(|s| s.letters * 2 > s.filled && s.filled > 0);
                names.is_some_and(|names| column < names)
            };
            let is_key = stats.is_long && stats.filled > 2 && stats.distinct == stats.filled;
            if is_key && !is_timed && !has_unit && self.set.value.is_none() && is_first() {
                self.put(column, Role::Id);
                continue;
            }
            if (is_place && stats.letters * 2 > stats.filled) || (alone_missing && stats.letters > 0) {
                continue;
            }
            let words = self.reader.words;
            if words.is("age_heading", &fold(&self.text(column)))
                && stats.distinct * 2 <= stats.filled
                && self.set.indicators.is_empty()
                && self.has(&Role::Time)
            {
                continue;
            }
            let role = match () {
                () if self.text(column).is_empty()
                    && self.leads(column, |s| s.times >= s.figures && s.times * 2 > s.filled) =>
                {
                    Role::Time
                }
                () if self.text(column).is_empty() && self.leads(column, |s| s.leads) => Role::Id,
                () if self.text(column).is_empty() => Role::Left(told!("why-no-heading")),
                () if is_above => Role::Left(told!("why-of-group")),
                () if self.repeats_time(column) => Role::Left(told!("why-times-again")),
                () if stats.distinct == 1 && stats.filled > 2 && self.is_nameless(column) => {
                    Role::Left(told!("why-always", value = quote(self.first(column))))
                }
                () if self.set.indicators.is_empty()
                    && self.is_nameless(column)
                    && self.are_codes(column) =>
                {
                    Role::Dimension(self.text(column))
                }
                () if !self.set.indicators.is_empty() || self.set.value.is_some() => {
                    Role::Left(told!("why-not-set"))
                }
                () => Role::Figure,
            };
            self.put(column, role);
        }
        // a column of years that no word says to be one
        if !self.has(&Role::Time) && self.plan.time.is_none() {
            let timed = |column: &usize| {
                let stats = self.stats.get(*column);
                let heading = self.plan.headings.get(*column);
                self.roles.get(*column) == Some(&Some(Role::Figure))
                    && heading.is_some_and(|heading| heading.time.is_none())
                    && stats
                        .is_some_and(|s| s.filled > 1 && s.times == s.filled && s.distinct * 2 <= s.filled)
            };
            let years: Vec<usize> = (0..self.roles.len()).filter(timed).collect();
            let figures = self.roles.iter().filter(|role| **role == Some(Role::Figure)).count();
            if let ([column], true) = (&*years, figures > 1) {
                self.put(*column, Role::Time);
            }
        }
        // in a table with a column that says what is measured, the values have a column of their own
        let figures: Vec<usize> =
            (0..self.roles.len()).filter(|c| self.roles.get(*c) == Some(&Some(Role::Figure))).collect();
        let values: Vec<usize> =
            figures.iter().copied().filter(|c| heading::is("value", &self.text(*c), self.reader)).collect();
        let is_titled = figures.len() == 1 && !self.layout.titles.is_empty();
        let is_long = self.has(&Role::Indicator) || self.has(&Role::Time) || is_titled;
        if let ([value], true, None, true) =
            (&*values, is_long, &self.set.value, self.set.indicators.is_empty())
        {
            let values = self.text(*value);
            // a number that is the same in every row stands for something else
            for column in figures.iter().filter(|c| *c != value) {
                if self.stat(*column, |s| s.distinct) == 1 && self.stat(*column, |s| s.filled) > 2 {
                    let why = told!("why-always", value = quote(self.first(*column)));
                    self.put(*column, Role::Left(why));
                }
            }
            for column in
                figures.iter().filter(|c| *c != value && self.has(&Role::Indicator)).collect::<Vec<_>>()
            {
                if self.plan.headings.get(*column).is_some_and(|heading| heading.time.is_none()) {
                    self.put(*column, Role::Left(told!("why-beside", name = quote(&values))));
                }
            }
            if let Some(heading) = self.plan.headings.get_mut(*value) {
                heading.name.clear();
            }
        }
        // the same of one that is set
        let set = self.set.value.as_ref().and_then(|name| named(name, &self.plan.headings).ok());
        if let Some(value) = set.filter(|value| heading::is("value", &self.text(*value), self.reader)) {
            if let Some(heading) = self.plan.headings.get_mut(value) {
                heading.name.clear();
            }
        }
    }

    /// Does a column before all that have headings say this, and no other yet?
    fn leads(&self, column: usize, says: impl Fn(&Stats) -> bool) -> bool {
        let mut before = 0..=column;
        before.all(|column| self.text(column).is_empty()) && self.stats.get(column).is_some_and(says)
    }

    /// Columns of flags, one behind each column of figures, are of those alone.
    pub fn flags(&mut self) {
        let is = |roles: &[Option<Role>], column: usize, role: Role| roles.get(column) == Some(&Some(role));
        let flags: Vec<usize> = (0..self.roles.len())
            .filter(|column| is(&self.roles, *column, Role::Status))
            .filter(|column| {
                self.set.status.as_ref().is_none_or(|name| fold(name) != fold(&self.text(*column)))
            })
            .collect();
        let before =
            |column: &usize| column.checked_sub(1).filter(|before| is(&self.roles, *before, Role::Figure));
        let of: Option<Vec<usize>> = flags.iter().map(before).collect();
        if let (Some(of), true) = (of, flags.len() > 1) {
            for (column, of) in flags.into_iter().zip(of) {
                self.put(column, Role::Note(of));
            }
        }
        // one without a heading, too
        for column in self.open() {
            let Some(before) = column.checked_sub(1).filter(|c| is(&self.roles, *c, Role::Figure)) else {
                continue;
            };
            let mut rows = self.layout.body.clone().filter(|row| !self.grid.cell(*row, column).is_empty());
            let words = self.reader.words;
            let is_flag = |row: usize| {
                let text = fold(self.grid.cell(row, column));
                words.mark(&text).is_some() || words.missing(&text).is_some()
            };
            if self.text(column).is_empty() && self.stat(column, |s| s.filled) > 0 && rows.all(is_flag) {
                self.put(column, Role::Note(before));
            }
        }
    }

    /// Columns of times that no word says to be one.
    pub fn times(&mut self) {
        for column in self.open() {
            // a footer may be below
            let is_timed =
                self.stats.get(column).is_some_and(|s| s.filled > 1 && s.sure_times * 10 >= s.filled * 9);
            if is_timed && !self.has(&Role::Time) && self.plan.time.is_none() {
                self.put(column, Role::Time);
            }
        }
    }

    /// A column of months or quarters beside one of years says the rest of the time.
    pub fn parts(&mut self) {
        let Some(years) = self.roles.iter().position(|role| *role == Some(Role::Time)) else { return };
        let mut rows = self.layout.body.clone();
        let is_year = |text: &str| text.len() == 4 && times::time(text).is_some();
        if !rows.all(|row| self.grid.cell(row, years).is_empty() || is_year(self.grid.cell(row, years))) {
            return;
        }
        let part = (0..self.roles.len()).find(|column| {
            let may_be = matches!(self.roles.get(*column), Some(None | Some(Role::Figure | Role::Id)));
            may_be && self.is_part(*column).is_some()
        });
        if let Some(column) = part {
            self.put(column, Role::Part);
        }
    }

    /// Has a column months, or quarters? By its heading and its cells.
    fn is_part(&self, column: usize) -> Option<bool> {
        let is = |key: &str| heading::is(key, &self.text(column), self.reader);
        let is_quarter = match (is("part_month"), is("part_quarter")) {
            (true, _) => false,
            (_, true) => true,
            _ => return None,
        };
        let mut cells = self.layout.body.clone().map(|row| self.grid.cell(row, column));
        let fits = cells.all(|text| text.is_empty() || times::part(text, is_quarter).is_some());
        (fits && self.stat(column, |s| s.distinct) > 0).then_some(is_quarter)
    }

    /// Codes of groups, "REGION" 1 to 9, where the names of places stand in another column.
    pub fn codes_of_groups(&mut self) {
        let words = self.reader.words;
        for column in 0..self.roles.len() {
            let heading = fold(&self.text(column));
            let is_one = words
                .headings("places")
                .iter()
                .any(|pair| pair.split_once(" / ").is_some_and(|(one, _)| one == heading))
                || words.is("group_code", &heading);
            let is_small = |text: &str| text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
            let mut cells = self.layout.body.clone().map(|row| self.grid.cell(row, column));
            let repeats = self.stat(column, |s| s.distinct) < self.stat(column, |s| s.filled);
            if is_one && repeats && self.roles.get(column) == Some(&Some(Role::Figure)) && cells.all(is_small)
            {
                self.put(column, Role::Left(told!("why-group-codes")));
            }
        }
    }

    /// Are the texts of a column flags or notes? A few texts again and again, none of them a flag, group places.
    fn says_flags(&self, column: usize) -> bool {
        let words = self.reader.words;
        // a few long texts again and again: each is searched for all words once
        let mut seen = HashSet::new();
        let mut texts = self.layout.body.clone().map(|row| self.grid.cell(row, column));
        let is_flag = |text: &str| {
            let text = fold(text);
            let known = words.mark(&text).is_some() || words.mark_within(&text).is_some();
            known || words.missing(&text).is_some() || words.missing_within(&text).is_some()
        };
        let are_all_others = self.stat(column, |s| s.distinct) >= self.stat(column, |s| s.filled);
        are_all_others || texts.any(|text| seen.insert(text) && is_flag(text))
    }

    /// Has a column of a list in JSON only its number for a name?
    fn is_nameless(&self, column: usize) -> bool {
        let text = self.text(column);
        let last = text.rsplit('.').next().unwrap_or("");
        self.grid.names.is_some() && !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit())
    }

    /// Are its numbers a few whole ones, again and again? Without a name that says that they count something, they
    /// stand for something else.
    fn are_codes(&self, column: usize) -> bool {
        let mut rows = self.layout.body.clone();
        let is_few = self.stat(column, |s| s.distinct * 20) <= self.stat(column, |s| s.filled);
        is_few && rows.all(|row| self.grid.cell(row, column).len() < 2)
    }

    /// Where nothing else names what is measured, words that stand in every row do.
    pub fn names(&mut self) {
        let is_named = |column: usize| {
            let heading = self.plan.headings.get(column);
            heading.is_some_and(|h| !h.name.is_empty() && !heading::is("value", &h.name, self.reader))
        };
        let mut figures = (0..self.roles.len()).filter(|c| self.roles.get(*c) == Some(&Some(Role::Figure)));
        let is_said = !self.plan.base.is_empty() || !self.layout.titles.is_empty();
        if is_said || self.has(&Role::Indicator) || figures.any(is_named) {
            return;
        }
        let words = self.reader.words;
        let mut names: Vec<String> = Vec::new();
        for column in 0..self.roles.len() {
            let is_left = matches!(self.roles.get(column), Some(Some(Role::Left(_))));
            let is_always = self.stat(column, |s| s.distinct) == 1 && self.stat(column, |s| s.filled) > 1;
            let text = self.first(column).to_owned();
            let folded = fold(&text);
            let is_words = text.chars().any(char::is_lowercase)
                && text.contains(' ')
                && text.chars().count() <= 120
                && words.missing(&folded).is_none()
                && !words.is("whole", &folded)
                && self.reader.unit(&text).is_none();
            if is_left && is_always && is_words && !names.contains(&text) {
                names.push(text.clone());
                self.put(column, Role::Left(told!("why-name", value = quote(&text))));
            }
        }
        self.plan.base = names.join(": ");
    }

    /// Has a column the years of the column of times?
    fn repeats_time(&self, column: usize) -> bool {
        let Some(times) = self.roles.iter().position(|role| *role == Some(Role::Time)) else { return false };
        let mut rows = self.layout.body.clone();
        self.stat(column, |s| s.times) == self.stat(column, |s| s.filled)
            && rows.all(|row| {
                let text = self.grid.cell(row, column);
                text.is_empty() || times::time(text) == times::time(self.grid.cell(row, times))
            })
    }

    /// What differs between the rows of a place says what is measured.
    pub fn rest(&mut self) -> Result<(), Told> {
        let figures = self.roles.iter().filter(|role| **role == Some(Role::Figure)).count();
        for column in self.open() {
            let is_long = self.stat(column, |s| s.long * 2) > self.stat(column, |s| s.filled);
            let repeats = self.stat(column, |s| s.distinct * 2) <= self.stat(column, |s| s.filled);
            let place = self.roles.iter().position(|role| *role == Some(Role::Place));
            let many =
                place.is_some_and(|place| self.stat(place, |s| s.distinct) < self.stat(place, |s| s.filled));
            let only = |name: &String| named(name, &self.plan.headings).ok() == Some(column);
            if let Some(tiers) = self.tiers(column).filter(|_| !self.set.only.keys().any(only)) {
                if let Some(levels) = place.and_then(|place| self.levels_by_tiers(column, place)) {
                    self.plan.levels = levels;
                    self.put(column, Role::Left(told!("why-levels")));
                    continue;
                }
                let values = crate::import::told::commas(tiers.iter().map(|tier| quote(tier)).collect());
                return Err(told!("fault-tiers", column = quote(&self.text(column)), values = values));
            }
            // beside several figures, words that tell no rows apart are of them all
            let is_beside = figures > 1 && many && self.are_rows_apart();
            // words for flags alone are those of the figures
            let is_flag = |row: usize| {
                let text = fold(self.grid.cell(row, column));
                text.is_empty() || self.reader.words.mark(&text).is_some()
            };
            if self.stat(column, |s| s.distinct) > 0 && self.layout.body.clone().all(is_flag) {
                self.put(column, Role::Status);
                continue;
            }
            let role = match repeats && !is_long && many && !is_beside {
                true => Role::Indicator,
                false => Role::Left(told!("why-texts")),
            };
            self.put(column, role);
        }
        Ok(())
    }

    /// Is each row the only one of its place, time and what is measured?
    fn are_rows_apart(&self) -> bool {
        let is_key = |role: &Option<Role>| {
            matches!(role, Some(Role::Place | Role::District | Role::Time | Role::Part | Role::Indicator))
        };
        let keys: Vec<usize> =
            (0..self.roles.len()).filter(|c| self.roles.get(*c).is_some_and(is_key)).collect();
        let mut known = std::collections::HashSet::new();
        let mut rows = self.layout.body.clone().filter(|row| self.grid.filled(*row) > 0);
        rows.all(|row| {
            known.insert(keys.iter().map(|column| self.grid.cell(row, *column)).collect::<Vec<_>>())
        })
    }
}
