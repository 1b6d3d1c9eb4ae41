//! Several tables → one data file: a file a year, or a file an indicator.
//!
//! Places are the same by their ids, where both files have them, else by name and district. Indicators are the same by
//! name, unit and period. What contradicts is told by its cells in both files.

use super::content::{Content, Place};
use super::file::source_id;
use super::mapping::Mapping;
use super::series::{slug, Series};
use super::words::fold;
use super::write::{quoted, Placed};
use super::{heading, Problem, Table};
use crate::data::{IndicatorKind, TimePeriod};
use std::collections::HashMap;

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
    pub understood: Vec<String>,
    /// What was not, in the order of the table.
    pub problems: Vec<Problem>,
}

/// What came of several files.
#[derive(Debug)]
pub struct Joined {
    /// The data file. Where there are problems it lacks the figures that they are about.
    pub text: String,
    /// What came of each file.
    pub parts: Vec<Part>,
    /// What came of all together, a line each.
    pub understood: Vec<String>,
}

/// The name that stands for all sheets of a workbook.
pub const ALL_SHEETS: &str = "*";

/// A file, and which sheet of it.
type Input = (File, Option<String>);

/// What is wrong with a file, by its name.
pub type Fault = (Option<String>, String);

/// Each sheet of workbooks as a file of its own, with the name of the sheet; what is left out is said.
fn apart(files: Vec<File>, said: &mut Vec<String>) -> Result<Vec<Input>, Fault> {
    let mut all = Vec::new();
    for file in files {
        if !file.bytes.starts_with(b"PK") {
            all.push((file, None));
            continue;
        }
        let [tables, others] =
            super::read::sheet::names_of(&file.bytes).map_err(|error| (Some(file.name.clone()), error))?;
        said.extend(
            others.iter().map(|name| format!("{}: left out: the sheet {name:?}, no numbers", file.name)),
        );
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
        return Err((None, "no sheet with numbers".to_owned()));
    }
    let names: Vec<String> = files.iter().map(|(file, _)| file.name.clone()).collect();
    let times: Vec<Option<String>> = names.iter().map(|name| set.take_time(name)).collect();
    let mut tables = Vec::new();
    for ((file, sheet), time) in files.into_iter().zip(times) {
        let mut own = set.clone();
        let name = sheet.as_deref().unwrap_or(stem(&file.name));
        let by_name = heading::one_time(name).map(|(time, _)| time);
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
        let Table { understood, mut problems, .. } = table;
        problems.sort_by_key(|problem| (problem.row, problem.column));
        Part { name: name.clone(), understood, problems }
    };
    Ok(Joined { text, parts: tables.into_iter().zip(&names).map(part).collect(), understood })
}

/// The name of a file without its folder and its ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

impl Mapping {
    /// Takes out the time that is set for a file: by its name, with or without folder and ending.
    fn take_time(&mut self, file: &str) -> Option<String> {
        let short = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let key = [file, short, stem(file)].into_iter().find(|key| self.times.contains_key(*key))?.to_owned();
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
    renamed: Vec<String>,
    twice: usize,
}

impl Join<'_> {
    /// Adds a file. What of it contradicts those before is added to its problems.
    fn add(&mut self, file: usize, tables: &mut [Table]) {
        let Some(mut content) = tables.get_mut(file).map(|table| std::mem::take(&mut table.content)) else {
            return;
        };
        let mut problems = Vec::new();
        let series = self.series(&content, file, tables, &mut problems);
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

    fn name(&self, file: usize) -> &str {
        self.names.get(file).map_or("", String::as_str)
    }

    /// Where the indicators of a file are among all; nowhere those that contradict.
    fn series(
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
                Some(known) => (known.scale != series.scale).then_some(known),
                None => other,
            };
            if let Some(known) = contradicts {
                let figure = content.figures.iter().find(|figure| figure.series as usize == n);
                let (row, column) = figure.map_or((0, 0), |f| (f.row as usize, f.column as usize));
                let at = self.first_of(known, tables);
                let found = format!(
                    "{:?} in {}, and in {} in {at}",
                    series.name,
                    series.unit_words(),
                    known.unit_words()
                );
                let expected = "one unit of an indicator (--unit says which, --indicator tells two apart)";
                problems.extend(problem(tables, file, row, column, &found, expected));
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
            let taken: Vec<&str> = self.content.series.iter().map(|series| series.id.as_str()).collect();
            let is_free = !taken.contains(&&*series.id);
            let id = if is_free {
                series.id.clone()
            } else {
                slug(&series.name, self.content.series.len(), &taken)
            };
            places.push(Some(self.content.series.len()));
            self.content.series.push(Series { id, ..series.clone() });
        }
        self.shared.push(shared);
        places
    }

