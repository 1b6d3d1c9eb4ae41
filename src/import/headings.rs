//! What stands over each column: its cells from the top to the bottom as one heading, and what tells two of them apart.

use super::cell::{Base, Reader, SaidUnit};
use super::grid::Grid;
use super::heading::{self, Heading};
use super::table::{is_thai, is_unit_word, Layout};
use super::times;
use super::words::{fold, Words};
use std::collections::{BTreeMap, HashSet};

/// The headings of all columns, each from the top to the bottom; what is above stretches to the right over blanks.
pub fn columns(
    grid: &Grid,
    layout: &Layout,
    reader: &Reader,
    times: &BTreeMap<String, crate::data::TimePeriod>,
    months: bool,
) -> Vec<Heading> {
    let rows = layout.headings.clone();
    let is_thai = is_thai(grid, rows.clone());
    let units = rows.clone().last().filter(|_| rows.len() > 1);
    let units = units.filter(|row| is_unit_word(grid.cell(*row, 0), reader.words));
    let mut headings = Vec::new();
    for column in 0..layout.width {
        let mut parts: Vec<&str> = Vec::new();
        for row in rows.clone() {
            let mut text = grid.cell(row, column);
            let is_last = row + 1 == rows.end;
            if text.is_empty() && !is_last {
                // a cell that stretches to the right has something under it
                let has_below = (row + 1..rows.end).any(|below| !grid.cell(below, column).is_empty());
                let from = (0..column).rev().find(|left| !grid.cell(row, *left).is_empty());
                let own_below =
                    |left: &usize| (row + 1..rows.end).any(|below| !grid.cell(below, *left).is_empty());
                text =
                    from.filter(|left| has_below && own_below(left)).map_or("", |left| grid.cell(row, left));
            }
            if units == Some(row) && is_unit_word(text, reader.words) {
                continue;
            }
            if !text.is_empty() && parts.last() != Some(&text) {
                parts.push(text);
            }
        }
        let lines: Vec<String> =
            parts.iter().map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let text = lines.join(" ");
        // a time that is set for a row of the headings
        let set = lines.iter().find_map(|line| Some((line, *times.get(&fold(line))?)));
        if let (Some((line, time)), true) = (set, lines.len() > 1) {
            let others: Vec<&str> = lines.iter().filter(|other| *other != line).map(String::as_str).collect();
            let own = heading::read(&others.join(" "), reader, &BTreeMap::new());
            headings.push(Heading { text, time: Some(time), ..own });
            continue;
        }
        if let Some(year) =
            times::from_buddhist(&text).filter(|_| is_thai && !times.contains_key(&fold(&text)))
        {
            headings.push(Heading { text, ..heading::read(&year, reader, times) });
            continue;
        }
        // the last row of several says units
        if let Some((last, others)) = lines.split_last().filter(|(_, others)| !others.is_empty()) {
            let is_row = units.is_some_and(|row| !grid.cell(row, column).is_empty());
            let noun = || SaidUnit { base: Some(Base::Noun(last.clone())), ..SaidUnit::default() };
            let unit = reader.unit(last).or_else(|| is_row.then(noun));
            let unit = unit.filter(|unit| is_row || !matches!(unit.base, Some(Base::Noun(_))));
            let is_number = reader.words.is("counted", &fold(last));
            let own = heading::read(&others.join(" "), reader, times);
            if (unit.is_some() || is_number) && own.unit.is_none() && !own.name.is_empty() {
                let unit_text = if unit.is_some() { last.clone() } else { String::new() };
                headings.push(Heading { text, unit, unit_text, ..own });
                continue;
            }
        }
        let month = if months { times::as_month(&text) } else { None };
        headings.push(match month {
            Some(month) => Heading { text, ..heading::read(&month, reader, times) },
            None => heading::read(&text, reader, times),
        });
    }
    spans(&mut headings);
    days(&mut headings);
    repeated(&mut headings);
    headings
}

