//! Whether each place can be a dot, and where all of it stands.

use super::cells::{Cells, LOWEST, NARROWEST};
use super::*;
use crate::scale::Linear;

/// Where a place has its mark.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Spot {
    Nowhere,
    Dot,
    /// What is not exact: a mark along each axis on which it is not.
    Whiskers,
    /// One of those that a cell counts, by its number.
    Cell(usize),
}

pub(super) struct Plan {
    /// Across, and upwards from below `top`.
    pub axes: [Axis; 2],
    /// Those of the axis that goes upwards.
    pub numbers: axes::Numbers,
    /// From the upper edge of all of it, once that is known.
    pub top: f64,
    pub height: f64,
    /// Where dots would hide one another.
    pub cells: Option<Cells>,
    /// Of each place that has both figures.
    pub spots: Vec<Spot>,
    pub radius: f64,
    /// Those that stand out are dots over all cells.
    pub has_own_dots: bool,
    /// How many places with both figures have no mark.
    pub undrawn: usize,
    /// How many dots no one sees behind others.
    pub hidden: usize,
}

impl Plan {
    pub fn spot(&self, place: usize) -> Spot {
        self.spots.get(place).copied().unwrap_or(Spot::Nowhere)
    }

    /// Has the place of this number a mark of its own?
    pub fn is_drawn(&self, place: usize) -> bool {
        matches!(self.spot(place), Spot::Dot | Spot::Whiskers)
    }

    pub fn x(&self, value: f64) -> f64 {
        self.axes[0].map(value)
    }

    pub fn y(&self, value: f64) -> f64 {
        self.top + self.axes[1].map(value)
    }

    /// The number that each figure states, else the middle of all that it may be.
    pub fn at(&self, sides: &Sides, place: &Place) -> Point {
        let of = |side: &Side, figure: &Figure| match marks::reach(&figure.value, side.ranked.domain) {
            Some((low, high)) if !marks::has_dot(&figure.value) => (low + high) / 2.0,
            _ => marks::middle(&figure.value),
        };
        let ([across, up], [x, y]) = (&sides.each, place.figures);
        (self.x(of(across, x)), self.y(of(up, y)))
    }

    /// What the mark of a place takes.
    pub fn extent(&self, sides: &Sides, place: &Place) -> Rect {
        let (x, y) = self.at(sides, place);
        if place.is_exact {
            let wide = 2.0 * self.radius;
            return Rect { x: x - self.radius, y: y - self.radius, width: wide, height: wide };
        }
        let ([across, up], [of_x, of_y]) = (&sides.each, place.figures);
        let (left, right) = mark::ends(&of_x.value, across.ranked.domain, &|value| self.x(value));
        let (low, high) = mark::ends(&of_y.value, up.ranked.domain, &|value| 0.0 - self.y(value));
        Rect { x: left, y: 0.0 - high, width: right - left, height: high - low }
    }

    /// All that is drawn between the outermost numbers, with what reaches beyond these.
    pub fn area(&self, b: &Builder) -> Rect {
        Rect { x: self.numbers.left, y: self.top, width: b.width - self.numbers.left, height: self.height }
    }

    /// The square of a count in a cell.
    pub fn square(&self, cells: &Cells, at: usize, count: usize) -> Rect {
        let (Rect { x, y, width, height }, part) = (self.cell(cells, at), cells.part(count));
        let (wide, high) = ((width - 1.0) * part, (height - 1.0) * part);
        Rect { x: x + (width - wide) / 2.0, y: y + (height - high) / 2.0, width: wide, height: high }
    }

    /// What a cell takes of the picture.
    pub fn cell(&self, cells: &Cells, at: usize) -> Rect {
        let [across, upwards] = cells.ends(at);
        let (x, y) = (self.x(across.0), self.y(upwards.1));
        Rect { x, y, width: self.x(across.1) - x, height: self.y(upwards.0) - y }
    }
}

