//! Whether there is room for a dot each, and where all of it stands.

use super::columns::Columns;
use super::swarm::{lanes, swarm};
use super::*;
use crate::scale::Linear;

pub(super) struct Plan {
    pub axis: Axis,
    /// Where dots have no room.
    pub columns: Option<Columns>,
    /// Of each place that is a dot how high it is, and their radius. Over columns those are dots that have a label.
    pub heights: Vec<Option<f64>>,
    pub radius: f64,
    /// How high dots or columns reach above their axis.
    pub height: f64,
    /// Of each place that is a line under the axis its lane, and how many lanes there are.
    pub lanes: Vec<Option<usize>>,
    pub depth: usize,
    /// How many places are in no column.
    pub uncounted: usize,
    /// What the numbers of columns take at the left.
    pub left: f64,
}

impl Plan {
    /// Has the place of this number a mark of its own?
    pub fn is_drawn(&self, place: usize) -> bool {
        let is_dot = self.heights.get(place).is_some_and(Option::is_some);
        is_dot || self.lanes.get(place).is_some_and(Option::is_some)
    }

    /// The scale of counts, so many pixels high.
    pub fn counts(&self, columns: &Columns, (bottom, top): (f64, f64)) -> Axis {
        let most = columns.counts.iter().max().copied().unwrap_or(0).max(1);
        Axis::new(Linear, (0.0, most as f64), (bottom, top))
    }
}

/// What dots and arrows need beyond the first number of the axis and the last.
const ENDS: f64 = 18.0;
/// More dots no reader tells one from another, and no page has them in a picture for each of its widths.
const MOST_DOTS: usize = 500;
/// From the largest dots to those that a finger still finds.
const RADII: [f64; 4] = [6.0, 5.0, 4.0, 3.0];
/// More lanes would be a picture of their own.
const MOST_LANES: usize = 12;

pub(super) fn plan(desk: &Desk, b: &Builder, ranked: &Ranked, list: &List, spread: &Spread) -> Plan {
    // one axis, whoever is looked for
    let mut span = axes::NOTHING;
    for of in &list.all {
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
    let values: Vec<&Value> =
        spread.places.iter().take(spread.measured).map(|place| &place.of.figure.value).collect();
    let ends = |i: usize, x: &dyn Fn(f64) -> f64| {
        let figure = spread.places.get(i).map(|place| place.of.figure);
        figure.map_or((0.0, 0.0), |figure| mark::taken(desk, b, figure, ranked.domain, x).0)
    };
    let is_dot = |i: usize| matches!(values.get(i), Some(Value::Exact(_)));
    if spread.measured <= MOST_DOTS {
        if let Some((lanes, depth)) = under(&ends, values.len(), &x, &is_dot) {
            for radius in RADII {
                let Some(heights) = above(&values, &x, &is_dot, radius, most) else { continue };
                let highest = heights.iter().flatten().fold(0.0_f64, |most, height| most.max(*height));
                let height = highest + 2.0 * radius;
                let columns = None;
                return Plan {
                    axis,
                    columns,
                    heights,
                    radius,
                    height,
                    lanes,
                    depth,
                    uncounted: 0,
                    left: 0.0,
                };
            }
        }
    }
    let columns = Columns::new(&values, ranked.domain, bounds, length);
    let most_of_one = columns.counts.iter().max().copied().unwrap_or(0);
    let left = b.text_width(&desk.voice().count(most_of_one), SMALL) + 8.0;
    let axis = Axis::new(Linear, columns.domain(), (left, b.width - ENDS));
    let is_counted = |i: usize| columns.of.get(i).is_some_and(Option::is_some);
    let uncounted = values.len() - columns.counts.iter().sum::<usize>();
    let x = |value: f64| axis.map(value);
    let (lanes, depth) = under(&ends, values.len(), &x, &is_counted).unwrap_or_default();
    let has_label = |i: usize| is_dot(i) && spread.places.get(i).is_some_and(|place| place.has_label);
    let [radius, ..] = RADII;
    let heights = above(&values, &x, &has_label, radius, most).unwrap_or_default();
    Plan { axis, columns: Some(columns), heights, radius, height: most, lanes, depth, uncounted, left }
}

/// How high the dots are of those that are one.
fn above(
    values: &[&Value],
    x: &dyn Fn(f64) -> f64,
    is_dot: &dyn Fn(usize) -> bool,
    radius: f64,
    most: f64,
) -> Option<Vec<Option<f64>>> {
    let (mut xs, mut places) = (Vec::new(), Vec::new());
    for (i, value) in values.iter().enumerate().filter(|(i, _)| is_dot(*i)) {
        xs.push(x(marks::middle(value)));
        places.push(i);
    }
    let mut heights = vec![None; values.len()];
    for (i, height) in places.into_iter().zip(swarm(&xs, radius, most)?) {
        if let Some(of) = heights.get_mut(i) {
            *of = Some(height);
        }
    }
    Some(heights)
}

/// From where to where the line of a place goes, by its number, on an axis.
type Ends<'a> = &'a dyn Fn(usize, &dyn Fn(f64) -> f64) -> (f64, f64);

/// The lanes of what is a line of its own, where there are not too many of them.
fn under(
    ends: Ends,
    count: usize,
    x: &dyn Fn(f64) -> f64,
    is_above: &dyn Fn(usize) -> bool,
) -> Option<(Vec<Option<usize>>, usize)> {
    let (mut lines, mut places) = (Vec::new(), Vec::new());
    for i in (0..count).filter(|i| !is_above(*i)) {
        places.push(i);
        lines.push(ends(i, x));
        // what is not exact is rather not drawn than put in order, where it is that much
        if lines.len() > MOST_DOTS {
            return None;
        }
    }
    let order = sort::order(&lines, &|a, b| a.0.total_cmp(&b.0));
    let sorted: Vec<(f64, f64)> = order.iter().filter_map(|i| lines.get(*i).copied()).collect();
    let taken = lanes(&sorted, MOST_LANES)?;
    let mut of_each = vec![None; count];
    for (i, lane) in order.into_iter().zip(&taken) {
        if let Some(of) = places.get(i).and_then(|place| of_each.get_mut(*place)) {
            *of = Some(*lane);
        }
    }
    Some((of_each, taken.into_iter().max().map_or(0, |lane| lane + 1)))
}
