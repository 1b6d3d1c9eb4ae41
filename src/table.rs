//! The figures of a chart as a table: for readers who want it, and to take away as CSV.

use crate::draw::escape;
use crate::figure::Value;
use crate::platform::Platform;
use crate::scene::Scene;
use crate::text::{words, Locale};

struct Words {
    columns: [&'static str; 12],
    /// A qualifier by itself.
    exact: &'static str,
    range: &'static str,
    missing: &'static str,
    yes: &'static str,
}

static VI: Words = Words {
    columns: [
        "Biểu đồ",
        "Tên",
        "Chi tiết",
        "Số liệu",
        "Cách nói",
        "Số",
        "Đến",
        "Đơn vị",
        "Ước tính",
        "Ghi chú",
        "Nguồn",
        "Số liệu đến",
    ],
    exact: "đúng số nêu",
    range: "trong khoảng",
    missing: "không có số",
    yes: "có",
};

static EN: Words = Words {
    columns: [
        "Chart",
        "Name",
        "About",
        "Figure",
        "Qualifier",
        "Number",
        "To",
        "Unit",
        "Estimated",
        "Notes",
        "Source",
        "Figures as of",
    ],
    exact: "as stated",
    range: "range",
    missing: "no number",
    yes: "yes",
};

/// All figures of a chart, in reading order; every cell is text.
#[derive(Debug, Clone, PartialEq, serde_tuple::Serialize_tuple)]
pub struct Table {
    /// The columns' names: chart, name, about, figure in words, qualifier, number, end of a range, unit,
    /// estimated, notes, source, date.
    pub head: [&'static str; 12],
    /// A row for each item.
    pub rows: Vec<[String; 12]>,
}

/// The columns that a reader is shown; CSV has all.
const SHOWN: [usize; 6] = [NAME, 2, 3, 9, SOURCE, 11];
const TITLE: usize = 0;
const NAME: usize = 1;
const SOURCE: usize = 10;

/// The table of a scene. The scene of a long list holds one page: see [`chart::table`](crate::chart::table).
pub(crate) fn table(scene: &Scene, locale: Locale, platform: &dyn Platform) -> Table {
    let w = match locale {
        Locale::Vi => &VI,
        Locale::En => &EN,
    };
    let plain = |x: Option<f64>| x.map_or(String::new(), |x| platform.plain(x));
    let row = |item: &crate::scene::Item| {
        let value = &item.figure.value;
        let stated = value.stated();
        let estimated = item.figure.estimated && stated.is_some();
        [
            scene.title.clone(),
            item.title.clone(),
            item.subtitle.clone(),
            item.value.clone(),
            qualifier(value, w, locale),
            plain(stated.map(|s| s.0)),
            plain(stated.filter(|s| s.0 < s.1).map(|s| s.1)),
            item.unit.clone(),
            if estimated { w.yes } else { "" }.to_owned(),
            item.notes.join(". "),
            item.source.clone(),
            item.as_of.clone(),
        ]
    };
    Table { head: w.columns, rows: scene.items.iter().map(row).collect() }
}

/// The qualifier by itself: "trên", "từ … trở lên".
fn qualifier(value: &Value, own: &Words, locale: Locale) -> String {
    let w = words(locale);
    let plain = match value {
        Value::Exact(_) => own.exact,
        Value::About(_) => w.about,
        Value::Nearly(_) => w.nearly,
        Value::MoreThan(_) => w.more_than,
        Value::LessThan(_) => w.less_than,
        Value::AtMost(_) => w.at_most,
        Value::Range(..) => own.range,
        Value::Missing(_) => own.missing,
        Value::AtLeast(_) => {
            let (before, after) = w.at_least;
            return if before.is_empty() { after.to_owned() } else { format!("{before} … {after}") };
        }
    };
    plain.to_owned()
}

impl Table {
    /// As CSV (RFC 4180): UTF-8 with the byte order mark that spreadsheets know it by.
    ///
    /// ```
    /// use village_charts::table::Table;
    /// let mut row: [String; 12] = Default::default();
    /// row[1] = "A \"B\", C".to_owned();
    /// let csv = Table { head: [""; 12], rows: vec![row] }.csv();
    /// assert!(csv.starts_with('\u{FEFF}') && csv.contains(r#","A ""B"", C","#));
    /// ```
    pub fn csv(&self) -> String {
        let mut text = "\u{FEFF}".to_owned();
        let mut line = |cells: &mut dyn Iterator<Item = &str>| {
            for (i, cell) in cells.enumerate() {
                text += if i > 0 { "," } else { "" };
                // a spreadsheet takes what begins like this for a formula
                let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
                if guard.is_empty() && !cell.contains([',', '"', '\n', '\r']) {
                    text += cell;
                } else {
                    text += &["\"", guard, &cell.replace('"', "\"\""), "\""].concat();
                }
            }
            text += "\r\n";
        };
        line(&mut self.head.iter().copied());
        for row in &self.rows {
            line(&mut row.iter().map(String::as_str));
        }
        text
    }

    /// As an HTML `<table>`: its caption is the chart's title. A column without a word in it is left out, and one of source or
    /// date that says the same in all rows as `said`, the line under the table: the caller writes that line.
    ///
    /// ```
    /// use village_charts::{table::Table, text::Locale};
    /// let mut row: [String; 12] = Default::default();
    /// (row[0], row[1], row[10]) = ("Chart".into(), "A < B".into(), "Office".into());
    /// let table = Table { head: ["x"; 12], rows: vec![row] };
    /// assert!(table.html("Source: Office", Locale::En).contains("<th scope=\"row\">A &lt; B</th></tr>"));
    /// assert!(table.html("", Locale::En).contains("<td>Office</td>"));
    /// ```
    pub fn html(&self, said: &str, locale: Locale) -> String {
        let first = self.rows.first();
        let needed = |column: &usize| {
            let alike = first.filter(|first| self.rows.iter().all(|row| row[*column] == first[*column]));
            match alike.map(|first| &first[*column]) {
                Some(cell) => !cell.is_empty() && (*column < SOURCE || !said.contains(cell)),
                None => true,
            }
        };
        let columns: Vec<usize> = SHOWN.into_iter().filter(needed).collect();
        let row = |cells: Vec<String>| format!("<tr>{}</tr>\n", cells.concat());
        let heads = columns.iter().map(|c| format!("<th scope=\"col\">{}</th>", self.head[*c])).collect();
        let body = self.rows.iter().map(|cells| {
            row(columns
                .iter()
                .map(|c| match (escape(&cells[*c]), *c) {
                    (name, NAME) => format!("<th scope=\"row\">{name}</th>"),
                    (cell, _) => format!("<td>{cell}</td>"),
                })
                .collect())
        });
        let title = first.map_or(String::new(), |row| escape(&row[TITLE]));
        format!(
            "<table lang=\"{}\">\n<caption>{title}</caption>\n<thead>\n{}</thead>\n<tbody>\n{}</tbody>\n</table>\n",
            locale.tag(),
            row(heads),
            body.collect::<String>(),
        )
    }
}
