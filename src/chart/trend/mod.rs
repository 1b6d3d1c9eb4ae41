//! How an indicator has changed: a line over its times for each of some places, and quiet ones for what they are
//! compared with.
//!
//! A line joins what is known of two times that follow one another. Where a time has no figure, where a figure is not
//! comparable with those before, and where no one has said how far a figure goes, there is none.
#![cfg(feature = "indicators")]

/// The two scales, with their lines and numbers.
mod axes;
mod labels;
mod marks;
mod said;
mod series;

use super::ranking::{self, Of, Ranked};
use super::*;
use crate::data::{Indicator, Observation};
use crate::figure::Domain;
use crate::scene::how_to_read;
use axes::Axes;
use labels::Labels;
use marks::Look;
pub(super) use series::unknown;
use series::{Chosen, Series};

/// What it draws is what a ranking does.
pub use super::ranking::Data;

/// What is drawn, and how it is said.
struct Trend<'a> {
    indicator: &'a Indicator,
    ranked: Ranked<'a>,
    domain: Domain,
    /// The times at which some place of the file has a figure of it: another one that has none of them has a gap.
    measured: Vec<TimePeriod>,
    /// The same with those of what places are compared with, in their order.
    times: Vec<TimePeriod>,
}

pub(super) fn scene(desk: &Desk, indicators: &Data) -> Scene {
    let ranked = ranking::ranked(desk, indicators);
    let desk = &ranked.desk(desk);
    let Of::Indicator(key) = ranked.of else { return empty(desk) };
    let Some(indicator) = indicators.0.get(key.indicator) else { return empty(desk) };
    let measured = ranking::times(desk.data, key.indicator);
    let times = measured.clone();
    let mut trend = Trend { indicator, domain: indicator.kind.domain(), ranked, measured, times };
    let Chosen { mut series, totals, drawn } = series::chosen(desk, &trend, key.indicator);
    for (time, _) in series.iter().flat_map(|of| &of.figures) {
        if let Err(at) = trend.times.binary_search(time) {
            trend.times.insert(at, *time);
        }
    }
    if series.is_empty() {
        return empty(desk);
    }
    series::sort(&mut series);

    let mut figures: Vec<&Figure> = Vec::new();
    for of in totals.iter().chain(&series) {
        figures.extend(of.figures.iter().map(|(_, figure)| *figure));
    }
    let cited = desk.cited(&figures);
    let desk = &desk.citing(&cited);
    let mut b = desk.builder();
    let mut rows = Vec::new();
    for total in &totals {
        rows.push(b.items.len());
        said::total(desk, &mut b, &trend, total);
    }
    let labels = Labels::new(desk, &mut b, &trend, &series);
    let axes = Axes::new(desk, &mut b, &trend, &series, &labels);
    axes.draw(&mut b, &trend);
    let looks = Look::all(&series);
    for (of, look) in series.iter().zip(&looks) {
        marks::bands(&mut b, &trend, &axes, of, *look);
    }
    // what is compared with is behind
    for quiet in [true, false] {
        for (of, look) in series.iter().zip(&looks).filter(|(of, _)| of.village.is_none() == quiet) {
            marks::lines(&mut b, &trend, &axes, of, *look);
        }
    }
    for (of, look) in series.iter().zip(&looks) {
        for (time, figure) in &of.figures {
            marks::extent(&mut b, &trend, &axes, *look, axes.x(*time), &figure.value);
        }
    }
    labels.draw(&mut b, &axes, &series, &looks);
    for (of, look) in series.iter().zip(&looks) {
        rows.push(b.items.len());
        for (place, (time, figure)) in of.figures.iter().enumerate() {
            let desk = &Desk { time: Some(*time), ..*desk };
            let (x, first) = (axes.x(*time), b.marks.len());
            let (top, bottom) = axes.height(&figure.value, trend.domain);
            marks::dot(&mut b, figure, *look, (x, axes.y(marks::middle(&figure.value))));
            // the label of the line says them of the last
            if of.last().is_some_and(|last| last.0 != *time) {
                marks::letters(desk, &mut b, figure, (x, top));
            }
            let say = |desk: &Desk| said::item(desk, &trend, of, place);
            let area = axes.area(b.width, x, (top, bottom));
            let id = [&*of.id, "@", &time.text()].concat();
            b.item(first, desk.item(id, area, &say, figure));
        }
    }
    b.y = axes.end;
    for text in said::under(desk, &trend, &axes, &drawn) {
        b.y += 4.0;
        b.paragraph(&text, 0.0, b.width, SMALL, Role::Muted);
    }
    if desk.card().is_none_or(|card| card.key) {
        how_to_read(&mut b, &figures, trend.domain, Some(&marks::sample));
    }
    let texts = Texts {
        title: trend.indicator.name.get(desk.locale).to_owned(),
        note: trend.ranked.note,
        opening: said::opening(&desk.aloud(), &trend, &axes, &drawn),
        summary: String::new(),
        answers: Vec::new(),
    };
    let controls =
        Controls { indicators: trend.ranked.indicators.clone(), rows, pages: 1, ..Controls::default() };
    desk.finish(b, texts, controls)
}

/// Nothing is drawn: see [`super::scene`].
fn empty(desk: &Desk) -> Scene {
    let texts = Texts {
        title: String::new(),
        note: &None,
        opening: String::new(),
        summary: String::new(),
        answers: Vec::new(),
    };
    desk.finish(desk.builder(), texts, Controls::default())
}
