//! The figures of a chart as a table: for readers who want it, and to take away as CSV.

use crate::draw::escape;
use crate::figure::{Figure, Value};
use crate::scene::Scene;
use crate::text::{Locale, Voice};

/// The cells of a row.
pub type Row = [String; 17];

/// All figures of a chart, in reading order; every cell is text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The chart's title.
    pub title: String,
    /// The columns' names: chart, name, about, figure in words, qualifier, number, end of a range, unit,
    /// estimated, notes, source, date, time, district, both ends of an interval of confidence, flags.
    pub head: Row,
    /// A row for each item.
    pub rows: Vec<Row>,
    /// What is heard of the cells of each row that a reader is shown: words where signs and numbers are written in a
    /// way that voices misread. Empty where a cell is heard as it is written.
    pub heard: Vec<[String; 6]>,
    /// Source and date of each row in one line, as the line under a chart has them.
    pub origins: Vec<String>,
    /// The line under a table that stands alone: all sources and dates of its figures.
    pub source: String,
    /// The same as sentences in words, to be read and to be heard.
    pub source_in_words: String,
}

/// What readers are shown of a table, be it in a page or in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown<'a> {
    /// The chart's title.
    pub title: &'a str,
    /// The columns' names. The first column has the names of the rows.
    pub head: Vec<&'a str>,
    /// The cells of each row.
    pub rows: Vec<Vec<&'a str>>,
    /// What is heard of each cell, empty where it is what is written.
    pub heard: Vec<Vec<&'a str>>,
}

/// What a table says of a figure, beside what its item says.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    /// The figure itself, in the period and in the unit that are shown.
    pub figure: Figure,
    /// The time that it is of, as programs read it; empty where it has none of its own.
    pub time: String,
    /// Where its place lies; may be empty.
    pub district: String,
    /// What is heard of the columns that readers are shown; only in what is made for a table.
    pub heard: [String; 6],
}

/// The columns that a reader is shown; CSV has all.
const SHOWN: [usize; 6] = [NAME, 2, 3, 9, SOURCE, AS_OF];
const NAME: usize = 1;
const SOURCE: usize = 10;
const AS_OF: usize = 11;

/// The messages that name the columns.
const COLUMNS: [&str; 17] = [
    "column-chart",
    "column-name",
    "column-about",
    "column-figure",
    "column-qualifier",
    "column-number",
    "column-to",
    "column-unit",
    "column-estimated",
    "column-notes",
    "column-source",
    "column-as-of",
    "time",
    "district",
    "column-interval-from",
    "column-interval-to",
    "column-flags",
];

/// The table of a scene. The scene of a long list holds one page: see [`chart::table`](crate::chart::table).
pub(crate) fn table(scene: &Scene, voice: &Voice) -> Table {
    let plain = |x: Option<f64>| x.map_or(String::new(), |x| voice.platform.plain(x));
    let yes = voice.say("yes", &[]);
    let row = |item: &crate::scene::Item| {
        let figure = &item.cells.figure;
        let value = &figure.value;
        let stated = value.stated();
        let estimated = figure.estimated && stated.is_some();
        let interval = match value {
            Value::Estimate { low, high, .. } => [Some(*low), Some(*high)],
            _ => [None, None],
        };
        let [from, to] = interval.map(plain);
        let flags: Vec<String> = figure.flags.iter().map(|flag| voice.say(flag.message(), &[])).collect();
        let flags = voice.long_list(&flags.iter().map(String::as_str).collect::<Vec<_>>());
        [
            scene.title.clone(),
            item.title.clone(),
            item.subtitle.clone(),
            item.value.clone(),
            voice.say(qualifier(value), &[]),
            plain(stated.map(|s| s.0)),
            plain(stated.filter(|s| s.0 < s.1).map(|s| s.1)),
            item.unit.clone(),
            if estimated { yes.clone() } else { String::new() },
            notes(&item.notes),
            item.source.clone(),
            item.as_of.clone(),
            item.cells.time.clone(),
            item.cells.district.clone(),
            from,
            to,
            flags,
        ]
    };
    let rows: Vec<Row> = scene.items.iter().map(row).collect();
    let heard = rows.iter().zip(&scene.items).map(|(row, item)| {
        let mut cells = item.cells.heard.clone();
        for (cell, column) in cells.iter_mut().zip(SHOWN) {
            if row.get(column) == Some(&*cell) {
                cell.clear();
            }
        }
        cells
    });
    Table {
        title: scene.title.clone(),
        head: COLUMNS.map(|id| voice.say(id, &[])),
        heard: heard.collect(),
        rows,
        origins: scene.items.iter().map(|item| item.provenance.clone()).collect(),
        source: scene.source.clone(),
        source_in_words: scene.source_in_words.clone(),
    }
}

