//! Tables that `export` wrote: what each column is, is known, and nothing is guessed.

use super::cell::Base;
use super::columns::Role;
use super::content::{Content, Place};
use super::grid::Grid;
use super::mapping::Mapping;
use super::number::Number;
use super::series::Series;
use super::told::{quote, semicolons, told, Given, Told};
use super::words::{Share, SCALES};
use super::write::{quoted, short, Placed};
use super::{Problem, Table};
use crate::data::{IndicatorKind, Period, TimePeriod};
use crate::figure::Flag;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The headings of the columns of places; those of dimensions, as `NAME [ID]`, follow them.
pub const PLACE: [&str; 4] = ["name", "id", "district", "craft"];
/// The headings behind those of dimensions.
pub const FIGURE: [&str; 18] = [
    "row",
    "indicator",
    "indicator id",
    "kind",
    "unit",
    "decimals",
    "time",
    "qualifier",
    "value",
    "to",
    "low",
    "high",
    "estimated",
    "flags",
    "missing",
    "quote",
    "source",
    "as of",
];
/// In the column `row` of what places are compared with.
pub const REFERENCE: &str = "reference";
/// The same of a place.
pub const LISTED: &str = "place";

/// The time of figures that have none, in a cube of others that have one.
pub const UNDATED: &str = "undated";

/// Is it such a table?
pub fn is_own(grid: &Grid) -> bool {
    let heads: HashSet<&str> = (0..grid.width(0)).map(|column| grid.cell(0, column)).collect();
    grid.names.is_none() && PLACE.iter().chain(&FIGURE).all(|head| heads.contains(head))
}

/// What is read of a row of cells.
struct Rows<'a> {
    grid: &'a Grid,
    columns: HashMap<&'a str, usize>,
}

impl Rows<'_> {
    fn column(&self, head: &str) -> usize {
        self.columns.get(head).copied().unwrap_or(usize::MAX)
    }

    fn cell(&self, row: usize, head: &str) -> String {
        bare(self.grid.cell(row, self.column(head)))
    }

    fn problem(&self, row: usize, head: &str, expected: Told) -> Problem {
        let column = self.column(head);
        Problem::new(self.grid, row, column, quote(self.grid.cell(row, column)), expected)
    }
}

/// The text without the marks that keep spreadsheets from taking it for a formula.
pub fn bare(text: &str) -> String {
    if !text.contains('\'') {
        return text.to_owned();
    }
    let (mut out, mut begins) = (String::new(), true);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_sign = |c: &char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
        if begins && letter == '\'' && letters.peek().is_some_and(is_sign) {
            begins = false;
            continue;
        }
        begins = matches!(letter, ';' | ',' | '\t' | '\n' | '\r') || (begins && letter.is_whitespace());
        out.push(letter);
    }
    out
}

/// Reads the table. Of what is set only a source, a title, the words for places and a language have a meaning.
pub(super) fn read(grid: Grid, mut about: Vec<Given>, set: Mapping) -> Table {
    let columns = (0..grid.width(0)).map(|column| (grid.cell(0, column), column)).collect();
    let rows = Rows { grid: &grid, columns };
    let mut dimensions = Vec::new();
    for column in 0..grid.width(0) {
        let head = grid.cell(0, column);
        if PLACE.contains(&head) || FIGURE.contains(&head) {
            continue;
        }
        let (name, id) =
            head.strip_suffix(']').and_then(|head| head.rsplit_once(" [")).unwrap_or((head, head));
        dimensions.push((column, id.to_owned(), bare(name)));
    }
    let mut content = Content {
        locale: set.locale.clone(),
        title: set.title.clone(),
        is_titled: set.title.is_some(),
        nouns: set.nouns.clone(),
        dimensions: dimensions.iter().map(|(_, id, name)| (id.clone(), name.clone())).collect(),
        ..Content::default()
    };
    let mut read = Read {
        rows,
        series: HashMap::new(),
        places: HashMap::new(),
        keys: BTreeSet::new(),
        sources: set.source.iter().cloned().collect(),
        problems: Vec::new(),
    };
    let mut count: usize = 0;
    for row in 1..grid.height() {
        if grid.filled(row) > 0 {
            count += 1;
            read.row(row, &dimensions, &mut content);
        }
    }
    let Read { sources, problems, .. } = read;
    content.sources = sources;
    content.figures.sort_by_key(|figure| (figure.place, figure.series, figure.time, figure.row));
    content.count();
    let (places, figures) = (content.places(), content.figures.len());
    let references = content.places.len() - places;
    about.push(told!("exported").into());
    let understood = vec![
        told!("all", what = semicolons(about)),
        told!("sum-exported", rows = count, places = places, references = references, figures = figures),
    ];
    let place = (0..grid.width(0)).find(|column| grid.cell(0, *column) == "name").unwrap_or(0);
    let role = |column: usize| match grid.cell(0, column) {
        "name" => Role::Place,
        "id" => Role::Id,
        "district" => Role::District,
        "craft" => Role::Craft,
        "indicator" => Role::Indicator,
        "unit" => Role::Unit,
        "time" => Role::Time,
        "value" => Role::Figure,
        "flags" => Role::Status,
        head if FIGURE.contains(&head) => Role::Note(place),
        head => Role::Dimension(head.to_owned()),
    };
    let roles = (0..grid.width(0)).map(role).collect();
    let series = content.series.clone();
    Table { content, understood, problems, mapping: set, place, headings: 0..1, roles, series, grid }
}

