//! The figures of all files together: one of a place, an indicator and a time.

use super::{problem, stem, tell, Join};
use crate::import::told::{quote, told, Given};
use crate::import::write::Placed;
use crate::import::Table;

impl Join<'_> {
    /// Puts all figures in order. Of those of the same place, indicator and time one stays where they are the same.
    pub(super) fn one_per_cell(&mut self, tables: &mut [Table]) {
        let figures = std::mem::take(&mut self.content.figures);
        let mut all: Vec<(usize, Placed)> =
            std::mem::take(&mut self.files).into_iter().zip(figures).collect();
        all.sort_by_key(|(file, figure)| (figure.place, figure.series, figure.time, *file));
        let mut told = Vec::new();
        for (file, figure) in all {
            let key = |figure: &Placed| (figure.place, figure.series, figure.time);
            let last = self.content.figures.last().filter(|last| key(last) == key(&figure));
            let (Some(last), Some(of)) = (last, self.files.last().copied()) else {
                self.content.figures.push(figure);
                self.files.push(file);
                continue;
            };
            if last.json == figure.json {
                self.twice += 1;
                continue;
            }
            let text = |file: usize, figure: &Placed| {
                let grid = tables.get(file).map(|table| &table.grid);
                quote(grid.map_or("", |grid| grid.cell(figure.row as usize, figure.column as usize)))
            };
            let at = self.cell(tables, of, last.row as usize, last.column as usize);
            let found = told!("found-twice", text = text(file, &figure), other = text(of, last), cell = at);
            let expected = match figure.time {
                None => told!("expected-once-untimed"),
                Some(_) => told!("expected-once"),
            };
            told.push((
                file,
                problem(tables, file, figure.row as usize, figure.column as usize, found, expected),
            ));
        }
        tell(tables, told);
        self.content.count();
    }

    /// An indicator has times, or none.
    pub(super) fn timed(&mut self, tables: &mut [Table]) {
        let mut told = Vec::new();
        for n in 0..self.content.series.len() {
            let own = || {
                let all = self.content.figures.iter().zip(&self.files);
                all.filter(move |(figure, _)| figure.series as usize == n)
            };
            let without = own().find(|(figure, _)| figure.time.is_none());
            let with = own().find(|(figure, _)| figure.time.is_some());
            let (Some((figure, file)), Some((other, of))) = (without, with) else { continue };
            let name = self.content.series.get(n).map_or("", |series| series.name.as_str());
            let at = self.cell(tables, *of, other.row as usize, other.column as usize);
            let time = Given::from(other.time.unwrap_or_default());
            let found = told!("found-untimed", name = quote(name), time = time, cell = at);
            let expected = told!("expected-file-time", file = stem(self.name(*file)));
            told.push((
                *file,
                problem(tables, *file, figure.row as usize, figure.column as usize, found, expected),
            ));
        }
        tell(tables, told);
    }
}
