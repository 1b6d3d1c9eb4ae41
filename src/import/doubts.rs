//! What may be read in two ways, or has no effect: it is asked, or said.

use super::columns::{Plan, Role};
use super::grid::Grid;
use super::mapping::Mapping;
use super::number::Number;
use super::rows::{without_footnotes, Fact, Facts};
use super::series::Series;
use super::table::Layout;
use super::times;
use super::told::{quote, told, Told};
use super::words::{fold, Words};
use super::Problem;
use std::collections::HashSet;

/// Does the letter before the numbers of parts of years, "T1 2023", stand for months? The error asks.
pub fn months(grid: &Grid, layout: &Layout, locale: Option<&str>) -> Result<bool, Told> {
    let headings = layout.headings.clone();
    let rows = headings.chain(layout.body.clone().take(3000));
    let cells = rows.flat_map(|row| (0..grid.width(row)).map(move |column| grid.cell(row, column)));
    let mut says_quarter = false;
    let mut open = None;
    for text in cells.filter(|text| text.len() < 200) {
        let folded = fold(text);
        says_quarter |= Words::all().find("quarter_before", &folded).is_some() && folded.chars().count() > 3;
        match times::open_part(text) {
            Some((_, 5.., _)) => return Ok(true),
            Some((letter, ..)) if open.is_none() => open = Some((letter, text)),
            _ => {}
        }
    }
    let Some((letter, text)) = open else { return Ok(false) };
    let is = |key: &str| locale.is_some_and(|tag| Words::all().is_letter_in(key, &letter, tag));
    match (is("quarter_letter"), is("month_letter")) {
        (true, false) => Ok(false),
        // a word for quarters stands in the table
        (false, false) if says_quarter => Ok(false),
        (false, true) => Ok(true),
        _ => Err(told!("fault-quarter", text = quote(text))),
    }
}

/// The first row below the headings where it has a code for each column: the tags of HXL, or names of a database.
pub fn codes(grid: &Grid, layout: &Layout) -> Option<usize> {
    let row = layout.body.clone().find(|row| grid.filled(*row) > 0).filter(|_| grid.names.is_none())?;
    let above = layout.headings.clone().last()?;
    let cells: Vec<&str> =
        (0..grid.width(row)).map(|column| grid.cell(row, column)).filter(|text| !text.is_empty()).collect();
    let is_tag = |text: &&str| text.starts_with('#') && text.len() > 2;
    let is_code = |text: &&str| {
        text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
            && text.len() > 1
    };
    let differs = (0..grid.width(row)).any(|column| grid.cell(row, column) != grid.cell(above, column));
    let are_codes = cells.len() > 2 && cells.len() >= grid.filled(above) && cells.iter().all(is_code);
    let next = layout.body.clone().find(|next| *next > row && grid.filled(*next) > 0)?;
    let has_numbers =
        (0..grid.width(next)).any(|column| grid.cell(next, column).starts_with(|c: char| c.is_ascii_digit()));
    let are_tags = cells.len() > 1 && cells.iter().all(is_tag);
    (differs && (are_tags || (are_codes && has_numbers))).then_some(row)
}

/// The rows in which the headings stand once more, and those above that name the part that begins there.
pub fn again(grid: &Grid, layout: &Layout) -> Result<Vec<usize>, Told> {
    let Some(last) = layout.headings.clone().last().filter(|_| grid.names.is_none()) else {
        return Ok(Vec::new());
    };
    let width = grid.width(last);
    let first = (0..width).find(|column| grid.cell(last, *column).chars().any(char::is_alphabetic));
    let Some(first) = first.filter(|_| grid.filled(last) > 1) else { return Ok(Vec::new()) };
    let head = fold(grid.cell(last, first));
    let mut rows = Vec::new();
    for row in layout.body.clone().filter(|row| fold(grid.cell(*row, first)) == head) {
        let mut filled = (0..grid.width(row)).filter(|column| !grid.cell(row, *column).is_empty());
        if filled.clone().count() < 2 {
            continue;
        }
        let is_same = |column: usize| fold(grid.cell(row, column)) == fold(grid.cell(last, column));
        if !filled.all(is_same) {
            // figures of a place that is called what its column is called
            let is_time = |column: &usize| times::time(grid.cell(row, *column)).is_some();
            let others = (0..grid.width(row)).filter(|c| *c != first && !grid.cell(row, *c).is_empty());
            if others.clone().all(|column| is_time(&column)) || others.clone().all(is_same) {
                return Err(told!("fault-second-headings", row = grid.row(row)));
            }
            continue;
        }
        rows.push(row);
        // "Table 1 (continued)", other rows of headings, blank ones
        let mut above = row;
        while let Some(before) = above.checked_sub(1).filter(|before| layout.body.contains(before)) {
            let is_heading = layout.headings.clone().any(|heading| {
                grid.filled(before) > 1
                    && (0..grid.width(before)).all(|c| grid.cell(before, c) == grid.cell(heading, c))
            });
            let is_title = grid.filled(before) == 1
                && (0..grid.width(before)).any(|c| grid.cell(before, c).chars().any(char::is_alphabetic));
            match (grid.filled(before), is_heading || is_title) {
                (0, _) => {}
                (_, true) => rows.push(before),
                _ => break,
            }
            above = before;
        }
    }
    rows.sort_unstable();
    Ok(rows)
}

