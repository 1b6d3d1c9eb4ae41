//! Where in a sheet its table is: titles above it, rows of headings, its body, notes below it.

use super::cell::{Base, Cell, Legend, Reader, SaidUnit, Stands, BRACKETS};
use super::grid::{Grid, Kind};
use super::heading;
use super::times;
use super::told::{told, Told};
use super::words::{fold, Mark, Words};
use std::collections::BTreeMap;
use std::ops::Range;

/// The parts of a sheet, by its rows.
#[derive(Debug, Default)]
pub struct Layout {
    /// The texts above the headings.
    pub titles: Vec<String>,
    /// What a line above or below says of the unit of all figures.
    pub unit: Option<(SaidUnit, String)>,
    /// The time that a line above says, and its row.
    pub time: Option<(crate::data::TimePeriod, usize)>,
    /// What a line above says that is measured: "Indicator: population".
    pub named: Option<String>,
    /// The row of codes that the headings have the words of.
    pub codes: Option<usize>,
    /// The rows of headings.
    pub headings: Range<usize>,
    /// The rows below them, but for the notes.
    pub body: Range<usize>,
    /// The texts below.
    pub notes: Vec<String>,
    /// The source that a note names.
    pub source: Option<String>,
    /// What marks stand for.
    pub legend: Legend,
    /// How many columns there are.
    pub width: usize,
}

