//! What the columns of a table are: by what is set, by the words of their headings, by what stands in them.

use super::cell::{Cell, Reader};
use super::grid::{letters, Grid, Kind};
use super::guess::Guess;
use super::heading::{self, Heading};
use super::levels::Levels;
use super::mapping::Mapping;
use super::table::Layout;
use super::times;
use super::told::{commas, quote, told, Told};
use super::words::fold;
use crate::data::TimePeriod;
use std::collections::HashSet;

/// What a column is.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// The names of places.
    Place,
    /// Their ids.
    Id,
    /// Their districts.
    District,
    /// Their crafts.
    Craft,
    /// What else groups them, by its name.
    Dimension(String),
    /// What is measured; there may be several columns of it.
    Indicator,
    /// Of which time.
    Time,
    /// Of which month or quarter of it.
    Part,
    /// What flags say of the figures of the row.
    Status,
    /// The unit of the figures of the row.
    Unit,
    /// Figures.
    Figure,
    /// What notes say of the figures of another column.
    Note(usize),
    /// How sure the figures of another column are.
    Bound(usize, Bound),
    /// Nothing that is read, and why.
    Left(Told),
}

/// What a column says of the interval of confidence of another one's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Where it begins.
    Low,
    /// Where it ends.
    High,
    /// How far both ends are from the figure.
    Margin,
}

/// The columns of a table.
#[derive(Debug, Default)]
pub struct Plan {
    /// What each is.
    pub roles: Vec<Role>,
    /// What their headings say.
    pub headings: Vec<Heading>,
    /// The time of figures that have none in heading or row.
    pub time: Option<TimePeriod>,
    /// Where that time is from, if no option says it.
    pub time_by: Option<Told>,
    /// The name of what is measured where neither heading nor row has one.
    pub base: String,
    /// The rows that say the time of those below them, where several do.
    pub lines: Vec<(usize, TimePeriod)>,
    /// The levels of rows, where a column says them.
    pub(super) levels: Levels,
    /// A letter that is one of quarters in some languages stands for months.
    pub months: bool,
}

impl Plan {
    /// The columns that are this.
    pub fn all<'p>(&'p self, is: impl Fn(&Role) -> bool + 'p) -> impl Iterator<Item = usize> + 'p {
        self.roles.iter().enumerate().filter(move |(_, role)| is(role)).map(|(column, _)| column)
    }

    /// Does nothing say of which time the figures are?
    pub fn is_timeless(&self) -> bool {
        let mut figures = self.all(|role| *role == Role::Figure);
        let is_timed =
            |column: usize| self.headings.get(column).is_some_and(|heading| heading.time.is_some());
        self.time.is_none()
            && self.lines.is_empty()
            && self.first(&Role::Time).is_none()
            && !figures.any(is_timed)
    }

    /// The first column that is this.
    pub fn first(&self, role: &Role) -> Option<usize> {
        self.roles.iter().position(|r| r == role)
    }
}

impl Plan {
    /// Takes the times of lines of their own between the rows: "31.12.2022". One alone is that of all figures.
    fn timed_by_lines(&mut self, grid: &Grid, layout: &Layout) {
        if !self.is_timeless() {
            return;
        }
        let lines = layout.body.clone().filter(|row| grid.filled(*row) == 1);
        let times = lines.filter_map(|row| {
            let text = (0..grid.width(row)).map(|column| grid.cell(row, column)).find(|c| !c.is_empty())?;
            times::time(text).map(|time| (row, time))
        });
        let times: Vec<_> = times.collect();
        let place = self.first(&Role::Place);
        let is_beside = |row: usize| place.is_some_and(|place| grid.cell(row, place).is_empty());
        if let [(row, time)] = &*times {
            if is_beside(*row) {
                self.time = Some(*time);
                self.time_by = Some(grid.row(*row));
            }
        } else if let Some((first, _)) = times.first() {
            // all rows stand below one
            let begins = layout.body.clone().find(|row| grid.filled(*row) > 0);
            if begins == Some(*first) {
                self.lines = times;
            }
        }
    }

