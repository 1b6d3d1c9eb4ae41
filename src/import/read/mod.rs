//! Files → tables.

pub mod csv;
pub mod text;

use super::mapping::Mapping;
use super::Source;

/// Reads a file by what it is, whatever it is called.
pub fn read(bytes: Vec<u8>, _: &str, set: &Mapping) -> Result<Source, String> {
    let text::Text { text, encoding } = text::decode(bytes, set.encoding.as_deref())?;
    if text.trim().is_empty() {
        return Err("an empty file".to_owned());
    }
    let (grid, separator) = csv::read(&text, set.separator)?;
    let words = match separator {
        ',' => "commas".to_owned(),
        ';' => "semicolons".to_owned(),
        '\t' => "tabs".to_owned(),
        other => format!("{other:?}"),
    };
    let about = format!("a text in {encoding} [--encoding], cells separated by {words} [--separator]");
    Ok(Source { grid, about, mapping: Mapping::default() })
}
