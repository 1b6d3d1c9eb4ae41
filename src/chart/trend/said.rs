//! What the chart says in words, most of all how much has changed.

use super::series::Drawn;
use super::*;
use crate::data::{IndicatorKind, Unit};
use crate::figure::{Change, Flag};

/// How a quantity has changed from one figure to another, in words: in percent of what it was, or in its unit where
/// that is a share, an index or itself a change. `None` where one of them has no number.
fn change(desk: &Desk, trend: &Trend, before: &Value, after: &Value) -> Option<String> {
    use IndicatorKind::{Change as Difference, Index};
    let Indicator { kind, .. } = trend.indicator;
    let voice = desk.voice();
    let unit = &trend.ranked.unit;
    let is_share = matches!(unit, Unit::Percent | Unit::Permille);
    let growth = match kind {
        Difference | Index => None,
        _ if is_share => None,
        _ => Change::in_percent(before, after),
    };
    let points = |id: &str| desk.say(id, &[]);
    let (change, unit, voice) = match growth {
        Some(growth) => {
            let percent = voice.unit(&Unit::Percent);
            (growth, percent, text::Voice { numbers: text::Numbers::default(), ..voice })
        }
        None => {
            let unit = match unit {
                Unit::Percent => points("points-percent"),
                Unit::Permille => points("points-permille"),
                Unit::Index => points("points"),
                _ if *kind == Index => points("points"),
                unit => voice.unit(unit),
            };
            // as many decimals as the difference has
            let numbers = text::Numbers { least: 0, ..voice.numbers };
            (Change::between(before, after, trend.domain)?, unit, text::Voice { numbers, ..voice })
        }
    };
    let by =
        |id: &str, by: Value| desk.say(id, &[("amount", &voice.quantity(&Figure::from(by), &unit, false))]);
    Some(match change {
        Change::Up(amount) => by("change-up", amount),
        Change::Down(amount) => by("change-down", amount),
        Change::Higher => points("change-higher"),
        Change::Lower => points("change-lower"),
        Change::NotLower => points("change-not-lower"),
        Change::NotHigher => points("change-not-higher"),
        Change::Same => points("change-same"),
        Change::Open => points("change-open"),
    })
}

/// The same of two figures of a line, by their places in it, with the time of the first; nothing where a figure between
/// them, or the later one, cannot be compared with those before.
fn since(desk: &Desk, trend: &Trend, of: &Series, from: usize, to: usize) -> Option<String> {
    let mut between = of.figures.iter().skip(from + 1).take(to.saturating_sub(from));
    if from >= to || between.any(|(_, figure)| figure.flags.has(Flag::Break)) {
        return None;
    }
    let ((time, before), (_, after)) = (of.figures.get(from)?, of.figures.get(to)?);
    let change = change(desk, trend, &before.value, &after.value)?;
    Some(desk.say("change-since", &[("change", &change), ("time", &desk.time(*time))]))
}

/// From the first figure to the last.
pub(super) fn since_first(desk: &Desk, trend: &Trend, of: &Series) -> Option<String> {
    let stated = of.stated();
    since(desk, trend, of, stated.first()?.0, stated.last()?.0)
}

/// The last figure of a line, with its time where that is not the last of the chart.
pub(super) fn last(desk: &Desk, trend: &Trend, of: &Series) -> String {
    let Some((time, figure)) = of.last() else { return String::new() };
    let value = desk.marked(desk.quantity(figure, &trend.ranked.unit(&desk.voice())), figure);
    match trend.times.last() {
        Some(last) if *last != time => {
            desk.say("in-brackets", &[("text", &value), ("note", &desk.time(time))])
        }
        _ => value,
    }
}