impl Layout {
    /// The title: "Table 1. …" where one line is numbered so, else the first that is not the name of an office, which
    /// may stand above it.
    pub fn title(&self, words: &Words) -> Option<&str> {
        let is_numbered = |title: &&String| {
            let folded = fold(title);
            words.headings("title_number").iter().any(|word| {
                let rest = folded.strip_prefix(&**word).map(str::trim_start);
                rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            })
        };
        // "Biểu số 03/LN" is only the number of one
        let is_number =
            |title: &&String| is_numbered(title) && !title.contains([':', '.']) && title.len() < 20;
        let is_numbered = |title: &&String| is_numbered(title) && !is_number(title);
        let is_office = |title: &&String| {
            let folded = fold(title);
            let mut known =
                words.headings("office_start").iter().filter_map(|word| folded.strip_prefix(&**word));
            known.any(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let named = self.titles.iter().find(|title| !is_office(title) && !is_number(title));
        self.titles.iter().find(is_numbered).or(named).or(self.titles.first()).map(String::as_str)
    }
}

/// What is wrong with a sheet as a whole.
pub type Fault = Told;

/// Finds the parts. `set` are the rows of headings where they are known, counted from 0.
pub fn layout(grid: &Grid, words: &Words, set: Option<Range<usize>>) -> Result<Layout, Fault> {
    let none = Legend::default();
    let reader = Reader { words, legend: &none, noun: None };
    let height = grid.height();
    let mut layout =
        Layout { width: (0..height).map(|row| grid.width(row)).max().unwrap_or(0), ..Layout::default() };
    let first = (0..height).take(200).map(|row| grid.filled(row)).max().unwrap_or(0);
    if first < 2 {
        return Err(match first {
            0 => told!("fault-empty-table"),
            _ => told!("fault-one-column"),
        });
    }
    let legend = legend_rows(grid, &reader);
    let from = legend.map_or(0, |row| row + 2);
    layout.headings = match set {
        Some(rows) => rows,
        None if grid.names.is_some() => 0..1,
        None => headings(grid, &reader, first, from)?,
    };
    // what was no sheet has no notes
    let end = if grid.names.is_some() { height } else { notes(grid, &reader, layout.headings.end) };
    layout.body = skip_numbers(grid, layout.headings.end)..end;
    for row in 0..layout.headings.start {
        if let Some(signs) = legend.filter(|signs| (*signs..signs + 2).contains(&row)) {
            let column = 0..grid.width(row);
            for (mark, said) in column.map(|column| (grid.cell(signs, column), grid.cell(signs + 1, column)))
            {
                if row == signs && !mark.is_empty() {
                    layout.legend.add(mark, said, words);
                }
            }
            continue;
        }
        if row + 1 == layout.headings.start && grid.names.is_none() && labels_codes(grid, row, &reader) {
            layout.codes = Some(row);
            continue;
        }
        // "Data Source","World Development Indicators"
        let cells: Vec<&str> = texts(grid, row).collect();
        if let [word, source] = cells[..] {
            if words.is("source_start", &fold(word.trim_end_matches([':', '：']))) {
                layout.source = Some(source.to_owned());
                continue;
            }
            // "Last Updated Date","2024-03-28"
            if let Some(time) = times::time(source) {
                // "date","January 2024"
                if words.is("time", &fold(word)) {
                    layout.time = Some((time, row));
                    continue;
                }
                layout.notes.push(format!("{word} {source}"));
                continue;
            }
        }
        for text in texts(grid, row) {
            if let Some(name) = named_by("indicator", text, words).filter(|_| layout.named.is_none()) {
                layout.named = Some(name.to_owned());
                continue;
            }
            match unit_line(text, &reader).or_else(|| unit_alone(text, &reader)) {
                Some(unit) => layout.unit = Some(unit),
                None if named_source(text, words) => note(text, words, &mut layout),
                // "GENESIS-Tabelle: 12411-01": its number is no title
                None if words.headings("table_code").iter().any(|word| fold(text).starts_with(&**word)) => {}
                None => layout.titles.push(text.to_owned()),
            }
        }
    }
    if layout.unit.is_none() {
        let said =
            layout.named.iter().chain(&layout.titles).find_map(|title| heading::unit_in(title, &reader));
        layout.unit = said.map(|(unit, words, _)| (unit, words.to_owned()));
    }
    for row in end..height {
        let text = texts(grid, row).collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            continue;
        }
        // "Unit: million. Source: …"
        let parts: Vec<&str> = match names_unit(&text, words) {
            Some(_) => text.split_inclusive(". ").map(str::trim).collect(),
            None => vec![&text],
        };
        parts.iter().for_each(|part| note(part, words, &mut layout));
        let cells: Vec<&str> = texts(grid, row).collect();
        if let [mark, said] = cells[..] {
            if mark.chars().count() <= 4 && !mark.chars().any(|c| c.is_ascii_digit()) {
                layout.legend.add(mark, said, words);
            }
        }
        // "Note: Unit: thousand people"
        let behind = text.split_once([':', '：']).map_or("", |(_, rest)| rest.trim());
        let unit = parts.iter().find_map(|part| unit_line(part.trim_end_matches('.'), &reader));
        layout.unit = layout.unit.take().or(unit).or_else(|| unit_line(behind, &reader));
        layout.notes.push(text);
    }
    Ok(layout)
}

fn texts(grid: &Grid, row: usize) -> impl Iterator<Item = &str> {
    (0..grid.width(row)).map(move |column| grid.cell(row, column)).filter(|text| !text.is_empty())
}

/// Have rows letters of Thai?
pub(super) fn is_thai(grid: &Grid, rows: Range<usize>) -> bool {
    rows.into_iter().any(|row| texts(grid, row).any(|text| text.chars().any(times::is_thai)))
}

/// Is it a number or a sign for none, and no year?
fn is_figure(grid: &Grid, row: usize, column: usize, reader: &Reader) -> bool {
    let text = grid.cell(row, column);
    // "2019", "Households 2019"
    let is_dated = text.starts_with(char::is_alphabetic) && times::find_time(text).is_some();
    // "2022 (p)"
    let bare = text.split_once(['(', '[']).map_or(text, |(before, _)| before.trim());
    let is_marked = |text: &str| {
        times::year_marks(text, reader).is_some_and(|(bare, _)| times::time(bare.trim()).is_some())
    };
    if is_dated
        || times::time(text).is_some()
        || (bare.len() == 4 && times::time(bare).is_some())
        || is_marked(text)
    {
        return false;
    }
    // "2015-2020" is a span
    let year = |text: &str| text.trim().len() == 4 && times::time(text).is_some();
    if text.split_once(['-', '–', '—']).is_some_and(|(from, to)| year(from) && year(to)) {
        return false;
    }
    // 2564, beside words in Thai
    if text.len() == 4 && times::from_buddhist(text).is_some() && is_thai(grid, row..row + 1) {
        return false;
    }
    let is_number = grid.kind(row, column) == Kind::Number && grid.names.is_none();
    is_number
        || matches!(reader.read(text), Ok(Cell::Figure(said)) if said.unit.base.is_none() || !said.in_words)
}

fn figures(grid: &Grid, row: usize, reader: &Reader) -> usize {
    (0..grid.width(row)).filter(|column| is_figure(grid, row, *column, reader)).count()
}

/// The first of two rows above the headings that are a legend: signs, and below each what it stands for.
fn legend_rows(grid: &Grid, reader: &Reader) -> Option<usize> {
    let is_sign = |text: &str| !text.chars().any(char::is_alphanumeric) && text.chars().count() <= 4;
    let fits = |row: &usize| {
        let cells =
            || (0..grid.width(*row)).map(|column| (grid.cell(*row, column), grid.cell(row + 1, column)));
        let is_pair = |(mark, said): (&str, &str)| {
            let is_mark = is_sign(mark) || matches!(reader.read(mark), Ok(Cell::Missing(_)));
            is_mark && (mark.is_empty() == said.is_empty())
        };
        let says = |(_, said): (&str, &str)| said.chars().any(char::is_alphabetic);
        grid.filled(*row) > 1
            && grid.filled(*row) == grid.filled(row + 1)
            && grid.filled(row + 2) > grid.filled(*row)
            && cells().all(is_pair)
            && cells().any(|(mark, _)| !mark.is_empty() && is_sign(mark))
            && cells().all(|pair| pair.0.is_empty() || says(pair))
    };
    (0..grid.height().min(30)).find(fits).filter(|_| grid.names.is_none())
}

/// The rows of headings: the first that is nearly as full as any, and those above and below it that belong to it.
fn headings(grid: &Grid, reader: &Reader, most: usize, from: usize) -> Result<Range<usize>, Fault> {
    let full = (most * 3).div_ceil(5).max(2);
    let height = grid.height();
    // "date","January 2024": what is said of the table, a blank row above it
    let wide = (from..height.min(200)).find(|row| grid.filled(*row) > 2).unwrap_or(from);
    let is_said = |row: usize| {
        let is_pair = grid.filled(row) == 2 && !grid.cell(row, 0).is_empty() && !grid.cell(row, 1).is_empty();
        is_pair && most > 2 && (row..wide).any(|below| grid.filled(below) == 0)
    };
    let main = (from..height.min(200))
        .find(|row| grid.filled(*row) >= full && !is_said(*row))
        .ok_or_else(|| told!("fault-no-headings"))?;
    // figures among texts: what should be headings is the first place
    let (numbers, filled) = (figures(grid, main, reader), grid.filled(main));
    if numbers * 3 > filled && !has_ages(grid, main) {
        // GENESIS names no columns but those of figures
        let is_above = |row: &usize| {
            grid.cell(*row, 0).is_empty() && grid.filled(*row) > 0 && figures(grid, *row, reader) == 0
        };
        let is_time =
            |row: &usize| grid.filled(*row) == 1 && texts(grid, *row).all(|c| times::time(c).is_some());
        let lines = (from..main).rev().take_while(is_time).count();
        let end = main - lines;
        let start = (end.saturating_sub(6)..end).rev().take_while(is_above).last();
        if let Some(start) = start.filter(|start| grid.filled(end - 1) > 1 && *start > 0) {
            return Ok(start..end);
        }
        return Err(told!("fault-figures-above", row = grid.row(main)));
    }
    let mut start = main;
    while let Some(above) = start.checked_sub(1).filter(|above| *above >= from) {
        let is_title = grid.filled(above) == 0 || {
            let first = (0..grid.width(above)).find(|column| !grid.cell(above, *column).is_empty());
            let alone = grid.filled(above) == 1;
            let text = first.map_or("", |column| grid.cell(above, column));
            // a title of one cell, or a line that says the unit
            (alone && (first == Some(0) || text.chars().count() > 60))
                || unit_line(text, reader).is_some()
                || (alone && unit_alone(text, reader).is_some())
                || texts(grid, above).any(|text| unit_line(text, reader).is_some())
        };
        if is_title || figures(grid, above, reader) > 0 || main - above > 3 {
            break;
        }
        start = above;
    }
    let mut end = main + 1;
    while end < height && end - main < 3 && skip_numbers(grid, end) == end && goes_on(grid, end, main, reader)
    {
        end += 1;
    }

    // of a row of codes and one of labels below it, those are read
    if main + 2 < height && end == main + 1 && start == main && labels_codes(grid, main, reader) {
        return Ok(main + 1..main + 2);
    }
    Ok(start..stub_headings(grid, main, reader).unwrap_or(end))
}

/// Are the cells of a row that are no words ages, from the youngest to the oldest: "0-14", "65+", or year by year?
fn has_ages(grid: &Grid, row: usize) -> bool {
    let age = |text: &str| {
        let (from, to) = match text.split_once(['-', '–', '—']) {
            Some((from, to)) => (from.trim(), Some(to.trim())),
            None => (text.trim_end_matches('+').trim(), None),
        };
        let number = |text: &str| text.parse::<u32>().ok().filter(|age| *age <= 120 && text.len() < 4);
        let from = number(from)?;
        to.is_none_or(|to| number(to).is_some_and(|to| to > from)).then_some((from, to.is_some()))
    };
    let cells: Vec<&str> =
        texts(grid, row).filter(|text| text.contains(|c: char| c.is_ascii_digit())).collect();
    let ages: Option<Vec<(u32, bool)>> = cells.iter().map(|text| age(text)).collect();
    let Some(ages) = ages.filter(|ages| ages.len() > 2) else { return false };
    let rises = ages.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a < b));
    let by_year = ages.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a + 1 == *b));
    let begins = !grid.cell(row, 0).contains(|c: char| c.is_ascii_digit());
    begins && rises && (by_year || ages.iter().filter(|(_, is_range)| *is_range).count() * 2 >= ages.len())
}

