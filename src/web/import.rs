//! The import in a page: a module for a worker of its own, which makers of charts load and readers never do.
//!
//! A table crosses as one text: [`CELL`] between cells, [`ROW`] between rows, and before a cell that was no text in its
//! file one of [`MARKS`]. What else crosses is JSON, which this module reads and writes anyway.

#[allow(dead_code)] // of charts
#[path = "host.rs"]
mod host;

use crate::card;
use crate::data::{self, Severity};
use crate::draw::Theme;
use crate::import::columns::Role;
use crate::import::grid::{Grid, Kind};
use crate::import::mapping::Mapping;
use crate::import::told::{told, Given, Told};
use crate::import::{self, Outcome, Problem, Source};
use crate::platform::{common_width, Digits, Font, Platform};
use crate::text::{Argument, Locale, Message};
use crate::view::{Kind as Chart, View};
use crate::wire;
use host::{Host, Lent};
use serde_json::{json, Value};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Between cells and between rows: what Unicode has for that, and no table has in a cell.
const CELL: char = '\u{1F}';
const ROW: char = '\u{1E}';

/// What stands before a cell that is no text.
const MARKS: [(char, Kind); 5] = [
    ('\u{1}', Kind::Number),
    ('\u{2}', Kind::Date),
    ('\u{3}', Kind::Error),
    ('\u{4}', Kind::Covered),
    ('\u{5}', Kind::Under),
];

/// The browser, but for the widths of texts: a worker has no page to measure in, and a card no page's font. ICU's data
/// and Fluent's library, which the command has for the same, were three quarters of this module.
struct Fontless(Lent);

impl Platform for Fontless {
    fn text_width(&self, text: &str, font: Font) -> f64 {
        common_width(text, font)
    }
    fn message(&self, message: Message, arguments: &[(Argument, &str)], locale: Locale) -> String {
        self.0.message(message, arguments, locale)
    }
    fn number(&self, x: f64, digits: Digits, locale: Locale) -> String {
        self.0.number(x, digits, locale)
    }
    fn breaks(&self, text: &str, locale: Locale) -> Vec<usize> {
        self.0.breaks(text, locale)
    }
    fn sort(&self, names: &[&str], locale: Locale) -> Vec<usize> {
        self.0.sort(names, locale)
    }
    fn fold(&self, name: &str) -> String {
        match name.is_ascii() {
            true => name.to_ascii_lowercase(),
            false => self.0.fold(name),
        }
    }
    fn find(&self, texts: &[&str], query: &str) -> Vec<usize> {
        self.0.find(texts, query)
    }
}

/// The most problems that are told one by one.
const MOST_TOLD: usize = 500;
/// The most figures of which each is told: of more a page shows none.
const MOST_FIGURES: usize = 20_000;

/// What came of a call: a long text, and the rest as JSON.
#[wasm_bindgen]
pub struct Answer {
    text: String,
    rest: Value,
}