struct Read<'a> {
    rows: Rows<'a>,
    /// Indicators by their ids.
    series: HashMap<String, usize>,
    places: HashMap<[String; 4], usize>,
    /// Which figures there are.
    keys: BTreeSet<(usize, usize, Option<TimePeriod>)>,
    sources: Vec<String>,
    problems: Vec<Problem>,
}

impl Read<'_> {
    fn row(&mut self, row: usize, dimensions: &[(usize, String, String)], content: &mut Content) {
        let cell = |head: &str| self.rows.cell(row, head);
        let [name, id, district, craft] = PLACE.map(cell);
        if name.is_empty() {
            return self.problems.push(self.rows.problem(row, "name", told!("expected-place")));
        }
        let is_reference = match &*cell("row") {
            REFERENCE => true,
            LISTED | "" => false,
            _ => {
                return self.problems.push(self.rows.problem(
                    row,
                    "row",
                    told!("expected-place-or-reference"),
                ))
            }
        };
        let key = [
            name.clone(),
            id.clone(),
            district.clone(),
            if is_reference { REFERENCE } else { "" }.to_owned(),
        ];
        let groups = dimensions.iter().map(|(column, ..)| bare(self.rows.grid.cell(row, *column))).collect();
        let own = Place { name, id, district, craft, groups, is_reference, is_section: false, row };
        let mut place = self.places.get(&key).copied().unwrap_or(content.places.len());
        if place == content.places.len() {
            content.places.push(own.clone());
            self.places.insert(key.clone(), place);
        }
        if cell("indicator id").is_empty() && cell("indicator").is_empty() {
            return;
        }
        let figure = match self.series(row, content) {
            Ok(series) => self.figure(row).map(|(time, json)| (series, time, json)),
            Err(problem) => Err(problem),
        };
        match figure {
            Ok((series, time, json)) => {
                if !self.keys.insert((place, series, time)) {
                    if !is_reference {
                        let expected = told!("expected-once");
                        return self.problems.push(self.rows.problem(row, "value", expected));
                    }
                    // of a name there may be several to compare with
                    place = content.places.len();
                    content.places.push(own);
                    self.places.insert(key, place);
                    self.keys.insert((place, series, time));
                }
                content.figures.push(Placed {
                    place: place as u32,
                    series: series as u32,
                    time,
                    json: json.into_boxed_str(),
                    row: row as u32,
                    column: self.rows.column("value") as u32,
                    is_open: false,
                });
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    fn series(&mut self, row: usize, content: &mut Content) -> Result<usize, Problem> {
        let rows = &self.rows;
        let (name, id) = (rows.cell(row, "indicator"), rows.cell(row, "indicator id"));
        let id = if id.is_empty() { name.clone() } else { id };
        if let Some(known) = self.series.get(&id) {
            return Ok(*known);
        }
        let kind = IndicatorKind::from_name(&rows.cell(row, "kind"))
            .ok_or_else(|| rows.problem(row, "kind", told!("expected-kind")))?;
        let decimals = match &*rows.cell(row, "decimals") {
            "" => None,
            text => Some(
                text.parse()
                    .ok()
                    .filter(|n| *n <= 6)
                    .ok_or_else(|| rows.problem(row, "decimals", told!("expected-decimals")))?,
            ),
        };
        let (base, scale, per) = unit(&rows.cell(row, "unit"));
        let at = content.series.len();
        content.series.push(Series {
            id: id.clone(),
            name: if name.is_empty() { id.clone() } else { name },
            kind,
            kind_is_said: true,
            base,
            scale,
            is_scaled_by_cells: false,
            mixes_scales: false,
            per,
            times: 0,
            decimals,
            count: 0,
            note: String::new(),
            per_person: String::new(),
            doubt: None,
            source: 0,
        });
        self.series.insert(id, at);
        Ok(at)
    }

    fn figure(&mut self, row: usize) -> Result<(Option<TimePeriod>, String), Problem> {
        let rows = &self.rows;
        let time = match &*rows.cell(row, "time") {
            "" => None,
            text => Some(
                TimePeriod::parse(text)
                    .ok_or_else(|| rows.problem(row, "time", told!("expected-iso-time")))?,
            ),
        };
        let number = |head: &str| {
            let number = Number::parse(&rows.cell(row, head)).filter(|number| number.is_in_bounds());
            number.map(Number::text).ok_or_else(|| rows.problem(row, head, told!("expected-plain-number")))
        };
        let mut parts = match &*rows.cell(row, "qualifier") {
            "" | "exact" => vec![format!("\"exact\": {}", number("value")?)],
            key @ ("about" | "nearly" | "more_than" | "at_least" | "less_than" | "at_most") => {
                vec![format!("\"{key}\": {}", number("value")?)]
            }
            "range" => vec![format!("\"range\": [{}, {}]", number("value")?, number("to")?)],
            "estimate" => vec![
                format!("\"estimate\": {}", number("value")?),
                format!("\"interval\": [{}, {}]", number("low")?, number("high")?),
            ],
            "missing" => vec![format!("\"missing\": {}", quoted(&short(&rows.cell(row, "missing"))))],
            _ => return Err(rows.problem(row, "qualifier", told!("expected-qualifier"))),
        };
        if rows.cell(row, "estimated") == "yes" {
            parts.push("\"estimated\": true".to_owned());
        }
        for word in rows.cell(row, "flags").split_whitespace() {
            let flag = Flag::ALL.into_iter().find(|flag| flag.key() == word);
            let flag = flag.ok_or_else(|| rows.problem(row, "flags", told!("expected-flag")))?;
            parts.push(format!("\"{}\": true", flag.key()));
        }
        let [quote, source, as_of] = ["quote", "source", "as of"].map(|head| rows.cell(row, head));
        if !source.is_empty() {
            let known = self.sources.iter().position(|known| *known == source);
            let at = known.unwrap_or(self.sources.len());
            if known.is_none() {
                self.sources.push(source);
            }
            if at > 0 {
                parts.push(format!("\"source\": {}", quoted(&super::file::source_id(at))));
            }
        }
        if !as_of.is_empty() {
            parts.push(format!("\"as_of\": {}", quoted(&as_of)));
        }
        if !quote.is_empty() {
            parts.push(format!("\"quote\": {}", quoted(&short(&quote))));
        }
        let json = match (&*parts, parts.first().and_then(|part| part.strip_prefix("\"exact\": "))) {
            ([_], Some(number)) => number.to_owned(),
            _ => format!("{{ {} }}", parts.join(", ")),
        };
        Ok((time, json))
    }
}

/// The unit, the scale and the period in words that `export` writes.
pub fn unit(text: &str) -> (Option<Base>, u8, Option<Period>) {
    let (own, per) = match text.rsplit_once('/').and_then(|(own, per)| Some((own, Period::from_name(per)?))) {
        Some((own, per)) => (own, Some(per)),
        None => (text, None),
    };
    let money = || {
        let (scale, code) = own.rsplit_once(' ').unwrap_or(("one", own));
        let is_code = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        let power = SCALES.iter().find(|(name, _)| *name == scale).map(|(_, power)| *power);
        power.filter(|_| is_code).map(|power| (Some(Base::Money(code.to_owned())), power))
    };
    let (base, scale) = match own {
        "" => (None, 0),
        "%" => (Some(Base::Share(Share::Percent)), 0),
        "‰" => (Some(Base::Share(Share::Permille)), 0),
        own => money().unwrap_or((Some(Base::Noun(own.to_owned())), 0)),
    };
    (base, scale, per)
}
