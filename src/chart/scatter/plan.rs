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
    /// Those with a mark of their own, from the left on.
    pub drawn: Vec<usize>,
    pub radius: f64,
    /// Those that stand out are dots over all cells.
    pub has_own_dots: bool,
    /// How many places with both figures have no mark.
    pub undrawn: usize,
    /// How many dots no one sees behind others.
    pub hidden: usize,
}

impl Plan {
    /// Where the mark of a place is, by its number among all.
    pub fn spot(&self, pairs: &Pairs, place: usize) -> Spot {
        let is_drawn = self.drawn.binary_search(&place).is_ok();
        match (pairs.place(place), &self.cells) {
            (Some(place), _) if is_drawn => {
                if place.is_exact {
                    Spot::Dot
                } else {
                    Spot::Whiskers
                }
            }
            (Some(of), Some(cells)) if of.is_exact => cells.of(place).map_or(Spot::Nowhere, Spot::Cell),
            _ => Spot::Nowhere,
        }
    }

    pub fn x(&self, value: f64) -> f64 {
        self.axes[0].map(value)
    }

    pub fn y(&self, value: f64) -> f64 {
        self.top + self.axes[1].map(value)
    }

    /// The point of a place.
    pub fn at(&self, place: &Place) -> Point {
        let [x, y] = place.middle;
        (self.x(x), self.y(y))
    }

    /// What the mark of a place takes.
    pub fn extent(&self, sides: &Sides, place: &Place) -> Rect {
        let (x, y) = self.at(place);
        if place.is_exact {
            let wide = 2.0 * self.radius;
            return Rect { x: x - self.radius, y: y - self.radius, width: wide, height: wide };
        }
        let [of_x, of_y] = [0, 1].map(|side| &sides.figure(side, place.at).value);
        let (left, right) = mark::ends(of_x, sides.domain_of(0), &|value| self.x(value));
        let (low, high) = mark::ends(of_y, sides.domain_of(1), &|value| 0.0 - self.y(value));
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
    // one picture, whoever is looked for
    let mut bounds = [(0.0, 1.0); 2];
    for (at, ((bounds, side), span)) in bounds.iter_mut().zip(&sides.each).zip(pairs.spans).enumerate() {
        let mut span = span;
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
        drawn: Vec::new(),
        radius: if pairs.exact > 200 {
            3.0
        } else if pairs.exact > 60 {
            4.0
        } else {
            5.0
        },
        has_own_dots: pairs.are_some_quiet() && pairs.outstanding <= MOST_DOTS,
        undrawn: 0,
        hidden: 0,
    };
    // behind another one no one sees a dot
    if pairs.exact <= MOST_DOTS {
        let mut seen: Vec<(i64, i64)> = Vec::new();
        for place in pairs.places.iter().filter(|place| place.is_exact) {
            let (x, y) = plan.at(place);
            seen.push((x.round() as i64, y.round() as i64));
        }
        let mut before = None;
        for i in sort::order(&seen, &|a, b| a.cmp(b)) {
            plan.hidden += usize::from(seen.get(i).copied() == before);
            before = seen.get(i).copied();
        }
    }
    if pairs.exact > MOST_DOTS || plan.hidden * 8 > pairs.exact {
        plan.hidden = 0;
        plan.count(desk, b, sides, pairs, bounds);
    }
    plan.choose(pairs);
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
    /// Which places have marks of their own. Of thousands in cells none is gone through.
    fn choose(&mut self, pairs: &Pairs) {
        let has_whiskers = self.cells.is_none() && pairs.inexact.len() <= MOST_WHISKERS;
        let mut choose = |i: usize| {
            let Some(place) = pairs.place(i) else { return };
            let is_drawn = match place.is_exact {
                true => self.cells.is_none() || self.has_own_dots && pairs.stands_out(place),
                false => has_whiskers || place.named.has_label,
            };
            if is_drawn {
                self.drawn.push(i);
            } else if !place.is_exact {
                self.undrawn += usize::from(place.is_member);
            }
        };
        if self.cells.is_none() || self.has_own_dots {
            (0..pairs.known).for_each(choose);
        } else {
            pairs.inexact.iter().for_each(|i| choose(*i));
        }
    }

    /// Has cells instead of dots.
    fn count(&mut self, desk: &Desk, b: &Builder, sides: &Sides, pairs: &Pairs, bounds: [(f64, f64); 2]) {
        let ([of_x, of_y], [across, up]) = (&pairs.counted, bounds);
        let (wide, high) = (b.width - self.numbers.left - 2.0 * ENDS, self.height - 2.0 * ENDS);
        // as nearly square as round numbers let it be
        let narrowest =
            |of: &Columns, length: f64| NARROWEST.max(length / of.counts.len().max(1) as f64 * LOWEST);
        let y = Columns::empty(of_y, up, (high, NARROWEST));
        let mut x = Columns::empty(of_x, across, (wide, narrowest(&y, high)));
        let mut y = Columns::empty(of_y, up, (high, narrowest(&x, wide)));
        x.count(of_x);
        y.count(of_y);
        (self.axes, self.numbers) = both_axes(desk, b, sides, (x.domain(), y.domain()), self.height);
        self.cells = Some(Cells::new([x, y], pairs));
        // its dots are over squares
        self.radius = 5.0;
    }
}
