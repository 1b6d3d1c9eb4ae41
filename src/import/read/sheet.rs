//! Sheets of workbooks: XLSX and ODS.

use super::csv::{self, MOST_COLUMNS};
use super::looks::{self, At, Looks, Shown};
use crate::import::grid::{letters, Grid, Kind, MOST_TEXT};
use crate::import::told::{commas, quote, told, Given, Told};
use crate::import::words::Words;
use crate::import::{own, table, Book, Source};
use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Xlsx};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::panic::{catch_unwind, AssertUnwindSafe};

/// The most bytes that a workbook has once it is unpacked, and the most cells.
const MOST_BYTES: u64 = 1_000_000_000;
const MOST_CELLS: usize = 20_000_000;

/// Reads a sheet, by its name, or the first that is a table; where none is, the first that has something in it.
pub fn read(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Source, Told> {
    let kind = look(&bytes)?;
    // what the library cannot stand in a broken file is an error of the file
    let read = || match kind {
        Workbook::Xlsx => xlsx(bytes, sheet),
        Workbook::Ods => ods(bytes, sheet),
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(told!("fault-broken-workbook")))
}

/// The names of the sheets of a workbook that have a number in them, and of the others.
pub fn names_of(bytes: &[u8]) -> Result<[Vec<String>; 2], Told> {
    let kind = look(bytes)?;
    let all = || match kind {
        Workbook::Xlsx => {
            Xlsx::new(Cursor::new(bytes)).map(|book| book.sheet_names()).map_err(|e| e.to_string())
        }
        Workbook::Ods => {
            Ods::new(Cursor::new(bytes)).map(|book| book.sheet_names()).map_err(|e| e.to_string())
        }
    };
    let broken = || told!("fault-broken-workbook");
    let all = catch_unwind(AssertUnwindSafe(all)).map_err(|_| broken())?.map_err(|_| broken())?;
    let has_numbers = |name: &String| {
        let Ok(Source { grid, .. }) = read(bytes.to_vec(), Some(name)) else { return false };
        let mut rows = 0..grid.height();
        rows.any(|row| (0..grid.width(row)).any(|column| grid.kind(row, column) == Kind::Number))
    };
    let (tables, others) = all.into_iter().partition(has_numbers);
    Ok([tables, others])
}

#[derive(Clone, Copy)]
enum Workbook {
    Xlsx,
    Ods,
}

/// What kind of workbook it is, and whether it unpacks to no more than is read.
fn look(bytes: &[u8]) -> Result<Workbook, Told> {
    let broken = |_: zip::result::ZipError| told!("fault-zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let (mut xlsx, mut ods, mut locked) = (false, false, false);
    let (mut total, mut declared) = (0, 0u64);
    for i in 0..archive.len() {
        let file = match archive.by_index(i) {
            Ok(file) => file,
            Err(zip::result::ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
                locked = true;
                continue;
            }
            Err(error) => return Err(broken(error)),
        };
        declared = declared.saturating_add(file.size());
        let name = file.name().to_owned();
        xlsx |= name == "xl/workbook.xml";
        ods |= name == "content.xml";
        if declared > MOST_BYTES {
            return Err(told!("fault-zip-size"));
        }
        let mut unpacked = file.take(MOST_BYTES - total + 1);
        if name == "META-INF/manifest.xml" {
            let mut text = Vec::new();
            unpacked.read_to_end(&mut text).map_err(|error| broken(error.into()))?;
            locked |= String::from_utf8_lossy(&text).contains("encryption-data");
            total += text.len() as u64;
        } else {
            total +=
                std::io::copy(&mut unpacked, &mut std::io::sink()).map_err(|error| broken(error.into()))?;
        }
        // what a file says of itself may be wrong
        if total > MOST_BYTES {
            return Err(told!("fault-zip-size"));
        }
    }
    match (xlsx, ods) {
        _ if locked => Err(told!("fault-password")),
        (true, _) => Ok(Workbook::Xlsx),
        (false, true) => Ok(Workbook::Ods),
        (false, false) => Err(told!("fault-no-workbook")),
    }
}

/// The cells of a sheet, their texts one behind the other: a large sheet has millions of them.
#[derive(Default)]
struct Cells {
    all: Vec<Cell>,
    text: String,
}

/// What stands in a row and a column, and where its text begins and ends.
struct Cell {
    at: At,
    text: [u32; 2],
    kind: Kind,
}

impl Cells {
    fn add(&mut self, (row, column): At, text: &str, kind: Kind) -> Result<(), Told> {
        if column as usize >= MOST_COLUMNS || row >= 1_048_576 {
            return Err(told!("fault-far-cell", row = row as usize + 1, column = column as usize + 1));
        }
        if self.all.len() >= MOST_CELLS {
            return Err(told!("fault-cells", most = MOST_CELLS));
        }
        let start = self.text.len();
        self.text += &super::ascii_digits(text);
        if self.text.len() > MOST_TEXT {
            return Err(told!("fault-room"));
        }
        // formulas that give an error may be texts
        let is_error = kind == Kind::Text && text.starts_with('#') && text.ends_with(['!', '?']);
        let kind = if is_error { Kind::Error } else { kind };
        self.all.push(Cell { at: (row, column), text: [start as u32, self.text.len() as u32], kind });
        Ok(())
    }

    /// Marks what merged cells cover and has nothing in it, and puts all in the order of the sheet.
    fn arrange(&mut self, merged: &[(At, At)]) {
        const MOST: u32 = 100_000;
        let cells = self.all.len();
        let last = self.all.iter().map(|cell| cell.at.0).max().unwrap_or(0);
        for (start, end) in merged {
            let bottom = end.0.min(start.0.saturating_add(MOST)).min(last);
            let right = end.1.min(MOST_COLUMNS as u32);
            for row in start.0..=bottom {
                let kind = if row > start.0 { Kind::Under } else { Kind::Covered };
                let columns = (start.1..=right).filter(|column| (row, *column) != *start);
                let room = MOST_CELLS.saturating_sub(self.all.len());
                let covered = columns.map(|column| Cell { at: (row, column), text: [0, 0], kind });
                self.all.extend(covered.take(room));
            }
        }
        if self.all.len() > cells || !self.all.is_sorted_by_key(|cell| cell.at) {
            // of those in one place the last of the file counts, and what is covered only where there is no other
            self.all.sort_by_key(|cell| (cell.at, cell.kind.is_covered()));
            self.all.dedup_by(|next, kept| {
                let is_one = next.at == kept.at;
                if is_one && !next.kind.is_covered() {
                    std::mem::swap(next, kept);
                }
                is_one
            });
        }
    }

    fn iter(&self) -> impl Iterator<Item = (&Cell, &str)> {
        self.all.iter().map(|cell| {
            let [start, end] = cell.text.map(|at| at as usize);
            (cell, self.text.get(start..end).unwrap_or_default())
        })
    }

    /// Where something is.
    fn filled(&self) -> impl Iterator<Item = At> + '_ {
        self.iter().filter(|(_, text)| !text.trim().is_empty()).map(|(cell, _)| cell.at)
    }
}

fn names(names: &[String]) -> Given {
    commas(names.iter().map(|name| quote(name)).collect())
}

/// The sheet that is asked for; else the first.
fn chosen(all: &[String], sheet: Option<&str>) -> Result<Vec<String>, Told> {
    match sheet {
        Some(name) => {
            let found = all.iter().find(|other| other.to_lowercase() == name.to_lowercase());
            let missing = || told!("fault-no-sheet", name = quote(name), names = names(all));
            Ok(vec![found.ok_or_else(missing)?.clone()])
        }
        None => Ok(all.to_vec()),
    }
}

fn xlsx(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Source, Told> {
    let wrong = |_: calamine::XlsxError| told!("fault-broken-workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&*bytes)).map_err(wrong)?;
    let all = book.sheet_names();
    let (chosen, mut first) = (chosen(&all, sheet)?, None);
    let is_only = chosen.len() == 1;
    for name in chosen {
        let mut cells = Cells::default();
        // a sheet of the book that is a chart has no cells
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
        let looks = looks::look(&bytes, &name);
        while let Some(cell) = reader.next_cell().map_err(wrong)? {
            let at = cell.get_position();
            let (text, kind): (Cow<str>, Kind) = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::String(text) => (text.into(), Kind::Text),
                DataRef::SharedString(text) => ((*text).into(), Kind::Text),
                DataRef::Int(n) => (n.to_string().into(), Kind::Number),
                DataRef::Float(x) => (number(*x).into(), Kind::Number),
                DataRef::Bool(is) => (is.to_string().into(), Kind::Text),
                DataRef::DateTime(time) => (as_shown(day(time), looks.dates.get(&at)).into(), Kind::Date),
                DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (text.into(), Kind::Date),
                DataRef::Error(error) => (error.to_string().into(), Kind::Error),
            };
            // levels of places are told by blanks before their names
            let text = match looks.indents.get(&at).filter(|_| kind == Kind::Text) {
                Some(indent) => format!("{}{text}", " ".repeat(2 * usize::from(*indent))).into(),
                None => text,
            };
            cells.add(at, &text, kind)?;
        }
        if cells.filled().next().is_none() {
            continue;
        }
        cells.arrange(&looks.merged);
        let hidden = hidden(&cells, &looks);
        let source = Source { hidden, ..source(&cells, "XLSX", &name, &all, sheet)? };
        if is_only || is_table(&source.grid) {
            return Ok(source);
        }
        first.get_or_insert(source);
    }
    first.ok_or_else(|| told!("fault-no-tables"))
}

fn ods(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Source, Told> {
    let wrong = |_: calamine::OdsError| told!("fault-broken-workbook");
    let mut book: Ods<_> = Ods::new(Cursor::new(&*bytes)).map_err(wrong)?;
    let all = book.sheet_names();
    let (chosen, mut first) = (chosen(&all, sheet)?, None);
    let is_only = chosen.len() == 1;
    for name in chosen {
        let range = book.worksheet_range(&name).map_err(wrong)?;
        let looks = looks::look_ods(&bytes, &name);
        let (row, column) = range.start().unwrap_or((0, 0));
        let mut cells = Cells::default();
        for (r, c, cell) in range.used_cells() {
            let at = (row + r as u32, column + c as u32);
            let (text, kind): (Cow<str>, Kind) = match cell {
                Data::Empty => continue,
                Data::String(text) => (text.into(), Kind::Text),
                Data::Int(n) => (n.to_string().into(), Kind::Number),
                Data::Float(x) => (number(*x).into(), Kind::Number),
                Data::Bool(is) => (is.to_string().into(), Kind::Text),
                Data::DateTime(time) => (as_shown(day(time), looks.dates.get(&at)).into(), Kind::Date),
                Data::DateTimeIso(text) => (as_shown(text.clone(), looks.dates.get(&at)).into(), Kind::Date),
                Data::DurationIso(text) => (text.into(), Kind::Date),
                Data::Error(error) => (error.to_string().into(), Kind::Error),
            };
            cells.add(at, &text, kind)?;
        }
        if cells.all.is_empty() {
            continue;
        }
        cells.arrange(&looks.merged);
        let hidden = hidden(&cells, &looks);
        let source = Source { hidden, ..source(&cells, "ODS", &name, &all, sheet)? };
        if is_only || is_table(&source.grid) {
            return Ok(source);
        }
        first.get_or_insert(source);
    }
    first.ok_or_else(|| told!("fault-no-tables"))
}

/// Is it a table, and no note, cover or list of contents? Behind its first column it has one most of whose cells have
/// digits, two or more.
fn is_table(grid: &Grid) -> bool {
    let cut = csv::cut(grid);
    let grid = cut.as_ref().map_or(grid, |(cut, _)| cut);
    let Ok(layout) = table::layout(grid, Words::all(), None) else { return own::is_own(grid) };
    let has_figures = |column: &usize| {
        let cells = layout.body.clone().map(|row| grid.cell(row, *column));
        let filled = cells.filter(|text| !text.is_empty());
        let (with, all) = filled.fold((0, 0), |(with, all), text| {
            (with + usize::from(text.contains(|c: char| c.is_ascii_digit())), all + 1)
        });
        with > 1 && with * 2 > all
    };
    own::is_own(grid) || (1..layout.width).any(|column| has_figures(&column))
}

/// A number as a spreadsheet shows it: computers have more digits than anyone wrote.
fn number(x: f64) -> String {
    // what needs no more than 15 digits is as it was written
    let text = x.to_string();
    if text.len() <= 15 {
        return text;
    }
    let rounded: f64 = format!("{x:.14e}").parse().unwrap_or(x);
    rounded.to_string()
}

/// A day in ISO 8601. What is a time of a day has no date.
fn day(time: &ExcelDateTime) -> String {
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    match time.is_duration() {
        true => time.as_f64().to_string(),
        false => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// What a cell shows of its day: "2020" is no January.
fn as_shown(text: String, shown: Option<&Shown>) -> String {
    let length = match shown {
        Some(Shown::Year) => 4,
        Some(Shown::Month) => 7,
        None => text.len(),
    };
    text.get(..length).unwrap_or(&text).to_owned()
}

/// Says which rows and columns with something in them are hidden, and read all the same.
fn hidden(cells: &Cells, looks: &Looks) -> Vec<Told> {
    const MOST: usize = 12;
    let is_hidden = |row: &u32| looks.rows.contains(row);
    let rows: BTreeSet<u32> = cells.filled().map(|(row, _)| row).filter(is_hidden).collect();
    let is_hidden = |column: &u32| looks.columns.iter().any(|(from, to)| (from..=to).contains(&column));
    let columns: BTreeSet<u32> = cells.filled().map(|(_, column)| column).filter(is_hidden).collect();
    let mut told = Vec::new();
    if !rows.is_empty() {
        let names = rows.iter().take(MOST).map(|row| told!("row", n = *row as usize + 1).into()).collect();
        told.push(told!("read-hidden-rows", n = rows.len(), rows = commas(names)));
    }
    if !columns.is_empty() {
        let names = columns.iter().take(MOST).map(|column| letters(*column as usize).into()).collect();
        told.push(told!("read-hidden-columns", n = columns.len(), columns = commas(names)));
    }
    told
}

fn source(
    cells: &Cells,
    kind: &str,
    name: &str,
    all: &[String],
    sheet: Option<&str>,
) -> Result<Source, Told> {
    let mut grid = Grid::with_room(cells.text.len());
    let (mut row, mut column) = (0, 0);
    for (Cell { at: (r, c), kind, .. }, text) in cells.iter() {
        while row < *r {
            grid.end_row();
            (row, column) = (row + 1, 0);
        }
        while column < *c {
            grid.push("", Kind::Text);
            column += 1;
        }
        // blanks before names tell their levels
        if !grid.push(text.trim_end(), *kind) {
            return Err(told!("fault-room"));
        }
        column += 1;
    }
    grid.end_row();
    let about = Some(match (sheet, all.len()) {
        (None, 2..) => told!("first-sheet", kind = kind, name = quote(name), names = names(all)),
        _ => told!("sheet", kind = kind, name = quote(name)),
    });
    let book = Some(Book { sheet: name.to_owned(), sheets: all.to_vec() });
    Ok(Source { grid, about, book, ..Source::default() })
}
