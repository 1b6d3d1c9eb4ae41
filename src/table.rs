//! The figures of a chart as a table: for readers who want it, and to take away as CSV.

mod facts;
mod lines;
mod sheet;

pub(crate) use facts::{flags, Facts, Writing};
pub(crate) use lines::Lines;
pub(crate) use sheet::Order;
pub use sheet::{Form, Heading, Orders, Sheet};

use crate::draw::escape;
use crate::figure::{Figure, Value};
use crate::scene::Scene;
use crate::text::{Locale, Message, Voice};

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
    /// Which rows are of one kind, such as places, and may be put in another order.
    pub listed: Vec<bool>,
    /// By what the figure of each row is put in order, as [`Value::sort_key`] has it; nothing where there is no figure.
    pub keys: Vec<Option<(f64, i8)>>,
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

/// What tables and fragments say of a figure, beside what its item says.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    /// The figure itself, in the period and in the unit that are shown.
    pub figure: Figure,
    /// The words after its number: "tỷ đồng/năm", "cụm", "%". May be empty.
    pub unit: String,
    /// The name of its source; may be empty.
    pub source: String,
    /// The day that it speaks of, in the reader's language; may be empty.
    pub as_of: String,
    /// Its name and its figure in a sentence, as it is heard; only in what is made for a picture.
    pub spoken: String,
    /// The time that it is of, as programs read it; empty where it has none of its own.
    pub time: String,
    /// Where its place lies; may be empty.
    pub district: String,
    /// What is heard of the columns that readers are shown; only in what is made for a table.
    pub heard: [String; 6],
    /// It is one of several that are alike, whose order tells nothing.
    pub listed: bool,
}

/// The columns that a reader is shown; CSV has all.
const SHOWN: [usize; 6] = [NAME, ABOUT, FIGURE, 9, SOURCE, AS_OF];
const NAME: usize = 1;
const ABOUT: usize = 2;
const FIGURE: usize = 3;
const SOURCE: usize = 10;
const AS_OF: usize = 11;

/// The one that a file may have a word of its own for.
const DISTRICT: Message = message!("district");

/// The messages that name the columns.
const COLUMNS: [Message; 17] = [
    message!("column-chart"),
    message!("column-name"),
    message!("column-about"),
    message!("column-figure"),
    message!("column-qualifier"),
    message!("column-number"),
    message!("column-to"),
    message!("column-unit"),
    message!("column-estimated"),
    message!("column-notes"),
    message!("column-source"),
    message!("column-as-of"),
    message!("time"),
    DISTRICT,
    message!("column-interval-from"),
    message!("column-interval-to"),
    message!("column-flags"),
];

