//! Where each place stands: a dot for each on one axis of an indicator at one time, as far as dots have room; else
//! columns that say how many places there are. What is not exact is a line under them.
//!
//! `places` says who is drawn, `plan` how, `labels` names some of them, `picture` draws.
#![cfg(feature = "many")]

pub(super) mod columns;
pub(super) mod labels;
pub(super) mod mark;
pub(super) mod picture;
mod plan;
pub(super) mod said;
pub(super) mod swarm;

use super::places::{Named, MOST_LABELS};
use super::ranking::{self, List, Listed, Placed, Ranked};
use super::trend::{axes, marks, picked, series::Series};
use super::*;
use crate::figure::Domain;
use crate::scene::{how_to_read, Sample};

/// What it draws is what a ranking does.
pub use super::ranking::Data;

/// A place of the chart.
struct Place<'l> {
    /// By its number in the file.
    at: usize,
    of: &'l Listed<'l>,
    /// The author or the reader looks for it: the others are quiet.
    is_named: bool,
    /// And it is said on the picture which it is.
    has_label: bool,
}

/// Who is drawn, and what is known of all of them.
struct Spread<'l> {
    /// Those with a figure, from the least number on, then the others.
    places: Vec<Place<'l>>,
    /// How many have a figure.
    measured: usize,
    /// The same of the whole file, among whom each has its rank.
    known: usize,
    has_named: bool,
}

/// All places, or those of the one group that is shown.
fn places<'l>(desk: &Desk, list: &'l List<'l>) -> Spread<'l> {
    let named = super::places::named(desk, list);
    let mut drawn = Vec::new();
    for i in &list.lasting.order {
        if let (Some(of), Some(Named { is_named, has_label })) = (list.all().get(*i), named.get(*i)) {
            drawn.push((*i, of, *is_named, *has_label));
        }
    }
    let mut spread = Spread { places: Vec::new(), measured: 0, known: list.known(), has_named: false };
    // the keys of missing figures are below all others
    let figures: Vec<_> = drawn.iter().map(|(_, of, ..)| of.figure).collect();
    let mut order = ranking::ordered(&figures, false);
    order.rotate_left(drawn.iter().filter(|(_, of, ..)| !of.is_measured()).count());
    for i in order {
        let Some((at, of, is_named, has_label)) = drawn.get(i).copied() else { continue };
        spread.measured += usize::from(of.is_measured());
        spread.has_named |= is_named;
        spread.places.push(Place { at, of, is_named, has_label: has_label && of.is_measured() });
    }
    spread
}

/// That of the places.
fn median(spread: &Spread) -> Option<Figure> {
    let mut values = Vec::new();
    for place in spread.places.iter().take(spread.measured) {
        values.push(&place.of.figure.value);
    }
    labels::median(&values)
}

pub(super) fn scene(desk: &Desk, indicators: &Data) -> Scene {
    let ranked = ranking::ranked(desk, indicators);
    if desk.tabled {
        return ranking::draw(desk, &ranked);
    }
    let desk = &ranked.desk(desk);
    let lasting = ranking::lasting(desk, &ranked);
    let list = &ranking::select(desk, &ranked, &lasting);
    let spread = &places(desk, list);
    let (mut listed, mut drawn) = (Vec::new(), Vec::new());
    for (_, figure) in &ranked.totals {
        drawn.push(*figure);
    }
    for (_, figure) in &ranked.references {
        drawn.push(*figure);
    }
    let is_asked = desk.view.filter != Default::default();
    for Place { of, is_named, .. } in &spread.places {
        drawn.push(of.figure);
        if *is_named || !is_asked {
            listed.push(*of);
        }
    }
    let cited = desk.cited(&drawn);
    let desk = &desk.citing(&cited);
    let page = ranking::page(desk, &listed);

    let mut b = desk.builder();
    let shown = list.shown();
    ranking::begin(desk, &mut b, &ranked, list, &shown);
    let plan = plan::plan(desk, &b, &ranked, list, spread);
    let above = |desk: &Desk| match &plan.columns {
        Some(_) => desk.voice().say_of_places(message!("spread-columns"), &[]),
        None => String::new(),
    };
    let median = median(spread).filter(|_| desk.card().is_none());
    b.paragraph(&above(desk), 0.0, b.width, SMALL, Role::Muted);
    b.y += 4.0;
    let lines = labels::draw(desk, &mut b, &ranked, spread, &median, &plan.axis, page.number == 0);
    b.y += ranking::slider_room(desk, list);
    let placed = picture::ground(desk, &mut b, &ranked, &plan);
    let threshold = ranking::threshold(desk, &mut b, &ranked, list, &plan.axis, &placed);

    let top = b.y;
    let all = spread.places.len();
    if let Some(missing) = ranking::missing_of(desk, all - spread.measured, all) {
        b.y += 4.0;
        b.paragraph(&missing, 0.0, b.width, BODY, Role::Ink);
    }
    let said = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    let under = |desk: &Desk| said::under(desk, &ranked, spread, plan.axis.domain().0, plan.uncounted);
    for text in under(desk) {
        b.y += 4.0;
        b.paragraph(&text, 0.0, b.width, SMALL, Role::Muted);
    }
    let mut marked: Vec<&Figure> = Vec::new();
    for place in spread.places.iter().enumerate().filter(|(i, _)| plan.is_drawn(*i)) {
        marked.push(place.1.of.figure);
    }
    if desk.card().is_none_or(|card| card.key) {
        let sample = Sample { width: 34.0, draw: &mark::sample, flags: true };
        how_to_read(&mut b, &marked, ranked.domain, Some(&sample));
    }
    picture::draw(
        desk,
        &mut b,
        &ranked,
        spread,
        &plan,
        &page,
        &ranking::units(desk, &ranked, list),
        lines,
        &placed,
        said,
    );

    let controls = Controls {
        page: page.number,
        pages: page.of,
        whole: true,
        picked: picked(desk, if is_asked { &list.order } else { &[] }, &[], &|at| {
            list.all().get(at).map_or("", |of| of.apart)
        }),
        threshold,
        ..Controls::default()
    };
    let aloud = &desk.aloud();
    let opening = said::opening(aloud, &ranked, list, spread, page.of);
    let summary = aloud.voice().sentences(&under(aloud));
    ranking::end(desk, b, &ranked, list, &shown, controls, [opening, summary])
}