    /// The first cell of an indicator.
    fn first_of(&self, series: &Series, tables: &[Table]) -> String {
        let at = self.content.series.iter().position(|other| other.id == series.id);
        let figure = self.content.figures.iter().position(|figure| Some(figure.series as usize) == at);
        let cell = figure.and_then(|n| Some((self.content.figures.get(n)?, *self.files.get(n)?)));
        cell.map_or(String::new(), |(figure, file)| {
            self.cell(tables, file, figure.row as usize, figure.column as usize)
        })
    }

    /// A cell of a file, as people call it.
    fn cell(&self, tables: &[Table], file: usize, row: usize, column: usize) -> String {
        let cell = tables.get(file).map_or(String::new(), |table| table.grid.name(row, column));
        format!("{cell} of {}", self.name(file))
    }

    /// Where the dimensions of a file are among all: by their names.
    fn dimensions(&mut self, content: &Content) -> Vec<usize> {
        let mut places = Vec::new();
        for (id, name) in &content.dimensions {
            let all = &mut self.content.dimensions;
            let known = all.iter().position(|(_, other)| fold(other) == fold(name));
            places.push(known.unwrap_or_else(|| {
                let series = self.content.series.iter().map(|series| series.id.as_str());
                let taken: Vec<&str> = series.chain(all.iter().map(|(id, _)| id.as_str())).collect();
                let id = if taken.contains(&&**id) { slug(name, all.len(), &taken) } else { id.clone() };
                all.push((id, name.clone()));
                all.len() - 1
            }));
        }
        places
    }

    /// Where the places of a file are among all.
    fn places(
        &mut self,
        content: &Content,
        dimensions: &[usize],
        file: usize,
        tables: &[Table],
        problems: &mut Vec<Problem>,
    ) -> Vec<usize> {
        let key = |place: &Place| (fold(&place.name), place.is_reference);
        let (mut by_id, mut by_name) = (HashMap::new(), HashMap::<_, Vec<usize>>::new());
        for (i, place) in self.content.places.iter().enumerate() {
            if !place.id.is_empty() {
                by_id.insert(place.id.clone(), i);
            }
            by_name.entry(key(place)).or_default().push(i);
        }
        let mut places = Vec::new();
        let mut known = 0;
        for place in &content.places {
            let named = by_name.get(&key(place)).map_or(&[][..], |list| list.as_slice());
            let at = |i: usize| self.content.places.get(i);
            let in_district =
                |i: &&usize| at(**i).is_some_and(|other| fold(&other.district) == fold(&place.district));
            let one = |list: Vec<&usize>| match *list {
                [one] => Some(*one),
                _ => None,
            };
            // an id decides where the other has one, too
            let may_be = |i: &&usize| at(**i).is_some_and(|other| other.id.is_empty() || place.id.is_empty());
            let nowhere = |i: &&usize| {
                at(**i).is_some_and(|other| other.district.is_empty() || place.district.is_empty())
            };
            let same = by_id.get(&place.id).copied().filter(|_| !place.id.is_empty()).or_else(|| {
                one(named.iter().filter(may_be).filter(in_district).collect())
                    .or_else(|| one(named.iter().filter(may_be).filter(nowhere).collect()))
            });
            let doubtful = named.iter().filter(may_be).filter(nowhere).count() > 1
                || named.iter().filter(may_be).filter(in_district).count() > 1;
            if same.is_none() && doubtful && !place.is_reference {
                let all: Vec<String> = named.iter().filter_map(|i| self.place_cell(tables, *i)).collect();
                let found = format!("{:?}, and places of that name in {}", place.name, all.join(" and "));
                let expected = "what tells them apart in both files: a district or an id (--district, --id)";
                problems.extend(self.of_place(tables, file, place.row, &found, expected));
            }
            let Some(same) = same else {
                let mut own = place.clone();
                own.groups = vec![String::new(); self.content.dimensions.len()];
                set_groups(&mut own.groups, &place.groups, dimensions);
                places.push(self.content.places.len());
                self.first.push((file, place.row));
                self.content.places.push(own);
                continue;
            };
            known += usize::from(!place.is_reference);
            places.push(same);
            let cell = self.place_cell(tables, same).unwrap_or_default();
            let mut told = Vec::new();
            if let Some(old) = self.content.places.get_mut(same) {
                if fold(&old.name) != fold(&place.name) {
                    let file = self.names.get(file).map_or("", String::as_str);
                    self.renamed
                        .push(format!("{file}: {:?} is {:?} of {cell}, by its id", place.name, old.name));
                }
                old.groups.resize(self.content.dimensions.len(), String::new());
                let mut own = vec![String::new(); self.content.dimensions.len()];
                set_groups(&mut own, &place.groups, dimensions);
                let names = self.content.dimensions.iter().map(|(_, name)| name.as_str());
                let groups = names.zip(&mut old.groups).zip(&own).map(|((name, old), own)| (name, old, own));
                let heads = [
                    ("district", &mut old.district, &place.district),
                    ("craft", &mut old.craft, &place.craft),
                    ("id", &mut old.id, &place.id),
                ];
                for (name, old, own) in heads.into_iter().chain(groups) {
                    if old.is_empty() {
                        old.clone_from(own);
                    } else if !own.is_empty() && fold(old) != fold(own) {
                        told.push(format!("{:?}, {name} {own:?}, and {name} {old:?} in {cell}", place.name));
                    }
                }
            }
            for found in told {
                let expected = "the same of a place in all files";
                problems.extend(self.of_place(tables, file, place.row, &found, expected));
            }
        }
        for place in &mut self.content.places {
            place.groups.resize(self.content.dimensions.len(), String::new());
        }
        self.known.push(known);
        places
    }

