//! What goes with what: each place a dot at its figures of two indicators, as far as both are exact and dots can be
//! told apart; else squares in cells, as large as there are places in them. What is not exact is a mark over all that
//! it may be. Nothing joins them, and no line runs through them: figures say no more than where each place is.
//!
//! `sides` says of what and at which time, `plan` how, `names` which place is which, `picture` draws.
#![cfg(feature = "many")]

mod cells;
mod names;
mod picture;
mod plan;
mod said;
mod sides;

use super::places::{Named, MOST_LABELS};
use super::ranking::{self, Lines, List, Listed, Placed, Ranked};
use super::spread::{self, columns::Columns, labels, mark, picture as spreads};
use super::trend::{axes, marks, picked, series::Series};
use super::*;
use crate::figure::Domain;
use crate::scene::{how_to_read, line_height, Sample, Target};
pub(super) use sides::unknown;
#[cfg(feature = "tools")]
pub(super) use sides::{lead, shown};
use sides::{Side, Sides};

/// What it draws is what a ranking does.
pub use super::ranking::Data;

/// A place of the chart.
#[derive(Clone, Copy)]
struct Place<'l> {
    /// By its number in the file.
    at: usize,
    of: &'l Listed<'l>,
    /// What is across, and what is upwards; a missing one where the file has none.
    figures: [&'l Figure; 2],
    named: Named,
    /// It is one of the group that is shown, or all are.
    is_member: bool,
    /// Which of the groups that are told apart it is in.
    group: Option<usize>,
    /// Have both a number? Else there is no place for it in the picture.
    is_known: bool,
    /// Is it at one point for certain?
    is_exact: bool,
}

impl<'l> Place<'l> {
    fn figure(&self, side: usize) -> &'l Figure {
        let [x, y] = self.figures;
        if side == 0 {
            x
        } else {
            y
        }
    }
}

/// Who is drawn, and what is known of all of them.
struct Pairs<'l> {
    /// Those with both figures, from the least across on, then the others.
    places: Vec<Place<'l>>,
    has_named: bool,
    /// How many are of the group that is shown, or all.
    members: usize,
    /// How many of these lack the one figure, the other, and both.
    missing: [usize; 2],
    neither: usize,
    /// Of those that have each.
    medians: Vec<Option<Figure>>,
    /// The groups that are told apart by shape and colour, where there are some.
    groups: Vec<&'l str>,
}

impl Pairs<'_> {
    /// The places by their number in `places`, as they are heard: see [`super::places::in_reading_order`].
    fn in_reading_order(&self, page: usize) -> Vec<usize> {
        super::places::in_reading_order(self.places.len(), page, &|i| {
            self.places.get(i).is_some_and(|place| place.named.is_named)
        })
    }

    /// Are some quiet, so that others stand out?
    fn are_some_quiet(&self) -> bool {
        self.has_named || self.members < self.places.len()
    }

    /// Is it one of those that a reader is to see first? All are where no one is looked for.
    fn stands_out(&self, place: &Place) -> bool {
        if self.has_named {
            place.named.is_named
        } else {
            place.is_member
        }
    }
}

/// So many groups have a shape and a colour each.
const MOST_GROUPS: usize = 4;

fn pairs<'l>(desk: &Desk, sides: &Sides<'l>, list: &'l List<'l>) -> Pairs<'l> {
    let named = super::places::named(desk, list);
    let mut is_member = vec![false; list.all.len()];
    for i in &list.lasting.order {
        if let Some(is_member) = is_member.get_mut(*i) {
            *is_member = true;
        }
    }
    let mut groups = Vec::new();
    if !ranking::is_one(desk) {
        for of in &list.all {
            groups.push(of.group);
        }
        groups = ranking::names(desk, &groups);
    }
    if groups.len() < 2 || groups.len() > MOST_GROUPS {
        groups.clear();
    }
    let (medians, places) = (Vec::new(), Vec::new());
    let mut pairs =
        Pairs { places, has_named: false, members: 0, missing: [0, 0], neither: 0, medians, groups };
    let mut all = Vec::new();
    for (at, ((of, named), is_member)) in list.all.iter().zip(named).zip(is_member).enumerate() {
        let figure = |side: usize| sides.figure(side, of.village).unwrap_or(&list.lasting.none);
        let figures = [figure(0), figure(1)];
        // who is in none comes after all that have a name
        let mut group = if pairs.groups.is_empty() { None } else { Some(MOST_GROUPS) };
        for (i, name) in pairs.groups.iter().enumerate() {
            if *name == of.group {
                group = Some(i);
            }
        }
        let named = if is_member { named } else { Named::default() };
        let (mut is_exact, mut lacks) = (true, [0, 0]);
        for (figure, lacks) in figures.iter().zip(&mut lacks) {
            *lacks = usize::from(figure.value.stated().is_none());
            is_exact &= matches!(figure.value, Value::Exact(_));
        }
        let [x, y] = lacks;
        let is_known = x + y == 0;
        if is_member {
            pairs.members += 1;
            pairs.missing = [pairs.missing[0] + x, pairs.missing[1] + y];
            pairs.neither += x * y;
        }
        pairs.has_named |= named.is_named;
        all.push(Place { at, of, figures, named, is_member, group, is_known, is_exact });
    }
    let by = |order, key: &dyn Fn(&Place) -> (f64, i8)| {
        let keys: Vec<_> = all.iter().map(key).collect();
        sort::by_keys(order, &keys, false)
    };
    let order = by(sort::all_of(all.len()), &|place| place.figure(1).value.sort_key());
    let order = by(order, &|place| place.figure(0).value.sort_key());
    for i in by(order, &|place| (0.0, i8::from(!place.is_known))) {
        pairs.places.extend(all.get(i).copied());
    }
    for side in 0..2 {
        let mut values = Vec::new();
        for place in pairs.places.iter().filter(|place| place.is_member) {
            let value = &place.figure(side).value;
            values.extend(value.stated().map(|_| value));
        }
        pairs.medians.push(labels::median(&values));
    }
    pairs
}

