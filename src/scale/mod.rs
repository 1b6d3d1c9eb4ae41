//! Scales: where an amount, a day or a row stands on an axis, and which round ones tell a reader so.
//!
//! There is one [`Axis`] for all of them. Its [`Scale`] says how far apart values are and which of them are round; the
//! axis puts them onto CSS pixels, to the right or, with its pixels the other way round, upwards.
//!
//! ```
//! use village_charts::scale::{Axis, Linear, Log};
//! let across = Axis::new(Linear, (-20.0, 60.0), (0.0, 400.0));
//! assert_eq!(across.map(0.0), 100.0);
//! assert_eq!(across.invert(150.0), 10.0);
//! assert_eq!(across.ticks(100.0), [-20.0, 0.0, 20.0, 40.0, 60.0]);
//! let upwards = Axis::new(Log, (1.0, 1000.0), (300.0, 0.0));
//! assert_eq!(upwards.map(1000.0), 0.0);
//! assert_eq!(upwards.ticks(80.0), [1.0, 10.0, 100.0, 1000.0]);
//! ```

mod band;
mod linear;
mod log;
mod time;

pub use band::Band;
pub use linear::Linear;
pub(crate) use linear::Reach;
pub use log::Log;
pub use time::{Step, Time};

/// How values lie along an axis. Greater ones are further on.
pub trait Scale {
    /// How far on a value is, in units that are equally long all over the axis.
    fn units(&self, value: f64) -> f64;

    /// The value that is so far on.
    fn value(&self, units: f64) -> f64;

    /// Round values from `low` to `high`, both included, in their order: the finest that are not many more than `most`.
    fn ticks(&self, low: f64, high: f64, most: usize) -> Vec<f64>;
}

/// The values from a low to a high one on CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis<S = Linear> {
    scale: S,
    low: f64,
    high: f64,
    /// The pixel of the value that is 0 units on.
    origin: f64,
    /// Pixels; below zero where the axis goes upwards or to the left.
    per_unit: f64,
}

/// More ticks than this are more than one reads, however large a picture is.
const MOST_TICKS: usize = 12;

impl<S: Scale> Axis<S> {
    /// The values from `low` to `high` on the pixels from `from` to `to`. Where `low` is not below `high`, or has no
    /// place on the scale, all values are at `from`.
    pub fn new(scale: S, (low, high): (f64, f64), (from, to): (f64, f64)) -> Axis<S> {
        let (first, last) = (scale.units(low), scale.units(high));
        let per_unit = (to - from) / (last - first);
        if first < last && per_unit.is_finite() {
            Axis { origin: from - first * per_unit, per_unit, scale, low, high }
        } else {
            Axis { origin: from, per_unit: 0.0, scale, low, high }
        }
    }

    /// The pixel of a value.
    #[inline(never)]
    pub fn map(&self, value: f64) -> f64 {
        self.origin + self.scale.units(value) * self.per_unit
    }

    /// The value at a pixel, also beyond the ends of the axis; the low one where all are at one pixel.
    pub fn invert(&self, pixel: f64) -> f64 {
        if self.per_unit == 0.0 {
            return self.low;
        }
        self.scale.value((pixel - self.origin) / self.per_unit)
    }

    /// Round values from low to high, about `apart` pixels or more from one another; none where the axis is shorter.
    pub fn ticks(&self, apart: f64) -> Vec<f64> {
        let length = (self.map(self.high) - self.map(self.low)).abs();
        if length.is_nan() || length < apart {
            return Vec::new();
        }
        let most = (length / apart) as usize + 1;
        self.scale.ticks(self.low, self.high, most.min(MOST_TICKS))
    }

    /// The low value and the high one.
    pub fn domain(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// How many pixels a unit of the scale is long: of [`Linear`], 1.
    pub fn per_unit(&self) -> f64 {
        self.per_unit
    }
}
