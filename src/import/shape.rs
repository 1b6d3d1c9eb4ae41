//! How the rows of a table are to be read: which are places, and what their names and figures lack.

use super::cell::{Cell, Reader, Stands};
use super::columns::{Plan, Role};
use super::grid::{Grid, Kind};
use super::heading;
use super::levels::{levels, numbered_sections, Levels};
use super::mapping::Mapping;
use super::table::Layout;
use super::times;
use super::told::{quote, told};
use super::words::fold;
use super::Problem;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// What is known of the rows of a table before they are read.
pub(super) struct Rows<'a> {
    pub grid: &'a Grid,
    pub layout: &'a Layout,
    pub plan: &'a Plan,
    pub set: &'a Mapping,
    pub reader: &'a Reader<'a>,
    pub place: usize,
    pub district: Option<usize>,
    /// Columns of numbers before the places.
    pub numbers: Vec<usize>,
    pub figures: Vec<usize>,
    pub indicators: Vec<usize>,
    pub time: Option<usize>,
    /// The column of months or quarters beside it, and whether it has quarters.
    pub part: Option<(usize, bool)>,
    /// Are its years those of the Republic of China?
    pub is_roc: bool,
    pub unit: Option<usize>,
    /// Columns of powers of ten by which the figures of their row are to be multiplied.
    pub scales: Vec<usize>,
    /// Does a letter that may be one of quarters stand for months?
    pub months: bool,
    /// Is the name of a country that of the whole? `None` where nothing says it.
    pub is_of_one_country: Option<bool>,
    /// The names at both ends of the table, where a whole stands; a short table may have it anywhere.
    ends: Option<[String; 2]>,
    /// The levels of rows, where signs or the beginnings of names or codes tell them.
    pub levels: Levels,
    /// Names of groups of rows.
    pub sections: BTreeSet<String>,
    /// Rows whose names begin with Roman numbers or letters, and that are headings of groups for that.
    numbered_sections: FxHashSet<usize>,
    /// Are the names of places numbered from 1?
    are_numbered: bool,
    /// Rows of groups of countries, among countries.
    groups: FxHashSet<usize>,
    /// The column of ids, where two places of one name have two.
    own_id: Option<usize>,
    /// Is a district that is empty the one above?
    pub fills: bool,
    /// Of columns that say what is measured or when in the first row of a block alone, the row that says it, by row.
    down: FxHashMap<usize, FxHashMap<usize, usize>>,
    /// Is each place in one row?
    pub is_wide: bool,
    /// Has a long table rows that name no place, before those that do or behind them?
    pub has_placeless: bool,
    /// The column whose names have to stand beside those of districts.
    pub around: Option<usize>,
    /// Does a column say what is measured, by its heading?
    pub is_said_by_rows: bool,
    /// What stands before the names of columns.
    pub prefix: String,
}

