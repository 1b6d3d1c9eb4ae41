//! Rows of several levels: heads, and what lies in them, told by signs, blanks, numbers, names or codes.

use super::cell::{Cell, Reader};
use super::columns::{Plan, Role};
use super::grid::Grid;
use super::table::Layout;
use super::words::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// What a row is among rows of several levels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Level {
    /// All that is below it in the table lies in it.
    Whole,
    /// The rows below it lie in it.
    Head,
    /// A place, in the row of its head.
    Place(Option<usize>),
}

pub(super) type Levels = FxHashMap<usize, Level>;

/// Signs before names that tell their level.
pub(super) const SIGNS: &[char] = &['.', '·', '•', '-', '–', '>', '»', '…', '_', ' ', '\u{A0}', '\u{3000}'];

/// The levels of rows: by the signs or blanks before their names, by names or codes that begin with those of the rows
/// above.
pub(super) fn levels(grid: &Grid, layout: &Layout, plan: &Plan, place: usize, reader: &Reader) -> Levels {
    let mut rows: Vec<usize> = layout.body.clone().filter(|row| !grid.cell(*row, place).is_empty()).collect();
    let id = plan.first(&Role::Id).unwrap_or(place);
    // Hamburg in Hamburg is another row, by its blanks or its code
    let is_same = |a: usize, b: usize| {
        [place, id].iter().all(|column| grid.cell(a, *column) == grid.cell(b, *column))
            && grid.indent(a, place) == grid.indent(b, place)
    };
    rows.dedup_by(|a, b| is_same(*a, *b));
    if !(4..=20_000).contains(&rows.len()) || grid.names.is_some() {
        return Levels::default();
    }
    let name = |row: usize| grid.cell(row, place);
    let signs = |row: usize| {
        let text = name(row);
        let bare = text.trim_start_matches(SIGNS);
        let count = text.get(..text.len() - bare.len()).unwrap_or("").chars().filter(|c| *c != ' ').count();
        grid.indent(row, place) + if bare.is_empty() { 0 } else { 2 * count }
    };
    let by_signs: Vec<usize> = rows.iter().map(|row| signs(*row)).collect();
    let begins = |text: &str, start: &str| text.len() > start.len() && text.starts_with(start);
    let ids: Vec<usize> = plan.all(|role| *role == Role::Id).collect();
    // 臺北市, 臺北市中正區
    let is_name = |start: &str| start.chars().count() > 1 && start.chars().all(super::words::is_ideograph);
    let by_names = nested(&rows, &|row, above| is_name(name(above)) && begins(name(row), name(above)));
    let is_nuts = ids.first().is_some_and(|id| is_nuts(grid, &rows, *id));
    let by_codes = ids.first().map_or_else(Vec::new, |id| {
        nested(&rows, &|row, above| {
            let (own, start) = (grid.cell(row, *id), grid.cell(above, *id));
            let longer = own.len().saturating_sub(start.len());
            // 1 and 10, W1 and W10 are numbers of rows
            // 3200 is a province of 3201 and 3202, 01000 one of 01100
            let bare = own.trim_end_matches('0').len();
            let zeros = Some(start.trim_end_matches('0'))
                .filter(|bare| start.len() == own.len() && bare.len() + 2 <= start.len());
            let is_in = |start: &str| start.len() > 1 && begins(own, start) && bare > start.len();
            let is_longer = longer > 1 || start.chars().all(char::is_alphabetic) || is_nuts;
            (start.len() > 1 && begins(own, start) && is_longer) || zeros.is_some_and(is_in)
        })
    });
    let of = [by_signs, by_names, by_codes].into_iter().find(|levels| is_nested(levels));
    let Some(of) = of else {
        let by_names = || within_by_names(grid, &rows, place);
        let by_capitals = || in_capitals(grid, plan, &rows, place, reader);
        let mut ways = [Some(by_names()), Some(by_capitals())].into_iter().flatten();
        let found = ways.find(|found| !found.is_empty());
        return found.unwrap_or_else(|| whole_by_code(grid, &rows, ids.first().copied()));
    };
    let mut found = Levels::default();
    let mut stack: Vec<(usize, usize, Level)> = Vec::new();
    for (at, (row, level)) in rows.iter().zip(&of).enumerate() {
        while stack.last().is_some_and(|(above, ..)| above >= level) {
            stack.pop();
        }
        let rest = of.get(at + 1..).unwrap_or_default();
        let is_head = rest.first().is_some_and(|next| next > level);
        let is_all = at == 0 && is_head && rest.iter().all(|below| below > level);
        let is_whole = is_all || reader.words.is("whole", &fold(name(*row).trim_start_matches(SIGNS)));
        let own = match (is_whole, is_head) {
            (true, _) => Level::Whole,
            (_, true) => Level::Head,
            _ => {
                let above = stack.iter().rev().find(|(.., level)| *level == Level::Head);
                Level::Place(above.map(|(_, row, _)| *row))
            }
        };
        stack.push((*level, *row, own));
        found.insert(*row, own);
    }
    found
}

