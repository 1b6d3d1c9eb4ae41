//! Amounts of many magnitudes.

use super::Scale;

/// Equal ratios are equally long. Ticks are 1, 2 and 5 × 10ⁿ, or powers of ten, or every other of them and so on.
///
/// Both ends of its axis are above zero. What is not has no place on it: its pixel is infinite or no number, and a
/// chart has to say it elsewhere.
///
/// ```
/// use village_charts::scale::{Axis, Log};
/// let axis = Axis::new(Log, (0.5, 500.0), (0.0, 300.0));
/// assert!((axis.map(5.0) - 100.0).abs() < 1e-9);
/// assert_eq!(axis.ticks(90.0), [1.0, 10.0, 100.0]);
/// assert_eq!(axis.ticks(30.0), [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Log;

impl Scale for Log {
    fn units(&self, value: f64) -> f64 {
        value.ln()
    }

    fn value(&self, units: f64) -> f64 {
        units.exp()
    }

    fn ticks(&self, low: f64, high: f64, most: usize) -> Vec<f64> {
        if !(low > 0.0 && low <= high && high.is_finite()) {
            return Vec::new();
        }
        let (first, last) = (low.log10().floor() as i32, high.log10().ceil() as i32);
        let all = |digits: &[f64], every: usize| -> Vec<f64> {
            let powers = (first..=last).filter(|power| power.rem_euclid(every as i32) == 0);
            let ticks = powers.flat_map(|power| digits.iter().map(move |digit| rounded(*digit, power)));
            ticks.filter(|tick| (low..=high).contains(tick)).collect()
        };
        let fine = all(&[1.0, 2.0, 5.0], 1);
        if fine.len() <= most {
            return fine;
        }
        // of every so many powers there is one in the end
        (1..).map(|every| all(&[1.0], every)).find(|ticks| ticks.len() <= most.max(1)).unwrap_or_default()
    }
}

/// `digit` × 10 to a power, as it is written: 0.2, not 0.2 and a little.
fn rounded(digit: f64, power: i32) -> f64 {
    match power {
        0.. => digit * 10f64.powi(power),
        _ => digit / 10f64.powi(-power),
    }
}
