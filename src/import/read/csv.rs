//! Texts whose cells are separated by a sign.

use crate::import::cell::{Cell, Legend, Reader};
use crate::import::grid::{Grid, Kind};
use crate::import::times;
use crate::import::told::{told, Told};
use crate::import::words::{fold, is_ideograph, Words};

/// The most columns that a table has: as many as a spreadsheet.
pub const MOST_COLUMNS: usize = 16_384;

/// Signs that separate cells.
const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];

/// Reads a text. `set` is the sign between cells where it is known. The second is that sign.
pub fn read(text: &str, set: Option<char>) -> Result<(Grid, char), Told> {
    // a first line for Excel
    let (set, text) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((sign, rest)) => (set.or(sign.trim_end_matches('\r').chars().next()), rest),
        None => (set, text),
    };
    let separator = set.unwrap_or_else(|| guess(text));
    let byte = u8::try_from(separator).ok().filter(u8::is_ascii).ok_or_else(|| told!("fault-separator"))?;
    let mut grid = Grid::with_room(text.len());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(byte)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut start = 0;
    loop {
        let more = reader.read_record(&mut record).map_err(|error| {
            let line = error.position().map_or(0, csv::Position::line) as usize;
            told!("fault-csv", line = line)
        })?;
        let end = reader.position().byte() as usize;
        // of a line's end in two signs the second comes with the next row
        let is_cut = text.get(..start).is_some_and(|before| before.ends_with('\r'));
        let raw = text.get(start..end).unwrap_or("");
        let raw = if is_cut { raw.strip_prefix('\n').unwrap_or(raw) } else { raw };
        start = end;
        if !more {
            break;
        }
        // the reader skips empty lines, which people count
        let blank = raw.bytes().take_while(|b| matches!(b, b'\n' | b'\r'));
        for _ in blank.filter(|b| *b == b'\n') {
            grid.end_row();
        }
        if end >= text.len() && raw.bytes().filter(|b| *b == b'"').count() % 2 == 1 {
            let line = record.position().map_or(0, csv::Position::line) as usize;
            return Err(told!("fault-quote", row = grid.row(grid.height()), line = line));
        }
        if record.len() > MOST_COLUMNS {
            let row = grid.row(grid.height());
            return Err(told!("fault-columns", n = record.len(), row = row, most = MOST_COLUMNS));
        }
        // the rule below the headings of Markdown
        let is_rule = |cell: &str| {
            let cell = cell.trim();
            cell.is_empty() || (cell.len() > 2 && cell.bytes().all(|b| matches!(b, b'-' | b':' | b'=')))
        };
        if record.len() > 1 && record.iter().any(|cell| !cell.trim().is_empty()) && record.iter().all(is_rule)
        {
            grid.end_row();
            continue;
        }
        for cell in &record {
            if !grid.push(cell, Kind::Text) {
                return Err(told!("fault-room"));
            }
        }
        grid.end_row();
    }
    Ok((grid, separator))
}

/// Eurostat's files have several columns in the first one, "freq,unit,geo\\TIME_PERIOD", with commas between them.
pub fn apart(grid: Grid) -> Grid {
    let heading = grid.cell(0, 0);
    let Some((names, _)) = heading.split_once('\\').filter(|(names, _)| names.contains(',')) else {
        return grid;
    };
    let count = names.split(',').count();
    if (1..grid.height()).any(|row| grid.width(row) > 0 && grid.cell(row, 0).split(',').count() != count) {
        return grid;
    }
    let mut wide = Grid::default();
    for row in 0..grid.height() {
        let first = if row == 0 { names } else { grid.cell(row, 0) };
        for cell in first.split(',').chain((1..grid.width(row)).map(|column| grid.cell(row, column))) {
            wide.push(cell, Kind::Text);
        }
        wide.end_row();
    }
    wide
}

/// The tables of the US census have a column for each place and what is said of it, "Alabama!!Estimate": they become
/// rows of places and of what is measured.
pub fn places_apart(grid: Grid) -> Grid {
    let of = |column: usize| grid.cell(0, column).split_once("!!");
    let columns: Vec<(usize, (&str, &str))> =
        (1..grid.width(0)).filter_map(|column| Some((column, of(column)?))).collect();
    let mut places: Vec<&str> = Vec::new();
    let mut says: Vec<&str> = Vec::new();
    for (_, (place, say)) in &columns {
        if !places.contains(place) {
            places.push(place);
        }
        if !says.contains(say) {
            says.push(say);
        }
    }
    let is_whole = columns.len() + 1 == grid.width(0) && columns.len() == places.len() * says.len();
    if !is_whole || places.len() < 2 || says.len() > 20 {
        return grid;
    }
    let (mut long, mut has_room) = (Grid::default(), true);
    for cell in ["Geography", "Indicator"].iter().chain(&says) {
        has_room &= long.push(cell, Kind::Text);
    }
    long.end_row();
    for row in (1..grid.height()).filter(|row| grid.filled(*row) > 1) {
        for place in &places {
            has_room &= long.push(place, Kind::Text);
            has_room &= long.push(grid.cell(row, 0), Kind::Text);
            for say in &says {
                let column =
                    columns.iter().find(|(_, of)| of == &(*place, *say)).map_or(0, |(column, _)| *column);
                has_room &= long.push(grid.cell(row, column), grid.kind(row, column));
            }
            long.end_row();
        }
    }
    if has_room {
        long
    } else {
        grid
    }
}

