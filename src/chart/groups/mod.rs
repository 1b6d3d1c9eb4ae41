//! Groups of places side by side, such as districts: what the figures of each make together where that is honest, else
//! between which ends they lie, how many places it has, and how many of them have no figure.
//!
//! `groups` says what is known of each, `plan` how they are drawn, `rows` draws them, `sheet` is their table. Where
//! they are split by a dimension, `split` counts what their places are in it, and `squares` draws that.
#![cfg(feature = "many")]

mod plan;
mod rows;
mod said;
/// Their table.
#[cfg(feature = "tools")]
mod sheet;
mod split;
mod squares;

use super::makeup::looks;
use super::ranking::{self, Listed, Placed, Ranked};
use super::spread::{columns::Columns, labels, mark, swarm};
use super::trend::{axes, marks, picked};
use super::*;
use crate::figure::{self, Domain};
use crate::scene::{how_to_read, line_height, mark as bar, reach_both, Sample};
use crate::view::Sort;
#[cfg(feature = "tools")]
pub(super) use sheet::{csv, sheet};
pub(super) use split::unknown;

/// What it draws is what a ranking does.
pub use super::ranking::Data;

/// The places of one group.
struct Group<'l> {
    /// Its name; empty of those that are in none.
    name: &'l str,
    members: Vec<&'l Listed<'l>>,
    /// Those with a figure, from the least on.
    measured: Vec<&'l Listed<'l>>,
    /// Those that the author or the reader looks for, and that are named on the picture.
    named: Vec<&'l Listed<'l>>,
    /// What is known of all of them: their sum, or their median; a missing one where nothing is.
    figure: Figure,
    /// By what it stands among the others: for the picture alone, since a median that is not known has a place, too.
    key: (f64, i8),
    /// How many are in that figure.
    counted: usize,
    /// Its place among all groups by that, whatever the places without a figure are.
    place: Option<figure::Place>,
}

/// The groups of the view by their names, each with its places alone.
fn by_name<'l>(desk: &Desk, list: &'l ranking::List<'l>) -> Vec<Group<'l>> {
    let named = super::places::named(desk, list);
    let mut groups: Vec<Group> = Vec::new();
    // those of a group are together, and groups are in the order of their names
    for i in &list.lasting.order {
        let (Some(of), Some(named)) = (list.all().get(*i), named.get(*i)) else { continue };
        if groups.last().is_none_or(|group| group.name != of.group) {
            groups.push(Group::new(of.group));
        }
        let Some(group) = groups.last_mut() else { continue };
        group.members.push(of);
        if of.is_measured() {
            group.measured.push(of);
        }
        if named.has_label {
            group.named.push(of);
        }
    }
    groups
}

/// The groups of the view in its order: by their sums or medians from the greatest on, those without one behind them,
/// or by their names.
fn groups<'l>(desk: &Desk, ranked: &Ranked, list: &'l ranking::List<'l>) -> Vec<Group<'l>> {
    let mut groups = by_name(desk, list);
    let mut known = Vec::new();
    for group in &mut groups {
        let mut ascending = Vec::new();
        let mut figures = Vec::new();
        for of in &group.measured {
            figures.push(of.figure);
        }
        for i in ranking::ordered(&figures, false) {
            ascending.extend(group.measured.get(i).copied());
        }
        group.measured = ascending;
        known.push(match group.measured.is_empty() {
            true => Value::default(),
            false if ranked.is_summable => group.sum(),
            false => group.median(ranked.domain),
        });
    }
    let mut values = Vec::new();
    for value in &known {
        values.push(value);
    }
    for (group, place) in groups.iter_mut().zip(figure::places(&values)) {
        group.place = place.filter(|_| group.figure.value.stated().is_some());
    }
    in_order(desk, groups)
}