#[wasm_bindgen]
impl Answer {
    /// The long text; only once.
    pub fn text(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// The rest: `{ "error": … }`, or what the function says.
    pub fn rest(&self) -> String {
        self.rest.to_string()
    }
}

fn error(line: Told) -> Answer {
    Answer { text: String::new(), rest: json!({ "error": written_told(&line) }) }
}

/// What is told, as `words.ts` puts it into words.
fn written_told(Told { code, given }: &Told) -> Value {
    let given = given.iter().map(|(name, given)| ((*name).to_owned(), written_given(given)));
    json!({ "code": code, "given": given.collect::<serde_json::Map<_, _>>() })
}

fn written_given(given: &Given) -> Value {
    match given {
        Given::Text(text) => json!(text),
        Given::Number(n) => json!(n),
        Given::Quoted(text) => json!({ "quoted": text }),
        Given::Time(text) => json!({ "time": text }),
        Given::Figure(text) => json!({ "figure": text }),
        Given::Told(told) => written_told(told),
        Given::List(list) => {
            json!({ "list": list.items.iter().map(written_given).collect::<Vec<_>>(), "by": list.by })
        }
    }
}

fn mapping(set: &str) -> Result<Mapping, Told> {
    serde_json::from_str(set).map_err(|error| match error.is_data() {
        true => told!("fault-mapping-key", line = error.line(), column = error.column()),
        false => told!("fault-mapping", line = error.line(), column = error.column()),
    })
}

/// The cells of a file. `set` is a mapping as JSON. The rest is `{ mapping, sheet, sheets }`: what the file says
/// of its columns and, of a workbook, which sheet it is, and the names of all.
#[wasm_bindgen]
pub fn cells(bytes: Vec<u8>, set: &str) -> Answer {
    let source = mapping(set).and_then(|set| import::source(bytes, &set));
    match source {
        Ok(Source { grid, mapping, book, .. }) => {
            let (sheet, sheets) = book.map_or_else(Default::default, |book| (book.sheet, book.sheets));
            let rest = json!({ "mapping": mapping, "sheet": sheet, "sheets": sheets });
            Answer { text: written(&grid), rest }
        }
        Err(line) => error(line),
    }
}

fn written(grid: &Grid) -> String {
    let mut text = String::new();
    for row in 0..grid.height() {
        if row > 0 {
            text.push(ROW);
        }
        for column in 0..grid.width(row) {
            if column > 0 {
                text.push(CELL);
            }
            let kind = grid.kind(row, column);
            text.extend(MARKS.iter().find(|(_, marked)| *marked == kind).map(|(mark, _)| *mark));
            let cell = grid.cell(row, column);
            match cell.contains([CELL, ROW]) {
                true => text.push_str(&cell.replace([CELL, ROW], " ")),
                false => text.push_str(cell),
            }
        }
    }
    text
}

fn grid(cells: &str) -> Grid {
    let mut grid = Grid::with_room(cells.len());
    for row in cells.split(ROW) {
        for cell in row.split(CELL) {
            let first = cell.chars().next();
            let kind = MARKS.iter().find(|(mark, _)| Some(*mark) == first).map(|(_, kind)| *kind);
            let text = if kind.is_some() { cell.get(1..).unwrap_or_default() } else { cell };
            if !grid.push(text, kind.unwrap_or_default()) {
                return grid;
            }
        }
        grid.end_row();
    }
    grid
}

/// Cells become a data file, the text. The rest is `{ cut, understood, problems, count, mapping, headings, columns,
/// figures, findings }`; `cut` are the cells that were understood, where those that came were of one column.
/// `force` as in the command. Of `all` figures and problems each is told, however many there are.
#[wasm_bindgen]
pub fn table(cells: &str, set: &str, force: bool, all: bool, host: Host) -> Answer {
    let set = match mapping(set) {
        Ok(set) => set,
        Err(line) => return error(line),
    };
    let source = Source { grid: grid(cells), ..Source::default() };
    match import::import_table(source, set, force) {
        Ok(outcome) => told(outcome, all, host),
        Err(line) => error(line),
    }
}

fn told(outcome: Outcome, all: bool, host: Host) -> Answer {
    let Outcome { text, understood, problems, mapping, cells } = outcome;
    let most = |most: usize| if all { usize::MAX } else { most };
    let each = problems.iter().take(most(MOST_TOLD));
    let each = each.map(|Problem { row, column, at, found, expected }| {
        let [at, found] = [at, found].map(written_given);
        json!([row, column, at, found, written_told(expected)])
    });
    let each = each.collect::<Vec<_>>();
    let columns = cells.roles.iter().enumerate().map(|(column, role)| {
        let (role, name) = match role {
            Role::Place => ("place", ""),
            Role::Id => ("id", ""),
            Role::District => ("district", ""),
            Role::Craft => ("craft", ""),
            Role::Dimension(name) => ("dimension", &**name),
            Role::Indicator => ("indicator", ""),
            Role::Time | Role::Part => ("time", ""),
            Role::Status => ("status", ""),
            Role::Unit => ("unit", ""),
            Role::Figure => ("figure", ""),
            Role::Note(_) | Role::Bound(..) => ("note", ""),
            Role::Left(_) => ("left", ""),
        };
        let first = cells.figures.iter().find(|figure| figure.column as usize == column);
        let series = first.and_then(|figure| cells.series.get(figure.series as usize));
        let of = series.map(|series| {
            json!({
                "id": series.id,
                "name": series.name,
                "kind": series.kind.name(),
                "guessed": !series.kind_is_said,
                "unit": written_told(&series.unit()),
                "time": first.and_then(|figure| figure.time).map(|time| time.to_string()),
            })
        });
        json!({ "role": role, "name": name, "of": of })
    });
    let columns = columns.collect::<Vec<_>>();
    let figures = match cells.figures.len() {
        n if n <= most(MOST_FIGURES) => {
            cells.figures.iter().map(|f| json!([f.row, f.column, f.json])).collect()
        }
        _ => Vec::new(),
    };
    drop(cells.figures);
    let rest = json!({
        "cut": cells.cut.as_ref().map(written),
        "understood": understood.iter().map(written_told).collect::<Vec<_>>(),
        "problems": each,
        "count": problems.len(),
        "mapping": mapping,
        "headings": [cells.headings.start, cells.headings.end],
        "columns": columns,
        "figures": figures,
        "findings": findings(&text, host),
    });
    Answer { text, rest }
}

/// What is found in a data file: the rest is `{ findings }`.
#[wasm_bindgen]
pub fn check(json: &str, host: Host) -> Answer {
    Answer { text: String::new(), rest: json!({ "findings": findings(json, host) }) }
}

fn findings(json: &str, host: Host) -> Vec<Value> {
    let reading = data::read(json.as_bytes(), &Fontless(Lent::new(host)));
    let findings = reading.findings.iter().take(MOST_TOLD).map(|finding| {
        json!({
            "severity": match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            "code": finding.code,
            "path": finding.path,
            "found": finding.found,
            "expected": finding.expected,
        })
    });
    findings.collect()
}

/// The card of a chart, an SVG document: the text. `json` is a data file; the view is what [`wire::changes`] reads.
#[wasm_bindgen]
pub fn card(json: &str, words: &str, numbers: &[f64], dark: bool, host: Host) -> Answer {
    let platform = Fontless(Lent::new(host));
    let reading = data::read(json.as_bytes(), &platform);
    let Some(dataset) = reading.dataset else {
        return error(told!("fault-data"));
    };
    let mut view = View::new(Chart::Ranking, Locale::default(), 0.0);
    for action in wire::changes(words, numbers) {
        view.update(action);
    }
    let theme = if dark { Theme::Dark } else { Theme::Light };
    match card::svg(&dataset, &view, theme, &platform) {
        Ok(text) => Answer { text, rest: json!({}) },
        Err(finding) => error(told!("fault-card", found = finding.found, expected = finding.expected)),
    }
}