impl<'a> Rows<'a> {
    pub fn new(
        grid: &'a Grid,
        layout: &'a Layout,
        plan: &'a Plan,
        set: &'a Mapping,
        reader: &'a Reader<'a>,
    ) -> Rows<'a> {
        let place = plan.first(&Role::Place).unwrap_or(0);
        let district = plan.first(&Role::District);
        let body = || layout.body.clone();
        let names: Vec<String> = body().map(|row| fold(grid.cell(row, place))).collect();
        let named: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        let mut sections: BTreeSet<String> = set.sections.iter().map(|name| fold(name)).collect();
        if district.is_none() && set.guesses_sections() {
            sections.extend(regions(&named, reader));
        }
        let filled =
            district.map_or(0, |column| body().filter(|row| !grid.cell(*row, column).is_empty()).count());
        let with_place = body().filter(|row| !grid.cell(*row, place).is_empty()).count();
        let first = district.is_some_and(|column| !grid.cell(layout.body.start, column).is_empty());
        // districts have rows of their own
        let is_filled = |row: usize, column: usize| !grid.cell(row, column).is_empty();
        let are_apart = district
            .is_some_and(|district| !body().any(|row| is_filled(row, district) && is_filled(row, place)));
        let indicators: Vec<usize> = plan.all(|role| *role == Role::Indicator).collect();
        let time = plan.first(&Role::Time);
        let figures: Vec<usize> = plan.all(|role| *role == Role::Figure).collect();
        // "Total", "Others": names that need the table's title; "Population" needs none
        let kinds = ["rate", "average", "index", "change", "count", "amount"];
        let says_kind = |text: &str| {
            kinds.iter().any(|kind| reader.words.find(&format!("kind.{kind}"), &fold(text)).is_some())
        };
        let headings: Vec<_> = figures.iter().filter_map(|column| plan.headings.get(*column)).collect();
        let is_bare = |h: &&heading::Heading| h.unit.is_none() && !says_kind(&h.name);
        let bare = headings.iter().any(|h| !h.name.is_empty()) && headings.iter().all(is_bare);
        let is_prefixed = set.indicator.is_some() || (bare && says_kind(&plan.base));
        // a letter that is in all rows numbers nothing
        let is_number = |column: &usize| {
            let is_left = matches!(plan.roles.get(*column), Some(Role::Left(_) | Role::Id));
            is_left && body().any(|row| !is_section_number(grid.cell(row, *column)))
        };
        let numbers = (0..place).filter(is_number).collect();
        let of_scale = |column: &usize| {
            plan.headings.get(*column).is_some_and(|h| heading::is("unit_scale", &h.text, reader))
                || super::rows::says_powers(grid, layout, *column, reader)
        };
        let units: Vec<usize> = plan.all(|role| *role == Role::Unit).collect();
        let (scales, units): (Vec<usize>, Vec<usize>) = units.into_iter().partition(of_scale);
        // of a code and a label the one that is known, else the label
        let is_known = |column: &&usize| {
            body()
                .map(|row| grid.cell(row, **column))
                .find(|c| !c.is_empty())
                .is_some_and(|text| reader.unit(text).is_some_and(|unit| unit.base.is_some()))
        };
        let unit = units.iter().find(is_known).or(units.last()).copied();
        let level = plan.headings.get(place).and_then(|h| heading::level(&h.text, reader));
        let is_countries =
            plan.headings.get(place).is_some_and(|h| heading::is("countries", &h.text, reader));
        let distinct: FxHashSet<&str> = named.iter().copied().collect();
        let is_at_end = [named.first(), named.last()]
            .into_iter()
            .flatten()
            .any(|name| distinct.len() > 2 && reader.words.is("whole_country", name));
        let ends = named.first().zip(named.last()).filter(|_| distinct.len() > 60);
        let ends = ends.map(|(first, last)| [first, last].map(|name| (*name).to_owned()));
        let countries = distinct.iter().filter(|name| reader.words.is("whole_country", name)).count();
        let levels = match district.is_none() && set.guesses_sections() {
            true if !plan.levels.is_empty() => plan.levels.clone(),
            true => levels(grid, layout, plan, place, reader),
            false => Levels::default(),
        };
        let numbered_sections = match district.is_none() && set.guesses_sections() {
            true => numbered_sections(grid, layout, place),
            false => FxHashSet::default(),
        };
        let groups = match set.guesses_references() {
            true => groups(grid, layout, plan, place, reader),
            false => FxHashSet::default(),
        };
        let ordinals: Vec<u32> =
            body().filter_map(|row| numbered(grid.cell(row, place))).map(|(n, _)| n).collect();
        let goes_on = |pair: &[u32]| matches!(pair, [a, b] if a + 1 == *b || *b == 1 || a == b);
        let are_numbered = ordinals.len() > 1
            && ordinals.first() == Some(&1)
            && ordinals.len() * 2 > with_place
            && ordinals.windows(2).all(goes_on);
        // one name, two ids
        let own_id = plan.first(&Role::Id).filter(|id| {
            let mut known = FxHashMap::default();
            let within = |row: usize| district.map_or("", |column| grid.cell(row, column));
            body().any(|row| {
                let (name, code) = (grid.cell(row, place), grid.cell(row, *id));
                !code.is_empty() && *known.entry((name, within(row))).or_insert(code) != code
            })
        });
        let part = plan.first(&Role::Part).map(|column| {
            let is = |h: &heading::Heading| heading::is("part_quarter", &h.text, reader);
            (column, plan.headings.get(column).is_some_and(is))
        });
        let is_wide = indicators.is_empty() && time.is_none() && plan.lines.is_empty();
        // of all places together: before those of places, or behind them
        let placeless: Vec<bool> =
            body().filter(|row| grid.filled(*row) > 0).map(|row| grid.cell(row, place).is_empty()).collect();
        let count = placeless.iter().filter(|is| **is).count();
        let at_end = placeless.iter().rev().take_while(|is| **is).count();
        let leads = placeless.first() == Some(&true) || (count > 1 && at_end == count);
        Rows {
            has_placeless: !is_wide && leads,
            scales,
            numbered_sections,
            are_numbered,
            part,
            own_id,
            groups,
            months: plan.months,
            ends,
            is_of_one_country: match (is_countries || countries > 1, level) {
                (true, _) => Some(false),
                (false, Some(1..=4)) => Some(true),
                // at an end of its states or areas
                (false, Some(0 | 5) | None) if countries == 1 && is_at_end => Some(true),
                (false, _) => None,
            },
            levels,
            numbers,
            grid,
            layout,
            plan,
            set,
            reader,
            place,
            district,
            time,
            is_roc: time.is_some_and(|column| {
                is_roc(grid, layout, column, plan.headings.get(column).map_or("", |heading| &heading.text))
            }),
            sections,
            fills: first && (filled * 10 < with_place * 6 || are_apart),
            is_wide,
            down: plan
                .all(|role| matches!(role, Role::Indicator | Role::Time))
                .filter_map(|column| Some((column, blocks(grid, layout, place, column)?)))
                .collect(),
            is_said_by_rows: indicators.iter().any(|column| {
                plan.headings.get(*column).is_some_and(|h| heading::is("indicator", &h.text, reader))
            }),
            around: around(grid, layout, plan, district, reader),
            prefix: if is_prefixed { plan.base.clone() } else { String::new() },
            unit,
            figures,
            indicators,
        }
    }

    /// Names a row no place, and nothing that places lie in?
    pub fn names_nothing(&self, row: usize) -> bool {
        let is_of_place = |role: &Role| matches!(role, Role::Place | Role::District);
        self.plan.all(is_of_place).all(|column| self.cell(row, column).is_empty())
    }

    pub fn cell(&self, row: usize, column: usize) -> &'a str {
        self.grid.cell(row, column)
    }

    /// The text of a cell of a column that says what is measured or when; that of its block where it is empty.
    pub fn key(&self, row: usize, column: usize) -> &'a str {
        let from = self.down.get(&column).and_then(|rows| rows.get(&row)).copied().unwrap_or(row);
        self.cell(from, column)
    }

    pub fn has_figures(&self, row: usize) -> bool {
        self.figures.iter().any(|column| !self.cell(row, *column).is_empty())
    }

    /// Has a row a number, or a sign for none, where figures stand? Others have the names of those who sign it.
    pub fn has_numbers(&self, row: usize) -> bool {
        self.figures.iter().map(|column| self.cell(row, *column)).filter(|text| !text.is_empty()).any(
            |text| {
                text.contains(|c: char| c.is_ascii_digit())
                    || matches!(self.reader.read(text), Ok(Cell::Missing(_)))
            },
        )
    }

    /// Is a name that of all places together, in each of the languages in which it stands?
    pub fn is_whole(&self, name: &str) -> bool {
        let words = self.reader.words;
        let is = |name: &str| {
            // "All India"
            let is_all =
                || words.behind("total_part", name).is_some_and(|rest| words.is("whole_country", rest));
            words.is("whole", name)
                || is_all()
                || (self.is_country(name) && self.is_of_one_country == Some(true))
        };
        let halves = || name.split(['/', '–', '—', '(', ')', '|']).flat_map(|half| half.split(" - "));
        let mut halves = halves().map(str::trim).filter(|half| !half.is_empty()).peekable();
        self.set.guesses_references()
            && (is(name) || (halves.peek().is_some() && halves.all(|half| half.len() > 1 && is(half))))
    }

    /// Has a name a word for totals, and that of its district: "Total de la entidad Aguascalientes"?
    pub fn is_total_of(&self, name: &str, district: &str) -> bool {
        let begins = || {
            self.reader.words.headings("total_part").iter().any(|word| {
                name.strip_prefix(&**word)
                    .or(name.strip_suffix(&**word))
                    .is_some_and(|rest| rest.starts_with(' ') || rest.ends_with(' '))
            })
        };
        // few names are as long as that
        let may_have = !district.is_empty() && name.len() > district.len();
        may_have && begins() && name.contains(&*fold(district)) && self.set.guesses_references()
    }

    /// Is the id of a row one that all places together have?
    pub fn is_whole_by_id(&self, row: usize) -> bool {
        let id = self.plan.first(&Role::Id).map_or("", |column| self.cell(row, column));
        self.set.guesses_references() && self.reader.words.is("whole_code", &fold(id))
    }

    /// What tells places of one name and district apart beside these: what groups them as an option says, their ids.
    pub fn told_apart(&self, row: usize) -> String {
        let set = self.set.dimensions.keys();
        let columns = set.filter_map(|name| super::columns::named(name, &self.plan.headings).ok());
        let mut own: Vec<&str> = columns.map(|column| self.cell(row, column)).collect();
        own.extend(self.own_id.map(|column| self.cell(row, column)));
        own.join("\n").trim_matches('\n').to_owned()
    }

    /// Does a text stand where a name would, and is none?
    pub fn names_no_place(&self, name: &str) -> bool {
        let folded = fold(name);
        let bare = super::rows::without_footnotes(&folded);
        let is_marked = || match self.reader.legend.marks.get(&folded) {
            Some((Stands::Missing(_), _)) => folded.chars().count() > 2,
            _ => false,
        };
        self.reader.words.is("no_place", bare) || is_marked()
    }

    /// A name that stands in most districts is hardly one of a place in each: each is asked where it is first.
    pub fn everywhere(&self) -> Vec<Problem> {
        let Some(district) =
            self.district.filter(|_| self.set.place.is_none() || self.set.district.is_none())
        else {
            return Vec::new();
        };
        let has_id = self.plan.first(&Role::Id).is_some();
        let (mut all, mut of) = (FxHashSet::default(), FxHashMap::default());
        for row in self.layout.body.clone() {
            let (name, within) = (self.cell(row, self.place), self.cell(row, district));
            if name.is_empty() || within.is_empty() || has_id {
                continue;
            }
            all.insert(within);
            of.entry(name).or_insert_with(|| (row, FxHashSet::default())).1.insert(within);
        }
        let is_none = |name: &str| self.is_whole(&fold(name)) || self.names_no_place(name);
        let most = of
            .iter()
            .filter(|(name, (_, within))| within.len() > 2 && within.len() * 2 > all.len() && !is_none(name));
        let mut problems: Vec<Problem> = most
            .map(|(name, (row, within))| {
                let found = told!("found-everywhere", name = quote(name), n = within.len(), all = all.len());
                Problem::new(self.grid, *row, self.place, found, told!("expected-place-there", name = *name))
            })
            .collect();
        problems.sort_by_key(|problem| problem.row);
        problems
    }

    /// A name without its number, where all names are numbered: "3. Mẫu An".
    pub fn without_number<'n>(&self, name: &'n str) -> &'n str {
        match numbered(name).filter(|_| self.are_numbered) {
            Some((_, rest)) => rest,
            None => name,
        }
    }

    /// Is a row one of a group of countries, which is no place among countries?
    pub fn is_group(&self, row: usize) -> bool {
        self.groups.contains(&row)
    }

    /// Is a name that of a country, and does nothing say whether the others lie in it?
    pub fn is_open_whole(&self, name: &str) -> bool {
        let is_set = self.set.references.iter().any(|of| of.is_empty() || fold(of) == name);
        // Costa Rica is a place in Brazil
        let is_within = || self.is_of_one_country == Some(true) && !self.is_country(name);
        let is_open = || (self.is_of_one_country.is_none() && self.is_country(name)) || is_within();
        !is_set && self.reader.words.is("whole_country", name) && is_open()
    }

    /// Is a name that of a country, where a whole may stand? A village may be called Cuba.
    fn is_country(&self, name: &str) -> bool {
        let may_stand = self
            .ends
            .as_ref()
            .is_none_or(|ends| ends.iter().any(|end| super::rows::without_footnotes(end) == name));
        may_stand && self.reader.words.is("whole_country", name)
    }

    /// Has a row another number than those of places before its name: a Roman one, or a letter?
    pub fn is_numbered_as_section(&self, row: usize) -> bool {
        self.numbered_sections.contains(&row)
            || self.numbers.iter().any(|column| is_section_number(self.cell(row, *column)))
    }

    /// Is a row without figures the heading of a group, by how it is written?
    pub fn looks_like_section(&self, row: usize, name: &str) -> bool {
        let is_numbered = name.split_once(['.', ')', ' ']).is_some_and(|(number, rest)| {
            let roman = !number.is_empty() && number.chars().all(|c| "IVX".contains(c));
            !rest.is_empty()
                && (roman || (number.len() == 1 && number.chars().all(|c| c.is_ascii_uppercase())))
        });
        let covered =
            (self.place + 1..self.grid.width(row)).any(|column| self.grid.kind(row, column) == Kind::Covered);
        let capitals = name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase);
        let next = (row + 1..self.layout.body.end).find(|row| self.grid.filled(*row) > 0);
        let next = next.map(|row| self.cell(row, self.place));
        let others_are_small = next.is_some_and(|name| name.chars().any(char::is_lowercase));
        is_numbered
            || covered
            || name.ends_with(':')
            || (capitals && others_are_small)
            || self
                .reader
                .words
                .find("section", &fold(name))
                .is_some_and(|(at, length)| at + length == fold(name).len() || at == 0)
    }
}

