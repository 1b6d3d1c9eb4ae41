//! The figures of a chart as a table: for readers who want it, and to take away as CSV.

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
}