/// Gives headings that name several days of one month, which times have no place for, the days for names.
fn days(headings: &mut [Heading]) {
    let mut known: HashSet<(String, String)> = HashSet::new();
    let key = |heading: &Heading| Some((fold(&heading.name), heading.time?.to_string()));
    let again: HashSet<_> =
        headings.iter().filter_map(key).filter(|key| !known.insert(key.clone())).collect();
    for heading in headings.iter_mut().filter(|heading| key(heading).is_some_and(|key| again.contains(&key)))
    {
        if names_day(&heading.text) {
            heading.name.clone_from(&heading.text);
        }
    }
}

/// Does a text name a day: a year, a month and a number beside them?
fn names_day(text: &str) -> bool {
    let parts = || text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let numbers =
        parts().filter(|part| part.len() < 3 && part.parse().is_ok_and(|n: u32| (1..=31).contains(&n)));
    let months = parts().filter(|part| Words::all().month(&fold(part)).is_some());
    times::names_year(text) && numbers.count() + months.count() > 1
}

/// Tells headings that are the same, "Tỷ lệ (%)" behind "Hộ nghèo" and behind "Hộ cận nghèo", apart by those that they
/// stand behind, where these differ.
fn repeated(headings: &mut [Heading]) {
    let (mut known, mut again) = (HashSet::new(), HashSet::new());
    for text in headings.iter().map(|heading| fold(&heading.text)).filter(|text| !text.is_empty()) {
        if !known.insert(text.clone()) {
            again.insert(text);
        }
    }
    for text in again.iter() {
        let columns: Vec<usize> = (0..headings.len())
            .filter(|at| headings.get(*at).is_some_and(|h| fold(&h.text) == *text))
            .collect();
        let names: Option<Vec<String>> = columns
            .iter()
            .map(|column| {
                let own = &headings.get(*column)?.name;
                let before = headings.get(..*column)?.iter().rev();
                let of = before.map(|h| (&h.text, &h.name)).find(|(text, _)| !again.contains(&fold(text)))?;
                (!of.1.is_empty() && !own.is_empty()).then(|| format!("{}: {own}", of.1))
            })
            .collect();
        let Some(names) = names.filter(|all| all.iter().collect::<HashSet<_>>().len() == all.len()) else {
            continue;
        };
        for (column, name) in columns.into_iter().zip(names) {
            if let Some(heading) = headings.get_mut(column) {
                heading.name = name;
            }
        }
    }
}

/// Takes the times of headings such as "2001-11" back where they are spans of years, and no months: each of as many
/// years, beside single years.
fn spans(headings: &mut [Heading]) {
    let is_month = |time: &crate::data::TimePeriod| time.to_string().len() == 7;
    let years = |heading: &Heading| {
        let time = heading.time.filter(|time| is_month(time) && heading.text.contains(&time.to_string()))?;
        let text = time.to_string();
        let (year, last) = text.split_once('-')?;
        let (year, last) = (year.parse::<u32>().ok()?, last.parse::<u32>().ok()?);
        Some((year, (last + 100 - year % 100) % 100))
    };
    let all: Vec<(u32, u32)> = headings.iter().filter_map(years).collect();
    let is_year = |heading: &Heading| heading.time.is_some_and(|time| time.to_string().len() == 4);
    let are_alike =
        all.first().is_some_and(|(_, of)| (2..=20).contains(of) && all.iter().all(|(_, n)| n == of));
    let starts: std::collections::BTreeSet<u32> = all.iter().map(|(year, _)| *year).collect();
    if !are_alike || starts.len() < all.len() || !headings.iter().any(is_year) {
        return;
    }
    for heading in headings.iter_mut().filter(|heading| years(heading).is_some()) {
        let time = heading.time.take().map(|time| time.to_string()).unwrap_or_default();
        heading.name = format!("{} {time}", heading.name).trim().to_owned();
    }
}
