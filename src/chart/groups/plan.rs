//! How the groups are drawn: bars of their sums, or strips of their places; the axis is that of all groups, whichever
//! page is shown.

use super::rows::Row;
use super::*;
use crate::scale::Linear;

/// Where a place has its mark in the strip of its group.
#[derive(Clone, Copy)]
pub(super) enum Spot {
    Nowhere,
    /// A dot, so high above the lowest.
    Dot(f64),
    /// A line, in a lane under the dots.
    Lane(usize),
}

/// Strips in which places have their marks.
pub(super) enum Strips {
    Dots {
        radius: f64,
        /// Of each group, in the order of all.
        spots: Vec<Vec<Spot>>,
    },
    Columns {
        columns: Columns,
        /// How many places of each group lie in each column.
        counts: Vec<Vec<usize>>,
        most: usize,
        uncounted: usize,
    },
}

pub(super) struct Plan {
    pub axis: Axis,
    /// `None` of bars.
    pub strips: Option<Strips>,
    /// The height of a bar, or of dots and columns above their base.
    pub height: f64,
    /// Under that base.
    pub below: f64,
    /// Where bars begin, and strips with what they need at their left.
    pub start: f64,
    /// The width of the names at the left; 0 where they stand above their marks.
    pub column: f64,
    /// Where values end that stand at the right of all strips.
    pub right: Option<f64>,
    /// Has a value room in the line of its name, above its mark?
    pub is_beside: bool,
}

/// What dots and arrows need beyond the first number of the axis and the last.
const ENDS: f64 = 18.0;
pub(super) const LABEL_GAP: f64 = 8.0;
const LANE: f64 = 12.0;
const MOST_LANES: usize = 3;
/// The highest that columns are, and dots beside their names and under them.
const STRIP: f64 = 32.0;
const MOST_BESIDE: f64 = 36.0;
const MOST_UNDER: f64 = 46.0;
const LOWEST: f64 = 10.0;
const RADII: [f64; 3] = [5.0, 4.0, 3.0];
/// Of one page: see `spread`.
const MOST_DOTS: usize = 500;
const NARROWEST: f64 = 6.0;

pub(super) fn plan(desk: &Desk, b: &Builder, ranked: &Ranked, groups: &[Group], rows: &[Row]) -> Plan {
    let is_above = desk.card().is_none() && b.is_narrow();
    let mut column: f64 = 0.0;
    for group in groups.iter().filter(|_| !is_above) {
        column = column.max(b.text_width(&said::name(desk, group), NAME));
    }
    for row in rows.iter().filter(|_| !is_above && desk.card().is_none()) {
        // what there is to say of it may take several lines
        column = column.max(b.text_width(&said::places(desk, row.group), SMALL));
    }
    // those that are looked for are few: their names are not broken
    for group in groups.iter().filter(|group| !is_above && !group.named.is_empty()) {
        for text in said::about(desk, ranked, group) {
            column = column.max(b.text_width(&text, SMALL));
        }
    }
    let column = column.min(b.width * 0.34).ceil();
    let start = if is_above { 0.0 } else { column + 16.0 };
    let is_beside =
        rows.iter().all(|row| b.text_width(&row.name, NAME) + LABEL_GAP + row.label.width(b) <= b.width);
    if ranked.is_summable {
        return bars(desk, b, ranked, groups, (start, column, is_beside));
    }
    let mut right = None;
    if !is_above {
        let mut widest: f64 = 0.0;
        for row in rows.iter().filter(|row| !row.group.measured.is_empty()) {
            widest = widest.max(row.label.width(b));
        }
        right = Some(b.width - widest.min(b.width * 0.3).ceil());
    }
    let to = right.map_or(b.width, |right| right - LABEL_GAP) - ENDS;
    let (axis, strips, height, below) =
        strips(ranked, groups, (start + ENDS, to), if is_above { MOST_UNDER } else { MOST_BESIDE });
    Plan { axis, strips: Some(strips), height, below, start, column, right, is_beside }
}

fn bars(
    desk: &Desk,
    b: &Builder,
    ranked: &Ranked,
    groups: &[Group],
    (start, column, is_beside): (f64, f64, bool),
) -> Plan {
    let height = match (desk.card(), start > 0.0) {
        (Some(_), _) | (None, false) => b.bar(16.0),
        (None, true) => b.bar(26.0),
    };
    let unit = ranked.unit(&desk.voice());
    let mut ends = Vec::new();
    for group in groups {
        let (left, mut right) = reach_both(&group.figure.value, ranked.domain, height);
        if start > 0.0 {
            right.1 += LABEL_GAP + ValueLabel(said::parts(desk, ranked, group, &unit)).width(b) + 2.0;
        }
        ends.push((left, right));
    }
    let axis = Axis::fit_both(start, b.width, ranked.domain, &ends);
    Plan { axis, strips: None, height, below: 0.0, start, column, right: None, is_beside }
}

