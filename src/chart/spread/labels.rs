//! What stands above the dots, each at the head of its line: what places are compared with, their median, and the
//! places that the author or the reader looks for.

use super::*;
use crate::chart::places::OTHER_PAGES;
use crate::chart::ranking::Lines;
use crate::scene::Target;

/// What has a label, in the order of the axis.
struct Labelled<'a> {
    name: String,
    figure: &'a Figure,
    /// The place, by its number among all; `None` of what they are compared with.
    place: Option<usize>,
    is_median: bool,
}

/// Of a place its line goes to its mark, of others through all of the picture.
pub(super) const THROUGH: usize = usize::MAX;

/// Under what is there so far; the lines are not drawn yet. What places are compared with are items of the first page:
/// whoever comes to another one goes on from place to place.
pub(super) fn draw(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    (list, spread): (&List, &Spread),
    median: Option<&Figure>,
    axis: &Axis,
    is_first: bool,
) -> Lines {
    let mut all = Vec::new();
    for (name, figure) in &ranked.references {
        all.push(Labelled { name: (*name).to_owned(), figure, place: None, is_median: false });
    }
    if let Some(figure) = median {
        all.push(Labelled { name: median_name(desk, spread.measured), figure, place: None, is_median: true });
    }
    let most = desk.card().map_or(usize::MAX, |card| card.most);
    for i in &spread.labelled {
        if let Some(of) = spread.place(list, *i).filter(|_| all.len() < most) {
            let Listed { figure, .. } = of;
            all.push(Labelled { name: of.name(desk), figure, place: Some(*i), is_median: false });
        }
    }
    let voice = desk.voice();
    let unit = ranked.unit(&voice);
    let start = axis.map(axis.domain().0);
    let mut lines = Lines::default();
    // those whose labels are at the left of their lines stand above the others, which their lines pass by
    let key = |of: &Labelled| {
        let middle = marks::middle(&of.figure.value);
        let width = b.text_width(&of.name, BODY) + ValueLabel::new(desk, of.figure, &unit).width(b) + 13.0;
        match axis.map(middle) + width > b.width {
            true => (0, 0.0 - middle),
            false => (1, middle),
        }
    };
    let mut keys = Vec::new();
    for of in &all {
        keys.push(key(of));
    }
    for i in sort::order(&keys, &|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))) {
        let Some(Labelled { name, figure, place, is_median }) = all.get(i) else { continue };
        let first = b.marks.len();
        let label = ValueLabel::new(desk, figure, &unit);
        let mut ends = figure.value.stated();
        let mut note = String::new();
        if let Some(of) = place.and_then(|place| spread.place(list, place)) {
            // to the middle of its line
            ends = ends.map(|_| (marks::middle(&figure.value), marks::middle(&figure.value)));
            if let Some(rank) = of.place.as_ref().filter(|_| spread.known > 1) {
                note = voice.rank(rank, spread.known, ranked.selection);
            }
        }
        let area = lines.label(b, (name, &label, &note, ends), axis, start, place.unwrap_or(THROUGH));
        if place.is_none() && !is_first {
            b.targets.push(Target { area, item: OTHER_PAGES });
        } else if place.is_none() {
            let id = if *is_median { "median".to_owned() } else { ranking::reference_id(desk, name) };
            let said =
                |desk: &Desk| if *is_median { median_name(desk, spread.measured) } else { name.clone() };
            ranking::reference(desk, b, ranked, (id, &said), figure, (first, area));
        }
    }
    lines
}

/// "Median of 60 communes".
pub(in crate::chart) fn median_name(desk: &Desk, of: usize) -> String {
    let villages = desk.voice().villages(of);
    desk.say(message!("spread-median"), &[(arg!("villages"), &villages)])
}

/// The median of figures that are known so far that no other number can be it. Of few it says nothing.
pub(in crate::chart) fn median(values: &[&Value]) -> Option<Figure> {
    const LEAST: usize = 5;
    if values.len() < LEAST {
        return None;
    }
    let (low, high) = medians(values);
    (low.is_finite() && low == high).then(|| Figure::from(Value::Exact(low)))
}

/// Between which numbers the median of some figures lies: those of all lower and of all upper ends.
pub(in crate::chart) fn medians(values: &[&Value]) -> (f64, f64) {
    let (mut lows, mut highs) = (Vec::new(), Vec::new());
    for value in values {
        let within = value.interval();
        lows.push(within.low);
        highs.push(within.high);
    }
    (middle(&lows), middle(&highs))
}

/// The number in the middle, or between the two there.
fn middle(ends: &[f64]) -> f64 {
    let order = sort::ascending(ends);
    let at = |i: usize| order.get(i).and_then(|i| ends.get(*i)).copied().unwrap_or(f64::NAN);
    (at(ends.len().saturating_sub(1) / 2) + at(ends.len() / 2)) / 2.0
}