/// What dots and arrows need beyond the first number of an axis and the last.
const ENDS: f64 = 16.0;
/// More dots no reader tells one from another, and no page has them in a picture for each of its widths.
const MOST_DOTS: usize = 500;
/// More of what is not exact hides all else.
const MOST_WHISKERS: usize = 60;
pub(super) fn plan(desk: &Desk, b: &Builder, sides: &Sides, pairs: &Pairs) -> Plan {
    let height = match desk.card() {
        Some(card) if card.key => 170.0,
        Some(card) if card.most == usize::MAX => 140.0,
        Some(_) => 100.0,
        None if b.width > 1040.0 => 520.0,
        None => (b.width * 0.5).max(270.0),
    };
    let (mut exact, mut known, mut outstanding) = (0, 0, 0);
    for place in &pairs.places {
        known += usize::from(place.is_known);
        exact += usize::from(place.is_exact);
        outstanding += usize::from(place.is_known && pairs.stands_out(place));
    }
    // one picture, whoever is looked for
    let mut bounds = [(0.0, 1.0); 2];
    for (at, (bounds, side)) in bounds.iter_mut().zip(&sides.each).enumerate() {
        let mut span = axes::NOTHING;
        for place in pairs.places.iter().take(known) {
            span = axes::within(span, marks::reach(&place.figure(at).value, side.ranked.domain));
        }
        for (_, figure) in &side.ranked.references {
            span = axes::within(span, figure.value.stated());
        }
        if span.0 <= span.1 {
            let length = if at == 0 { b.width } else { height };
            let (low, high) = axes::bounds(false, span, length - 2.0 * ENDS);
            // losses alone are seen as such
            *bounds = (low, if high < 0.0 { 0.0 } else { high });
        }
    }
    let [x, y] = bounds;
    let (axes, numbers) = both_axes(desk, b, sides, (x, y), height);
    let mut plan = Plan {
        axes,
        numbers,
        top: 0.0,
        height,
        cells: None,
        spots: Vec::new(),
        radius: if exact > 200 {
            3.0
        } else if exact > 60 {
            4.0
        } else {
            5.0
        },
        has_own_dots: pairs.are_some_quiet() && outstanding <= MOST_DOTS,
        undrawn: 0,
        hidden: 0,
    };
    // behind another one no one sees a dot
    if exact <= MOST_DOTS {
        let mut seen: Vec<(i64, i64)> = Vec::new();
        for place in pairs.places.iter().filter(|place| place.is_exact) {
            let (x, y) = plan.at(sides, place);
            seen.push((x.round() as i64, y.round() as i64));
        }
        let mut before = None;
        for i in sort::order(&seen, &|a, b| a.cmp(b)) {
            plan.hidden += usize::from(seen.get(i).copied() == before);
            before = seen.get(i).copied();
        }
    }
    if exact > MOST_DOTS || plan.hidden * 8 > exact {
        plan.hidden = 0;
        plan.count(desk, b, sides, (pairs, known), bounds);
    }
    for (i, place) in pairs.places.iter().enumerate().take(known) {
        let has_own = plan.has_own_dots && pairs.stands_out(place);
        let spot = match (place.is_exact, &plan.cells) {
            (true, Some(cells)) if !has_own => cells.of(i).map_or(Spot::Nowhere, Spot::Cell),
            (true, _) => Spot::Dot,
            (false, cells) if place.named.has_label || cells.is_none() && known - exact <= MOST_WHISKERS => {
                Spot::Whiskers
            }
            (false, _) => Spot::Nowhere,
        };
        plan.undrawn += usize::from(spot == Spot::Nowhere && place.is_member);
        plan.spots.push(spot);
    }
    plan
}

/// Both axes between these numbers.
fn both_axes(
    desk: &Desk,
    b: &Builder,
    sides: &Sides,
    (across, upwards): ((f64, f64), (f64, f64)),
    height: f64,
) -> ([Axis; 2], axes::Numbers) {
    let upwards = Axis::new(Linear, upwards, (height - ENDS, ENDS));
    let side = &sides.each[1];
    // a sign stands at each number, other units in the name of the axis
    let desk = &side.ranked.desk(desk);
    let mut unit = side.ranked.unit(&desk.voice());
    if !side.ranked.unit.is_sign() {
        unit.clear();
    }
    let numbers = axes::Numbers::new(desk, b, &upwards, &unit);
    let across = Axis::new(Linear, across, (numbers.left + ENDS, b.width - ENDS));
    ([across, upwards], numbers)
}

impl Plan {
    /// Has cells instead of dots.
    fn count(
        &mut self,
        desk: &Desk,
        b: &Builder,
        sides: &Sides,
        (pairs, known): (&Pairs, usize),
        bounds: [(f64, f64); 2],
    ) {
        let mut of_both = [None, None];
        let mut narrowest = NARROWEST;
        for at in [1, 0, 1] {
            let (Some(side), Some(bounds)) = (sides.each.get(at), bounds.get(at)) else { continue };
            let mut values = Vec::new();
            for place in pairs.places.iter().take(known) {
                values.push(&place.figure(at).value);
            }
            let length = if at == 0 { b.width - self.numbers.left } else { self.height } - 2.0 * ENDS;
            let columns = Columns::new(&values, side.ranked.domain, *bounds, (length, narrowest));
            // as nearly square as round numbers let it be
            narrowest = NARROWEST.max(length / columns.counts.len().max(1) as f64 * LOWEST);
            if let Some(of) = of_both.get_mut(at) {
                *of = Some(columns);
            }
        }
        let [Some(x), Some(y)] = of_both else { return };
        (self.axes, self.numbers) = both_axes(desk, b, sides, (x.domain(), y.domain()), self.height);
        self.cells = Some(Cells::new([x, y], pairs));
        // its dots are over squares
        self.radius = 5.0;
    }
}