pub(super) fn scene(desk: &Desk, indicators: &Data) -> Scene {
    let sides = &Sides::new(desk, indicators);
    let lead = &sides.lead;
    let desk = &lead.desk(desk);
    let lasting = ranking::lasting(desk, lead);
    let list = &ranking::select(desk, lead, &lasting);
    let pairs = &pairs(desk, sides, list);
    let mut origins = Vec::new();
    for (at, side) in sides.each.iter().enumerate() {
        let desk = side.ranked.desk(desk);
        for (_, figure) in &side.ranked.references {
            origins.push(desk.origin(figure));
        }
        for place in &pairs.places {
            let figure = place.figure(at);
            if figure.value.stated().is_some() {
                origins.push(desk.origin(figure));
            }
        }
    }
    let cited = desk.cited_of(&origins);
    let desk = &desk.citing(&cited);

    let mut b = desk.builder();
    let shown = list.shown();
    ranking::begin(desk, &mut b, lead, list, &shown);
    let mut plan = plan::plan(desk, &b, sides, pairs);
    picture::key(desk, &mut b, pairs, &plan);
    let is_asked = desk.view.filter != Default::default();
    let page = picture::Page::new(desk, pairs, &plan, is_asked);
    let (lines, levels) = names::heads(desk, &mut b, sides, pairs, &plan, page.number == 0);
    b.y += ranking::slider_room(desk, list);
    let placed = picture::ground(desk, &mut b, sides, &mut plan);
    picture::squares(&mut b, pairs, &plan);
    let (area, top) = (plan.area(&b), placed.bottom);
    lines.draw(&mut b, area.y, &placed.field, &|_| top);
    for level in levels {
        let y = plan.y(level);
        b.rect(area.x, y - 1.5, area.width, 3.0, Role::Surface);
        b.rect(area.x, y - 0.5, area.width, 1.0, Role::Muted);
    }
    let threshold =
        sides.is_led_by_x.then(|| ranking::threshold(desk, &mut b, lead, list, &plan.axes[0], &placed));
    let (named, without) = names::labels_of(desk, &b, sides, pairs, &plan);

    let top = b.y;
    let under = |desk: &Desk| said::under(desk, sides, pairs, &plan, &without);
    for text in under(desk).iter().filter(|text| !text.is_empty()) {
        b.y += 4.0;
        b.paragraph(text, 0.0, b.width, SMALL, Role::Muted);
    }
    let said = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    if desk.card().is_none_or(|card| card.key) {
        let mut marked = Vec::new();
        for (i, place) in pairs.places.iter().enumerate() {
            if plan.is_drawn(i) {
                marked.extend(place.figures);
            }
        }
        let sample = Sample { width: 34.0, draw: &mark::sample, flags: true };
        how_to_read(&mut b, &marked, sides.domain(), Some(&sample));
    }
    picture::draw(desk, &mut b, sides, pairs, &plan, &page, &named, said);

    let controls = Controls {
        page: page.number,
        pages: page.of,
        whole: true,
        picked: picked(desk, if is_asked { &list.order } else { &[] }, &[], &|at| {
            list.all.get(at).map_or("", |of| of.apart)
        }),
        threshold: threshold.flatten(),
        ..Controls::default()
    };
    let aloud = &desk.aloud();
    let opening = said::opening(aloud, sides, pairs, page.of);
    let summary = aloud.voice().sentences(&under(aloud));
    ranking::end(desk, b, lead, list, &shown, controls, [opening, summary])
}