/// Are the cells of a row all codes, and those of the next one words?
fn labels_codes(grid: &Grid, row: usize, reader: &Reader) -> bool {
    let is_code = |text: &str| {
        text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_') && !text.is_empty()
    };
    let is_label = |text: &str| text.chars().any(char::is_lowercase);
    texts(grid, row).all(is_code)
        && texts(grid, row).any(|text| text.contains('_'))
        && grid.filled(row + 1) == grid.filled(row)
        && texts(grid, row + 1).all(is_label)
        && figures(grid, row + 1, reader) == 0
        && figures(grid, row + 2, reader) > 0
}

/// Does a row below headings belong to them? It has no figures, and its first cell is empty, or is that of the headings
/// again, or the first that names its column.
fn goes_on(grid: &Grid, row: usize, main: usize, reader: &Reader) -> bool {
    let cells: Vec<&str> = texts(grid, row).collect();
    let says_none = |text: &&str| matches!(reader.read(text), Ok(Cell::Missing(_)));
    let (own, above) = (grid.cell(row, 0), grid.cell(main, 0));
    let is_same = (0..grid.width(row)).all(|column| grid.cell(row, column) == grid.cell(main, column));
    let are_times =
        texts(grid, main).all(|text| heading::read(text, reader, &BTreeMap::new()).time.is_some());
    let begins = match (own, above) {
        ("", _) => !cells.is_empty(),
        // "ĐVT", and what is beside it
        (own, _) if is_unit_word(own, reader.words) => cells.len() > 1,
        (own, above) if own == above => !is_same,
        (_, "") if are_times => grid.filled(row) >= grid.filled(main),
        (_, "") => grid.filled(row) > grid.filled(main) && !cells.iter().any(says_none),
        _ => false,
    };
    begins && figures(grid, row, reader) == 0 && !cells.iter().all(says_none)
}