/// Codes that stand before names in one cell, "0114 Upplands Väsby", and before labels, "REGION: Region" above
/// "10050: Albury", get a column of their own.
pub fn codes_apart(grid: Grid) -> Grid {
    let most = (0..grid.height().min(50)).map(|row| grid.filled(row)).max().unwrap_or(0);
    let head = (0..grid.height().min(50)).find(|row| grid.filled(*row) == most).filter(|_| most > 1);
    let Some(head) = head else { return grid };
    let is_labelled = |column: &usize| labelled(grid.cell(head, *column)).is_some();
    let is_sdmx = (0..grid.width(head)).filter(is_labelled).count() > 2;
    let legend = Legend::default();
    let reader = Reader { words: Words::all(), legend: &legend, noun: None };
    let body = || (head + 1..grid.height()).filter(|row| grid.filled(*row) > 1);
    let is_coded = |column: usize| {
        let mut cells = body().map(|row| grid.cell(row, column)).filter(|text| !text.is_empty());
        let is_code = |text: &str| match is_sdmx {
            true => labelled_cell(text).is_some(),
            false => coded(text).is_some() && !matches!(reader.read(text), Ok(Cell::Figure(_))),
        };
        // "Total" has no code
        let is_whole = |text: &str| Words::all().is("whole", &fold(text));
        // most columns end with their first cell
        cells.clone().all(|text| is_code(text) || is_whole(text)) && cells.any(is_code)
    };
    let may_be = |column: &usize| !is_sdmx || is_labelled(column);
    let split: Vec<bool> = (0..grid.width(head)).map(|column| may_be(&column) && is_coded(column)).collect();
    if !is_sdmx && !split.contains(&true) {
        return grid;
    }
    let mut wide = Grid::default();
    for row in 0..grid.height() {
        for column in 0..grid.width(row) {
            let text = grid.cell(row, column);
            let is_split = split.get(column) == Some(&true);
            let parts = match (row == head, is_sdmx) {
                (true, true) => labelled(text),
                (true, false) => Some((text, text)),
                (false, true) if is_split => labelled_cell(text),
                (false, false) if is_split && row > head => coded(text),
                _ => None,
            };
            let (code, name) = parts.unwrap_or(("", text));
            let code = match row == head {
                true => format!("{} code", code.split(['(', '[']).next().unwrap_or("").trim()),
                false => code.to_owned(),
            };
            let has_room = !is_split || wide.push(&code, Kind::Text);
            if !has_room || !wide.push(name, grid.kind(row, column)) {
                return grid;
            }
        }
        wide.end_row();
    }
    wide
}

/// The code and the label of a heading in SDMX: "REGION: Region".
fn labelled(heading: &str) -> Option<(&str, &str)> {
    let (code, label) = heading.split_once(':')?;
    let is_code = code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    (is_code && !code.is_empty() && !label.trim().is_empty()).then(|| (code, label.trim()))
}

/// The same of a cell: "10050: Albury".
fn labelled_cell(text: &str) -> Option<(&str, &str)> {
    let (code, label) = text.split_once(": ")?;
    let is_code = code.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-+.".contains(&b));
    (is_code && !code.is_empty()).then(|| (code, label.trim()))
}

/// A code of two digits and more, and the name behind it: "0114 Upplands Väsby", no age and no time.
fn coded(text: &str) -> Option<(&str, &str)> {
    let of_colon = labelled_cell(text).filter(|(code, name)| {
        let is_code = code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        is_code && code.len() > 1 && name.starts_with(char::is_uppercase)
    });
    if of_colon.is_some() {
        return of_colon;
    }
    let (code, name) = text.split_once(' ')?;
    let name = name.trim_start_matches(['-', '–', ' ']);
    let first = name.chars().next()?;
    let is_code = code.len() > 1 && code.bytes().all(|b| b.is_ascii_digit());
    let is_name = first.is_uppercase() || is_ideograph(first);
    let is_age = Words::all().find("age", &fold(text)).is_some();
    (is_code && is_name && !is_age && !times::names_year(text)).then_some((code, name))
}

