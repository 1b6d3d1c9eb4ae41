//! How a workbook shows a sheet: which of its rows and columns are hidden, which of its cells are one, which parts of a
//! day its dates have, and how far its texts are indented. The library that reads its cells says most of that not at
//! all, and which cells are one only after it has read all sheets once more.

use crate::import::times;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

/// Sheets with more bytes are not looked at.
const MOST_BYTES: u64 = 200_000_000;

/// What of a date a cell shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shown {
    /// "2020"
    Year,
    /// "Mar 2020"
    Month,
}

/// The row and the column of a cell, from 0.
pub type At = (u32, u32);

/// What a sheet shows.
#[derive(Debug, Default)]
pub struct Looks {
    /// Hidden rows, from 0.
    pub rows: BTreeSet<u32>,
    /// The first and the last of hidden columns that stand together, from 0.
    pub columns: Vec<(u32, u32)>,
    /// Cells that show less than the day of their date.
    pub dates: BTreeMap<At, Shown>,
    /// Cells that are indented, and how far.
    pub indents: BTreeMap<At, u8>,
    /// The first and the last of cells that are shown as one.
    pub merged: Vec<(At, At)>,
}

/// Looks at a sheet; what cannot be found out is not there.
pub fn look(bytes: &[u8], sheet: &str) -> Looks {
    looks(bytes, sheet).unwrap_or_default()
}

fn looks(bytes: &[u8], sheet: &str) -> Option<Looks> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut file = |name: &str| unpacked(archive.by_name(name).ok()?);
    let book = file("xl/workbook.xml")?;
    let is_own = |tag: &Tag| tag.name == "sheet" && tag.get("name").is_some_and(|name| plain(name) == sheet);
    let own = tags(&book).find(is_own)?.get(":id")?;
    let relations = file("xl/_rels/workbook.xml.rels")?;
    let target = tags(&relations).find(|tag| tag.get("Id") == Some(own))?.get("Target")?;
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    let styles = file("xl/styles.xml").map(|text| shown(&text)).unwrap_or_default();
    let text = file(&path)?;
    let mut looks = Looks::default();
    // most sheets have no such dates and no indents, and most of a sheet is cells
    let has_looks = styles.iter().any(|style| style.shown.is_some() || style.indent > 0);
    let number = |tag: &Tag, name: &str| tag.get(name)?.parse::<u32>().ok()?.checked_sub(1);
    let is_of_cells = |piece: &&str| ["c ", "v>", "/"].iter().any(|start| piece.starts_with(start));
    let pieces = text.split('<').filter(|piece| has_looks || !is_of_cells(piece));
    for tag in pieces.filter_map(tag) {
        let is_hidden = || matches!(tag.get("hidden"), Some("1" | "true"));
        match tag.name {
            "col" if is_hidden() => looks.columns.extend(number(&tag, "min").zip(number(&tag, "max"))),
            "row" if is_hidden() => looks.rows.extend(number(&tag, "r")),
            "mergeCell" => {
                let ends = tag.get("ref").and_then(|all| all.split_once(':'));
                looks.merged.extend(ends.and_then(|(start, end)| place(start).zip(place(end))));
            }
            "c" if has_looks => {
                let style = tag.get("s").and_then(|style| style.parse::<usize>().ok()).unwrap_or(0);
                let style = styles.get(style).copied().unwrap_or_default();
                let indent = Some(style.indent).filter(|indent| *indent > 0);
                if style.shown.is_some() || indent.is_some() {
                    let at = tag.get("r").and_then(place);
                    looks.dates.extend(at.zip(style.shown));
                    looks.indents.extend(at.zip(indent));
                }
            }
            _ => {}
        }
    }
    Some(looks)
}

/// The text of a file of a workbook, where it is not too long.
fn unpacked(file: zip::read::ZipFile<'_, impl Read>) -> Option<String> {
    // what a file says of its size may be wrong; it is right in most, and then no byte is moved
    let mut text = Vec::with_capacity(file.size().min(MOST_BYTES / 4) as usize);
    file.take(MOST_BYTES).read_to_end(&mut text).ok()?;
    let is_whole = text.len() < MOST_BYTES as usize;
    let lossy = |error: std::string::FromUtf8Error| String::from_utf8_lossy(error.as_bytes()).into_owned();
    is_whole.then(|| String::from_utf8(text).unwrap_or_else(lossy))
}

/// The same of a sheet of an ODS, whose cells have what they show.
pub fn look_ods(bytes: &[u8], sheet: &str) -> Looks {
    let content = || {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        let content = archive.by_name("content.xml").ok()?;
        unpacked(content)
    };
    let mut looks = Looks::default();
    let Some(text) = content() else { return looks };
    let repeated =
        |tag: &Tag, key: &str| tag.get(key).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1).max(1);
    let is_hidden = |tag: &Tag| matches!(tag.get(":visibility"), Some("collapse" | "filter"));
    let (mut is_own, mut row, mut column, mut next) = (false, 0u32, 0u32, 0u32);
    let mut date: Option<(u32, u32, &str)> = None;
    for tag in tags(&text) {
        match tag.name {
            "table" => {
                (is_own, row, column, next) = (tag.get(":name").map(plain).as_deref() == Some(sheet), 0, 0, 0)
            }
            "/table:table" => is_own = false,
            _ if !is_own => {}
            "table-column" => {
                let count = repeated(&tag, ":number-columns-repeated");
                looks.columns.extend(is_hidden(&tag).then(|| (column, column.saturating_add(count - 1))));
                column = column.saturating_add(count);
            }
            "table-row" => {
                let count = repeated(&tag, ":number-rows-repeated");
                // empty rows to the end of the sheet are one
                if is_hidden(&tag) {
                    looks.rows.extend(next..next.saturating_add(count.min(10_000)));
                }
                (row, column, next) = (next, 0, next.saturating_add(count));
            }
            "table-cell" | "covered-table-cell" => {
                let [down, right] =
                    [":number-rows-spanned", ":number-columns-spanned"].map(|key| repeated(&tag, key) - 1);
                if down > 0 || right > 0 {
                    let last = (row.saturating_add(down), column.saturating_add(right));
                    looks.merged.push(((row, column), last));
                }
                let value = tag.get("office:date-value").filter(|_| !tag.attributes.ends_with('/'));
                date = value.map(|value| (row, column, value));
                column = column.saturating_add(repeated(&tag, ":number-columns-repeated"));
            }
            "p" | "span" => {
                if let Some((row, column, value)) = date.filter(|_| !tag.text.trim().is_empty()) {
                    looks.dates.extend(of_text(&plain(tag.text), value).map(|shown| ((row, column), shown)));
                    date = None;
                }
            }
            _ => {}
        }
    }
    looks
}