/// Where rows of headings end of which each names in its first cell what its others are: "Perioden", "Geslacht", and in
/// the last one the places.
fn stub_headings(grid: &Grid, main: usize, reader: &Reader) -> Option<usize> {
    let names_places = |row: usize| heading::level(grid.cell(row, 0), reader).is_some();
    let is_heading = |row: usize| {
        let says_none = |text: &str| matches!(reader.read(text), Ok(Cell::Missing(_)));
        grid.filled(row) >= grid.filled(main)
            && figures(grid, row, reader) == 0
            && !texts(grid, row).any(says_none)
    };
    let rows = (main + 1..(main + 4).min(grid.height())).take_while(|row| is_heading(*row));
    let last = rows.last().filter(|last| names_places(*last) && !(main..*last).any(names_places))?;
    (figures(grid, last + 1, reader) > 0).then_some(last + 1)
}

/// Behind the rows of headings, a row that numbers the columns is none of the body.
fn skip_numbers(grid: &Grid, row: usize) -> usize {
    let bare = |text: &str| text.trim_matches(['(', ')']).to_owned();
    let cells: Vec<String> = texts(grid, row).map(bare).collect();
    let is_letter = |text: &str| text.len() == 1 && text.starts_with(|c: char| c.is_ascii_uppercase());
    let rest = cells.iter().skip_while(|text| is_letter(text));
    let numbers: Vec<usize> = rest.filter_map(|text| text.parse().ok()).collect();
    let letters = cells.iter().take_while(|text| is_letter(text)).count();
    let runs = numbers.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
    let starts = numbers.first().is_some_and(|first| *first <= 2 && (*first == 1 || letters > 0));
    let all = numbers.len() >= 2 && numbers.len() + letters == cells.len();
    // places may be called A, B and C
    let goes_on = letters > 0 && is_letter(grid.cell(row + 1, 0));
    row + usize::from(all && runs && starts && !goes_on && grid.names.is_none())
}

