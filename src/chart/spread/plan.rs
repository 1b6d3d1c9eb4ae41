//! Whether there is room for a dot each, and where all of it stands.

use super::columns::Columns;
use super::swarm::{lanes, swarm};
use super::*;
use crate::scale::Linear;

/// Where a place has its mark.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Spot {
    Nowhere,
    /// A dot, so high above the axis.
    Dot(f64),
    /// A line, in a lane under it.
    Lane(usize),
    /// One of those that a column counts, by its number.
    Column(usize),
}

pub(super) struct Plan {
    pub axis: Axis,
    /// Where dots have no room.
    pub columns: Option<Columns>,
    /// Of each place with a figure. Over columns those are dots that have a label.
    pub spots: Vec<Spot>,
    pub radius: f64,
    /// How high dots or columns reach above their axis.
    pub height: f64,
    /// How many lanes there are.
    pub depth: usize,
    /// How many places are in no column.
    pub uncounted: usize,
    /// What the numbers of columns take at the left.
    pub left: f64,
}

impl Plan {
    pub fn spot(&self, place: usize) -> Spot {
        self.spots.get(place).copied().unwrap_or(Spot::Nowhere)
    }

    /// Has the place of this number a mark of its own?
    pub fn is_drawn(&self, place: usize) -> bool {
        matches!(self.spot(place), Spot::Dot(_) | Spot::Lane(_))
    }

    /// From lane to lane.
    pub fn lane(&self) -> f64 {
        if self.depth > SOME_LANES {
            12.0
        } else {
            15.0
        }
    }

    /// The scale of counts, so many pixels high.
    pub fn counts(&self, columns: &Columns, (bottom, top): (f64, f64)) -> Axis {
        Axis::new(Linear, (0.0, columns.most.max(1) as f64), (bottom, top))
    }
}

/// What dots and arrows need beyond the first number of the axis and the last.
const ENDS: f64 = 18.0;
/// More dots no reader tells one from another, and no page has them in a picture for each of its widths.
const MOST_DOTS: usize = 500;
/// The least width of a column.
const NARROWEST: f64 = 12.0;
/// From the largest dots to those that a finger still finds.
const RADII: [f64; 4] = [6.0, 5.0, 4.0, 3.0];
/// Of more there are words; where there are some, they stand closer.
const MOST_LANES: usize = 60;
const SOME_LANES: usize = 24;

