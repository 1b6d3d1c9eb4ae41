//! Tables of statistics → a data file: whatever their shape, their language and their way to write figures.
//!
//! The core is pure: bytes and options go in, the text of a data file and what was understood come out.
//!
//! ```
//! use village_charts::import::{self, mapping::Mapping};
//! let csv = "Làng;Doanh thu (tỷ đồng)\nMẫu An;trên 1.300\nMẫu Hà;900,5\n";
//! let outcome = import::import(csv.into(), Mapping::default(), false).unwrap();
//! assert!(outcome.text.contains(r#"{ "more_than": 1300, "quote": "trên 1.300" }"#));
//! ```

pub mod cell;
pub mod columns;
pub mod content;
mod doubts;
pub mod entry;
mod file;
pub mod grid;
mod guess;
pub mod heading;
mod headings;
pub mod join;
mod levels;
pub mod mapping;
pub mod number;
pub mod own;
mod read;
mod report;
pub mod rows;
pub mod series;
mod shape;
mod sums;
pub mod table;
pub mod times;
pub mod told;
mod units;
mod walk;
pub mod words;
pub mod write;

use crate::data::TimePeriod;
use cell::Reader;
use content::Content;
use grid::Grid;
use mapping::Mapping;
use std::collections::BTreeMap;
use told::{ors, quote, told, Given, Told};
use words::{fold, Words};

/// A cell that is not understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// Which cell: "C12".
    pub at: Given,
    /// What is there.
    pub found: Given,
    /// What would be right.
    pub expected: Told,
}

impl Problem {
    fn new(grid: &Grid, row: usize, column: usize, found: impl Into<Given>, expected: Told) -> Problem {
        Problem { row, column, at: grid.name(row, column), found: found.into().cut(80), expected }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Problem { at, found, expected, .. } = self;
        write!(f, "{at}: {}", told!("wrong", found = found.clone(), expected = expected.clone()))
    }
}

/// What came of a file.
#[derive(Debug)]
pub struct Outcome {
    /// The data file. Where there are problems it lacks the figures that they are about.
    pub text: String,
    /// What was understood: a line each.
    pub understood: Vec<Told>,
    /// What was not, in the order of the table.
    pub problems: Vec<Problem>,
    /// All that was set or guessed, for the next time.
    pub mapping: Mapping,
    /// What each cell became.
    pub cells: Cells,
}

/// What rows, columns and cells of a table became.
#[derive(Debug)]
pub struct Cells {
    /// The rows of headings, from 0.
    pub headings: std::ops::Range<usize>,
    /// What each column is.
    pub roles: Vec<columns::Role>,
    /// The indicators, some of them without a figure.
    pub series: Vec<series::Series>,
    /// The figures of the file.
    pub figures: Vec<write::Placed>,
    /// The table that they are of, where the one that came was of one column.
    pub cut: Option<Grid>,
}

/// A table with what is known of the file that it was in.
#[derive(Default)]
pub struct Source {
    /// The table.
    pub grid: Grid,
    /// What is known of the file.
    pub about: Option<Told>,
    /// What the file itself says of its columns.
    pub mapping: Mapping,
    /// Of which sheet of a workbook it is.
    pub book: Option<Book>,
    /// What a workbook hides of it.
    pub hidden: Vec<Told>,
}

/// A workbook.
pub struct Book {
    /// The sheet that was read.
    pub sheet: String,
    /// The names of all.
    pub sheets: Vec<String>,
}

/// Reads a file. The error is what is wrong with the file as a whole.
pub fn import(bytes: Vec<u8>, set: Mapping, force: bool) -> Result<Outcome, Told> {
    let source = source(bytes, &set)?;
    import_table(source, set, force)
}

/// The table in a file.
pub fn source(bytes: Vec<u8>, set: &Mapping) -> Result<Source, Told> {
    read::read(bytes, set)
}

/// Reads a table.
pub fn import_table(source: Source, set: Mapping, force: bool) -> Result<Outcome, Told> {
    let Table { content, grid, understood, problems, mapping, headings, roles, series, .. } =
        table(source, set, force, None)?;
    let text = file(&content)?;
    let cut = Some(grid).filter(|grid| grid.is_cut || grid.is_turned);
    let cells = Cells { headings, roles, series, figures: content.figures, cut };
    Ok(Outcome { text, understood, problems, mapping, cells })
}

/// The text of a data file.
fn file(content: &Content) -> Result<String, Told> {
    let text = content.text();
    match text.len() > crate::data::MOST_BYTES {
        true => Err(told!("fault-long")),
        false => Ok(text),
    }
}

/// A table that was read.
struct Table {
    content: Content,
    grid: Grid,
    understood: Vec<Told>,
    problems: Vec<Problem>,
    mapping: Mapping,
    /// The column of the names of places.
    place: usize,
    /// The rows of headings.
    headings: std::ops::Range<usize>,
    /// What each column is.
    roles: Vec<columns::Role>,
    /// The indicators, by the names that options have for them.
    series: Vec<series::Series>,
}