/// Where a column has a text in the first row of each block alone, as merged cells do, the row that says it for each
/// that says nothing. `None` where a text stands again in the row below it: then nothing is what it says.
fn blocks(grid: &Grid, layout: &Layout, place: usize, column: usize) -> Option<FxHashMap<usize, usize>> {
    if grid.names.is_some() {
        return None;
    }
    let mut found = FxHashMap::default();
    let mut known: FxHashSet<&str> = FxHashSet::default();
    let mut last: Option<usize> = None;
    for row in layout.body.clone().filter(|row| !grid.cell(*row, place).is_empty()) {
        match (grid.cell(row, column), last) {
            ("", Some(last)) => drop(found.insert(row, last)),
            ("", None) => return None,
            (text, _) if !known.insert(text) => return None,
            _ => last = Some(row),
        }
    }
    (!found.is_empty()).then_some(found)
}

/// The number before a name, and the name: "3. Mẫu An".
fn numbered(name: &str) -> Option<(u32, &str)> {
    let (number, rest) = name.split_once(['.', ')'])?;
    let rest = rest.trim_start();
    let begins = rest.starts_with(char::is_alphabetic);
    Some((number.parse().ok().filter(|_| number.len() < 4 && begins)?, rest))
}

/// A Roman number, or a letter.
fn is_section_number(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')']);
    let is_letter = text.len() == 1 && text.starts_with(|c: char| c.is_ascii_uppercase());
    is_letter || (!text.is_empty() && text.chars().all(|c| "IVX".contains(c)))
}