/// What a cell shows of its date, where that is less than its day: "2020", "Mar 2020", "03/2020".
fn of_text(text: &str, date: &str) -> Option<Shown> {
    let text = text.trim();
    let time = times::time(text)?.to_string();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let has_letters = text.chars().any(char::is_alphabetic);
    let is_year = digits == 4 && !has_letters && date.starts_with(text);
    let is_month = date.starts_with(&*time) && time.len() == 7;
    match (is_year, is_month && (if has_letters { digits == 4 } else { (5..=6).contains(&digits) })) {
        (true, _) => Some(Shown::Year),
        (_, true) => Some(Shown::Month),
        _ => None,
    }
}

/// What the style of a cell says.
#[derive(Debug, Clone, Copy, Default)]
struct Style {
    /// What it shows of a date, where that is less than its day.
    shown: Option<Shown>,
    /// How far its text is indented.
    indent: u8,
}

/// What the styles of cells say.
fn shown(styles: &str) -> Vec<Style> {
    let mut formats: BTreeMap<&str, Option<Shown>> = BTreeMap::from([("17", Some(Shown::Month))]);
    let (mut all, mut is_in_cells) = (Vec::new(), false);
    for tag in tags(styles) {
        match tag.name {
            "numFmt" => {
                let format = tag.get("formatCode").and_then(|code| of_format(&plain(code)));
                formats.extend(tag.get("numFmtId").map(|id| (id, format)));
            }
            "cellXfs" => is_in_cells = true,
            "/cellXfs" => is_in_cells = false,
            "xf" if is_in_cells => {
                let shown = tag.get("numFmtId").and_then(|id| formats.get(id).copied()).flatten();
                all.push(Style { shown, indent: 0 });
            }
            "alignment" if is_in_cells => {
                let indent = tag.get("indent").and_then(|indent| indent.parse().ok());
                if let Some(style) = all.last_mut() {
                    style.indent = indent.unwrap_or(0);
                }
            }
            _ => {}
        }
    }
    all
}

/// What a format of dates shows: `yyyy`, `mmm yyyy`.
fn of_format(code: &str) -> Option<Shown> {
    let mut letters = String::new();
    let mut chars = code.split(';').next()?.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => _ = chars.by_ref().find(|c| *c == '"'),
            '[' => _ = chars.by_ref().find(|c| *c == ']'),
            '\\' | '_' | '*' => _ = chars.next(),
            c => letters.extend(c.to_lowercase()),
        }
    }
    let has = |c: char| letters.contains(c);
    match (has('y'), has('m'), has('d') || has('h') || has('s')) {
        (true, false, false) => Some(Shown::Year),
        (true, true, false) => Some(Shown::Month),
        _ => None,
    }
}

/// Row and column of "B12", from 0.
fn place(name: &str) -> Option<At> {
    let at = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at_checked(at)?;
    let mut column = 0u32;
    for letter in letters.bytes() {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

struct Tag<'t> {
    name: &'t str,
    attributes: &'t str,
    /// The text behind it.
    text: &'t str,
}

impl<'t> Tag<'t> {
    /// An attribute by its name; one that begins with a colon is of any prefix.
    fn get(&self, name: &str) -> Option<&'t str> {
        let mut rest = self.attributes;
        loop {
            let (key, behind) = rest.split_once('=')?;
            let behind = behind.trim_start();
            let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, next) = behind.get(1..)?.split_once(quote)?;
            let key = key.trim();
            if key == name || (name.starts_with(':') && key.ends_with(name)) {
                return Some(value);
            }
            rest = next;
        }
    }
}

/// The tags of XML that begin something, and those that end it, with a stroke before their names.
fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    text.split('<').skip(1).filter_map(tag)
}

/// The tag that a piece of XML behind its "<" begins with.
fn tag(piece: &str) -> Option<Tag<'_>> {
    let (inside, text) = piece.split_once('>')?;
    let end = inside.find(char::is_whitespace).unwrap_or(inside.len());
    let (name, attributes) = inside.split_at_checked(end)?;
    let name = name.trim_end_matches('/');
    // "x:row"
    let name = name.rsplit(':').next().filter(|_| !name.starts_with('/')).unwrap_or(name);
    Some(Tag { name, attributes, text })
}

/// A text of XML as it is meant.
fn plain(text: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    signs.iter().fold(text.to_owned(), |text, (code, sign)| text.replace(code, sign))
}
