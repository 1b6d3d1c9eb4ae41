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
    /// Those with a mark of their own, from the left on: over columns lines, and dots that have a label.
    pub drawn: Vec<usize>,
    /// Where each of these is.
    spots: Vec<Spot>,
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
    /// Where the mark of a place is, by its number among all.
    pub fn spot(&self, place: usize) -> Spot {
        if let Ok(own) = self.drawn.binary_search(&place) {
            return self.spots.get(own).copied().unwrap_or(Spot::Nowhere);
        }
        let column = self.columns.as_ref().and_then(|columns| columns.of.get(place).copied().flatten());
        column.map_or(Spot::Nowhere, Spot::Column)
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

pub(super) fn plan(desk: &Desk, b: &Builder, ranked: &Ranked, (list, spread): (&List, &Spread)) -> Plan {
    // one axis, whoever is looked for
    let mut span = spread.span;
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
    let ends = |i: usize, axis: &Axis| {
        let of = spread.place(list, i);
        let taken = of.map(|of| mark::taken(desk, b, of.figure, ranked.domain, &|value| axis.map(value)));
        taken.map_or((0.0, 0.0), |(from, to, ..)| (from, to))
    };
    let is_exact = |i: &usize| spread.places.get(*i).is_some_and(|place| place.is_exact);
    if spread.measured <= MOST_DOTS {
        let dots: Vec<usize> = (0..spread.measured).filter(is_exact).collect();
        if let Some((lanes, depth)) = under(&ends, &axis, &spread.inexact) {
            for radius in RADII {
                let Some((heights, highest)) = above(spread, &axis, &dots, (radius, most)) else { continue };
                let height = highest + 2.0 * radius;
                let (drawn, spots) = both((&spread.inexact, lanes), (&dots, heights));
                return Plan {
                    axis,
                    columns: None,
                    drawn,
                    spots,
                    radius,
                    height,
                    depth,
                    uncounted: 0,
                    left: 0.0,
                };
            }
        }
    }
    let mut columns = Columns::empty(&spread.counted, bounds, (length, NARROWEST));
    columns.count(&spread.counted);
    let left = b.text_width(&desk.voice().count(columns.most), SMALL) + 8.0;
    let axis = Axis::new(Linear, columns.domain(), (left, b.width - ENDS));
    let in_none = |i: &&usize| columns.of.get(**i).is_none_or(Option::is_none);
    let lines: Vec<usize> = spread.inexact.iter().filter(in_none).copied().collect();
    let (lanes, depth) = under(&ends, &axis, &lines).unwrap_or_default();
    let dots: Vec<usize> = spread.labelled.iter().copied().filter(is_exact).collect();
    let [radius, ..] = RADII;
    let (heights, _) = above(spread, &axis, &dots, (radius, most)).unwrap_or_default();
    let height = if columns.most > 0 { most } else { 0.0 };
    let (drawn, spots) = both((&lines, lanes), (&dots, heights));
    Plan { axis, columns: Some(columns), drawn, spots, radius, height, depth, uncounted: lines.len(), left }
}

/// Two lists of places with the spots of each, in one: those that have none are left out.
fn both(
    (one, ones): (&[usize], Vec<Spot>),
    (other, others): (&[usize], Vec<Spot>),
) -> (Vec<usize>, Vec<Spot>) {
    let (mut drawn, mut spots) = (Vec::new(), Vec::new());
    let mut one = one.iter().zip(ones).peekable();
    let mut other = other.iter().zip(others).peekable();
    while let Some((place, spot)) = match (one.peek(), other.peek()) {
        (Some((a, _)), Some((b, _))) if b < a => other.next(),
        (Some(_), _) => one.next(),
        _ => other.next(),
    } {
        drawn.push(*place);
        spots.push(spot);
    }
    (drawn, spots)
}

/// Dots of a radius for these places, above the axis, and how high the highest is. `None` where one would be too high.
fn above(
    spread: &Spread,
    axis: &Axis,
    places: &[usize],
    (radius, most): (f64, f64),
) -> Option<(Vec<Spot>, f64)> {
    let mut xs = Vec::new();
    for i in places {
        xs.extend(spread.places.get(*i).map(|place| axis.map(place.middle)));
    }
    let (mut spots, mut highest) = (Vec::new(), 0.0_f64);
    for height in swarm(&xs, radius, most)? {
        highest = highest.max(height);
        spots.push(Spot::Dot(height));
    }
    Some((spots, highest))
}

/// From where to where the line of a place goes, by its number, on an axis.
type Ends<'a> = &'a dyn Fn(usize, &Axis) -> (f64, f64);

/// Puts these places into lanes, where there are not too many; and how many lanes there are.
fn under(ends: Ends, axis: &Axis, places: &[usize]) -> Option<(Vec<Spot>, usize)> {
    if places.len() > MOST_DOTS {
        return None;
    }
    let (mut starts, mut lines) = (Vec::new(), Vec::new());
    for i in places {
        let (from, to) = ends(*i, axis);
        starts.push(from);
        lines.push((from, to));
    }
    let order = sort::ascending(&starts);
    let mut sorted = Vec::new();
    for i in &order {
        sorted.extend(lines.get(*i).copied());
    }
    let mut depth = 0;
    let mut spots = vec![Spot::Nowhere; places.len()];
    for (lane, i) in lanes(&sorted, MOST_LANES)?.into_iter().zip(order) {
        depth = depth.max(lane + 1);
        if let Some(spot) = spots.get_mut(i) {
            *spot = Spot::Lane(lane);
        }
    }
    Some((spots, depth))
}