/// Reads a table. `time` is that of figures for which nothing else says one.
fn table(source: Source, set: Mapping, force: bool, time: Option<TimePeriod>) -> Result<Table, Told> {
    let Source { mut grid, about, mapping, hidden, book } = source;
    let mut skipped = hidden;
    let is_text = about.as_ref().is_some_and(|about| about.code == "text-file");
    if set.sheet.is_some() && book.is_none() {
        skipped.push(told!("no-sheets"));
    }
    if !is_text && (set.separator.is_some() || set.encoding.is_some()) {
        skipped.push(told!("no-text"));
    }
    let mut about: Vec<Given> = about.into_iter().map(Given::from).collect();
    if let Some((cut, sign)) = read::csv::cut(&grid) {
        grid = cut;
        about.push(told!("was-one-column", sign = sign).into());
    }
    let mut set = set;
    if set.transpose && grid.names.is_none() {
        // titles above and notes below are no part of the table
        let words = Words::all();
        let rows = table::layout(&grid, words, None).map(|layout| layout.headings.start..layout.body.end);
        grid = grid.turned(rows.unwrap_or(0..grid.height()));
        about.push(told!("transposed").into());
        let heading = Some(grid.cell(0, 0)).filter(|text| !text.is_empty()).map_or("A", |text| text);
        set.place.get_or_insert_with(|| heading.to_owned());
    }
    if own::is_own(&grid) {
        let own = Mapping { source: None, title: None, nouns: None, locale: None, ..set.clone() };
        if (Mapping { format: String::new(), sheet: None, ..own }) != Mapping::default() {
            skipped.push(told!("no-effect-exported"));
        }
        let mut table = own::read(grid, about, set.over(mapping));
        let last = table.understood.len().saturating_sub(1);
        table.understood.splice(last..last, skipped);
        return Ok(table);
    }
    let asked = set.clone();
    let set = set.over(mapping);
    let words = Words::all();
    let headings = set.headings.map(|[first, last]| first.saturating_sub(1)..last.max(first));
    let mut layout = table::layout(&grid, words, headings)?;
    for (mark, said) in &set.marks {
        layout.legend.add(mark, said, words);
    }
    let legend = layout.legend.clone();
    let reader = Reader { words, legend: &legend, noun: None };
    let times = parsed(&set.times)?;
    let of_columns = parsed(&set.column_times)?;
    for kind in set.kind.values() {
        crate::data::IndicatorKind::from_name(kind).ok_or_else(|| told!("fault-kind-set", kind = kind))?;
    }
    skipped.extend(layout.codes.map(|row| told!("left-codes", row = grid.row(row))));
    for row in layout.headings.end..layout.body.start {
        skipped.push(told!("left-numbers", row = grid.row(row)));
    }
    let again = doubts::again(&grid, &layout)?;
    if !again.is_empty() {
        let rows = told::commas(again.iter().map(|row| grid.row(*row).into()).collect());
        skipped.push(told!("left-again", rows = rows));
        grid = grid.filtered(|row| !again.contains(&row));
    }
    if let Some(row) = doubts::codes(&grid, &layout) {
        skipped.push(told!("left-codes", row = grid.row(row)));
        grid = grid.filtered(|other| other != row);
    }
    let spoken = set.locale.as_deref().or_else(|| spoken(&grid, &layout));
    let months = doubts::months(&grid, &layout, spoken)?;
    let mut columns = headings::columns(&grid, &layout, &reader, &times, months);
    for heading in &mut columns {
        heading.time = of_columns.get(&fold(&heading.text)).copied().or(heading.time);
    }
    for (of, values) in &set.only {
        let column = columns::named(of, &columns)?;
        let values: Vec<String> = values.iter().map(|value| fold(value)).collect();
        let fits = |row: usize| !layout.body.contains(&row) || values.contains(&fold(grid.cell(row, column)));
        let count = layout.body.clone().filter(|row| grid.filled(*row) > 0 && !fits(*row)).count();
        if layout.body.clone().all(|row| !fits(row)) {
            let values = ors(values.into_iter().map(Given::from).collect());
            return Err(told!("fault-only", values = values, column = quote(of)));
        }
        skipped.push(told!("left-only", n = count, column = quote(of)));
        grid = grid.filtered(fits);
    }
    let mut plan = columns::plan(&grid, &layout, columns, &set, &reader)?;
    if let (Some(time), true) = (time, plan.is_timeless()) {
        plan.time = Some(time);
        plan.time_by = Some(told!("the-file-name"));
    }
    let mut problems = Vec::new();
    plan.months = months;
    doubts::beside(&grid, &layout, &plan)?;
    let mut facts = rows::read(&grid, &layout, &plan, &set, &reader, &mut problems)?;
    skipped.extend(doubts::without_effect(&grid, &layout, &plan, &facts, &asked));
    let locale = set.locale.clone().or_else(|| language(&grid, &layout, &plan).map(str::to_owned));
    let entries = entry::Entries { grid: &grid, plan: &plan, reader: &reader, language: locale.as_deref() };
    let found = series::find(&entries, &layout, &facts, &set, &mut problems);
    skipped.extend(doubts::no_such_indicators(&plan, &facts, &found.series, &set));
    skipped.extend(sums::find(&entries, &found, &set, &mut facts));
    let writer = write::Writer {
        entries: &entries,
        facts: &facts,
        set: &set,
        locale: locale.as_deref(),
        title: layout.title(words),
        source: layout.source.as_deref(),
        force,
    };
    let write::Written { figures, twice, open } = writer.figures(&found, &mut problems);
    let mut content = writer.content(&found, figures, &mut problems);
    skipped.extend(content.without_places());
    problems.sort_by_key(|problem| (problem.row, problem.column));
    let left = content.sums();
    let seen = report::Seen {
        grid: &grid,
        layout: &layout,
        plan: &plan,
        facts: &facts,
        found: &found,
        content: &content,
        left: &left,
        twice,
        open,
    };
    let mut understood = seen.lines(about, &set);
    let last = understood.len().saturating_sub(1);
    understood.splice(last..last, skipped);
    let mapping = seen.mapping(&set, locale.as_deref());
    if content.places() == 0 && problems.is_empty() {
        return Err(told!("fault-nothing"));
    }
    let place = plan.first(&columns::Role::Place).unwrap_or(0);
    let headings = layout.headings.clone();
    let (roles, series) = (plan.roles, found.series);
    Ok(Table { content, grid, understood, problems, mapping, place, headings, roles, series })
}

