//! Lines of cells, as spreadsheets take them: CSV, and what a clipboard has.

/// What is written, line by line: a file may have a million cells, which are not kept one by one.
pub(crate) struct Lines {
    pub text: String,
    between: char,
    end: &'static str,
    cell: fn(&str, &mut String),
}

impl Lines {
    /// CSV (RFC 4180), in UTF-8 with the byte order mark that spreadsheets know it by.
    pub fn csv() -> Lines {
        Lines { text: "\u{FEFF}".to_owned(), between: ',', end: "\r\n", cell: comma_separated }
    }

    /// With tabs between cells.
    pub fn tsv() -> Lines {
        Lines { text: String::new(), between: '\t', end: "\n", cell: tab_separated }
    }

    /// Writes the line of headings, where what follows is the first part of a file; else the file is begun already.
    pub fn head(&mut self, cells: &mut dyn Iterator<Item = &str>, first: bool) {
        match first {
            true => self.line(cells),
            false => self.text.clear(),
        }
    }

    /// Writes a line.
    pub fn line(&mut self, cells: &mut dyn Iterator<Item = &str>) {
        for (i, cell) in cells.enumerate() {
            if i > 0 {
                self.text.push(self.between);
            }
            (self.cell)(cell, &mut self.text);
        }
        self.text += self.end;
    }
}

fn comma_separated(cell: &str, to: &mut String) {
    match guarded(cell) {
        Some(guarded) => quoted(&guarded, to),
        None if cell.bytes().any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r')) => quoted(cell, to),
        None => *to += cell,
    }
}

fn tab_separated(cell: &str, to: &mut String) {
    let cell = guarded(cell).unwrap_or_else(|| cell.to_owned()).replace(['\t', '\n', '\r'], " ");
    // one that begins with a quotation mark is read to the next one, over the ends of cells
    match cell.starts_with('"') {
        true => quoted(&cell, to),
        false => *to += &cell,
    }
}

fn quoted(cell: &str, to: &mut String) {
    to.push('"');
    *to += &cell.replace('"', "\"\"");
    to.push('"');
}

const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const ENDS: [char; 5] = [';', ',', '\t', '\r', '\n'];

/// The text with a mark before everything that a spreadsheet would take for a formula: at its beginning, and after what
/// some of them end a cell at. `None` where there is nothing of the kind. A number below zero is no formula, and
/// with a mark before it no number.
fn guarded(cell: &str) -> Option<String> {
    // of a million cells most are seen to be harmless by their bytes: 0xEF begins the wide signs
    let is_harmless = |b: u8| !matches!(b, b'=' | b'+' | b'-' | b'@' | 0xEF | b'\t' | b'\r');
    if cell.bytes().all(is_harmless) || is_number(cell) {
        return None;
    }
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

/// A number as programs write it: `-4.2`.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}