/// The rows of a code with which those of all others begin: 11 among 1101, 1102 and so on, wherever they stand.
fn whole_by_code(grid: &Grid, rows: &[usize], id: Option<usize>) -> Levels {
    let Some(id) = id else { return Levels::default() };
    let codes: BTreeSet<&str> = rows.iter().map(|row| grid.cell(*row, id)).collect();
    let Some(first) = codes.first().filter(|first| first.len() > 1 && codes.len() > 3) else {
        return Levels::default();
    };
    let is_in = |code: &&str| code.starts_with(*first) && code.len() > first.len() + 1;
    match codes.iter().skip(1).all(is_in) {
        true => {
            let is_whole = |row: &&usize| grid.cell(**row, id) == *first;
            rows.iter().filter(is_whole).map(|row| (*row, Level::Whole)).collect()
        }
        false => Levels::default(),
    }
}

/// The rows with whose names those of others end, "Alabama" among "Autauga County, Alabama", wherever they stand.
fn within_by_names(grid: &Grid, rows: &[usize], place: usize) -> Levels {
    let of: FxHashMap<&str, usize> = rows.iter().map(|row| (grid.cell(*row, place), *row)).collect();
    let head =
        |row: usize| of.get(grid.cell(row, place).rsplit_once(", ")?.1).copied().filter(|head| *head != row);
    let heads: FxHashSet<usize> = rows.iter().filter_map(|row| head(*row)).collect();
    let within = rows.iter().filter(|row| head(**row).is_some()).count();
    if heads.is_empty() || within < 2 || (within + heads.len() + 1) < rows.len() {
        return Levels::default();
    }
    let level = |row: usize| match (heads.contains(&row), heads.len()) {
        (true, 1) => Level::Whole,
        (true, _) => Level::Head,
        _ if heads.len() == 1 => Level::Place(None),
        _ => Level::Place(head(row)),
    };
    rows.iter().map(|row| (*row, level(*row))).collect()
}

/// The rows whose names are in capitals, unlike all others: "JAWA TENGAH" below its districts, "BATANES" and "BULACAN"
/// each above what lies in it.
fn in_capitals(grid: &Grid, plan: &Plan, rows: &[usize], place: usize, reader: &Reader) -> Levels {
    let name = |row: usize| grid.cell(row, place);
    let is_head = |row: usize| {
        let letters = name(row).chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 3 && letters.clone().all(char::is_uppercase)
    };
    let is_small = |row: usize| name(row).chars().any(char::is_lowercase);
    let heads: Vec<usize> =
        (0..rows.len()).filter(|at| rows.get(*at).is_some_and(|row| is_head(*row))).collect();
    let others = rows.iter().filter(|row| is_small(**row)).count();
    if heads.is_empty() || others + heads.len() < rows.len() || others < 3 {
        return Levels::default();
    }
    let row = |at: usize| rows.get(at).copied();
    // one in capitals may be short for a name: only words, and figures among those of the others, are sure
    if let [at] = heads[..] {
        let is_end = at == 0 || at + 1 == rows.len();
        let whole = row(at)
            .filter(|row| is_end && name(*row).contains(' ') && lies_within(grid, plan, rows, *row, reader));
        return whole.into_iter().map(|row| (row, Level::Whole)).collect();
    }
    // above the first group stands the whole of all
    let whole = heads.first().copied().filter(|at| *at == 0 && heads.get(1) == Some(&1));
    let heads: Vec<usize> = heads.into_iter().filter(|at| Some(*at) != whole).collect();
    let begins = heads.first() == Some(&usize::from(whole.is_some()));
    let ends = heads.iter().copied().skip(1).chain([rows.len()]);
    if !begins || heads.len() < 2 || heads.iter().zip(ends).any(|(at, end)| at + 2 >= end) {
        return Levels::default();
    }
    let mut head = None;
    let mut found = Levels::default();
    for (at, own) in rows.iter().enumerate() {
        let level = match (Some(at) == whole, heads.contains(&at)) {
            (true, _) => Level::Whole,
            (_, true) => Level::Head,
            _ => Level::Place(head),
        };
        head = if level == Level::Head { Some(*own) } else { head };
        found.insert(*own, level);
    }
    found
}

/// Are the figures of a row among those of the others, as those of all together are where they are no sums?
fn lies_within(grid: &Grid, plan: &Plan, rows: &[usize], of: usize, reader: &Reader) -> bool {
    let number = |row: usize, column: usize| match reader.read(grid.cell(row, column)) {
        Ok(Cell::Figure(said)) => {
            let (readings, _) = said.numbers.first()?;
            readings.comma.or(readings.point).map(|number| number.to_f64())
        }
        _ => None,
    };
    let mut count = 0;
    let all_within = plan.all(|role| *role == Role::Figure).all(|column| {
        let Some(own) = number(of, column) else { return true };
        let others = rows.iter().filter(|row| **row != of).filter_map(|row| number(*row, column));
        let (least, most) =
            others.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), x| (least.min(x), most.max(x)));
        count += 1;
        (least..=most).contains(&own)
    });
    all_within && count > 0
}

