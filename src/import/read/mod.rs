//! Files → tables, by what they are, whatever they are called.

pub mod csv;
pub mod json;
pub mod jsonstat;
pub mod sheet;
pub mod text;

use super::mapping::Mapping;
use super::Source;
use crate::data::Node;

/// Reads a file.
pub fn read(bytes: Vec<u8>, set: &Mapping) -> Result<Source, String> {
    if bytes.starts_with(b"PK") {
        return sheet::read(bytes, set.sheet.as_deref());
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let has_password = bytes.windows(encrypted.len()).any(|part| part == encrypted);
        return Err(match has_password {
            true => "a workbook with a password; expected one without: save it again without a password",
            false => "a workbook of an old Excel (.xls); expected .xlsx, .ods or .csv: save it again as one of these",
        }
        .to_owned());
    }
    if let Some(kind) = crate::data::kind_of_bytes(&bytes) {
        return Err(format!("{kind}; expected a table: CSV, XLSX, ODS, JSON-stat or JSON"));
    }
    let text::Text { text, encoding } = text::decode(bytes, set.encoding.as_deref())?;
    let start = text.trim_start();
    if start.is_empty() {
        return Err("an empty file".to_owned());
    }
    if start.starts_with(['{', '[']) {
        let node = Node::from_json(text.as_bytes()).map_err(|error| format!("no JSON: {error}"))?;
        return match jsonstat::cube(&node) {
            Some(cube) => jsonstat::read(cube),
            None => json::read(&node),
        };
    }
    if start.starts_with('<') {
        return Err("HTML or XML; expected a table: CSV, XLSX, ODS, JSON-stat or JSON".to_owned());
    }
    let (grid, separator) = csv::read(&text, set.separator)?;
    let grid = csv::apart(grid);
    let words = match separator {
        ',' => "commas".to_owned(),
        ';' => "semicolons".to_owned(),
        '\t' => "tabs".to_owned(),
        other => format!("{other:?}"),
    };
    let about = format!("a text in {encoding} [--encoding], cells separated by {words} [--separator]");
    Ok(Source { grid, about, mapping: Mapping::default() })
}