    fn of_place(
        &self,
        tables: &[Table],
        file: usize,
        row: usize,
        found: &str,
        expected: &str,
    ) -> Option<Problem> {
        problem(tables, file, row, tables.get(file)?.place, found, expected)
    }

    /// The cell of a place's name.
    fn place_cell(&self, tables: &[Table], place: usize) -> Option<String> {
        let (file, row) = *self.first.get(place)?;
        Some(self.cell(tables, file, row, tables.get(file)?.place))
    }

    /// Puts all figures in order. Of those of the same place, indicator and time one stays where they are the same.
    fn one_per_cell(&mut self, tables: &mut [Table]) {
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
                grid.map_or("", |grid| grid.cell(figure.row as usize, figure.column as usize)).to_owned()
            };
            let at = self.cell(tables, of, last.row as usize, last.column as usize);
            let found = format!("{:?}, and {:?} in {at}", text(file, &figure), text(of, last));
            let expected = match figure.time {
                None => {
                    "one figure of a place and an indicator (--time FILE=TIME says of which time a file is)"
                }
                Some(_) => "one figure of a place, an indicator and a time",
            };
            told.push((
                file,
                problem(tables, file, figure.row as usize, figure.column as usize, &found, expected),
            ));
        }
        tell(tables, told);
        self.content.count();
    }

    /// An indicator has times, or none.
    fn timed(&mut self, tables: &mut [Table]) {
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
            let time = other.time.map_or(String::new(), |time: TimePeriod| time.to_string());
            let found = format!("{name:?} of no time, and of {time} in {at}");
            let expected = format!("the time of all files: --time '{}=TIME'", stem(self.name(*file)));
            told.push((
                *file,
                problem(tables, *file, figure.row as usize, figure.column as usize, &found, &expected),
            ));
        }
        tell(tables, told);
    }

    /// Says which figures are of which source, where files have several. That of a file that names none is the file.
    fn name_sources(&mut self, tables: &[Table]) {
        if tables.iter().all(|table| table.content.sources.is_empty()) {
            return;
        }
        // of each file its sources, by their numbers among all
        let mut numbers: Vec<Vec<usize>> = Vec::new();
        for (table, file) in tables.iter().zip(self.names) {
            let own = &table.content.sources;
            let names = if own.is_empty() { std::slice::from_ref(file) } else { own };
            let mut own = Vec::new();
            for name in names {
                let known = self.content.sources.iter().position(|source| source == name);
                own.push(known.unwrap_or(self.content.sources.len()));
                if known.is_none() {
                    self.content.sources.push(name.clone());
                }
            }
            numbers.push(own);
        }
        let mut first: Vec<Option<usize>> = vec![None; self.content.series.len()];
        let mut told = Vec::new();
        for (figure, file) in self.content.figures.iter_mut().zip(&self.files) {
            let (json, own) = without_source(&figure.json);
            let number = numbers.get(*file).and_then(|all| all.get(own)).copied().unwrap_or(0);
            if let Some(first) = first.get_mut(figure.series as usize) {
                first.get_or_insert(number);
            }
            figure.json = json.into_boxed_str();
            told.push(number);
        }
        for (series, first) in self.content.series.iter_mut().zip(&first) {
            series.source = first.unwrap_or(0);
        }
        for (figure, number) in self.content.figures.iter_mut().zip(told) {
            if first.get(figure.series as usize).copied().flatten() != Some(number) {
                let source = format!("\"source\": {} }}", quoted(&source_id(number)));
                figure.json = match figure.json.strip_suffix(" }") {
                    Some(parts) => format!("{parts}, {source}"),
                    None => format!("{{ \"exact\": {}, {source}", figure.json),
                }
                .into_boxed_str();
            }
        }
    }

    /// What came of all files together.
    fn lines(&self, tables: &[Table]) -> Vec<String> {
        let mut lines = Vec::new();
        for (i, table) in tables.iter().enumerate().skip(1) {
            let (places, known) = (table.content.places(), self.known.get(i).copied().unwrap_or(0));
            let series = table.content.series.iter().filter(|series| series.count > 0).count();
            let shared = self.shared.get(i).copied().unwrap_or(0);
            lines.push(format!(
                "{}: {known} of {places} places and {shared} of {series} indicators are in the files before it",
                self.name(i)
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
                let some: Vec<&str> = new.iter().take(20).copied().collect();
                let more =
                    if new.len() > 20 { format!(" and {} more", new.len() - 20) } else { String::new() };
                lines.push(format!("{}: in no file before it: {}{more}", self.name(i), some.join("; ")));
            }
        }
        lines.extend(self.renamed.iter().cloned());
        if self.content.sources.len() > 1 {
            lines.push(format!("sources: {}", self.content.sources.join("; ")));
        }
        if self.twice > 0 {
            lines.push(format!("{} figures are in several files, and the same", self.twice));
        }
        let series = self.content.series.iter().filter(|series| series.count > 0).count();
        lines.push(format!(
            "{} files: {} places, {series} indicators, {} figures",
            tables.len(),
            self.content.places(),
            self.content.figures.len()
        ));
        lines
    }
}

