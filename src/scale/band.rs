//! Rows or columns of one size.

use super::{Axis, Scale};

/// Places in a list, from 0: each has a band of its own that begins at its value and ends at the next one. Ticks are
/// the first of every 1, 2, 5, 10, … of them.
///
/// ```
/// use village_charts::scale::{Axis, Band};
/// let rows = Axis::bands(6, 30.0, 46.0);
/// assert_eq!(rows.map(2.0), 122.0);
/// assert_eq!(rows.band_at(125.0), Some(2));
/// assert_eq!(rows.band_at(310.0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Band;

impl Scale for Band {
    fn units(&self, value: f64) -> f64 {
        value
    }

    fn value(&self, units: f64) -> f64 {
        units
    }

    fn ticks(&self, low: f64, high: f64, most: usize) -> Vec<f64> {
        let count = (high.ceil() - low.ceil()).max(0.0) as usize;
        let (mut power, mut step) = (1, 1);
        for digit in [1, 2, 5].into_iter().cycle() {
            step = digit * power;
            if count.div_ceil(step) <= most.max(1) {
                break;
            }
            power *= if digit == 5 { 10 } else { 1 };
        }
        (0..count).step_by(step).map(|place| low.ceil() + place as f64).collect()
    }
}

impl Axis<Band> {
    /// As many bands as `count`, each as long as `size`, from `start` on.
    pub fn bands(count: usize, start: f64, size: f64) -> Axis<Band> {
        Axis { scale: Band, low: 0.0, high: count as f64, origin: start, per_unit: size }
    }

    /// Which band a pixel is in.
    pub fn band_at(&self, pixel: f64) -> Option<usize> {
        let place = self.invert(pixel);
        (self.low <= place && place < self.high).then_some(place as usize)
    }
}