    /// Takes from the title what nothing else says: the name of what is measured, and the time.
    fn titled(&mut self, title: &str, reader: &Reader) {
        let (is_named, is_timeless) = (!self.base.is_empty(), self.is_timeless());
        let mut name = heading::base_name(title, reader.words);
        if let (Some((time, _)), true) = (times::one_time(title), is_timeless) {
            self.time = Some(time);
            self.time_by = Some(told!("the-title"));
            name = times::one_time(&name).map_or(name, |(_, rest)| rest);
        }
        if !is_named {
            if let Some((.., rest)) = heading::unit_in(&name, reader) {
                name = rest.trim().to_owned();
            }
            self.base = name;
        }
    }
}

/// What stands in a column, by some thousand rows of it.
#[derive(Debug, Default)]
pub(super) struct Stats {
    pub filled: usize,
    pub figures: usize,
    pub missing: usize,
    pub times: usize,
    pub distinct: usize,
    pub letters: usize,
    /// Digits alone, always as many, and texts by their file or with a zero before them.
    pub is_code: bool,
    pub counts_up: bool,
    pub long: usize,
    /// Ranges: "15–19".
    pub ranges: usize,
    /// Texts of a few letters that are no figures: signs, it may be.
    pub signs: usize,
    pub distinct_signs: usize,
    /// Digits alone, always as many, four and more.
    pub is_long: bool,
    /// Digits with a zero before them, which numbers have none of.
    pub leads: bool,
    /// Times that no number is: "1920年", "2021-03".
    pub sure_times: usize,
}

fn look(grid: &Grid, layout: &Layout, column: usize, reader: &Reader) -> Stats {
    let mut stats = Stats { is_code: true, counts_up: true, ..Stats::default() };
    let step = (layout.body.len() / 4000).max(1);
    let (mut values, mut length, mut has_zero) = (HashSet::new(), None, false);
    let (mut signs, mut is_lettered_code) = (HashSet::new(), true);
    for row in layout.body.clone().step_by(step) {
        let text = grid.cell(row, column);
        if text.is_empty() {
            continue;
        }
        stats.filled += 1;
        values.insert(text);
        let is_typed = grid.kind(row, column) == Kind::Number;
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        let is_listed = grid.names.is_some() && !is_typed;
        has_zero |= (text.starts_with('0') && text.len() > 1) || (is_listed && text.len() > 2);
        // GSS codes, and others of letters before digits
        let is_lettered = text.len() > 4
            && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
            && text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.bytes().filter(u8::is_ascii_digit).count() > 3;
        has_zero |= is_lettered;
        stats.is_code &= (digits || is_lettered) && *length.get_or_insert(text.len()) == text.len();
        stats.counts_up &= text.parse() == Ok(stats.filled);
        let is_time = times::time(text).is_some() || times::time_marked(text, false, reader).is_some();
        stats.times += usize::from(is_time);
        stats.sure_times += usize::from(is_time && text.bytes().any(|b| !b.is_ascii_digit()));
        stats.leads |= digits && text.len() > 1 && text.starts_with('0') && !is_typed;
        is_lettered_code &= text.len() <= 12
            && text.bytes().all(|b| b.is_ascii_alphanumeric())
            && text.bytes().any(|b| b.is_ascii_digit());
        stats.letters += usize::from(text.chars().any(char::is_alphabetic));
        stats.long += usize::from(text.chars().count() > 60);
        // what a formula or a spreadsheet's guess made of figures is told where they are read
        if matches!(grid.kind(row, column), Kind::Date | Kind::Error) {
            stats.figures += 1;
            continue;
        }
        match reader.read(text) {
            Ok(Cell::Figure(said)) => {
                stats.figures += 1;
                stats.ranges += usize::from(said.numbers.len() > 1);
            }
            Ok(Cell::Missing(_)) => stats.missing += 1,
            _ if text.chars().count() <= 4 && !text.contains(char::is_whitespace) => {
                stats.signs += 1;
                signs.insert(text);
            }
            _ => {}
        }
    }
    stats.distinct_signs = signs.len();
    stats.is_long = stats.is_code && stats.filled > 0 && length.is_some_and(|length| length > 3);
    stats.is_code &= has_zero && stats.filled > 0;
    stats.is_code |= stats.leads && is_lettered_code;
    stats.counts_up &= step == 1 && stats.filled > 2;
    stats.distinct = values.len();
    stats
}

