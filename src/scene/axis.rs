//! A linear scale from 0, and its ticks.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordi64;

/// Maps amounts to CSS pixels: 0 lies at `start`, one unit is `per_unit` wide.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Axis {
    pub start: f64,
    pub per_unit: f64,
    pub greatest: f64,
}

/// The part of the room that a bar keeps, however long its label is.
const SHORTEST: f64 = 0.1;

impl Axis {
    /// An axis on which every `(amount, room)` fits: the amount's mark ends at least `room` pixels
    /// before `end`.
    pub fn fit(start: f64, end: f64, amounts: &[(f64, f64)]) -> Axis {
        let mut axis = Axis { start, per_unit: 0.0, greatest: 0.0 };
        for (amount, room) in amounts {
            axis.make_room(end, *amount, *room);
        }
        axis
    }

    /// Shrinks until one more amount fits.
    pub fn make_room(&mut self, end: f64, amount: f64, room: f64) {
        if amount > 0.0 {
            self.greatest = self.greatest.max(amount);
            // a long label never takes all of the room
            let free = (end - self.start - room).max((end - self.start) * SHORTEST);
            if self.per_unit <= 0.0 || free / amount < self.per_unit {
                self.per_unit = free / amount;
            }
        }
    }

    /// Does an amount fit whatever room it needs?
    pub fn is_easy(&self, end: f64, amount: f64) -> bool {
        self.per_unit > 0.0 && amount * self.per_unit <= (end - self.start) * SHORTEST
    }

    pub fn x(&self, amount: f64) -> f64 {
        self.start + amount * self.per_unit
    }

    /// Round amounts from 0 to the greatest, at least `apart` pixels from one another.
    pub fn ticks(&self, apart: f64) -> Vec<f64> {
        let length = self.greatest * self.per_unit;
        if length < apart {
            return Vec::new();
        }
        let most = (length / apart) as usize + 1;
        // plotters' whole numbers tick without logarithms and powers, which are 2 KB of WebAssembly
        let fine = if self.greatest < 1e9 { 1e6 } else { 1.0 };
        let coord = RangedCoordi64::from(0..(self.greatest * fine) as i64);
        coord.key_points(most.min(12)).into_iter().map(|tick| tick as f64 / fine).collect()
    }
}
