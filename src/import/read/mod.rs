//! Files → tables, by what they are, whatever they are called.

mod bps;
pub mod csv;
pub mod json;
pub mod jsonstat;
mod looks;
mod pxweb;
pub mod sheet;
pub mod text;

use super::mapping::Mapping;
use super::told::{quote, told, Given, Told};
use super::Source;
use crate::data::{Foreign, Node};
use std::borrow::Cow;

/// Reads a file.
pub fn read(bytes: Vec<u8>, set: &Mapping) -> Result<Source, Told> {
    if bytes.starts_with(b"PK") {
        return sheet::read(bytes, set.sheet.as_deref());
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let has_password = bytes.windows(encrypted.len()).any(|part| part == encrypted);
        return Err(match has_password {
            true => told!("fault-password"),
            false => told!("fault-old-excel"),
        });
    }
    if let Some(kind) = crate::data::kind_of_bytes(&bytes) {
        let kind = match kind {
            Foreign::Zip => told!("file-zip"),
            Foreign::OldOffice => told!("file-old-office"),
            Foreign::Pdf => told!("file-pdf"),
            Foreign::Compressed => told!("file-gz"),
            Foreign::Png => told!("file-png"),
            Foreign::Jpeg => told!("file-jpeg"),
            Foreign::Gif => told!("file-gif"),
            Foreign::Database => told!("file-sqlite"),
            Foreign::Parquet => told!("file-parquet"),
        };
        return Err(told!("fault-kind", kind = kind));
    }
    let text::Text { text, encoding } = text::decode(bytes, set.encoding.as_deref())?;
    let text = ascii_digits(&text);
    let start = text.trim_start();
    if start.is_empty() {
        return Err(told!("fault-empty-file"));
    }
    if start.starts_with(['{', '[']) {
        let node = Node::from_json(text.as_bytes()).map_err(|error| match error.is_data() {
            true => told!("fault-json-size"),
            false => told!("fault-json", line = error.line(), column = error.column()),
        })?;
        if let Some(source) = bps::read(&node).or_else(|| pxweb::read(&node)) {
            return Ok(source);
        }
        return match jsonstat::cube(&node) {
            Some(cube) => jsonstat::read(cube, set.place.as_deref()),
            None => json::read(&node),
        };
    }
    if start.starts_with('<') {
        return Err(told!("fault-html"));
    }
    let (grid, separator) = csv::read(&text, set.separator)?;
    let grid = csv::codes_apart(csv::places_apart(csv::apart(grid)));
    let sign: Given = match separator {
        ',' => told!("commas").into(),
        ';' => told!("semicolons").into(),
        '\t' => told!("tabs").into(),
        other => quote(&other.to_string()),
    };
    let about = Some(told!("text-file", encoding = encoding, sign = sign));
    Ok(Source { grid, about, ..Source::default() })
}

/// A text with the digits of other scripts, and the wide ones of East Asia, as those of all other tables. In Arabic the
/// signs between digits are others, too.
fn ascii_digits(text: &str) -> Cow<'_, str> {
    const ZEROS: [char; 9] = ['٠', '۰', '०', '০', '๐', '໐', '၀', '០', '０'];
    let digit = |c: char| {
        let of = |zero: &char| (c as u32).checked_sub(*zero as u32).and_then(|n| char::from_digit(n, 10));
        match c {
            '\0'..='\u{65F}' | '\u{17EA}'..='\u{FF0F}' => None,
            '٫' | '٬' => Some(if c == '٫' { '.' } else { ',' }),
            _ => ZEROS.iter().find_map(of),
        }
    };
    match !text.is_ascii() && text.chars().any(|c| digit(c).is_some()) {
        true => text.chars().map(|c| digit(c).unwrap_or(c)).collect(),
        false => text.into(),
    }
}