impl Stats {
    pub fn is_figures(&self) -> bool {
        // "15 to 19" again and again is an age
        let are_classes = self.ranges * 2 > self.figures && self.distinct * 2 <= self.filled;
        self.filled > 0
            && !are_classes
            && !self.is_code
            && self.figures * 2 >= self.filled - self.missing
            && self.figures + self.missing > 0
    }

    /// Are there numbers, and nothing else but signs? What they stand for is asked where no word says it.
    pub fn is_figures_and_signs(&self) -> bool {
        let others = self.filled - self.missing - self.figures;
        self.figures > 0 && !self.is_code && self.signs == others && self.distinct_signs <= 6
    }
}

/// The column that an option names: by its heading, else by its letters.
pub fn named(name: &str, headings: &[Heading]) -> Result<usize, Told> {
    let folded = fold(name);
    let by_heading = headings.iter().position(|heading| fold(&heading.text) == folded);
    let by_letters = || {
        let is = |column: &usize| letters(*column).eq_ignore_ascii_case(name);
        (0..headings.len()).find(is)
    };
    // a whole path may be named, too
    let by_path = || {
        let last = folded.rsplit('.').next().filter(|last| last.len() < folded.len())?;
        headings.iter().position(|heading| fold(&heading.text) == last)
    };
    by_heading.or_else(by_letters).or_else(by_path).ok_or_else(|| {
        let all = headings.iter().filter(|h| !h.text.is_empty()).map(|h| quote(&h.text)).collect();
        told!("fault-no-column", name = quote(name), names = commas(all))
    })
}

/// Finds out what the columns are.
pub fn plan(
    grid: &Grid,
    layout: &Layout,
    headings: Vec<Heading>,
    set: &Mapping,
    reader: &Reader,
) -> Result<Plan, Told> {
    let count = headings.len();
    let stats: Vec<Stats> = (0..count).map(|column| look(grid, layout, column, reader)).collect();
    let mut guess = Guess {
        grid,
        layout,
        set,
        reader,
        stats,
        plan: Plan { headings, ..Plan::default() },
        roles: vec![None; count],
    };
    guess.take_options()?;
    guess.left_over();
    guess.by_headings()?;
    guess.bounds();
    guess.figures();
    guess.flags();
    guess.times();
    guess.parts();
    guess.places()?;
    guess.codes_of_groups();
    guess.rest()?;
    guess.names();
    let Guess { mut plan, roles, .. } = guess;
    plan.roles = roles
        .into_iter()
        .map(|role| role.unwrap_or_else(|| Role::Left(told!("why-not-understood"))))
        .collect();
    if let Some((time, row)) = layout.time.filter(|_| plan.is_timeless()) {
        (plan.time, plan.time_by) = (Some(time), Some(grid.row(row)));
    }
    if let Some(named) = layout.named.as_ref().filter(|_| plan.base.is_empty()) {
        plan.titled(named, reader);
    }
    if let Some(title) = layout.title(reader.words) {
        // "Bevölkerung (Anzahl)" alone says what is measured
        let counted = layout.titles.iter().find_map(|title| {
            let (name, unit) = title.trim().strip_suffix(')')?.rsplit_once('(')?;
            reader.words.is("counted", &fold(unit)).then(|| name.trim().to_owned())
        });
        if let Some(name) = counted.filter(|_| plan.base.is_empty()) {
            plan.base = name;
        }
        plan.titled(title, reader);
    }
    plan.timed_by_lines(grid, layout);
    if plan.first(&Role::Figure).is_none() {
        return Err(told!("fault-no-figures"));
    }
    Ok(plan)
}
