//! What goes with what: each place a dot at its figures of two indicators, as far as both are exact and dots can be
//! told apart; else squares in cells, as large as there are places in them. What is not exact is a mark over all that
//! it may be. Nothing joins them, and no line runs through them: figures say no more than where each place is.
//!
//! `sides` says of what and at which time, `pairs` who is drawn, `plan` how, `names` which place is which, `picture`
//! draws.
#![cfg(feature = "many")]

mod cells;
mod names;
mod pairs;
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
pub(super) use pairs::Pairs;
use pairs::{Place, MOST_GROUPS};
pub(super) use sides::unknown;
#[cfg(feature = "tools")]
pub(super) use sides::{lead, shown};
use sides::{Side, Sides};

/// What it draws is what a ranking does.
pub use super::ranking::Data;

pub(super) fn scene(desk: &Desk, indicators: &Data) -> Scene {
    let sides = &Sides::new(desk, indicators);
    let lead = &sides.lead;
    let desk = &lead.desk(desk);
    let lasting = ranking::lasting(desk, lead);
    let list = &ranking::select(desk, lead, &lasting);
    let pairs = &ranking::members(desk, |kept| &kept.pairs, &|| Pairs::new(desk, sides, list));
    let desk = &desk.citing(&pairs.cited);

    let mut b = desk.builder();
    // of all of them nothing more is said than how many they are, but to a reader who asks
    let is_asked = desk.view.filter != Default::default();
    let shown = if is_asked || desk.view.threshold != Default::default() { list.shown() } else { Vec::new() };
    ranking::begin(desk, &mut b, lead, list, &shown);
    let apart = said::apart(desk, sides);
    if !apart.is_empty() {
        b.paragraph(&apart, 0.0, b.width, BODY, Role::Ink);
    }
    let mut plan = plan::plan(desk, &b, sides, pairs);
    picture::key(desk, &mut b, pairs, &plan);
    let page = picture::page(desk, pairs, &plan, is_asked);
    let (lines, levels) = names::heads(desk, &mut b, sides, pairs, &plan, page.0.number == 0);
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
    let (named, without) = names::labels_of(desk, &b, sides, (list, pairs), &plan);

    let top = b.y;
    let under = |desk: &Desk| said::under(desk, sides, (list, pairs), &plan, &without);
    for text in under(desk).iter().filter(|text| !text.is_empty()) {
        b.y += 4.0;
        b.paragraph(text, 0.0, b.width, SMALL, Role::Muted);
    }
    let said = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    if desk.card().is_none_or(|card| card.key) {
        let mut marked = Vec::new();
        for place in plan.drawn.iter().filter_map(|i| pairs.place(*i)) {
            marked.push(sides.figure(0, place.at));
            marked.push(sides.figure(1, place.at));
        }
        let sample = Sample { width: 34.0, draw: &mark::sample, flags: true };
        how_to_read(&mut b, &marked, sides.domain(), Some(&sample));
    }
    picture::draw(desk, &mut b, sides, (list, pairs), &plan, &page, &named, said);

    let controls = Controls {
        page: page.0.number,
        pages: page.0.of,
        whole: true,
        picked: picked(desk, if is_asked { &list.order } else { &[] }, &[], &|at| {
            list.one(at).map_or("", |of| of.apart)
        }),
        threshold: threshold.flatten(),
        ..Controls::default()
    };
    let aloud = &desk.aloud();
    let opening = said::opening(aloud, sides, (list, pairs), page.0.of);
    let summary = aloud.voice().sentences(&under(aloud));
    ranking::end(desk, b, lead, list, &shown, controls, [opening, summary])
}