/// The table of a scene. The scene of a long list holds one page: see [`chart::table`](crate::chart::table).
pub(crate) fn table(scene: &Scene, voice: &Voice) -> Table {
    let facts = Facts::new(voice);
    let row = |item: &crate::scene::Item| {
        let [qualifier, number, to, estimated, from, until, flags] = facts.of(&item.cells.figure, 1.0);
        [
            scene.title.clone(),
            item.title.clone(),
            item.subtitle.clone(),
            item.value.clone(),
            qualifier,
            number,
            to,
            item.cells.unit.clone(),
            estimated,
            notes(&item.notes),
            item.cells.source.clone(),
            item.cells.as_of.clone(),
            item.cells.time.clone(),
            item.cells.district.clone(),
            from,
            until,
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
        head: COLUMNS.map(|id| match id == DISTRICT {
            true => voice.district(),
            false => voice.say(id, &[]),
        }),
        heard: heard.collect(),
        rows,
        origins: scene.items.iter().map(|item| item.provenance.clone()).collect(),
        source: scene.source.clone(),
        source_in_words: scene.source_in_words.clone(),
        listed: scene.items.iter().map(|item| item.cells.listed).collect(),
        keys: scene.items.iter().map(|item| key(&item.cells.figure.value)).collect(),
    }
}

/// By what a figure is put in order among others; nothing of a missing one.
pub(crate) fn key(value: &Value) -> Option<(f64, i8)> {
    value.stated().map(|_| value.sort_key())
}

/// What there is to say beside a figure, in one cell.
pub(crate) fn notes(notes: &[String]) -> String {
    notes.join(". ")
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
        self.csv_part(true)
    }

    /// The same of a part of it: with its head where it is the `first` one; else places alone, since all else stands in
    /// that.
    pub(crate) fn csv_part(&self, first: bool) -> String {
        let mut csv = Lines::csv();
        csv.head(&mut self.head.iter().map(String::as_str), first);
        for (row, cells) in self.rows.iter().enumerate() {
            if first || self.listed.get(row) == Some(&true) {
                csv.line(&mut cells.iter().map(String::as_str));
            }
        }
        csv.text
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
        let mut tsv = Lines::tsv();
        self.write(&mut tsv);
        tsv.text.pop();
        tsv.text
    }

    /// Writes the head and the rows.
    fn write(&self, to: &mut Lines) {
        for cells in std::iter::once(&self.head).chain(&self.rows) {
            to.line(&mut cells.iter().map(String::as_str));
        }
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
        let (places, columns): (Vec<usize>, Vec<usize>) = self.columns(said).into_iter().unzip();
        let heard = |row: usize| picked(self.heard.get(row).map_or(&[], |cells| cells), &places);
        Shown {
            title: &self.title,
            head: picked(&self.head, &columns),
            rows: self.rows.iter().map(|row| picked(row, &columns)).collect(),
            heard: (0..self.rows.len()).map(heard).collect(),
        }
    }

    /// The columns that are [shown](Table::shown), each with its place among all that a reader may be shown.
    fn columns(&self, said: &str) -> Vec<(usize, usize)> {
        let said_of_all = self.origins.iter().all(|line| line == said);
        let has_words =
            |column: usize| self.rows.iter().any(|row| row.get(column).is_some_and(|c| !c.is_empty()));
        let needed =
            |column: usize| column == NAME || has_words(column) && !(said_of_all && column >= SOURCE);
        SHOWN.into_iter().enumerate().filter(|(_, column)| needed(*column)).collect()
    }

    /// What is [shown](Table::shown), with the orders that a reader may put its rows in: by the figures, and by columns
    /// of names.
    pub(crate) fn sheet(self, said: &str) -> Sheet {
        let columns = self.columns(said);
        let texts = |column: usize| self.rows.iter().filter_map(|row| row.get(column).cloned()).collect();
        let order = |column: usize| match column {
            FIGURE => Order::Figures(self.keys.clone()),
            NAME | ABOUT | SOURCE => Order::Texts(texts(column)),
            _ => Order::None,
        };
        let orders = columns.iter().map(|(_, column)| order(*column)).collect();
        let orders = Orders::new(orders, self.listed.clone());
        let Shown { head, rows, heard, .. } = self.shown(said);
        let owned = |cells: Vec<&str>| cells.into_iter().map(str::to_owned).collect();
        Sheet {
            head: head.into_iter().map(Heading::of).collect(),
            rows: rows.into_iter().map(owned).collect(),
            heard: heard.into_iter().map(owned).collect(),
            source: String::new(),
            orders,
            title: self.title,
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
        self.html_under(&self.title, said, locale)
    }

    /// The same without a caption, for where the title stands above.
    pub(crate) fn rows_html(&self, said: &str, locale: Locale) -> String {
        self.html_under("", said, locale)
    }

    fn html_under(&self, title: &str, said: &str, locale: Locale) -> String {
        let Shown { head, rows, heard, .. } = self.shown(said);
        let head: Vec<[&str; 2]> = head.into_iter().map(|head| [head, ""]).collect();
        let rows = rows.into_iter().zip(heard);
        let rows =
            rows.map(|(row, heard)| row.into_iter().zip(heard).map(|(text, heard)| [text, heard]).collect());
        html(title, &head, rows, locale)
    }
}

/// An HTML `<table>` of headings and rows, each cell with what is heard of it, where that is something else; without a
/// caption where its title is empty.
fn html<'a>(
    title: &str,
    head: &[[&str; 2]],
    rows: impl Iterator<Item = Vec<[&'a str; 2]>>,
    locale: Locale,
) -> String {
    let caption = match title {
        "" => String::new(),
        title => format!("<caption>{}</caption>\n", escape(title)),
    };
    let row = |cells: Vec<String>| format!("<tr>{}</tr>\n", cells.concat());
    let heads =
        head.iter().map(|[text, heard]| format!("<th scope=\"col\">{}</th>", aloud(text, heard, text)));
    let body = rows.map(|cells| {
        let cells = cells.into_iter().zip(head).enumerate();
        let cells =
            cells.map(|(place, ([text, heard], [head, _]))| match (place, aloud(text, heard, head)) {
                (0, text) => format!("<th scope=\"row\">{text}</th>"),
                (_, text) => format!("<td>{text}</td>"),
            });
        row(cells.collect())
    });
    format!(
        "<table lang=\"{}\">\n{caption}<thead>\n{}</thead>\n<tbody>\n{}</tbody>\n</table>\n",
        locale.tag(),
        row(heads.collect()),
        body.collect::<String>(),
    )
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