/// All strips on one axis of so many pixels; how high they are, and how deep.
fn strips(ranked: &Ranked, groups: &[Group], (from, to): (f64, f64), most: f64) -> (Axis, Strips, f64, f64) {
    let mut span = axes::NOTHING;
    let mut values = Vec::new();
    for group in groups {
        for of in &group.measured {
            span = axes::within(span, marks::reach(&of.figure.value, ranked.domain));
            values.push(&of.figure.value);
        }
    }
    for (_, figure) in &ranked.references {
        span = axes::within(span, figure.value.stated());
    }
    if span.0 > span.1 {
        span = (0.0, 1.0);
    }
    let length = (to - from).max(1.0);
    let (low, high) = axes::bounds(false, span, length);
    let bounds = (low, if high < 0.0 { 0.0 } else { high });
    let axis = Axis::new(Linear, bounds, (from, to));
    if most_of_a_page(groups) <= MOST_DOTS {
        for radius in RADII {
            if let Some((spots, highest, lanes)) = dots(ranked, groups, &axis, (radius, most)) {
                let height = (highest + 2.0 * radius).max(LOWEST);
                return (axis, Strips::Dots { radius, spots }, height, lanes as f64 * LANE);
            }
        }
    }
    let columns = Columns::new(&values, ranked.domain, bounds, (length, NARROWEST));
    let axis = Axis::new(Linear, columns.domain(), (from, to));
    let (mut counts, mut most, mut uncounted, mut place) = (Vec::new(), 1, 0, 0);
    for group in groups {
        let mut own = vec![0; columns.counts.len()];
        for _ in &group.measured {
            match columns.of.get(place).copied().flatten().and_then(|at| own.get_mut(at)) {
                Some(count) => *count += 1,
                None => uncounted += 1,
            }
            place += 1;
        }
        for count in &own {
            most = most.max(*count);
        }
        counts.push(own);
    }
    (axis, Strips::Columns { columns, counts, most, uncounted }, STRIP, 0.0)
}

/// How many marks the largest groups have that could be on one page.
fn most_of_a_page(groups: &[Group]) -> usize {
    let mut sizes = Vec::new();
    for group in groups {
        sizes.push(0.0 - group.measured.len() as f64);
    }
    let mut most = 0;
    for i in sort::ascending(&sizes).into_iter().take(PAGE) {
        most += groups.get(i).map_or(0, |group| group.measured.len());
    }
    most
}

/// Dots of a radius, in each strip of the same height; `None` where those of a group have no room.
fn dots(
    ranked: &Ranked,
    groups: &[Group],
    axis: &Axis,
    (radius, most): (f64, f64),
) -> Option<(Vec<Vec<Spot>>, f64, usize)> {
    let (mut all, mut highest, mut depth) = (Vec::new(), 0.0_f64, 0);
    let x = |value: f64| axis.map(value);
    for group in groups {
        let (mut xs, mut starts, mut lines) = (Vec::new(), Vec::new(), Vec::new());
        let (mut exact, mut others, mut spots) = (Vec::new(), Vec::new(), Vec::new());
        for (i, of) in group.measured.iter().enumerate() {
            let value = &of.figure.value;
            spots.push(Spot::Nowhere);
            if matches!(value, Value::Exact(_)) {
                exact.push(i);
                xs.push(x(marks::middle(value)));
            } else {
                let ends = mark::ends(value, ranked.domain, &x);
                others.push(i);
                starts.push(ends.0);
                lines.push(ends);
            }
        }
        for (height, i) in swarm::swarm(&xs, radius, most - 2.0 * radius)?.into_iter().zip(exact) {
            highest = highest.max(height);
            if let Some(spot) = spots.get_mut(i) {
                *spot = Spot::Dot(height);
            }
        }
        let order = sort::ascending(&starts);
        let mut sorted = Vec::new();
        for i in &order {
            sorted.extend(lines.get(*i).copied());
        }
        for (lane, i) in swarm::lanes(&sorted, MOST_LANES)?.into_iter().zip(order) {
            depth = depth.max(lane + 1);
            if let Some(spot) = others.get(i).and_then(|place| spots.get_mut(*place)) {
                *spot = Spot::Lane(lane);
            }
        }
        all.push(spots);
    }
    Some((all, highest, depth))
}

impl Plan {
    /// The middle of a lane under a base.
    pub fn lane(&self, base: f64, lane: usize) -> f64 {
        base + (lane as f64 + 0.5) * LANE
    }
}

/// What the marks of the rows mean.
pub(super) fn key(desk: &Desk, b: &mut Builder, ranked: &Ranked, rows: &[Row], plan: &Plan) {
    let mut figures = Vec::new();
    match plan.strips {
        None => {
            for row in rows {
                figures.push(&row.group.figure);
            }
            return desk.how_to_read(b, &figures, ranked.domain);
        }
        Some(Strips::Dots { .. }) => {
            for row in rows {
                for of in &row.group.measured {
                    figures.push(of.figure);
                }
            }
        }
        Some(Strips::Columns { .. }) => {}
    }
    if desk.card().is_none_or(|card| card.key) {
        let sample = Sample { width: 34.0, draw: &mark::sample, flags: true };
        how_to_read(b, &figures, ranked.domain, Some(&sample));
    }
}