pub(super) fn plan(desk: &Desk, b: &Builder, ranked: &Ranked, list: &List, spread: &Spread) -> Plan {
    // one axis, whoever is looked for
    let mut span = axes::NOTHING;
    for of in list.all() {
        span = axes::within(span, marks::reach(&of.figure.value, ranked.domain));
    }
    for (_, figure) in &ranked.references {
        span = axes::within(span, figure.value.stated());
    }
    if span.0 > span.1 {
        span = (0.0, 1.0);
    }
    let most = match (desk.card(), b.is_narrow()) {
        (Some(_), _) => 100.0,
        (None, true) => 200.0,
        (None, false) => 240.0,
    };
    let length = b.width - 2.0 * ENDS;
    let (low, high) = axes::bounds(ranked.is_summable, span, length);
    // losses alone are seen as such
    let bounds = (low, if high < 0.0 { 0.0 } else { high });
    let axis = Axis::new(Linear, bounds, (ENDS, b.width - ENDS));
    let x = |value: f64| axis.map(value);
    let mut values = Vec::new();
    for place in spread.places.iter().take(spread.measured) {
        values.push(&place.of.figure.value);
    }
    let ends = |i: usize, x: &dyn Fn(f64) -> f64| {
        let figure = spread.places.get(i).map(|place| place.of.figure);
        let taken = figure.map(|figure| mark::taken(desk, b, figure, ranked.domain, x));
        taken.map_or((0.0, 0.0), |(from, to, ..)| (from, to))
    };
    let is_dot = |i: usize| matches!(values.get(i), Some(Value::Exact(_)));
    let mut spots = Vec::new();
    for _ in &values {
        spots.push(Spot::Nowhere);
    }
    if spread.measured <= MOST_DOTS {
        if let Some(depth) = under(&ends, &x, &is_dot, &mut spots) {
            for radius in RADII {
                let Some(highest) = above(&values, &x, &is_dot, (radius, most), &mut spots) else { continue };
                let height = highest + 2.0 * radius;
                return Plan { axis, columns: None, spots, radius, height, depth, uncounted: 0, left: 0.0 };
            }
        }
    }
    let columns = Columns::new(&values, ranked.domain, bounds, (length, NARROWEST));
    let left = b.text_width(&desk.voice().count(columns.most), SMALL) + 8.0;
    let axis = Axis::new(Linear, columns.domain(), (left, b.width - ENDS));
    let x = |value: f64| axis.map(value);
    let mut uncounted = 0;
    for (spot, of) in spots.iter_mut().zip(&columns.of) {
        *spot = of.map_or(Spot::Nowhere, Spot::Column);
        uncounted += usize::from(of.is_none());
    }
    let is_counted = |i: usize| columns.of.get(i).is_some_and(Option::is_some);
    let depth = under(&ends, &x, &is_counted, &mut spots).unwrap_or(0);
    let has_label = |i: usize| is_dot(i) && spread.places.get(i).is_some_and(|place| place.has_label);
    let [radius, ..] = RADII;
    above(&values, &x, &has_label, (radius, most), &mut spots);
    let height = if columns.most > 0 { most } else { 0.0 };
    Plan { axis, columns: Some(columns), spots, radius, height, depth, uncounted, left }
}

/// Puts those that are one above the axis, as dots of a radius; how high the highest is. `None` where one would be too
/// high.
fn above(
    values: &[&Value],
    x: &dyn Fn(f64) -> f64,
    is_dot: &dyn Fn(usize) -> bool,
    (radius, most): (f64, f64),
    spots: &mut [Spot],
) -> Option<f64> {
    let (mut xs, mut places) = (Vec::new(), Vec::new());
    for (i, value) in values.iter().enumerate() {
        if is_dot(i) {
            xs.push(x(marks::middle(value)));
            places.push(i);
        }
    }
    let mut highest = 0.0_f64;
    for (height, i) in swarm(&xs, radius, most)?.into_iter().zip(places) {
        highest = highest.max(height);
        if let Some(spot) = spots.get_mut(i) {
            *spot = Spot::Dot(height);
        }
    }
    Some(highest)
}

/// From where to where the line of a place goes, by its number, on an axis.
type Ends<'a> = &'a dyn Fn(usize, &dyn Fn(f64) -> f64) -> (f64, f64);

/// Puts the others into lanes, where there are not too many; how many there are.
fn under(
    ends: Ends,
    x: &dyn Fn(f64) -> f64,
    is_above: &dyn Fn(usize) -> bool,
    spots: &mut [Spot],
) -> Option<usize> {
    let (mut starts, mut lines, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for i in 0..spots.len() {
        if !is_above(i) {
            let (from, to) = ends(i, x);
            places.push(i);
            starts.push(from);
            lines.push((from, to));
        }
        if lines.len() > MOST_DOTS {
            return None;
        }
    }
    let order = sort::ascending(&starts);
    let mut sorted = Vec::new();
    for i in &order {
        if let Some(line) = lines.get(*i) {
            sorted.push(*line);
        }
    }
    let mut depth = 0;
    for (lane, i) in lanes(&sorted, MOST_LANES)?.into_iter().zip(order) {
        depth = depth.max(lane + 1);
        if let Some(spot) = places.get(i).and_then(|place| spots.get_mut(*place)) {
            *spot = Spot::Lane(lane);
        }
    }
    Some(depth)
}