/// What there is to say beside a figure, in one cell.
pub(crate) fn notes(notes: &[String]) -> String {
    notes.join(". ")
}

/// The message that names a figure's qualifier by itself: "trên", "từ … trở lên".
fn qualifier(value: &Value) -> &'static str {
    match value {
        Value::Exact(_) => "qualifier-exact",
        Value::About(_) => "qualifier-about",
        Value::Nearly(_) => "qualifier-nearly",
        Value::MoreThan(_) => "qualifier-more-than",
        Value::AtLeast(_) => "qualifier-at-least",
        Value::LessThan(_) => "qualifier-less-than",
        Value::AtMost(_) => "qualifier-at-most",
        Value::Range(..) => "qualifier-range",
        Value::Estimate { .. } => "qualifier-estimate",
        Value::Missing(_) => "qualifier-missing",
    }
}

/// The text with a mark before everything that a spreadsheet would take for a formula: at its beginning, and after what
/// some of them end a cell at. `None` where there is nothing of the kind.
fn guarded(cell: &str) -> Option<String> {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    const ENDS: [char; 5] = [';', ',', '\t', '\r', '\n'];
    let (mut text, mut begins, mut found) = (String::new(), true, false);
    for letter in cell.chars() {
        // a cell that begins with such an end begins anew after it, and blanks may be passed over
        if begins && (SIGNS.contains(&letter) || (text.is_empty() && ['\t', '\r'].contains(&letter))) {
            text.push('\'');
            found = true;
        }
        begins = ENDS.contains(&letter) || (begins && letter.is_whitespace());
        text.push(letter);
    }
    found.then_some(text)
}

impl Table {
    /// As CSV (RFC 4180): UTF-8 with the byte order mark that spreadsheets know it by. No cell begins a formula,
    /// however a spreadsheet takes the file apart: see [`Table::tsv`].
    ///
    /// ```
    /// use village_charts::table::{Row, Table};
    /// let mut row: Row = Default::default();
    /// row[1] = "A \"B\", C".to_owned();
    /// let csv = Table { rows: vec![row], ..Table::default() }.csv();
    /// assert!(csv.starts_with('\u{FEFF}') && csv.contains(r#","A ""B"", C","#));
    /// ```
    pub fn csv(&self) -> String {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let cell = |cell: &str| match guarded(cell) {
            Some(guarded) => quoted(&guarded),
            None if cell.contains([',', '"', '\n', '\r']) => quoted(cell),
            None => cell.to_owned(),
        };
        format!("\u{FEFF}{}", self.lines(",", "\r\n", &cell))
    }

    /// As lines of cells with tabs between them, as spreadsheets take them from a clipboard.
    ///
    /// ```
    /// use village_charts::table::{Row, Table};
    /// let mut row: Row = Default::default();
    /// (row[1], row[2], row[3]) = ("=1+1".into(), "a;＝1".into(), "a\tb".into());
    /// let copied = Table { rows: vec![row], ..Table::default() }.tsv();
    /// assert!(copied.contains("\t'=1+1\ta;'＝1\ta b\t"));
    /// ```
    pub fn tsv(&self) -> String {
        let cell = |cell: &str| {
            let cell = guarded(cell).unwrap_or_else(|| cell.to_owned()).replace(['\t', '\n', '\r'], " ");
            // one that begins with a quotation mark is read to the next one, over the ends of cells
            if cell.starts_with('"') {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell
            }
        };
        let mut lines = self.lines("\t", "\n", &cell);
        lines.pop();
        lines
    }

    /// The head and the rows as lines, each cell written by `cell`.
    fn lines(&self, between: &str, end: &str, cell: &dyn Fn(&str) -> String) -> String {
        let mut text = String::new();
        let mut line = |cells: &mut dyn Iterator<Item = &str>| {
            for (i, one) in cells.enumerate() {
                text += if i > 0 { between } else { "" };
                text += &cell(one);
            }
            text += end;
        };
        line(&mut self.head.iter().map(String::as_str));
        for row in &self.rows {
            line(&mut row.iter().map(String::as_str));
        }
        text
    }

