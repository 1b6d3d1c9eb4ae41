//! Amounts on both sides of zero.

use super::{Axis, Scale};
use crate::figure::Domain;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordi64;

/// Equal differences are equally long. Ticks are multiples of 1, 2 or 5 × 10ⁿ; zero is one where it is on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Linear;

impl Scale for Linear {
    fn units(&self, value: f64) -> f64 {
        value
    }

    fn value(&self, units: f64) -> f64 {
        units
    }

    fn ticks(&self, low: f64, high: f64, most: usize) -> Vec<f64> {
        let greatest = low.abs().max(high.abs());
        // smaller or greater ones have no name that a reader knows
        if !(1e-12..1e30).contains(&greatest) {
            return Vec::new();
        }
        // plotters' whole numbers tick without logarithms and powers, which are 2 KB of WebAssembly: ten digits of
        // the greatest
        let is_small = greatest < 1e10;
        let mut power = 1.0;
        while if is_small { greatest * power < 1e9 } else { greatest / power >= 1e10 } {
            power *= 10.0;
        }
        let whole = |x: f64| if is_small { x * power } else { x / power } as i64;
        let coord = RangedCoordi64::from(whole(low)..whole(high));
        let mut ticks = Vec::new();
        for tick in coord.key_points(most.max(1)) {
            let tick = if is_small { tick as f64 / power } else { tick as f64 * power };
            // below zero plotters' last one may be past the end
            if low <= tick && tick <= high {
                ticks.push(tick);
            }
        }
        ticks
    }
}

/// The part of the room that a bar keeps, however long its label is.
const SHORTEST: f64 = 0.1;

/// How far a bar goes from zero to one side: its amount, and the pixels that it reaches beyond it.
pub(crate) type Reach = (f64, f64);

/// Which bar reaches furthest to a side, where a unit is so many pixels.
fn furthest(bars: &[(Reach, Reach)], to_left: bool, unit: f64) -> Reach {
    let mut most = (0.0, 0.0);
    for (left, right) in bars {
        let bar = if to_left { left } else { right };
        if bar.0 * unit + bar.1 > most.0 * unit + most.1 {
            most = *bar;
        }
    }
    most
}

/// Axes of bars, which begin at zero: as long as their labels leave room for.
impl Axis {
    /// An axis on which every `(amount, room)` fits: the amount's mark ends at least `room` pixels before `end`. Zero
    /// is at `start`.
    pub(crate) fn fit(start: f64, end: f64, amounts: &[(f64, f64)]) -> Axis {
        let mut axis = Axis::new(Linear, (0.0, 0.0), (start, end));
        for (amount, room) in amounts {
            axis.make_room(end, *amount, *room);
        }
        axis
    }

    /// The same of bars that may lie on both sides of zero, each with its amount and room to the left and to the right.
    pub(crate) fn fit_both(start: f64, end: f64, domain: Domain, bars: &[(Reach, Reach)]) -> Axis {
        let mut axis = Axis::fit(start, end, &[]);
        for (left, right) in bars {
            axis.low = axis.low.min(0.0 - left.0);
            axis.make_room(end, right.0, right.1);
        }
        if !domain.is_signed() || axis.low >= 0.0 {
            return axis;
        }
        let width = end - start;
        let mut unit = width / (axis.high - axis.low);
        let mut left = (0.0, 0.0);
        // each step takes the two that reach furthest and do not fit yet; none of them is the same twice
        for _ in 0..=bars.len() {
            left = furthest(bars, true, unit);
            let right = furthest(bars, false, unit);
            let amounts = left.0 + right.0;
            // long labels never take all of the room
            let free = (width - left.1 - right.1).max(width * SHORTEST);
            if amounts <= 0.0 || free / amounts >= unit {
                break;
            }
            unit = free / amounts;
        }
        let origin = start + (left.0 * unit + left.1).min(width);
        Axis { origin, per_unit: unit, ..axis }
    }

    /// Shrinks until one more amount fits.
    fn make_room(&mut self, end: f64, amount: f64, room: f64) {
        if amount > 0.0 {
            self.high = self.high.max(amount);
            // a long label never takes all of the room
            let free = (end - self.origin - room).max((end - self.origin) * SHORTEST);
            if self.per_unit <= 0.0 || free / amount < self.per_unit {
                self.per_unit = free / amount;
            }
        }
    }

    /// The same axis with its zero at another pixel: what is stacked begins where the part before ends.
    pub(crate) fn with_zero_at(&self, zero: f64) -> Axis {
        Axis { origin: zero, ..*self }
    }
}
