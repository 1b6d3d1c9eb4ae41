//! How many places lie in each of columns that are equally wide: what is drawn where dots do not fit.

use super::*;
use crate::figure::{Domain, Value};
use crate::scale::Linear;

/// Columns between round numbers.
pub(in crate::chart) struct Columns {
    /// How wide each is, and how many of these are below the first.
    step: f64,
    first: f64,
    /// How many figures lie in each.
    pub counts: Vec<usize>,
    /// The most of these.
    pub most: usize,
    /// In which each figure lies; `None` of those that may lie in several, or in none.
    pub of: Vec<Option<usize>>,
}

/// Between round numbers that are written; of a short axis there are some, too.
const APART: f64 = 72.0;

/// What columns are made of.
pub(in crate::chart) struct Counted {
    /// Between which numbers each figure lies, at both ends.
    pub ends: Vec<(f64, f64)>,
    /// The greatest power of ten of which all exact ones are multiples: how finely they are written.
    fine: f64,
}

/// Nothing is written more coarsely, or more finely.
const COARSEST: f64 = 1e15;
const FINEST: f64 = 1e-9;

impl Counted {
    /// No figures yet.
    pub fn new() -> Counted {
        Counted { ends: Vec::new(), fine: COARSEST }
    }

    pub fn push(&mut self, value: &Value, domain: Domain) {
        self.add(ends(value, domain), matches!(value, Value::Exact(_)));
    }

    /// The same of a figure between these numbers.
    pub fn add(&mut self, ends: (f64, f64), is_exact: bool) {
        self.ends.push(ends);
        if is_exact {
            let x = ends.0;
            // what is next to nothing beside it is no multiple of it
            let is_multiple = |fine: f64| is_whole(x / fine) && (x == 0.0 || (x / fine).round() != 0.0);
            while self.fine > FINEST && !is_multiple(self.fine) {
                self.fine /= 10.0;
            }
        }
    }
}

/// Between which numbers a figure lies.
pub(in crate::chart) fn ends(value: &Value, domain: Domain) -> (f64, f64) {
    let within = value.interval().within(domain);
    (within.low, within.high)
}

fn is_whole(x: f64) -> bool {
    (x - x.round()).abs() < 1e-6
}

impl Columns {
    /// Of figures on an axis from a number to another one, which is so many pixels long; the least width of a column is
    /// given, too.
    pub fn new(values: &[&Value], domain: Domain, bounds: (f64, f64), room: (f64, f64)) -> Columns {
        let mut counted = Counted::new();
        for value in values {
            counted.push(value, domain);
        }
        let mut columns = Columns::empty(&counted, bounds, room);
        columns.count(&counted);
        columns
    }

    /// The same, with nothing in them yet.
    pub fn empty(counted: &Counted, (low, high): (f64, f64), room: (f64, f64)) -> Columns {
        let step = step(counted.fine, (low, high), room);
        let mut columns = Columns { step, first: 0.0, counts: Vec::new(), most: 0, of: Vec::new() };
        columns.first = columns.place(low);
        let many = ((columns.place(high) - columns.first).max(0.0) as usize).min(MOST) + 1;
        columns.counts = vec![0; many];
        columns
    }

    fn place(&self, x: f64) -> f64 {
        // a round number as it is written is not below it by a rounding of its binary form
        (x / self.step + 1e-9).floor()
    }

    /// Puts figures into them.
    pub fn count(&mut self, counted: &Counted) {
        self.of.reserve(counted.ends.len());
        for (low, high) in &counted.ends {
            let from = self.place(*low);
            let is_one = low == high || from == self.place(*high);
            let at = if is_one && from >= self.first { Some((from - self.first) as usize) } else { None };
            let count = at.and_then(|at| self.counts.get_mut(at));
            self.of.push(if count.is_some() { at } else { None });
            if let Some(count) = count {
                *count += 1;
                self.most = self.most.max(*count);
            }
        }
    }

    /// From which number to below which one a column goes.
    pub fn ends(&self, at: usize) -> (f64, f64) {
        let from = self.first + at as f64;
        // a multiple of 0.1 as it is written
        let round = |x: f64| (x * self.step * 1e9).round() / 1e9;
        (round(from), round(from + 1.0))
    }

    /// The first number and the last.
    pub fn domain(&self) -> (f64, f64) {
        (self.ends(0).0, self.ends(self.counts.len().saturating_sub(1)).1)
    }
}

/// More than any picture has room for.
const MOST: usize = 1_000;

/// How wide columns are: a tenth, a fifth or a half of what is between two round numbers on the axis, or all of it, as
/// far as there is room for such columns, and the figures are written so finely.
fn step(written: f64, (low, high): (f64, f64), (length, narrowest): (f64, f64)) -> f64 {
    let ticks = Axis::new(Linear, (low, high), (0.0, length)).ticks(APART.min(length / 4.0));
    let step = match ticks[..] {
        [first, second, ..] => second - first,
        _ => return if high > low { high - low } else { 1.0 },
    };
    let mut fine = 1.0;
    while fine > step {
        fine /= 10.0;
    }
    while fine * 10.0 <= step * 1.000_001 {
        fine *= 10.0;
    }
    // as it is written, without what subtracting left
    let step = (step / fine).round() * fine;
    // as fine as the figures are, where that is not far below the step
    for _ in 0..3 {
        if fine > written * 1.000_001 {
            fine /= 10.0;
        }
    }
    let fits = |parts: &f64| {
        let width = step / parts;
        width / (high - low) * length >= narrowest && is_whole(width / fine) && width >= fine * 0.999
    };
    step / [10.0, 5.0, 2.0].into_iter().find(fits).unwrap_or(1.0)
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = Value> {
        let number =
            prop_oneof![(-500..500).prop_map(f64::from), (-5000..5000).prop_map(|n| f64::from(n) / 10.0)];
        (number, 0..8, 0.0..9.0).prop_map(|(x, kind, more)| match kind {
            0 => Value::About(x),
            1 => Value::MoreThan(x),
            2 => Value::AtMost(x),
            3 => Value::Range(x, x + f64::from(more as u32)),
            _ => Value::Exact(x),
        })
    }

    proptest! {
        /// Each exact figure is counted, in the column that it lies in; of others those that can lie in no other one.
        #[test]
        fn counts_are_those_of_figures_that_lie_in_one_column(
            values in prop::collection::vec(value(), 1..200), length in 200.0..1200.0_f64,
        ) {
            let all: Vec<&Value> = values.iter().collect();
            let stated = || values.iter().filter_map(Value::stated);
            let low = stated().fold(f64::INFINITY, |least, (low, _)| least.min(low));
            let high = stated().fold(f64::NEG_INFINITY, |most, (_, high)| most.max(high));
            let columns = Columns::new(&all, Domain::Signed, (low, high), (length, 12.0));
            prop_assert_eq!(columns.of.len(), values.len());
            let counted = columns.of.iter().flatten().count();
            prop_assert_eq!(columns.counts.iter().sum::<usize>(), counted);
            for (value, of) in values.iter().zip(&columns.of) {
                let within = value.interval();
                match of {
                    Some(at) => {
                        let (from, below) = columns.ends(*at);
                        prop_assert!(from <= within.low && within.high < below, "{value:?} in {from} to {below}");
                    }
                    None => prop_assert!(!matches!(value, Value::Exact(_)), "{value:?} is in none"),
                }
            }
            let (first, last) = columns.domain();
            prop_assert!(first <= low && high < last);
        }
    }
}