/// The rows whose names begin with Roman numbers or letters from the first one on, "I. Huyện A" and "II. Huyện B", with
/// others below each.
pub(super) fn numbered_sections(grid: &Grid, layout: &Layout, place: usize) -> FxHashSet<usize> {
    const ROMAN: [&str; 30] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
        "XVII", "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI", "XXVII", "XXVIII",
        "XXIX", "XXX",
    ];
    let number = |row: usize| {
        let (number, rest) = grid.cell(row, place).split_once(['.', ')', '/'])?;
        Some(number.trim()).filter(|_| rest.trim_start().starts_with(char::is_alphabetic))
    };
    let roman = |text: &str| ROMAN.iter().position(|roman| *roman == text);
    let letter = |text: &str| match text.as_bytes() {
        [byte @ b'A'..=b'Z'] => Some(usize::from(byte - b'A')),
        _ => None,
    };
    let rows: Vec<usize> = layout.body.clone().filter(|row| !grid.cell(*row, place).is_empty()).collect();
    for order in [&roman as &dyn Fn(&str) -> Option<usize>, &letter] {
        let all: Vec<(usize, usize)> =
            (rows.iter().enumerate()).filter_map(|(at, row)| Some((at, order(number(*row)?)?))).collect();
        let goes_on = all.iter().enumerate().all(|(n, (_, order))| n == *order);
        let have_rows = all.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a + 1 < *b));
        let last_has = all.last().is_some_and(|(at, _)| at + 1 < rows.len());
        if all.len() > 1 && goes_on && have_rows && last_has {
            return all.iter().filter_map(|(at, _)| rows.get(*at).copied()).collect();
        }
    }
    FxHashSet::default()
}

/// Are codes those of regions of the European Union: AT of a country, AT1 and AT11 of what lies in it?
fn is_nuts(grid: &Grid, rows: &[usize], id: usize) -> bool {
    let codes: FxHashSet<&str> =
        rows.iter().map(|row| grid.cell(*row, id)).filter(|code| !code.is_empty()).collect();
    let country = |code: &str| code.get(..2).is_some_and(|two| two.bytes().all(|b| b.is_ascii_uppercase()));
    let fits = |code: &&str| {
        (2..=5).contains(&code.len())
            && country(code)
            && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    // AB1, AB2 and AB10 count up: with regions of regions, all regions have some
    let has_country = codes.iter().any(|code| code.len() == 2);
    let is_parted = |length: usize| {
        let of_length = codes.iter().filter(|code| code.len() == length);
        let has_part =
            |code: &&&str| codes.iter().any(|part| part.len() == length + 1 && part.starts_with(**code));
        let (with, all) =
            of_length.fold((0, 0), |(with, all), code| (with + usize::from(has_part(&code)), all + 1));
        with == all || with == 0
    };
    // codes of digits alone, where each but the longest has some in it: 11, 111, 1111601
    let longest = codes.iter().map(|code| code.len()).max().unwrap_or(0);
    let has_part = |code: &&str| codes.iter().any(|part| part.len() > code.len() && part.starts_with(*code));
    let mut shorter = codes.iter().filter(|code| code.len() < longest).peekable();
    let are_digits =
        codes.iter().filter(|code| code.bytes().all(|b| b.is_ascii_digit())).count() + 1 >= codes.len();
    if are_digits && shorter.peek().is_some() {
        let digits = |code: &&&str| code.bytes().all(|b| b.is_ascii_digit());
        return shorter.filter(digits).all(|code| code.len() > 1 && has_part(code));
    }
    codes.iter().all(fits) && (has_country || (3..5).all(is_parted))
}

/// How deep each row lies in rows above it.
fn nested(rows: &[usize], is_in: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut stack: Vec<usize> = Vec::new();
    let mut levels = Vec::new();
    for row in rows {
        while stack.last().is_some_and(|above| !is_in(*row, *above)) {
            stack.pop();
        }
        levels.push(stack.len());
        stack.push(*row);
    }
    levels
}

/// Do levels tell heads from what lies in them? Most rows lie in another one, and no row is alone in that.
fn is_nested(levels: &[usize]) -> bool {
    let least = levels.iter().min().copied().unwrap_or(0);
    let within = levels.iter().filter(|level| **level > least).count();
    let heads = levels.windows(2).filter(|pair| matches!(pair, [a, b] if a < b)).count();
    within * 2 >= levels.len() && heads > 0 && levels.first() == Some(&least) && within > heads
}
