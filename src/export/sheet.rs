//! A workbook of one sheet.

use super::{Cell, Rows};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// The most rows of a sheet.
const MOST_ROWS: usize = 1_048_576;

/// As XLSX: numbers are numbers, what qualifies them stands in columns of its own. The error is a line.
pub fn xlsx(rows: &Rows) -> Result<Vec<u8>, String> {
    if rows.len() > MOST_ROWS {
        return Err(format!("{} rows; a sheet has at most {MOST_ROWS}: write .csv", rows.len()));
    }
    write(rows).map_err(|error| error.to_string())
}

fn write(rows: &Rows) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (bold, plain) = (Format::new().set_bold(), Format::new());
    let sheet = book.add_worksheet();
    sheet.set_name("data")?;
    for (row, cells) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(cells) {
            // a text is one, whatever it begins with
            let format = if row == 0 { &bold } else { &plain };
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    sheet.write_string_with_format(row, column, text, format)?;
                }
                Cell::Number(x) => {
                    sheet.write_number(row, column, *x)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    let width = rows.first().map_or(0, Vec::len);
    for column in 0..width.min(usize::from(u16::MAX)) {
        let longest =
            rows.iter().take(1000).filter_map(|row| row.get(column)).map(|cell| cell.text().chars().count());
        sheet.set_column_width(column as u16, longest.max().unwrap_or(0).clamp(6, 40) as f64 + 2.0)?;
    }
    if let (Some(last), true) = (width.checked_sub(1), rows.len() > 1) {
        sheet.autofilter(0, 0, rows.len() as u32 - 1, last as u16)?;
    }
    book.save_to_buffer()
}