/// A figure without the source that it names, and the number of that in its file. No text in it has these quotation
/// marks: they are written with a stroke before them there.
fn without_source(json: &str) -> (String, usize) {
    const KEY: &str = ", \"source\": \"source-";
    let parts = json.split_once(KEY).and_then(|(before, rest)| Some((before, rest.split_once('"')?)));
    let Some((before, (number, after))) = parts else { return (json.to_owned(), 0) };
    let bare = match (before.strip_prefix("{ \"exact\": "), after) {
        (Some(number), " }") if !number.contains(',') => number.to_owned(),
        _ => format!("{before}{after}"),
    };
    (bare, number.parse().map_or(0, |number: usize| number.saturating_sub(1)))
}

/// What both files say of an indicator.
fn agree(known: &mut Series, other: &Series) {
    // numbers below zero, or a word, say more than a guess
    if other.kind == IndicatorKind::Change || (other.kind_is_said && !known.kind_is_said) {
        (known.kind, known.kind_is_said) = (other.kind, other.kind_is_said);
    }
    known.decimals = known.decimals.zip(other.decimals).map(|(a, b)| a.max(b));
}

fn set_groups(all: &mut [String], own: &[String], dimensions: &[usize]) {
    for (value, at) in own.iter().zip(dimensions) {
        if let Some(slot) = all.get_mut(*at) {
            slot.clone_from(value);
        }
    }
}

fn problem(
    tables: &[Table],
    file: usize,
    row: usize,
    column: usize,
    found: &str,
    expected: &str,
) -> Option<Problem> {
    let at = tables.get(file)?.grid.name(row, column);
    // files have names of any length, and all of them have to be seen
    Some(Problem { row, column, at, found: found.to_owned(), expected: expected.to_owned() })
}

fn tell(tables: &mut [Table], told: Vec<(usize, Option<Problem>)>) {
    for (file, problem) in told {
        if let Some(table) = tables.get_mut(file) {
            table.problems.extend(problem);
        }
    }
}