/// Where the notes below begin: at the first row of the last ones that a word or a mark says to be a note.
fn notes(grid: &Grid, reader: &Reader, from: usize) -> usize {
    let widest = (from..grid.height().min(from + 50)).map(|row| grid.filled(row)).max().unwrap_or(0);
    let mut at = grid.height();
    let mut end = grid.height();
    while at > from {
        at -= 1;
        let filled = grid.filled(at);
        if filled == 0 {
            end = if end == at + 1 { at } else { end };
            continue;
        }
        let numbers = figures(grid, at, reader);
        // a legend in two columns: a sign, and what it stands for
        let mut cells = texts(grid, at);
        let (sign, said) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        let is_words = |text: &str| text.contains(' ') && text.chars().any(char::is_alphabetic);
        let is_below = end == at + 1 && end < grid.height();
        let is_pair = filled == 2
            && widest > 2
            && ((sign.chars().count() <= 4 && is_words(said) && figures(grid, at, reader) < 2)
                || (is_below && numbers == 0 && reader.read(said).is_err()));
        if is_pair && grid.cell(at, 0) == sign && reader.read(said).is_err() {
            end = at;
            continue;
        }
        // "..An; 5" is a place, whatever stands before its name
        if filled > 2 || (filled == 2 && (!is_note(grid, at, reader) || numbers > 0)) || numbers == filled {
            break;
        }
        let after_blank = at > from && grid.filled(at - 1) == 0;
        let last = (0..grid.width(at)).any(|column| grid.cell(at, column).chars().count() > 60);
        if is_note(grid, at, reader) || (filled == 1 && (after_blank || last)) {
            end = at;
        }
    }
    end
}