/// A table that came as one column, such as a text that was pasted: the cells of its lines, where one sign separates
/// them in every line but those above and below the table. The second is that sign.
pub fn cut(grid: &Grid) -> Option<(Grid, Told)> {
    let is_one = |row: usize| (1..grid.width(row)).all(|column| grid.cell(row, column).is_empty());
    if grid.names.is_some() || !(0..grid.height()).all(is_one) {
        return None;
    }
    let ways: [(Told, Way); 4] = [
        (told!("tabs"), |line| by_sign(line, b'\t')),
        (told!("semicolons"), |line| by_sign(line, b';')),
        (told!("blanks"), by_blanks),
        (told!("commas"), |line| match between_digits(line) {
            true => Vec::new(),
            false => by_sign(line, b','),
        }),
    ];
    ways.into_iter().find_map(|(sign, way)| Some((cut_by(grid, way)?, sign)))
}

/// The cells of a line.
type Way = fn(&str) -> Vec<String>;

fn cut_by(grid: &Grid, way: Way) -> Option<Grid> {
    let lines: Vec<Vec<String>> = (0..grid.height()).map(|row| way(grid.cell(row, 0))).collect();
    let filled: Vec<usize> = (0..grid.height()).filter(|row| !grid.cell(*row, 0).is_empty()).collect();
    let width = |row: &usize| lines.get(*row).map_or(0, Vec::len);
    let most = filled.iter().map(width).max().filter(|most| (2..=MOST_COLUMNS).contains(most))?;
    let first = filled.iter().position(|row| width(row) == most)?;
    let last = filled.iter().rposition(|row| width(row) == most)?;
    let table = filled.get(first..=last)?;
    if table.len() < 2 || table.iter().any(|row| width(row) != most) {
        return None;
    }
    let mut wide = Grid::default();
    wide.is_cut = true;
    for (row, line) in lines.iter().enumerate() {
        match table.contains(&row) {
            true => line.iter().for_each(|cell| {
                wide.push(cell, Kind::Text);
            }),
            false => {
                wide.push(grid.cell(row, 0), Kind::Text);
            }
        }
        wide.end_row();
    }
    Some(wide)
}

fn by_sign(line: &str, sign: u8) -> Vec<String> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(sign).has_headers(false).from_reader(line.as_bytes());
    let record = reader.records().next().and_then(Result::ok);
    record.map_or(Vec::new(), |record| record.iter().map(str::to_owned).collect())
}

/// The parts of a line between two and more blanks.
fn by_blanks(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut blanks = String::new();
    for c in line.trim().chars() {
        if c.is_whitespace() {
            blanks.push(c);
            continue;
        }
        match blanks.chars().count() {
            0 => {}
            1 => parts.last_mut().into_iter().for_each(|part| part.push_str(&blanks)),
            _ => parts.push(String::new()),
        }
        blanks.clear();
        parts.last_mut().into_iter().for_each(|part| part.push(c));
    }
    parts
}

/// Do all commas of a line stand within numbers? "Mẫu An 5,2" has no cell that ends at one.
fn between_digits(line: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    line.match_indices(',').all(|(at, _)| {
        let (before, after) = (line.get(..at).unwrap_or(""), line.get(at + 1..).unwrap_or(""));
        is_digit(before.chars().next_back()) && is_digit(after.chars().next())
    })
}

/// The sign by which the first lines have the most cells, always as many.
fn guess(text: &str) -> char {
    let end = text.char_indices().nth(65_536).map_or(text.len(), |(at, _)| at);
    let start = text.get(..end).unwrap_or(text);
    let score = |sign: char| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(sign as u8)
            .has_headers(false)
            .flexible(true)
            .from_reader(start.as_bytes());
        let widths: Vec<usize> =
            reader.records().take(200).filter_map(|record| Some(record.ok()?.len())).collect();
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for width in widths.iter().filter(|width| **width > 1) {
            match counts.iter_mut().find(|(known, _)| known == width) {
                Some((_, n)) => *n += 1,
                None => counts.push((*width, 1)),
            }
        }
        // rows of the most common width
        counts.iter().map(|(width, n)| n * 1000 + (*width).min(999)).max().unwrap_or(0)
    };
    // nobody writes tabs in texts: Eurostat's first column has commas in it
    let mut lines = start.lines().filter(|line| !line.trim().is_empty()).take(200).peekable();
    if lines.peek().is_some() && lines.all(|line| line.contains('\t')) {
        return '\t';
    }
    let best = SEPARATORS.into_iter().rev().max_by_key(|sign| score(*sign)).filter(|sign| score(*sign) > 0);
    match best {
        // it is cut at its blanks
        Some(',') if is_aligned(start) => '\t',
        best => best.unwrap_or(','),
    }
}

/// Are the cells of a text aligned by blanks, and all its commas those of numbers?
fn is_aligned(text: &str) -> bool {
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(200);
    let width = |line: &str| by_blanks(line).len();
    let most = lines().map(width).max().unwrap_or(0);
    let alike = lines().filter(|line| width(line) == most).count();
    most > 1 && alike > 1 && alike * 5 >= lines().count() * 3 && lines().all(between_digits)
}
