//! Which columns of texts are places, and which group them.

use super::Guess;
use crate::import::columns::{named, Role};
use crate::import::heading;
use crate::import::told::{quote, told, Told};
use crate::import::words::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

impl Guess<'_> {
    /// Of the columns with texts: places, districts and what else groups places.
    pub fn places(&mut self) -> Result<(), Told> {
        let deepest = self.grid.depths.iter().max().copied();
        let depth = |column: usize| self.grid.depths.get(column).copied();
        for column in self.open() {
            let stats = self.stats.get(column);
            if stats.is_some_and(|s| s.is_code) {
                let deep = depth(column).is_none() || depth(column) == deepest;
                self.put(column, if deep { Role::Id } else { Role::Left(told!("why-group-codes")) });
            } else if stats.is_some_and(|s| s.distinct == 1 && s.filled > 2)
                && self.layout.body.len() > 2
                && (heading::level(&self.text(column), self.reader).is_none()
                    || (depth(column) < deepest
                        && heading::level(&self.text(column), self.reader) == Some(0)))
            {
                let value = self.first(column).to_owned();
                let rows = self.layout.body.clone().filter(|row| self.grid.filled(*row) > 0).count();
                let mut body = self.layout.body.clone();
                let is_filled = |row: &usize| !self.grid.cell(*row, column).is_empty();
                let filled = body.by_ref().filter(is_filled).count();
                let is_flag = self.reader.words.mark(&fold(&value)).is_some();
                let role = match filled * 10 < rows * 9 {
                    // what stands in some rows says something of them
                    true if is_flag => Role::Status,
                    true => Role::Left(told!("why-some", value = quote(&value), n = filled)),
                    false => Role::Left(told!("why-always", value = quote(&value))),
                };
                self.put(column, role);
            }
        }
        if !self.has(&Role::Indicator) {
            if let Some(column) = self.open().into_iter().find(|column| self.says_units(*column)) {
                self.put(column, Role::Indicator);
            }
        }
        if !self.has(&Role::Place) {
            let texts = self.open();
            let is_deep = |column: &&usize| depth(**column).is_none() || depth(**column) == deepest;
            let mut candidates: Vec<usize> = texts.iter().filter(is_deep).copied().collect();
            let words = self.reader.words;
            let is_no_place = |column: usize| {
                let heading = fold(&self.text(column));
                heading.split(['_', ' ', '-', '(', ')', '/']).any(|word| words.is("no_place_heading", word))
                    && heading::level(&heading, self.reader).is_none()
            };
            let are_times =
                |column: usize| self.stat(column, |s| s.times * 5) >= self.stat(column, |s| s.filled * 4);
            candidates.retain(|column| {
                self.tiers(*column).is_none()
                    && !self.are_sexes(*column)
                    && !are_times(*column)
                    && !is_no_place(*column)
            });
            let levelled = candidates.iter().filter_map(|column| {
                let level = heading::level(&self.text(*column), self.reader)?;
                Some((level, std::cmp::Reverse(self.stat(*column, |s| s.distinct)), *column))
            });
            let most = candidates.iter().map(|column| self.stat(*column, |s| s.distinct)).max().unwrap_or(0);
            let short =
                |column: &&usize| self.stat(**column, |s| s.long * 2) <= self.stat(**column, |s| s.filled);
            let fullest = candidates
                .iter()
                .filter(short)
                .find(|column| self.stat(**column, |s| s.distinct) * 20 >= most * 19);
            // a district that stands in many rows is no place where something else tells them apart
            // what a coarser level has more of are totals
            let level = |column: &usize| heading::level(&self.text(*column), self.reader);
            let is_finest = |column: &usize| {
                let is_long = self.has(&Role::Indicator) || self.has(&Role::Time);
                let others = candidates.iter().filter(|other| {
                    level(other).is_none_or(|other| level(column).is_none_or(|own| other <= own))
                });
                let most = others.map(|other| self.stat(*other, |s| s.distinct)).max().unwrap_or(0);
                is_long || self.stat(*column, |s| s.distinct) * 20 >= most * 19
            };
            let levelled = levelled.min().map(|(_, _, column)| column);
            let place = levelled.filter(is_finest).or(fullest.copied()).or(levelled);
            // "Cụm công nghiệp" before "Huyện": each row is of one, and lies in the other
            let subject = candidates.iter().copied().find(|column| {
                let is_one_each = self.stat(*column, |s| s.distinct) == self.stat(*column, |s| s.filled);
                let before_level = place.is_some_and(|place| *column < place && level(&place) > Some(1));
                before_level
                    && is_one_each
                    && level(column).is_none()
                    && !self.text(*column).is_empty()
                    && short(&column)
            });
            let place = subject.filter(|_| !self.has(&Role::Time) && !self.has(&Role::Indicator)).or(place);
            // "Nation" and "District" beside the names that go with the ids say only of which level these are
            let few = |column: &usize| {
                place.is_some_and(|place| {
                    self.stat(place, |s| s.distinct) < self.stat(*column, |s| s.distinct)
                })
            };
            let is_named = |place: &usize| self.goes_with_ids(*place);
            let named = candidates.iter().copied().find(|c| few(c) && self.goes_with_ids(*c));
            let place = place.filter(|place| named.is_none() || is_named(place)).or(named);
            // codes alone
            let is_code = |column: &usize| {
                self.roles.get(*column) == Some(&Some(Role::Id))
                    && (self.stats.get(*column).is_some_and(|s| s.is_code) || level(column).is_some())
            };
            let place = place.or_else(|| (0..self.roles.len()).find(is_code));
            let place = place.ok_or_else(|| told!("fault-no-places"))?;
            let place = self.names_for_codes(place);
            self.put(place, Role::Place);
        }
        let Some(place) = self.roles.iter().position(|role| *role == Some(Role::Place)) else {
            return Ok(());
        };
        if self.set.place.is_none() && self.are_ages_or_months(place) {
            return Err(told!("fault-no-places"));
        }
        // notes between the rows say nothing of places
        for column in self.open() {
            let is_beside = |row: usize| {
                !self.grid.cell(row, column).is_empty() && !self.grid.cell(row, place).is_empty()
            };
            if self.text(column).is_empty() && !self.layout.body.clone().any(is_beside) {
                self.put(column, Role::Left(told!("why-texts")));
            }
        }
        // with ids that are those of one row each, and one time, each row is a place
        let is_unique = |column: &usize| {
            let mut known = HashSet::new();
            self.roles.get(*column) == Some(&Some(Role::Id))
                && self.layout.body.clone().all(|row| {
                    let id = self.grid.cell(row, *column);
                    self.grid.cell(row, place).is_empty() || (!id.is_empty() && known.insert(id))
                })
        };
        let unique = (0..self.roles.len())
            .find(is_unique)
            .filter(|_| !self.has(&Role::Time) && !self.has(&Role::Indicator));
        let is_a_row_a_place = unique.is_some();
        // what is the same for all rows of a place groups places
        let mut groups: Vec<(u8, std::cmp::Reverse<usize>, usize)> = Vec::new();
        for column in self.open() {
            let level = heading::level(&self.text(column), self.reader);
            let is_group = level.is_some()
                || is_a_row_a_place
                || self.follows(column, place)
                || (column < place && self.tells_apart(column, place) && !self.are_sexes(column));
            // which level a place is of does not group places
            if is_group && self.tiers(column).is_none() {
                let level = level.filter(|level| *level > 0).unwrap_or(6);
                groups.push((level, std::cmp::Reverse(self.stat(column, |s| s.distinct)), column));
            }
        }
        groups.sort();
        for (level, _, column) in groups {
            if self.are_short_codes(column) && !self.are_short_codes(place) {
                self.put(column, Role::Left(told!("why-group-codes")));
                continue;
            }
            // codes that go with the names are their ids
            let is_code = |text: &str| {
                text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) && text.len() < 20
            };
            let are_codes = || self.layout.body.clone().all(|row| is_code(self.grid.cell(row, column)));
            if column < place
                && level == 6
                && !self.has(&Role::Id)
                && are_codes()
                && self.goes_with(column, place)
            {
                self.put(column, Role::Id);
                continue;
            }
            let is_before = column < place || level < 6;
            let repeats = self.stat(column, |s| s.distinct) < self.stat(place, |s| s.filled);
            let is_one = self.stat(column, |s| s.distinct) == 1 && level == 6;
            if !self.has(&Role::District) && is_before && (repeats || level < 6) && !is_one {
                self.put(column, Role::District);
            } else if self.stat(column, |s| s.distinct) == 1 {
                self.put(column, Role::Left(told!("why-same")));
            } else if repeats && self.stat(column, |s| s.long * 2) <= self.stat(column, |s| s.filled) {
                let name = self.text(column);
                self.put(column, Role::Dimension(name));
            }
        }
        // an id is that of one place
        let ids: Vec<usize> =
            (0..self.roles.len()).filter(|c| self.roles.get(*c) == Some(&Some(Role::Id))).collect();
        let set = self.set.id.as_ref().and_then(|id| named(id, &self.plan.headings).ok());
        // ids that stand in several rows each tell two places of one name apart
        let tells = |column: &usize| {
            self.stat(*column, |s| s.distinct) > self.stat(place, |s| s.distinct)
                && self.stat(*column, |s| s.distinct * 3) <= self.stat(*column, |s| s.filled * 2)
        };
        let own =
            |column: &usize| self.is_own(*column, place) && (self.follows(*column, place) || tells(column));
        let id = set.or_else(|| ids.iter().copied().find(own)).or(unique);
        for column in ids {
            if id != Some(column) {
                self.put(column, Role::Left(told!("why-codes")));
            }
        }
        Ok(())
    }

    /// Does each text of a column go with one id, and each id with one text?
    fn goes_with_ids(&self, column: usize) -> bool {
        let is_id = |id: &usize| self.roles.get(*id) == Some(&Some(Role::Id));
        (0..self.roles.len()).filter(is_id).any(|id| self.goes_with(column, id))
    }

    /// Does each text of one column go with one of another?
    fn goes_with(&self, column: usize, other: usize) -> bool {
        let (mut others, mut texts) = (HashMap::new(), HashMap::new());
        self.layout.body.clone().all(|row| {
            let (code, text) = (self.grid.cell(row, other), self.grid.cell(row, column));
            code.is_empty() == text.is_empty()
                && *others.entry(code).or_insert(text) == text
                && *texts.entry(text).or_insert(code) == code
        })
    }

    /// Takes codes for ids where another column has the names that go with them: "AT11" beside "Burgenland".
    fn names_for_codes(&mut self, place: usize) -> usize {
        let is_code = |text: &str| {
            text.len() < 20
                && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b"_-.".contains(&b))
        };
        let are_codes = self.layout.body.clone().all(|row| is_code(self.grid.cell(row, place)));
        let is_name = |column: &usize| {
            self.first(*column).chars().any(|c| c.is_lowercase() || (!c.is_ascii() && c.is_alphabetic()))
                && self.goes_with(*column, place)
        };
        match self.open().into_iter().find(|column| *column != place && are_codes && is_name(column)) {
            Some(names) => {
                self.put(place, Role::Id);
                names
            }
            None => place,
        }
    }

    /// Has a column nothing but short codes in capitals, "DE" and "FR", which are no names?
    fn are_short_codes(&self, column: usize) -> bool {
        let is_code =
            |text: &str| (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase());
        self.layout.body.clone().all(|row| {
            let text = self.grid.cell(row, column);
            text.is_empty() || is_code(text)
        })
    }

    /// Are the few texts of a column measures, some with units of their own: "Area (ha)", "Structure (%)"? They are
    /// of no place, and no group of places.
    fn says_units(&self, column: usize) -> bool {
        const MOST: usize = 24;
        let cells = self.layout.body.clone().take(2000).map(|row| self.grid.cell(row, column));
        let texts: BTreeSet<&str> = cells.filter(|text| !text.is_empty()).collect();
        if texts.len() < 2 || texts.len() > MOST || self.stat(column, |s| s.filled) < texts.len() * 2 {
            return false;
        }
        // in brackets or behind a stroke: "Lâm Đồng" is no money
        let has_sign = |text: &str| text.ends_with([')', ']', '%']) || text.contains(" - ");
        let unit = |text: &&str| match has_sign(text) {
            true => heading::read(text, self.reader, &BTreeMap::new()).unit,
            false => None,
        };
        let units: Vec<_> = texts.iter().map(unit).collect();
        units.iter().any(Option::is_some) && units.iter().any(|unit| Some(unit) != units.first())
    }

    /// Does a column say who is counted: men, women?
    fn are_sexes(&self, column: usize) -> bool {
        let rows = self.layout.body.clone().take(1000);
        let known: HashSet<String> = rows
            .map(|row| fold(self.grid.cell(row, column)))
            .filter(|text| self.reader.words.is("sex", text))
            .collect();
        known.len() > 1 && self.stat(column, |s| s.distinct) <= 4
    }

    /// Are most texts of a column ages, "1 bis unter 2 Jahre", or months?
    fn are_ages_or_months(&self, column: usize) -> bool {
        let cells: Vec<&str> =
            self.layout.body.clone().take(1000).map(|row| self.grid.cell(row, column)).collect();
        let filled = cells.iter().filter(|text| !text.is_empty()).count();
        let words = self.reader.words;
        let is_month = |text: &str| (1..=12).any(|month| words.is(&format!("month.{month}"), &fold(text)));
        let is_age = |text: &&&str| {
            let has_digit = text.chars().any(|c| c.is_ascii_digit());
            is_month(text) || (has_digit && words.find("age", &fold(text)).is_some())
        };
        cells.iter().filter(is_age).count() * 5 > filled * 3
    }

    /// Is a column the same in all rows in which another one is the same?
    fn follows(&self, column: usize, of: usize) -> bool {
        let district = self
            .roles
            .iter()
            .position(|role| *role == Some(Role::District))
            .filter(|d| *d != column && *d != of);
        let mut known: HashMap<(&str, &str), &str> = HashMap::new();
        for row in self.layout.body.clone() {
            let (key, value) = (self.grid.cell(row, of), self.grid.cell(row, column));
            if key.is_empty() {
                continue;
            }
            let within = district.map_or("", |district| self.grid.cell(row, district));
            if *known.entry((key, within)).or_insert(value) != value {
                return false;
            }
        }
        true
    }

    /// Is each value of a column that of one place?
    fn is_own(&self, column: usize, place: usize) -> bool {
        let district = self.roles.iter().position(|role| *role == Some(Role::District));
        let mut known: HashMap<&str, (&str, &str)> = HashMap::new();
        self.layout.body.clone().all(|row| {
            let (id, name) = (self.grid.cell(row, column), self.grid.cell(row, place));
            let named = (name, district.map_or("", |district| self.grid.cell(row, district)));
            id.is_empty() || *known.entry(id).or_insert(named) == named
        })
    }

    /// Is each row the only one of its place within a column, and are few places within several of its texts?
    fn tells_apart(&self, column: usize, place: usize) -> bool {
        let mut known = HashSet::new();
        let mut within: HashMap<&str, usize> = HashMap::new();
        let mut rows = self.layout.body.clone();
        let is_single = rows.all(|row| {
            let name = self.grid.cell(row, place);
            *within.entry(name).or_default() += 1;
            known.insert((name, self.grid.cell(row, column)))
        });
        // a place lies in one district; what it has several of is something else
        is_single && within.values().filter(|count| **count > 1).count() * 2 <= within.len()
    }
}
