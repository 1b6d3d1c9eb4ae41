//! How much has changed, in words.

use super::*;
use crate::data::{IndicatorKind, Unit};
use crate::figure::{Change, Flag};

/// How a quantity has changed from one figure of a line to another, by their places in it: in percent of what it was,
/// or in its unit where that is a share, an index or itself a change; with the time of the first. Nothing where a
/// figure between them, or the later one, cannot be compared with those before.
fn since(desk: &Desk, trend: &Trend, of: &Series, from: usize, to: usize) -> String {
    let ((time, before), (_, after)) = match (of.figures.get(from), of.figures.get(to)) {
        (Some(before), Some(after)) if from < to => (before, after),
        _ => return String::new(),
    };
    let mut between = of.figures.iter().take(to + 1).skip(from + 1);
    if between.any(|(_, figure)| figure.flags.has(Flag::Break)) {
        return String::new();
    }
    // as many decimals as the difference has
    let mut voice = desk.brief();
    let kind = trend.indicator.kind;
    let unit = match &trend.ranked.unit {
        Unit::Percent => Some(message!("points-percent")),
        Unit::Permille => Some(message!("points-permille")),
        Unit::Index => Some(message!("points")),
        _ if kind == IndicatorKind::Index => Some(message!("points")),
        _ => None,
    };
    let in_percent = unit.is_none() && kind != IndicatorKind::Change;
    let growth = if in_percent { Change::in_percent(&before.value, &after.value) } else { None };
    if growth.is_some() {
        voice.numbers = text::Numbers::default();
    }
    let unit = |by: &Value| match (&growth, unit) {
        (Some(_), _) => voice.unit(&Unit::Percent),
        (None, None) => trend.ranked.unit(&voice),
        (None, Some(points)) => desk.say(points, &[(arg!("count"), &voice.count_of(by, false))]),
    };
    let change = growth.clone().or_else(|| Change::between(&before.value, &after.value, trend.domain));
    // by over nothing: no one has said by how much
    let by_any = Value::MoreThan(0.0);
    let (id, by) = match change {
        Some(Change::Up(by)) if by == by_any => (message!("change-higher"), by),
        Some(Change::Down(by)) if by == by_any => (message!("change-lower"), by),
        Some(Change::Up(by)) => (message!("change-up"), by),
        Some(Change::Down(by)) => (message!("change-down"), by),
        Some(Change::Same) => (message!("change-same"), Value::default()),
        Some(Change::Open) => (message!("change-open"), Value::default()),
        None => return String::new(),
    };
    let unit = unit(&by);
    let change = desk.say(id, &[(arg!("amount"), &voice.quantity(&Figure::from(by), &unit, false))]);
    desk.say(message!("change-since"), &[(arg!("change"), &change), (arg!("time"), &desk.time(*time))])
}

/// From the first figure to the last.
fn since_first(desk: &Desk, trend: &Trend, of: &Series) -> String {
    let first = of.figures.iter().position(|(_, figure)| figure.value.stated().is_some());
    let last = of.stated(usize::MAX);
    since(desk, trend, of, first.unwrap_or(0), last.map_or(0, |(place, _)| place))
}

/// How many of all places are drawn.
pub(super) fn some(desk: &Desk, count: usize) -> String {
    let mut all = 0;
    let is_of_all = !places::asked(desk.view).is_empty();
    for village in &desk.data.villages {
        all += usize::from(is_of_all || ranking::is_shown(desk, village));
    }
    let all = desk.voice().villages(all);
    let count = text::digits(count);
    desk.say(
        message!("trend-some"),
        &[(arg!("count"), &count), (arg!("some"), &count), (arg!("villages"), &all)],
    )
}

/// The last figure of a line, with its time where that is not the last of the chart, and how much has changed; on a
/// card the figure alone.
pub(super) fn summary(desk: &Desk, trend: &Trend, of: &Series) -> String {
    let Some((place, figure)) = of.stated(usize::MAX) else { return String::new() };
    let voice = desk.voice();
    let mut unit = trend.ranked.unit(&voice);
    if desk.card().is_some() && !trend.ranked.unit.is_sign() {
        unit.clear(); // it stands above all numbers
    }
    let value = desk.marked(desk.quantity(figure, &unit), figure);
    let time = of.figures.get(place).map(|(time, _)| *time);
    let time = time.filter(|time| trend.times.last() != Some(time));
    let time = time.map_or(String::new(), |time| desk.time(time));
    let change = if desk.card().is_some() { String::new() } else { since_first(desk, trend, of) };
    voice.long_list(&[&voice.list(&[&value, &time]), &change])
}

/// The words of a figure, by its place in its line.
pub(super) fn item(desk: &Desk, trend: &Trend, of: &Series, place: usize) -> ItemTexts {
    let Some((time, figure)) = of.figures.get(place) else { return ItemTexts::default() };
    let unit = trend.ranked.amount(&desk.voice());
    let mut texts = ItemTexts::new(of.name.clone(), desk.quantity(figure, &unit), unit);
    texts.subtitle = desk.time(*time);
    let before = of.stated(place).map_or(usize::MAX, |(before, _)| before);
    let step = since(desk, trend, of, before, place);
    // of the last one also the whole way
    if of.stated(usize::MAX).is_some_and(|(last, _)| last == place) {
        let whole = since_first(desk, trend, of);
        if whole != step && !whole.is_empty() {
            texts.notes.push(whole);
        }
    }
    if !step.is_empty() {
        texts.notes.insert(0, step);
    }
    texts
}
