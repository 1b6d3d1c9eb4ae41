//! How an indicator has changed: a line over its times for each of some places, and quiet ones for what they are
//! compared with.
//!
//! A line joins what is known of two times that follow one another. Where a time has no figure, where a figure is not
//! comparable with those before, and where no one has said how far a figure goes, there is none.
#![cfg(feature = "many")]

/// The two scales, with their lines and numbers.
pub(super) mod axes;
mod labels;
pub(super) mod marks;
mod said;
pub(super) mod series;
/// How a reader chooses places.
#[cfg(feature = "tools")]
mod tools;
#[cfg(not(feature = "tools"))]
#[path = "no_tools.rs"]
mod tools;

pub(super) use self::tools::picked;
#[cfg(feature = "tools")]
pub(super) use self::tools::{drawn, how_many};
use super::ranking::{self, Apart, Of, Ranked};
use super::*;
use crate::data::{Indicator, Observation};
use crate::figure::Domain;
use crate::scene::{how_to_read, line_height, Picked, Sample};
use axes::Axes;
pub(super) use series::unknown;
use series::Series;

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

/// What a reader can ask for, and what is answered.
#[derive(Default)]
struct Asked {
    find: Option<Choices>,
    picked: Option<Picked>,
    answers: Vec<String>,
}

impl<'a> Trend<'a> {
    /// Of the indicator that the view asks for: also its place in the file's list.
    fn new(desk: &Desk<'a>, indicators: &'a Data, none: &'a Indicator) -> (Trend<'a>, usize) {
        let ranked = ranking::ranked(desk, indicators);
        let at = match ranked.of {
            Of::Indicator(key) => key.indicator,
            Of::Revenue => usize::MAX,
        };
        let indicator = indicators.0.get(at).unwrap_or(none);
        let measured = ranking::times(desk, at);
        let times = measured.clone();
        (Trend { indicator, domain: indicator.kind.domain(), ranked, measured, times }, at)
    }
}

pub(super) fn scene(desk: &Desk, indicators: &Data) -> Scene {
    let none = Indicator::default();
    let (mut trend, at) = Trend::new(desk, indicators, &none);
    let desk = &trend.ranked.desk(desk);
    // what is said of all of it, to be read and to be heard
    let (mut said, mut heard) = (Vec::new(), Vec::new());
    let apart = &ranking::apart(desk);
    series::chosen(&desk.aloud(), &trend, at, apart, &mut heard);
    let series = series::chosen(desk, &trend, at, apart, &mut said);
    let Asked { find, picked, answers } = tools::asked(desk, &trend, &series, apart);
    let mut figures: Vec<&Figure> = Vec::new();
    for of in &series {
        for (time, figure) in &of.figures {
            figures.push(figure);
            ranking::insert(&mut trend.times, *time);
        }
    }
    let cited = desk.cited(&figures);
    let desk = &desk.citing(&cited);
    let mut b = desk.builder();
    let labels = labels::new(desk, &mut b, &trend, &series);
    let axes = Axes::new(desk, &mut b, &trend, &series, &labels, &mut said);
    for joint in [marks::band, marks::line] {
        // what is compared with is behind
        for (line, of) in series.iter().enumerate().rev() {
            b.of_line = Some(line);
            marks::join(&mut b, &trend, &axes, of, joint);
        }
    }
    for (line, of) in series.iter().enumerate() {
        b.of_line = Some(line);
        for (time, figure) in &of.figures {
            marks::possible(&mut b, &figure.value, trend.domain, &|x| axes.y(x), axes.low, of, axes.x(*time));
        }
    }
    labels::draw(&mut b, &axes, &series, &labels);
    let mut rows = Vec::new();
    for (line, of) in series.iter().enumerate() {
        b.of_line = Some(line);
        rows.push(b.items.len());
        for (place, (time, figure)) in of.figures.iter().enumerate() {
            #[cfg(feature = "tools")]
            let desk = &Desk { time: Some(*time), ..*desk };
            let first = b.marks.len();
            let area = marks::figure(desk, &mut b, &trend, &axes, of, axes.x(*time), figure);
            let id = concat(&[&*of.id, "@", &time.text()]);
            b.item(first, desk.item(id, area, &|desk| said::item(desk, &trend, of, place), figure));
        }
    }
    b.of_line = None;
    b.y = axes.end;
    for text in &said {
        b.y += 4.0;
        b.paragraph(text, 0.0, b.width, SMALL, Role::Muted);
    }
    if desk.card().is_none_or(|card| card.key) {
        how_to_read(
            &mut b,
            &figures,
            trend.domain,
            Some(&Sample { width: 12.0, draw: &marks::sample, flags: false }),
        );
    }
    let name = trend.indicator.name.get(desk.locale);
    // places that are named may be of any group
    let title = match places::asked(desk.view).is_empty() {
        true => ranking::title(desk, name, None),
        false => name.to_owned(),
    };
    let texts = Texts {
        title,
        note: trend.ranked.note,
        opening: desk.voice().sentences(&heard),
        summary: String::new(),
        answers,
    };
    let mut lists = trend.ranked.lists.clone();
    // it is of all times
    lists.retain(|list| list.attribute != "time");
    let controls = Controls { lists, rows, pages: 1, find, picked, ..Controls::default() };
    desk.finish(b, texts, controls)
}
