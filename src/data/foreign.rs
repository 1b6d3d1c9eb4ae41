//! What a file is that is no JSON in UTF-8, said so that whoever gave it knows.

use super::finding::{Finding, Place, Severity};
use super::node::{TOO_LONG, TOO_MANY};
use super::syntax::{fault, Fault};

/// The largest file that is read, in bytes: ten times what 300,000 villages take.
pub const MOST_BYTES: usize = 100_000_000;

const EXPECTED: &str = "JSON: an object in the format \"village-charts/1\"";
const TABLE: &str =
    "JSON: an object in the format \"village-charts/1\", which `village-charts import` makes of a table";

fn finding(code: &'static str, place: Place, found: String, expected: &str) -> Finding {
    let (path, place) = ("$".to_owned(), Some(place));
    Finding { severity: Severity::Error, code, path, found, expected: expected.to_owned(), place }
}

/// Why a file is not even read; `None` where it is text in UTF-8 of a size that can be.
pub(super) fn refuse(bytes: &[u8]) -> Option<Finding> {
    let first = Place { line: 1, column: 1 };
    if bytes.len() > MOST_BYTES {
        return Some(finding("too_large", first, "more than 100 MB".to_owned(), "a file of at most 100 MB"));
    }
    if let Some(kind) = of_bytes(bytes) {
        let expected = if matches!(kind, Foreign::Zip) { TABLE } else { EXPECTED };
        return Some(finding("not_json", first, kind.name().to_owned(), expected));
    }
    // every second byte of Latin letters is 0 there
    let wide = bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || bytes.iter().take(100).any(|b| *b == 0);
    if wide {
        let found = "a text in UTF-16, as \"Unicode\" in some programs is".to_owned();
        return Some(finding("not_utf8", first, found, "a text in UTF-8"));
    }
    let error = std::str::from_utf8(bytes).err()?;
    let at = error.valid_up_to();
    let byte = bytes.get(at).copied().unwrap_or(0);
    let found =
        format!("the byte {byte:02X}, which is no UTF-8: the file is in Latin-1, Windows-1258 or the like");
    Some(finding("not_utf8", Place::of(bytes, at), found, "a text in UTF-8: save it again in that encoding"))
}

/// What the parser's error means.
pub(super) fn not_json(text: &[u8], error: &serde_json::Error) -> Finding {
    // the parser counts the bytes of a line
    let lines = text.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines.take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    let place = Place::of(text, before + error.column().saturating_sub(1));
    let found = error.to_string();
    if let Some(what) = [TOO_MANY, TOO_LONG].into_iter().find(|what| found.starts_with(what)) {
        let expected = "fewer values: at most 3,000,000 in a file and 1,000,000 in a list";
        return finding("too_large", place, what.to_owned(), expected);
    }
    let content = String::from_utf8_lossy(text);
    if let Some((kind, expected)) = of_text(&content) {
        return finding("not_json", place, kind.to_owned(), expected);
    }
    match fault(&content) {
        Some(Fault { at, path, found, expected }) => {
            Finding { path, ..finding("not_json", Place::of(text, at), found, &expected) }
        }
        // the place is said in front
        None => {
            let words = found.rsplit_once(" at line ").map_or(&*found, |(words, _)| words);
            finding("not_json", place, words.to_owned(), EXPECTED)
        }
    }
}

/// What a file is that is no text.
#[derive(Clone, Copy)]
pub(crate) enum Foreign {
    Zip,
    OldOffice,
    Pdf,
    Compressed,
    Png,
    Jpeg,
    Gif,
    Database,
    Parquet,
}

impl Foreign {
    fn name(self) -> &'static str {
        match self {
            Foreign::Zip => "a ZIP file, as workbooks of spreadsheets (.xlsx, .ods) are",
            Foreign::OldOffice => "a workbook or document of an old Office (.xls, .doc)",
            Foreign::Pdf => "a PDF file",
            Foreign::Compressed => "a compressed file (.gz)",
            Foreign::Png => "a picture (PNG)",
            Foreign::Jpeg => "a picture (JPEG)",
            Foreign::Gif => "a picture (GIF)",
            Foreign::Database => "a database (SQLite)",
            Foreign::Parquet => "a Parquet file",
        }
    }
}

/// Files that are no texts, by their first bytes.
pub(crate) fn of_bytes(bytes: &[u8]) -> Option<Foreign> {
    const KINDS: [(&[u8], Foreign); 9] = [
        (b"PK\x03\x04", Foreign::Zip),
        (b"\xD0\xCF\x11\xE0", Foreign::OldOffice),
        (b"%PDF", Foreign::Pdf),
        (b"\x1F\x8B", Foreign::Compressed),
        (b"\x89PNG", Foreign::Png),
        (b"\xFF\xD8\xFF", Foreign::Jpeg),
        (b"GIF8", Foreign::Gif),
        (b"SQLite format 3", Foreign::Database),
        (b"PAR1", Foreign::Parquet),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// Texts that are no JSON; what of them is known in a page, too, is in `www/src/foreign.ts`.
fn of_text(text: &str) -> Option<(&'static str, &'static str)> {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    let start: String = text.chars().take(20).collect::<String>().to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|s| start.starts_with(s));
    Some(match () {
        () if text.is_empty() => ("an empty file", EXPECTED),
        () if begins(&["<!doctype html", "<html"]) => ("a web page (HTML)", EXPECTED),
        () if begins(&["<"]) => ("HTML or XML", EXPECTED),
        () if begins(&["//", "/*", "export ", "module.", "const ", "var ", "window."]) => {
            ("JavaScript, or JSON with comments", EXPECTED)
        }
        () if begins(&["---", "format:"]) => ("YAML", EXPECTED),
        () if is_table(text) => ("a CSV file", TABLE),
        () => return None,
    })
}

/// Do the first lines have as many separators, and at least one?
fn is_table(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return false };
    let like = |sign: char| [first, second].map(|line| line.matches(sign).count());
    !text.starts_with(['{', '[']) && [',', ';', '\t'].into_iter().map(like).any(|[a, b]| a > 0 && a == b)
}
