//! Data files → tables for other programs: CSV, a workbook, JSON-stat.
//!
//! The core is pure: a dataset goes in, bytes and what they could not carry come out.
//!
//! ```
//! use village_charts::{data, export, platform::Native, text::Locale};
//! let json = br#"{ "format": "village-charts/1",
//!     "indicators": [{ "id": "poor", "name": "Poverty rate", "kind": "rate", "unit": "percent" }],
//!     "villages": [{ "name": "A", "figures": { "poor": { "2014": { "less_than": 3 } } } }] }"#;
//! let data = data::read(json, &Native::default()).dataset.unwrap();
//! let made = export::rows(&data, Locale::EN);
//! assert!(export::csv(&made.rows).contains("A,,,,place,Poverty rate,poor,rate,%,,2014,less_than,3,"));
//! ```

mod jsonstat;
mod rows;
mod sheet;

pub use jsonstat::json_stat;
pub use rows::{rows, Cell, Rows};
pub use sheet::xlsx;

use crate::table::Lines;

/// What was made, and what it could not carry: a line each.
#[derive(Debug)]
pub struct Made<T> {
    /// What was made.
    pub rows: T,
    /// What is not in it.
    pub left: Vec<String>,
}

/// As CSV in UTF-8, which `import` reads back. Numbers have a point before their decimals; no cell begins a formula.
pub fn csv(rows: &Rows) -> String {
    let mut lines = Lines::csv();
    for row in rows {
        let cells: Vec<String> = row.iter().map(Cell::text).collect();
        lines.line(&mut cells.iter().map(String::as_str));
    }
    lines.text
}