fn is_note(grid: &Grid, row: usize, reader: &Reader) -> bool {
    let text = texts(grid, row).next().unwrap_or("");
    let folded = fold(text);
    let is_word = reader.words.headings("note_start").iter().any(|word| {
        folded.strip_prefix(&**word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    let first = folded.chars().next().unwrap_or(' ');
    let is_rule = folded.len() > 2 && folded.chars().all(|c| "_-–—=".contains(c));
    let is_mark = is_rule
        || "*†‡§¹²³#^".contains(first)
        || split_mark(&folded).is_some()
        || (grid.filled(row) == 1 && spaced_mark(text, reader.words).is_some());
    is_word || is_mark || names_unit(text, reader.words).is_some()
}

/// "Unit: thousand VND", "(ĐVT: triệu đồng)"
fn unit_line(text: &str, reader: &Reader) -> Option<(SaidUnit, String)> {
    let bare = text.trim().trim_matches(['(', ')', '（', '）', '【', '】', '[', ']']);
    // a word says that it is one
    let said = |text: &str| {
        let (unit, words) = heading::unit_of(text, reader)?;
        (words.len() < text.len()).then(|| (unit, fold(words)))
    };
    // "ĐVT: Người - Unit: Person": in two languages
    let in_two = || {
        [" - ", " – ", " / ", "/ ", "; "].into_iter().find_map(|sign| {
            let (one, other) = bare.split_once(sign)?;
            [one, other]
                .into_iter()
                .find_map(|text| said(text.trim()))
                .filter(|_| [one, other].into_iter().all(|text| names_unit(text, reader.words).is_some()))
        })
    };
    // one that no word file has, behind a word and a colon
    let unknown = || {
        let words = names_unit(bare, reader.words)?;
        let words = words.split(" - ").next().unwrap_or(words).trim();
        let noun = SaidUnit { base: Some(Base::Noun(words.to_owned())), ..SaidUnit::default() };
        (!words.is_empty() && words.chars().count() <= 40).then(|| (noun, words.to_owned()))
    };
    let known = || {
        let words = names_unit(bare, reader.words)?;
        Some((reader.unit(words)?, words.to_owned()))
    };
    said(bare).or_else(known).or_else(in_two).or_else(unknown)
}

/// Is a cell before a row of units one that says so?
pub(super) fn is_unit_word(text: &str, words: &Words) -> bool {
    let folded = fold(text);
    let bare = folded.trim_end_matches([':', '：', '.']).trim_end();
    let is = |text: &str| words.is("unit", text) || words.is("unit_in", text);
    is(&folded) || is(bare)
}

/// What stands behind a word for units and a colon, with which a text begins.
fn names_unit<'t>(text: &'t str, words: &Words) -> Option<&'t str> {
    let (before, behind) = text.trim().split_once([':', '：'])?;
    // "Đơn vị tính - Unit"
    let folded = fold(before);
    let mut parts = folded.split([',', '/', '–']).flat_map(|part| part.split(" - ")).map(str::trim);
    parts.all(|part| words.is("unit_in", part)).then(|| behind.trim())
}

/// A line that is nothing but a unit: "(people)", "triệu đồng".
fn unit_alone(text: &str, reader: &Reader) -> Option<(SaidUnit, String)> {
    let within = text.trim().strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
    let words = within.unwrap_or(text).trim();
    let unit = reader.unit(words)?;
    let is_sure = matches!(unit.base, Some(Base::Money(_) | Base::Share(_)));
    (within.is_some() || is_sure).then(|| (unit, words.to_owned()))
}

/// A mark and what it stands for: "* provisional", "(1) without islands", "x = suppressed", "p: provisional".
fn split_mark(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    // "-9999 = not available"
    let digits = text.trim_start_matches(['-', '−']);
    let length = text.len() - digits.len() + digits.bytes().take_while(u8::is_ascii_digit).count();
    if length > 2 {
        let said = text.get(length..)?.trim_start().strip_prefix([':', '='])?.trim();
        return Some((text.get(..length)?.replace('−', "-"), said.to_owned()))
            .filter(|(_, said)| !said.is_empty());
    }
    let sign: String = text.chars().take_while(|c| "*†‡§¹²³⁴⁵⁶⁷⁸⁹#^.…:-–—".contains(*c)).collect();
    let rest_of = |mark: &str| {
        let rest = text.get(mark.len()..)?.trim();
        Some(rest.trim_start_matches([':', '=', '-', '–', ')', '.']).trim().to_owned())
            .filter(|r| !r.is_empty())
    };
    if !sign.is_empty() {
        let mark = sign.trim_end_matches(if sign.len() > 1 { &[':'][..] } else { &[] }).to_owned();
        return Some((mark.clone(), rest_of(&mark)?));
    }
    if text.starts_with(['(', '[']) {
        let end = text.find([')', ']'])?;
        let mark = text.get(..end + 1)?;
        // "(C)opyright"
        if text.get(end + 1..)?.starts_with(char::is_alphanumeric) {
            return None;
        }
        return (mark.chars().count() <= 6).then_some((mark.to_owned(), rest_of(mark)?));
    }
    let mark: String = text.chars().take_while(|c| c.is_alphanumeric()).collect();
    let next = text.get(mark.len()..)?.trim_start().chars().next()?;
    // "1/ without islands"
    let behind = text.get(mark.len()..).and_then(|rest| rest.strip_prefix('/'));
    let is_number = (1..=2).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit());
    if let Some(said) = behind.filter(|said| is_number && said.starts_with(' ')) {
        return Some((format!("{mark}/"), said.trim().to_owned())).filter(|(_, said)| !said.is_empty());
    }
    let is_short = (1..=2).contains(&mark.chars().count());
    (is_short && matches!(next, ':' | '=' | '-' | '–' | ')')).then_some((mark.clone(), rest_of(&mark)?))
}