/// A second column with the heading of that of the places, and other texts, begins another table.
pub fn beside(grid: &Grid, layout: &Layout, plan: &Plan) -> Result<(), Told> {
    let (Some(place), Some(last)) = (plan.first(&Role::Place), layout.headings.clone().last()) else {
        return Ok(());
    };
    let head = fold(grid.cell(last, place));
    if head.is_empty() || grid.names.is_some() {
        return Ok(());
    }
    let is_second = |column: &usize| {
        let is_text = matches!(
            plan.roles.get(*column),
            Some(Role::Left(_) | Role::Dimension(_) | Role::Indicator | Role::District)
        );
        let differs = |row: usize| {
            !grid.cell(row, *column).is_empty() && grid.cell(row, *column) != grid.cell(row, place)
        };
        let has_figures = plan.all(|role| *role == Role::Figure).any(|figures| figures > *column);
        *column > place
            && is_text
            && has_figures
            && fold(grid.cell(last, *column)) == head
            && layout.body.clone().any(differs)
    };
    match (place + 1..plan.roles.len()).find(is_second) {
        Some(column) => Err(told!(
            "fault-beside",
            name = quote(grid.cell(last, place)),
            one = grid.column(place),
            other = grid.column(column),
        )),
        None => Ok(()),
    }
}

/// What options name that is not in the table, a line each.
pub fn without_effect(grid: &Grid, layout: &Layout, plan: &Plan, facts: &Facts, set: &Mapping) -> Vec<Told> {
    let mut lines = Vec::new();
    let place = plan.first(&Role::Place);
    let cells = |column: usize| layout.body.clone().map(move |row| fold(grid.cell(row, column)));
    let is_row = |name: &str| {
        let name = fold(name);
        let is = |other: &str| other == name || without_footnotes(other) == name;
        facts.places.iter().any(|place| is(&fold(&place.name)))
            || place.is_some_and(|column| cells(column).any(|cell| is(&cell)))
    };
    let lost = |names: &[String]| -> Vec<String> {
        names.iter().filter(|name| !name.is_empty() && !is_row(name)).cloned().collect()
    };
    lines.extend(lost(&set.sections).iter().map(|name| told!("no-such-section", name = quote(name))));
    lines.extend(lost(&set.references).iter().map(|name| told!("no-such-reference", name = quote(name))));
    if plan.first(&Role::District).is_some() && set.sections.iter().any(|name| !name.is_empty()) {
        lines.push(told!("no-sections"));
    }
    let is_marked = |mark: &str| {
        let sign = fold(mark.trim_matches(['(', ')']));
        let rows = layout.headings.start..grid.height();
        rows.into_iter()
            .any(|row| (0..grid.width(row)).any(|column| fold(grid.cell(row, column)).contains(&*sign)))
    };
    let lost = set.marks.keys().filter(|mark| !is_marked(mark));
    lines.extend(lost.map(|mark| told!("no-such-mark", mark = quote(mark))));
    let time = set.time.as_deref().and_then(times::time);
    if let Some(time) =
        time.filter(|time| facts.facts.iter().all(|fact| fact.time.is_some_and(|own| own != *time)))
    {
        lines.push(told!("no-figure-of-time", time = time));
    }
    for of in set.times.keys() {
        let name = fold(of);
        let is_heading = plan.headings.iter().any(|heading| fold(&heading.text) == name);
        let is_cell = || plan.first(&Role::Time).is_some_and(|column| cells(column).any(|cell| cell == name));
        if !is_heading && !is_cell() {
            lines.push(told!("no-such-time", name = quote(of)));
        }
    }
    let is_heading = |of: &str| plan.headings.iter().any(|heading| fold(&heading.text) == fold(of));
    let lost = set.column_times.keys().filter(|of| !is_heading(of));
    lines.extend(lost.map(|of| told!("no-such-time", name = quote(of))));
    lines
}