/// Has a column years of the Republic of China: a heading that says years in Chinese, and numbers such as 110?
pub(super) fn is_roc(grid: &Grid, layout: &Layout, column: usize, heading: &str) -> bool {
    let mut cells =
        layout.body.clone().take(1000).map(|row| grid.cell(row, column)).filter(|c| !c.is_empty());
    heading.contains('年') && cells.all(|text| times::roc(text, "").is_some())
}

/// Where districts of one name lie in several of what is around them, the column that tells them apart.
fn around(
    grid: &Grid,
    layout: &Layout,
    plan: &Plan,
    district: Option<usize>,
    reader: &Reader,
) -> Option<usize> {
    let district = district?;
    let level = |column: usize| plan.headings.get(column).and_then(|h| heading::level(&h.text, reader));
    let mut groups = plan.all(|role| matches!(role, Role::Dimension(_)));
    groups.find(|column| {
        let is_larger = {
            let count = |column: usize| {
                layout.body.clone().map(|row| grid.cell(row, column)).collect::<FxHashSet<_>>().len()
            };
            let above = level(*column).zip(level(district)).is_some_and(|(other, own)| other > own);
            above || (*column < district && count(*column) < count(district))
        };
        let mut known: FxHashMap<&str, &str> = FxHashMap::default();
        is_larger
            && layout.body.clone().any(|row| {
                let within = grid.cell(row, *column);
                *known.entry(grid.cell(row, district)).or_insert(within) != within
            })
    })
}