/// A piece of a legend without the word for signs that it may begin with: "Ký hiệu (..): no data", "Dấu "-": none".
fn without_sign_word<'t>(piece: &'t str, words: &Words) -> std::borrow::Cow<'t, str> {
    let piece = piece.trim();
    let rest = words.headings("sign_word").iter().find_map(|word| {
        let mut rest = piece;
        for _ in word.split(' ') {
            rest = rest.split_once(char::is_whitespace)?.1.trim_start();
        }
        let is_word = fold(piece.get(..piece.len() - rest.len())?).trim() == word;
        (is_word && rest.starts_with(['(', '[', '"', '“', '«'])).then_some(rest)
    });
    match rest {
        // a sign in quotes is as one in brackets
        Some(rest) => rest.replacen(['"', '“', '«'], "(", 1).replacen(['"', '”', '»'], ")", 1).into(),
        None => piece.into(),
    }
}

/// What a mark stands for, without "means" before it and the full stop behind it.
fn without_verb<'t>(said: &'t str, words: &Words) -> &'t str {
    let said = said.trim().strip_suffix('.').filter(|rest| !rest.ends_with('.')).unwrap_or(said.trim());
    match said.split_once(' ') {
        Some((verb, rest)) if words.is("sign_verb", &fold(verb)) => rest.trim_start(),
        _ => said,
    }
}