/// Groups in the order of the view, which those of their names have so far.
fn in_order<'l>(desk: &Desk, mut groups: Vec<Group<'l>>) -> Vec<Group<'l>> {
    if desk.view.sort == Sort::Name {
        return groups;
    }
    let mut keys = Vec::new();
    for group in &groups {
        keys.push(group.key);
    }
    let order = sort::by_keys(sort::all_of(keys.len()), &keys, true);
    let mut sorted = Vec::new();
    for i in order {
        if let Some(group) = groups.get_mut(i) {
            sorted.push(std::mem::replace(group, Group::new("")));
        }
    }
    sorted
}

impl<'l> Group<'l> {
    /// Before it has any places.
    fn new(name: &'l str) -> Group<'l> {
        let (members, measured, named) = (Vec::new(), Vec::new(), Vec::new());
        let figure = Figure::default();
        let key = figure.value.sort_key();
        Group { name, members, measured, named, figure, key, counted: 0, place: None }
    }

    /// The place whose figure goes highest: the last of those with the greatest number stated.
    fn greatest(&self) -> Option<&&'l Listed<'l>> {
        let mut greatest = None;
        let mut most = f64::NEG_INFINITY;
        for of in &self.measured {
            if let Some((_, high)) = of.figure.value.stated().filter(|(_, high)| *high >= most) {
                (greatest, most) = (Some(of), high);
            }
        }
        greatest
    }

    /// Takes the sum of its places for its figure; what is known of the group by that. A place without a figure may
    /// have any: the sum is then what it is at least.
    fn sum(&mut self) -> Value {
        let all = self.members.len();
        let (sum, counted) = match &self.members[..] {
            // a place that is alone is its group
            [only] => (Some(only.figure.value.clone()), 1),
            _ => ranking::summed(&self.members).map_or((None, 0), |(sum, counted)| (Some(sum), counted)),
        };
        self.counted = counted.min(all);
        for of in &self.measured {
            self.figure.flags = self.figure.flags.and(of.figure.flags);
            self.figure.estimated |= of.figure.estimated;
        }
        // what adding leaves behind the sixth decimal is in no figure
        let sum = sum.map(|sum| sum.map(&|x| if x.abs() < 1e9 { (x * 1e6).round() / 1e6 } else { x }));
        self.figure.value = sum.clone().unwrap_or_default();
        self.key = self.figure.value.sort_key();
        sum.unwrap_or(Value::About(0.0))
    }

    /// The same of the median: it is said where no other number can be it, of the places with a figure; the group is
    /// known by it as far as those without one let it.
    fn median(&mut self, domain: Domain) -> Value {
        let (mut values, mut all) = (Vec::new(), Vec::new());
        for of in &self.measured {
            values.push(&of.figure.value);
        }
        for of in &self.members {
            all.push(&of.figure.value);
        }
        let (low, high) = labels::medians(&values);
        let least = if low.is_finite() { low } else { high };
        let most = if high.is_finite() { high } else { low };
        self.key.0 = if least.is_finite() { (least + most) / 2.0 } else { f64::NEG_INFINITY };
        let (low, high) = labels::medians(&all);
        let low = if domain.is_signed() { low } else { low.max(0.0) };
        self.counted = self.measured.len();
        self.figure = labels::median(&values).unwrap_or_default();
        match (low.is_finite(), high.is_finite()) {
            (true, true) if low == high => Value::Exact(low),
            (true, true) => Value::Range(low, high),
            (true, false) => Value::AtLeast(low),
            (false, true) => Value::AtMost(high),
            (false, false) => Value::About(0.0),
        }
    }
}

/// What is shown, at which time and by what places are grouped, and what each is called.
fn ranked<'a>(desk: &Desk<'a>, indicators: &'a Data) -> Ranked<'a> {
    let mut ranked = ranking::ranked(desk, indicators);
    ranked.title = title(desk, &ranked.title);
    ranked
}

/// "Jobs, by district".
fn title(desk: &Desk, title: &str) -> String {
    let (by, name) = match ranking::nouns(desk) {
        Some([one, _]) => ("district-named", one),
        None => ranking::name_of_by(desk),
    };
    desk.say(message!("groups-title"), &[(arg!("title"), title), (arg!("by"), by), (arg!("name"), &*name)])
}

/// The groups of the page that the view is at, which one that is, and how many there are.
fn page<'g, 'l>(desk: &Desk, groups: &'g [Group<'l>]) -> (&'g [Group<'l>], usize, usize) {
    let size = if desk.whole { usize::MAX } else { PAGE };
    let pages = groups.len().div_ceil(size).max(1);
    let number = desk.view.page.min(pages - 1);
    let (size, number, pages) = desk.card().map_or((size, number, pages), |card| (card.most.min(PAGE), 0, 1));
    let page = groups.get(number.saturating_mul(size)..).unwrap_or_default();
    (page.get(..size).unwrap_or(page), number, pages)
}