/// The names of rows that are regions of a country, where the table is one of that country: it has a region of a name
/// that no other country has, and rows below its regions.
fn regions(names: &[&str], reader: &Reader) -> BTreeSet<String> {
    let words = reader.words;
    // "Tây Nguyên - Central Highlands": in two languages
    let is = |key: &str, name: &str| {
        words.is(key, name)
            || name
                .split(['/', '–'])
                .flat_map(|part| part.split(" - "))
                .any(|half| words.is(key, half.trim()))
    };
    let is_sure = |name: &str| is("region", name);
    let is_region = |name: &str| is_sure(name) || words.is("region_common", name);
    let all: Vec<usize> =
        (0..names.len()).filter(|at| names.get(*at).copied().is_some_and(is_region)).collect();
    let has_rows =
        |at: &&usize| names.get(**at + 1).is_some_and(|next| !is_region(next) && !words.is("whole", next));
    let with_rows = all.iter().filter(has_rows).count();
    let found: BTreeSet<String> =
        all.iter().filter_map(|at| names.get(*at)).map(|name| (*name).to_owned()).collect();
    let is_country = found.len() >= 3 && found.iter().any(|name| is_sure(name)) && with_rows * 2 >= all.len();
    if is_country {
        found
    } else {
        BTreeSet::new()
    }
}

