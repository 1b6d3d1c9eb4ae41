//! Several tables → one data file: a file a year, or a file an indicator.
//!
//! What contradicts is told by its cells in both files.

mod figures;
mod indicators;
mod places;
mod sources;

use super::content::Content;
use super::mapping::{file_of, Mapping};
use super::told::{quote, semicolons, told, Given, Told};
use super::write::Placed;
use super::{times, Problem, Table};

/// A table in a file.
pub struct File {
    /// What people call it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What came of one of several files.
#[derive(Debug)]
pub struct Part {
    /// The name of the file; of a sheet with its own behind it.
    pub name: String,
    /// What was understood of it, a line each.
    pub understood: Vec<Told>,
    /// What was not, in the order of the table.
    pub problems: Vec<Problem>,
    /// All that was set or guessed, for the next time.
    pub mapping: Mapping,
}

/// What came of several files.
#[derive(Debug)]
pub struct Joined {
    /// The data file. Where there are problems it lacks the figures that they are about.
    pub text: String,
    /// What came of each file.
    pub parts: Vec<Part>,
    /// What came of all together, a line each.
    pub understood: Vec<Told>,
}

/// The name that stands for all sheets of a workbook.
pub const ALL_SHEETS: &str = "*";

/// A file, and which sheet of it.
type Input = (File, Option<String>);

/// What is wrong with a file, by its name.
pub type Fault = (Option<String>, Told);

/// Each sheet of workbooks as a file of its own, with the name of the sheet; what is left out is said.
fn apart(files: Vec<File>, said: &mut Vec<Told>) -> Result<Vec<Input>, Fault> {
    let mut all = Vec::new();
    for file in files {
        if !file.bytes.starts_with(b"PK") {
            all.push((file, None));
            continue;
        }
        let [tables, others] =
            super::read::sheet::names_of(&file.bytes).map_err(|error| (Some(file.name.clone()), error))?;
        said.extend(others.iter().map(|name| told!("left-sheet", file = &file.name, name = quote(name))));
        for sheet in tables {
            let name = format!("{}, {sheet}", file.name);
            all.push((File { name, bytes: file.bytes.clone() }, Some(sheet)));
        }
    }
    Ok(all)
}

/// Reads several files. The error is what is wrong with one of them, or, without a name, with all.
pub fn join(files: Vec<File>, set: &Mapping, force: bool) -> Result<Joined, Fault> {
    let mut set = set.clone();
    let mut understood = Vec::new();
    let files = match set.sheet.as_deref() == Some(ALL_SHEETS) {
        true => {
            set.sheet = None;
            apart(files, &mut understood)?
        }
        false => files.into_iter().map(|file| (file, None)).collect(),
    };
    if files.is_empty() {
        return Err((None, told!("fault-no-numbers")));
    }
    let names: Vec<String> = files.iter().map(|(file, _)| file.name.clone()).collect();
    let times: Vec<Option<String>> = names.iter().map(|name| set.take_time(name)).collect();
    let mut tables = Vec::new();
    for ((file, sheet), time) in files.into_iter().zip(times) {
        let mut own = set.of_file(&file.name);
        let name = sheet.as_deref().unwrap_or(stem(&file.name));
        let by_name = times::one_time(name).map(|(time, _)| time);
        own.time = time.or(own.time);
        own.sheet = sheet.or(own.sheet);
        let source = super::source(file.bytes, &own);
        let table = source.and_then(|source| super::table(source, own, force, by_name));
        tables.push(table.map_err(|error| (Some(file.name), error))?);
    }
    let mut join = Join { names: &names, ..Join::default() };
    for i in 0..tables.len() {
        join.add(i, &mut tables);
    }
    join.one_per_cell(&mut tables);
    join.timed(&mut tables);
    join.name_sources(&tables);
    understood.extend(join.lines(&tables));
    let Join { mut content, .. } = join;
    content.tell_apart();
    if tables.iter().any(|table| table.content.title != content.title) {
        content.title = set.title.clone();
    }
    let text = super::file(&content).map_err(|error| (None, error))?;
    let part = |(table, name): (Table, &String)| {
        let Table { understood, mut problems, mapping, .. } = table;
        problems.sort_by_key(|problem| (problem.row, problem.column));
        Part { name: name.clone(), understood, problems, mapping }
    };
    Ok(Joined { text, parts: tables.into_iter().zip(&names).map(part).collect(), understood })
}

/// The name of a file without its folder and its ending.
fn stem(name: &str) -> &str {
    let file = file_of(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

impl Mapping {
    /// Takes out the time that is set for a file: by its name, with or without folder and ending.
    fn take_time(&mut self, file: &str) -> Option<String> {
        let key = [file, file_of(file), stem(file)]
            .into_iter()
            .find(|key| self.times.contains_key(*key))?
            .to_owned();
        self.times.remove(&key)
    }
}

/// The files so far.
#[derive(Default)]
struct Join<'a> {
    names: &'a [String],
    content: Content,
    /// Of which file each figure is.
    files: Vec<usize>,
    /// Of which file each place was first, and at which place of that.
    first: Vec<(usize, usize)>,
    /// How many places of each file others have, too.
    known: Vec<usize>,
    /// Indicators that a file has in common with those before it.
    shared: Vec<usize>,
    /// Places that are the same by their ids, and have other names.
    renamed: Vec<Told>,
    /// Figures that several files have, and the same.
    twice: usize,
}

impl<'a> Join<'a> {
    /// Adds a file. What of it contradicts those before is added to its problems.
    fn add(&mut self, file: usize, tables: &mut [Table]) {
        let Some(mut content) = tables.get_mut(file).map(|table| std::mem::take(&mut table.content)) else {
            return;
        };
        let mut problems = Vec::new();
        let series = self.indicators(&content, file, tables, &mut problems);
        let dimensions = self.dimensions(&content);
        let places = self.places(&content, &dimensions, file, tables, &mut problems);
        for figure in std::mem::take(&mut content.figures) {
            let (Some(place), Some(Some(series))) =
                (places.get(figure.place as usize), series.get(figure.series as usize))
            else {
                continue;
            };
            self.files.push(file);
            self.content.figures.push(Placed { place: *place as u32, series: *series as u32, ..figure });
        }
        let own = &mut self.content;
        if own.locale.is_none() {
            own.locale.clone_from(&content.locale);
        }
        if own.nouns.is_none() {
            own.nouns.clone_from(&content.nouns);
        }
        if file == 0 {
            own.title.clone_from(&content.title);
            own.is_titled = content.is_titled;
        }
        for time in &content.times {
            if !own.times.contains(time) {
                own.times.push(time.clone());
            }
        }
        if let Some(table) = tables.get_mut(file) {
            table.content = content;
            table.problems.append(&mut problems);
        }
    }

    fn name(&self, file: usize) -> &'a str {
        self.names.get(file).map_or("", String::as_str)
    }

    /// A cell of a file, as people call it.
    fn cell(&self, tables: &[Table], file: usize, row: usize, column: usize) -> Told {
        let cell = tables.get(file).map_or("".into(), |table| table.grid.name(row, column));
        told!("of-file", cell = cell, file = self.name(file))
    }

    /// What came of all files together.
    fn lines(&self, tables: &[Table]) -> Vec<Told> {
        let mut lines = Vec::new();
        for (i, table) in tables.iter().enumerate().skip(1) {
            let (places, known) = (table.content.places(), self.known.get(i).copied().unwrap_or(0));
            let series = table.content.series.iter().filter(|series| series.count > 0).count();
            let shared = self.shared.get(i).copied().unwrap_or(0);
            lines.push(told!(
                "known-places",
                file = self.name(i),
                known = known,
                places = places,
                shared = shared,
                indicators = series,
            ));
            let new: Vec<&str> = self
                .content
                .places
                .iter()
                .zip(&self.first)
                .filter(|(place, (file, _))| *file == i && !place.is_reference)
                .map(|(place, _)| place.name.as_str())
                .collect();
            if known > 0 && !new.is_empty() {
                let names = semicolons(new.iter().take(20).map(|name| Given::from(*name)).collect());
                lines.push(match new.len() {
                    0..=20 => told!("new-places", file = self.name(i), names = names),
                    n => told!("new-places-more", file = self.name(i), names = names, n = n - 20),
                });
            }
        }
        lines.extend(self.renamed.iter().cloned());
        if self.content.sources.len() > 1 {
            let names = self.content.sources.iter().map(Given::from).collect();
            lines.push(told!("sources", names = semicolons(names)));
        }
        if self.twice > 0 {
            lines.push(told!("twice-in-files", n = self.twice));
        }
        let series = self.content.series.iter().filter(|series| series.count > 0).count();
        lines.push(told!(
            "sum-files",
            files = tables.len(),
            places = self.content.places(),
            indicators = series,
            figures = self.content.figures.len(),
        ));
        lines
    }
}

/// What is wrong with a cell of a file.
fn problem(
    tables: &[Table],
    file: usize,
    row: usize,
    column: usize,
    found: Told,
    expected: Told,
) -> Option<Problem> {
    let at = tables.get(file)?.grid.name(row, column);
    // files have names of any length, and all of them have to be seen
    Some(Problem { row, column, at, found: found.into(), expected })
}

/// Adds problems to those of their files.
fn tell(tables: &mut [Table], told: Vec<(usize, Option<Problem>)>) {
    for (file, problem) in told {
        if let Some(table) = tables.get_mut(file) {
            table.problems.extend(problem);
        }
    }
}
