//! Which indicators and dimensions of a file are those of the files before it: by name, unit and period.

use super::{problem, Join};
use crate::data::IndicatorKind;
use crate::import::content::Content;
use crate::import::series::{slug, Series};
use crate::import::told::{quote, told, Given};
use crate::import::words::fold;
use crate::import::{Problem, Table};

impl Join<'_> {
    /// Where the indicators of a file are among all; nowhere those that contradict.
    pub(super) fn indicators(
        &mut self,
        content: &Content,
        file: usize,
        tables: &[Table],
        problems: &mut Vec<Problem>,
    ) -> Vec<Option<usize>> {
        let before = self.content.series.len();
        let mut places = Vec::new();
        let mut shared = 0;
        for (n, series) in content.series.iter().enumerate() {
            if series.count == 0 {
                places.push(None);
                continue;
            }
            let named = |other: &&Series| {
                fold(&other.name) == fold(&series.name) && fold(&other.note) == fold(&series.note)
            };
            let all = self.content.series.get(..before).unwrap_or_default();
            let same = all
                .iter()
                .position(|other| named(&other) && other.base == series.base && other.per == series.per);
            // one unit here and another one there is no other indicator, but a doubt
            let other = all.iter().find(named).filter(|_| {
                let own = content.series.iter().filter(named);
                own.count() == 1 && all.iter().filter(named).count() == 1
            });
            let contradicts = match same.and_then(|at| all.get(at)) {
                Some(known) => {
                    let is_of_each = known.per_person.is_empty() != series.per_person.is_empty();
                    (known.scale != series.scale || is_of_each).then_some(known)
                }
                None => other,
            };
            if let Some(known) = contradicts {
                let figure = content.figures.iter().find(|figure| figure.series as usize == n);
                let (row, column) = figure.map_or((0, 0), |f| (f.row as usize, f.column as usize));
                let at = self.first_of(known, tables);
                let unit = |of: &Series| match &*of.per_person {
                    "" => Given::from(of.unit()),
                    words => words.into(),
                };
                let name = quote(&series.name);
                let [unit, other] = [series, known].map(unit);
                let found = told!("found-other-unit", name = name, unit = unit, other = other, cell = at);
                problems.extend(problem(tables, file, row, column, found, told!("expected-same-unit")));
                places.push(None);
                continue;
            }
            if let Some(at) = same {
                shared += 1;
                places.push(Some(at));
                if let Some(known) = self.content.series.get_mut(at) {
                    agree(known, series);
                }
                continue;
            }
            let id = self.free_id(&series.id, &series.name, self.content.series.len());
            places.push(Some(self.content.series.len()));
            self.content.series.push(Series { id, ..series.clone() });
        }
        self.shared.push(shared);
        places
    }

    /// The first cell of an indicator.
    fn first_of(&self, series: &Series, tables: &[Table]) -> Given {
        let at = self.content.series.iter().position(|other| other.id == series.id);
        let mut figures = self.content.figures.iter().zip(&self.files);
        let first = figures.find(|(figure, _)| Some(figure.series as usize) == at);
        first.map_or("".into(), |(figure, file)| {
            self.cell(tables, *file, figure.row as usize, figure.column as usize).into()
        })
    }

    /// Where the dimensions of a file are among all: by their names.
    pub(super) fn dimensions(&mut self, content: &Content) -> Vec<usize> {
        let mut places = Vec::new();
        for (id, name) in &content.dimensions {
            let all = &self.content.dimensions;
            let known = all.iter().position(|(_, other)| fold(other) == fold(name));
            places.push(known.unwrap_or(all.len()));
            if known.is_none() {
                let id = self.free_id(id, name, all.len());
                self.content.dimensions.push((id, name.clone()));
            }
        }
        places
    }

    /// An id that no indicator and no dimension has: this one, where it is free.
    fn free_id(&self, id: &str, name: &str, number: usize) -> String {
        let series = self.content.series.iter().map(|series| series.id.as_str());
        let taken: Vec<&str> =
            series.chain(self.content.dimensions.iter().map(|(id, _)| id.as_str())).collect();
        if taken.contains(&id) {
            slug(name, number, &taken)
        } else {
            id.to_owned()
        }
    }
}

/// What both files say of an indicator.
fn agree(known: &mut Series, other: &Series) {
    // numbers below zero, or a word, say more than a guess
    if other.kind == IndicatorKind::Change || (other.kind_is_said && !known.kind_is_said) {
        (known.kind, known.kind_is_said) = (other.kind, other.kind_is_said);
    }
    known.decimals = known.decimals.zip(other.decimals).map(|(a, b)| a.max(b));
}