/// Says which indicators options name, and the table has not. Names are as a file or its headings have them.
pub fn no_such_indicators(plan: &Plan, facts: &Facts, series: &[Series], set: &Mapping) -> Vec<Told> {
    let headings = plan.headings.iter().flat_map(|heading| [&heading.text, &heading.name]);
    let names = headings
        .chain(facts.indicators.iter().map(|of| &of.name))
        .chain(series.iter().map(|series| &series.name));
    let known: HashSet<String> = names.map(|name| fold(name)).collect();
    let is_lost = |name: &&String| !["*", ""].contains(&name.as_str()) && !known.contains(&fold(name));
    let mut lines = Vec::new();
    lines.extend(set.unit.keys().filter(is_lost).map(|name| told!("no-such-unit", name = quote(name))));
    lines.extend(set.kind.keys().filter(is_lost).map(|name| told!("no-such-kind", name = quote(name))));
    lines
}

/// A number, where it is first, and how often it is there.
pub type Code = (Number, Fact, usize);

/// Numbers of an indicator that may stand for none: −9999 where nothing else is below zero.
#[derive(Debug, Default)]
pub struct Codes {
    /// The first of each, and how many.
    found: Vec<Code>,
    /// There are more of them than signs for none would be.
    is_many: bool,
    /// The largest of all others.
    most: Option<Number>,
    /// How many others there are.
    others: usize,
}

impl Codes {
    /// Looks at a number.
    pub fn see(&mut self, number: Number, fact: &Fact) {
        let may_be_code = number.is_negative() || (nines(number) && number.to_f64() > 999.0);
        if !may_be_code {
            self.others += 1;
            let is_more = |most: Number| most.compare(number) == Some(std::cmp::Ordering::Less);
            self.most = self.most.filter(|most| !is_more(*most)).or(Some(number));
            return;
        }
        let known = self.found.iter().position(|(known, ..)| *known == number);
        if let Some((.., count)) = known.and_then(|at| self.found.get_mut(at)) {
            *count += 1;
        } else if self.found.len() < 8 {
            self.found.push((number, *fact, 1));
        } else {
            self.is_many = true;
        }
    }

    /// Those that are in doubt: the number, where it is first, and how often it is there.
    pub fn doubtful(&self) -> Vec<Code> {
        let below: Vec<_> = self.found.iter().filter(|(number, ..)| number.is_negative()).collect();
        let all_alike = below.iter().all(|(number, ..)| nines(*number));
        let one_again = matches!(&*below, [(_, _, 2..)]);
        let is_below = !self.is_many && self.others >= below.len() && (all_alike || one_again);
        let is_above = |number: &Number| {
            self.others > 1 && self.most.is_some_and(|most| number.to_f64() > 10.0 * most.to_f64())
        };
        let doubtful = |(number, ..): &&Code| match number.is_negative() {
            true => is_below,
            false => is_above(number),
        };
        self.found.iter().filter(doubtful).copied().collect()
    }

    /// The first number below zero.
    pub fn first_below(&self) -> Option<Fact> {
        self.found
            .iter()
            .filter(|(number, ..)| number.is_negative())
            .map(|(_, fact, _)| *fact)
            .min_by_key(|f| f.row)
    }
}

/// Is a number made of one digit alone, two or more of it? "-9999", "-666666666"
fn nines(number: Number) -> bool {
    match number.digit() {
        Some(digit) if number.is_negative() => (6..=9).contains(&digit),
        digit => digit == Some(9),
    }
}

/// Asks about a number that may stand for none.
pub fn ask(grid: &Grid, (number, fact, count): &Code, name: &str) -> Problem {
    let (row, column) = (fact.row as usize, fact.column as usize);
    let found = told!("found-code", text = quote(grid.cell(row, column)), n = *count, name = quote(name));
    Problem::new(grid, row, column, found, told!("expected-code", number = *number, name = name))
}