/// What a reader of the groups has at such a page.
fn controls(desk: &Desk, groups: &[Group], list: &ranking::List, (page, pages): (usize, usize)) -> Controls {
    let is_asked = desk.view.filter != Default::default();
    Controls {
        sort: (groups.len() > 1).then_some(desk.view.sort),
        page,
        pages,
        picked: picked(desk, if is_asked { &list.order } else { &[] }, &[], &|at| {
            list.all().get(at).map_or("", |of| of.apart)
        }),
        ..Controls::default()
    }
}

pub(super) fn scene(desk: &Desk, indicators: &Data) -> Scene {
    if let Some(by) = split::by(desk) {
        return split::scene(desk, by, indicators);
    }
    let ranked = ranked(desk, indicators);
    let desk = &ranked.desk(desk);
    let lasting = ranking::lasting(desk, &ranked);
    let list = &ranking::select(desk, &ranked, &lasting);
    let groups = &groups(desk, &ranked, list)[..];
    let mut drawn = Vec::new();
    for (_, figure) in &ranked.totals {
        drawn.push(*figure);
    }
    for (_, figure) in &ranked.references {
        drawn.push(*figure);
    }
    for of in list.all() {
        drawn.push(of.figure);
    }
    let cited = desk.cited(&drawn);
    let desk = &desk.citing(&cited);

    let (page, number, pages) = page(desk, groups);

    let mut b = desk.builder();
    let shown = list.shown();
    ranking::begin(desk, &mut b, &ranked, list, &shown);
    let rows = rows::rows(desk, &ranked, page);
    let plan = plan::plan(desk, &b, &ranked, groups, &rows);
    let reading = |desk: &Desk| said::reading(desk, &ranked, groups, &plan);
    b.paragraph(&reading(desk), 0.0, b.width, SMALL, Role::Muted);
    b.y += 4.0;
    rows::draw(desk, &mut b, &ranked, groups, &rows, &plan);
    if desk.card().is_some() {
        let more = said::more(desk, groups.len().saturating_sub(rows.len()));
        b.paragraph(&more, 0.0, b.width, BODY, Role::Ink);
    }
    let mut measured = 0;
    for group in groups {
        measured += group.measured.len();
    }
    let all = list.all().len();
    if let Some(missing) = ranking::missing_of(desk, all - measured.min(all), all) {
        b.y += 4.0;
        b.paragraph(&missing, 0.0, b.width, BODY, Role::Ink);
    }
    let under = |desk: &Desk| said::under(desk, &ranked, &plan);
    for text in under(desk) {
        b.y += 4.0;
        b.paragraph(&text, 0.0, b.width, SMALL, Role::Muted);
    }
    plan::key(desk, &mut b, &ranked, &rows, &plan);

    let controls = controls(desk, groups, list, (number, pages));
    let aloud = &desk.aloud();
    let opening = said::opening(aloud, groups, all, all - measured.min(all));
    let summary = aloud.voice().sentences(&under(aloud));
    ranking::end(desk, b, &ranked, list, &shown, controls, [opening, summary])
}
