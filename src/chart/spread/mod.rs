//! Where each place stands: a dot for each on one axis of an indicator at one time, as far as dots have room; else
//! columns that say how many places there are. What is not exact is a line under them.
//!
//! `members` says who is drawn, `plan` how, `labels` names some of them, `picture` draws.
#![cfg(feature = "many")]

pub(super) mod columns;
pub(super) mod labels;
pub(super) mod mark;
mod members;
pub(super) mod picture;
mod plan;
pub(super) mod said;
pub(super) mod swarm;

use super::places::{Page, MOST_LABELS};
use super::ranking::{self, List, Listed, Placed, Ranked};
use super::trend::{axes, marks, picked, series::Series};
use super::*;
use crate::figure::Domain;
use crate::scene::{how_to_read, Sample};
use members::Place;
pub(super) use members::Spread;

/// What it draws is what a ranking does.
pub use super::ranking::Data;

pub(super) fn scene(desk: &Desk, indicators: &Data) -> Scene {
    let ranked = ranking::ranked(desk, indicators);
    #[cfg(feature = "tools")]
    if desk.tabled {
        return ranking::draw(desk, &ranked);
    }
    let desk = &ranked.desk(desk);
    let lasting = ranking::lasting(desk, &ranked);
    let list = &ranking::select(desk, &ranked, &lasting);
    let spread = &ranking::members(desk, |kept| &kept.spread, &|| Spread::new(desk, &ranked, list));
    let desk = &desk.citing(&spread.cited);
    let page = Page::new(desk, spread.reading.size, spread.reading.listed.len());

    let mut b = desk.builder();
    // of all of them nothing more is said than how many they are, but to a reader who asks, and of sums
    let is_asked = desk.view.filter != Default::default();
    let is_told = is_asked || desk.view.threshold != Default::default() || !ranked.totals.is_empty();
    let shown = if is_told { list.shown() } else { Vec::new() };
    ranking::begin(desk, &mut b, &ranked, list, &shown);
    let plan = plan::plan(desk, &b, &ranked, (list, spread));
    let above = |desk: &Desk| match &plan.columns {
        Some(_) => desk.voice().say_of_places(message!("spread-columns"), &[]),
        None => String::new(),
    };
    let median = spread.median.as_ref().filter(|_| desk.card().is_none());
    b.paragraph(&above(desk), 0.0, b.width, SMALL, Role::Muted);
    b.y += 4.0;
    let lines = labels::draw(desk, &mut b, &ranked, (list, spread), median, &plan.axis, page.number == 0);
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
    let under =
        |desk: &Desk| said::under(desk, &ranked, (list, spread), plan.axis.domain().0, plan.uncounted);
    for text in under(desk) {
        b.y += 4.0;
        b.paragraph(&text, 0.0, b.width, SMALL, Role::Muted);
    }
    let mut marked: Vec<&Figure> = Vec::new();
    for of in plan.drawn.iter().filter_map(|i| spread.place(list, *i)) {
        marked.push(of.figure);
    }
    if desk.card().is_none_or(|card| card.key) {
        let sample = Sample { width: 34.0, draw: &mark::sample, flags: true };
        how_to_read(&mut b, &marked, ranked.domain, Some(&sample));
    }
    picture::draw(
        desk,
        &mut b,
        &ranked,
        (list, spread),
        &plan,
        &page,
        &ranking::units(desk, &ranked, spread.known),
        lines,
        &placed,
        said,
    );

    let controls = Controls {
        page: page.number,
        pages: page.of,
        whole: true,
        picked: picked(desk, if is_asked { &list.order } else { &[] }, &[], &|at| {
            list.one(at).map_or("", |of| of.apart)
        }),
        threshold,
        ..Controls::default()
    };
    let aloud = &desk.aloud();
    let opening = said::opening(aloud, &ranked, (list, spread), page.of);
    let summary = aloud.voice().sentences(&under(aloud));
    ranking::end(desk, b, &ranked, list, &shown, controls, [opening, summary])
}