/// A sign, or a few letters, and behind a blank what they stand for: "! not available", "np not for publication".
fn spaced_mark(text: &str, words: &Words) -> Option<(String, String)> {
    let (mark, said) = text.trim().split_once(char::is_whitespace)?;
    let said = said.trim();
    let is_sign = !mark.chars().any(char::is_alphanumeric);
    let folded = fold(said);
    let is_said = || words.missing_within(&folded).is_some() && mark.chars().all(char::is_lowercase);
    let fits = mark.chars().count() <= 3 && !said.is_empty() && (is_sign || is_said());
    fits.then(|| (mark.to_owned(), said.to_owned()))
}

/// What stands behind a word for this and a colon, with which a text begins.
fn named_by<'t>(key: &str, text: &'t str, words: &Words) -> Option<&'t str> {
    let (before, behind) = text.trim().split_once([':', '：'])?;
    (words.is(key, &fold(before)) && !behind.trim().is_empty()).then(|| behind.trim())
}

/// Names a line a source: "Source: …"?
fn named_source(text: &str, words: &Words) -> bool {
    let folded = fold(text);
    let rest = words.headings("source_start").iter().filter_map(|word| folded.strip_prefix(&**word));
    rest.into_iter().any(|rest| rest.trim_start().starts_with([':', '：']))
}

/// Takes from a note what it says: the source, or what marks stand for.
fn note(text: &str, words: &Words, layout: &mut Layout) {
    let folded = fold(text);
    let starts = |key: &str| {
        let list = words.headings(key);
        let fits = |word: &&String| {
            folded.strip_prefix(&***word).is_some_and(|r| r.trim_start().starts_with([':', '：']))
        };
        list.iter().filter(fits).map(|word| word.len()).max()
    };
    let behind = text.split_once([':', '：']).map(|(_, rest)| rest.trim());
    if named_source(text, words) {
        layout.source = behind.map(|source| source.trim_end_matches('.').to_owned());
        return;
    }
    let is_of_brackets = words.find("brackets", &folded).is_some();
    if is_of_brackets && words.find("negative", &folded).is_some() {
        layout.legend.marks.insert(BRACKETS.to_owned(), (Stands::Negative, text.to_owned()));
        return;
    }
    if let (true, Some(mark)) = (is_of_brackets, words.mark_within(&folded)) {
        layout.legend.marks.insert(BRACKETS.to_owned(), (Stands::Mark(mark.clone()), text.to_owned()));
        return;
    }
    let content = match starts("note_start") {
        Some(_) => behind.unwrap_or(text),
        None => text,
    };
    for piece in content.split([';', '\n']) {
        let piece = without_sign_word(piece, words);
        if let Some((mark, said)) = split_mark(&piece).or_else(|| spaced_mark(&piece, words)) {
            layout.legend.add(&mark, &said, words);
        }
    }
}

impl Legend {
    /// Adds what a mark stands for, in the words of a note or of an option.
    pub fn add(&mut self, mark: &str, said: &str, words: &Words) {
        let said = without_verb(said, words);
        let folded = fold(said);
        let stands =
            match (words.mark(&folded).or_else(|| words.mark_within(&folded)), words.missing_within(&folded))
            {
                (Some(mark), _) if *mark != Mark::Nothing => Stands::Mark(mark.clone()),
                (_, Some(reason)) => Stands::Missing(reason.clone()),
                _ => Stands::Note,
            };
        let mark = fold(mark);
        // "( ) based on few cases" is said of all numbers in brackets
        if mark.chars().all(|c| matches!(c, '(' | ')' | '[' | ']' | ' ')) {
            let is_negative = words.find("negative", &folded).is_some();
            let stands = if is_negative { Stands::Negative } else { stands };
            self.marks.insert(BRACKETS.to_owned(), (stands, said.to_owned()));
            return;
        }
        let bare = mark.trim_matches(['(', ')', '[', ']']).to_owned();
        self.marks.insert(bare, (stands.clone(), said.to_owned()));
        self.marks.insert(mark, (stands, said.to_owned()));
    }
}