/// The words of a figure, by its place in its line.
pub(super) fn item(desk: &Desk, trend: &Trend, of: &Series, place: usize) -> ItemTexts {
    let mut texts = ItemTexts { title: of.name.clone(), ..ItemTexts::default() };
    let Some((time, figure)) = of.figures.get(place) else { return texts };
    texts.subtitle = desk.time(*time);
    texts.unit = trend.ranked.amount(&desk.voice());
    texts.value = desk.quantity(figure, &texts.unit);
    let stated = of.stated();
    let Some(nth) = stated.iter().position(|(at, ..)| *at == place) else { return texts };
    if let Some((before, ..)) = nth.checked_sub(1).and_then(|nth| stated.get(nth)) {
        texts.notes.extend(since(desk, trend, of, *before, place));
    }
    // of the last one also the whole way
    if nth > 1 && nth + 1 == stated.len() {
        texts.notes.extend(since_first(desk, trend, of));
    }
    texts
}

/// A line of words for what all places make together.
pub(super) fn total(desk: &Desk, b: &mut Builder, trend: &Trend, of: &Series) {
    let Some((place, time, figure)) = of.stated().last().copied() else { return };
    let (top, first) = (b.y, b.marks.len());
    let value = [&*of.name, ": ", &last(desk, trend, of)].concat();
    let change = since_first(desk, trend, of).unwrap_or_default();
    b.y += 4.0;
    b.paragraph(&desk.voice().long_list(&[&value, &change]), 0.0, b.width, BODY, Role::Ink);
    b.y = (b.y + 6.0).max(top + 28.0);
    let say = |desk: &Desk| item(desk, trend, of, place);
    let area = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    let desk = &Desk { time: Some(time), ..*desk };
    b.item(first, desk.item(of.id.clone(), area, &say, figure));
}

/// Which places are drawn, where that are not all, and how many of them have no figure.
fn drawn(desk: &Desk, drawn: &Drawn) -> [String; 2] {
    let voice = desk.voice();
    let count = |n: usize| voice.count(n);
    let are_all = drawn.ends.is_none() && drawn.some + drawn.missing == drawn.all;
    let some = match are_all {
        true => String::new(),
        false => {
            let parts = [("count", &*text::digits(drawn.some)), ("some", &count(drawn.some))];
            desk.say("trend-some", &[&parts[..], &[("villages", &*voice.villages(drawn.all))]].concat())
        }
    };
    let ends = drawn.ends.map_or(String::new(), |(highest, lowest, time)| {
        let (highest, lowest) = (count(highest), count(lowest));
        desk.say("trend-ends", &[("highest", &highest), ("lowest", &lowest), ("time", &desk.time(time))])
    });
    let missing = match drawn.missing {
        0 => String::new(),
        missing => {
            let asked = if drawn.ends.is_some() { drawn.all } else { drawn.some + missing };
            let parts = [("some", &*count(missing)), ("villages", &voice.villages(asked))];
            voice.say("missing-figures", &[&[("count", &*text::digits(missing))][..], &parts].concat())
        }
    };
    [voice.sentences(&[some, ends]), missing]
}

/// Where the axis begins, where that is not zero.
fn begins(desk: &Desk, trend: &Trend, axes: &Axes) -> Option<String> {
    let unit = trend.ranked.unit(&desk.voice());
    let from = desk.quantity(&Figure::from(Value::Exact(axes.from?)), &unit);
    Some(desk.say("trend-axis", &[("amount", &from)]))
}

/// What stands under the picture.
pub(super) fn under(desk: &Desk, trend: &Trend, axes: &Axes, of: &Drawn) -> Vec<String> {
    let mut said: Vec<String> = begins(desk, trend, axes).into_iter().collect();
    said.extend(drawn(desk, of).into_iter().filter(|text| !text.is_empty()));
    said
}

/// What a listener hears first: how many lines there are, and from when to when. How each has changed is said of its
/// last figure.
pub(super) fn opening(desk: &Desk, trend: &Trend, axes: &Axes, of: &Drawn) -> String {
    let voice = desk.voice();
    let times =
        [trend.times.first(), trend.times.last()].map(|time| time.map_or(String::new(), |t| desk.time(*t)));
    let [first, last] = times;
    let lines = voice.villages(of.some);
    let mut said =
        vec![desk.say("trend-opening", &[("villages", &lines), ("first", &first), ("last", &last)])];
    said.extend(under(desk, trend, axes, of));
    voice.sentences(&said)
}