/// The rows of groups of countries, "Euro area (20 countries)", where others are none. Names that a village may have,
/// too, are those of groups where countries stand among them, and codes where most rows have codes.
fn groups(grid: &Grid, layout: &Layout, plan: &Plan, place: usize, reader: &Reader) -> FxHashSet<usize> {
    let words = reader.words;
    let id = plan.first(&Role::Id);
    let rows = || layout.body.clone().filter(|row| !grid.cell(*row, place).is_empty());
    let is_code =
        |text: &str| text.len() < 4 && text.len() > 1 && text.bytes().all(|b| b.is_ascii_uppercase());
    let (mut names, mut countries, mut codes) =
        (FxHashSet::default(), FxHashSet::default(), FxHashSet::default());
    for row in rows() {
        let name = grid.cell(row, place);
        if names.insert(name) {
            countries.extend(Some(name).filter(|name| words.is("whole_country", &fold(name))));
            let code = [Some(place), id].into_iter().flatten().any(|column| is_code(grid.cell(row, column)));
            codes.extend(code.then_some(name));
        }
    }
    let (has_countries, has_codes) = (countries.len() > 2, codes.len() * 2 > names.len());
    let is = |row: &usize| {
        let name = fold(grid.cell(*row, place));
        let cut = name.split(['(', '[', ',', '–', '—']).next().unwrap_or("");
        let bare = cut.split(" - ").next().unwrap_or("").trim();
        // Micronesia (Federated States of) is one country
        let is_country = name.starts_with("micronesia");
        let is = |key: &str| words.is(key, &name) || (!is_country && words.is(key, bare));
        let by_code = || {
            let columns = [Some(place), id].into_iter().flatten();
            columns.into_iter().any(|column| words.is("country_group_code", &fold(grid.cell(*row, column))))
        };
        is("country_group") || (has_countries && is("country_group_common")) || (has_codes && by_code())
    };
    let found: FxHashSet<usize> = rows().filter(is).collect();
    let of: FxHashSet<&str> = found.iter().map(|row| grid.cell(*row, place)).collect();
    match names.len() > of.len() + 1 {
        true => found,
        false => FxHashSet::default(),
    }
}