    /// What a reader is shown, where `said` is the line under the table: no column without a word in it but that of the
    /// names, and not source and date where that line says them of every row, and nothing else.
    ///
    /// ```
    /// use village_charts::table::{Row, Table};
    /// let mut row: Row = Default::default();
    /// (row[1], row[3]) = ("A".into(), "4–5,5".into());
    /// let mut heard: [String; 6] = Default::default();
    /// heard[2] = "từ 4 đến 5,5".into();
    /// let table = Table { rows: vec![row], heard: vec![heard], ..Table::default() };
    /// let shown = table.shown("");
    /// assert_eq!(shown.rows, [["A", "4–5,5"]]);
    /// assert_eq!(shown.heard, [["", "từ 4 đến 5,5"]]);
    /// ```
    pub fn shown(&self, said: &str) -> Shown<'_> {
        let said_of_all = self.origins.iter().all(|line| line == said);
        let has_words =
            |column: usize| self.rows.iter().any(|row| row.get(column).is_some_and(|c| !c.is_empty()));
        let needed =
            |column: usize| column == NAME || has_words(column) && !(said_of_all && column >= SOURCE);
        let (places, columns): (Vec<usize>, Vec<usize>) =
            SHOWN.into_iter().enumerate().filter(|(_, column)| needed(*column)).unzip();
        let heard = |row: usize| picked(self.heard.get(row).map_or(&[], |cells| cells), &places);
        Shown {
            title: &self.title,
            head: picked(&self.head, &columns),
            rows: self.rows.iter().map(|row| picked(row, &columns)).collect(),
            heard: (0..self.rows.len()).map(heard).collect(),
        }
    }

    /// As an HTML `<table>`: its caption is the chart's title, its cells are those [shown](Table::shown) above the line
    /// `said`, which the caller writes.
    ///
    /// ```
    /// use village_charts::{table::{Row, Table}, text::Locale};
    /// let mut row: Row = Default::default();
    /// (row[1], row[10]) = ("A < B".into(), "Office".into());
    /// let origins = vec!["Source: Office".to_owned()];
    /// let table = Table { rows: vec![row], origins, ..Table::default() };
    /// assert!(table.html("Source: Office", Locale::EN).contains("<th scope=\"row\">A &lt; B</th></tr>"));
    /// assert!(table.html("", Locale::EN).contains("<td>Office</td>"));
    /// ```
    pub fn html(&self, said: &str, locale: Locale) -> String {
        let title = escape(&self.title);
        let rows = self.rows_html(said, locale);
        rows.replacen('\n', &format!("\n<caption>{title}</caption>\n"), 1)
    }

    /// The same without a caption, for where the title stands above.
    pub(crate) fn rows_html(&self, said: &str, locale: Locale) -> String {
        let Shown { head, rows, heard, .. } = self.shown(said);
        let row = |cells: Vec<String>| format!("<tr>{}</tr>\n", cells.concat());
        let heads = head.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
        let body = rows.iter().zip(&heard).map(|(cells, heard)| {
            let cells = cells.iter().zip(heard).zip(&head).enumerate();
            let cells = cells.map(|(place, ((text, heard), head))| match (place, aloud(text, heard, head)) {
                (0, text) => format!("<th scope=\"row\">{text}</th>"),
                (_, text) => format!("<td>{text}</td>"),
            });
            row(cells.collect())
        });
        format!(
            "<table lang=\"{}\">\n<thead>\n{}</thead>\n<tbody>\n{}</tbody>\n</table>\n",
            locale.tag(),
            row(heads),
            body.collect::<String>(),
        )
    }
}

/// The cells at some places of a row; empty where there are none.
fn picked<'a>(cells: &'a [String], places: &[usize]) -> Vec<&'a str> {
    places.iter().map(|place| cells.get(*place).map_or("", String::as_str)).collect()
}

/// A text as HTML, to be heard in words where signs are written. Attributes say them: words that a style sheet would
/// have to hide were seen in feeds. The role is the one whose name all screen readers say for what is in it; what they
/// say after it, "image" by itself, is `what`: the column's name.
fn aloud(text: &str, heard: &str, what: &str) -> String {
    let [text, heard, what] = [text, heard, what].map(escape);
    match &*heard {
        "" => text,
        _ => {
            format!("<span role=\"img\" aria-label=\"{heard}\" aria-roledescription=\"{what}\">{text}</span>")
        }
    }
}