/// Times that are set, by the folded names of what they are of.
fn parsed(set: &BTreeMap<String, String>) -> Result<BTreeMap<String, TimePeriod>, Told> {
    let one = |(of, time): (&String, &String)| match times::time(time) {
        Some(parsed) => Ok((fold(of), parsed)),
        None => Err(told!("fault-time", of = of, time = time, quoted = quote(time))),
    };
    set.iter().map(one).collect()
}

/// The language of what stands above a table and over its columns, where letters or words of headings tell it.
fn spoken(grid: &Grid, layout: &table::Layout) -> Option<&'static str> {
    let cells = layout.headings.clone().flat_map(|row| (0..grid.width(row)).map(move |c| grid.cell(row, c)));
    let cells: Vec<&str> = cells.filter(|text| !text.is_empty()).collect();
    let texts: Vec<&str> = cells.iter().copied().chain(layout.titles.iter().map(String::as_str)).collect();
    by_letters(&texts).or_else(|| cells.iter().find_map(|text| Words::all().language_of(&fold(text))))
}

/// The language of headings, where its letters tell it: names have those of their country.
fn language(grid: &Grid, layout: &table::Layout, plan: &columns::Plan) -> Option<&'static str> {
    // "2023" is of no language
    let is_time = |heading: &&heading::Heading| heading.time.is_some() && heading.name.is_empty();
    let headings =
        plan.headings.iter().filter(|heading| !is_time(heading)).map(|heading| heading.text.as_str());
    let texts: Vec<&str> = headings.chain(layout.titles.iter().map(String::as_str)).collect();
    let found = by_letters(&texts)?;
    // headings alone may have no letter that Chinese lacks
    let place = plan.first(&columns::Role::Place).filter(|_| found == "zh-Hant");
    let names = place.into_iter().flat_map(|place| {
        layout.body.clone().take(50).map(move |row| grid.cell(row, place)).filter(|name| !name.is_empty())
    });
    let all: Vec<&str> = texts.iter().copied().chain(names).collect();
    Some(if found == "zh-Hant" { of_ideographs(&all) } else { found })
}

fn by_letters(texts: &[&str]) -> Option<&'static str> {
    let has =
        |is: fn(char) -> bool| texts.iter().filter(|text| text.chars().any(is)).count() * 4 > texts.len();
    let is_vietnamese =
        |c: char| matches!(c, 'ă' | 'đ' | 'ơ' | 'ư' | 'Ă' | 'Đ' | 'Ơ' | 'Ư' | '\u{1EA0}'..='\u{1EF9}');
    match () {
        () if has(is_vietnamese) => Some("vi"),
        () if has(times::is_thai) => Some("th"),
        () if has(|c| matches!(c, '\u{AC00}'..='\u{D7A3}')) => Some("ko"),
        () if has(words::is_ideograph) => Some(of_ideographs(texts)),
        () => None,
    }
}

/// Which of the languages that are written in ideographs texts have letters of that the others lack.
fn of_ideographs(texts: &[&str]) -> &'static str {
    const JAPANESE: &str =
        "町県総帯円歳労働込価営鉄売録転図経済発駅広沢浜桜気検実対単読変専択拡戦戸齢収児関険権";
    const SIMPLIFIED: &str = "县总岁劳务价营铁业产农乡镇户亿门车东华龙广义书计统资额级单员实济据库标时间个从们这来为发动应种类组织设备报导给";
    let is_kana = |c: char| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}');
    let count =
        |is: &dyn Fn(char) -> bool| texts.iter().flat_map(|text| text.chars()).filter(|c| is(*c)).count();
    let japanese = count(&|c| is_kana(c) || JAPANESE.contains(c));
    let simplified = count(&|c| SIMPLIFIED.contains(c));
    match () {
        () if japanese > simplified => "ja",
        () if simplified > 0 => "zh-Hans",
        () => "zh-Hant",
    }
}
