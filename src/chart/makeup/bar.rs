//! What is drawn of a place: its parts one after another where all are exact, else each by itself. Nothing here is
//! drawn that the figures do not carry.

use super::*;
use crate::figure::Value;

/// A part of a stack.
#[derive(Clone, Copy)]
pub(super) struct Segment {
    /// By its place among the parts.
    pub part: usize,
    /// The number that its source states, as amount or as share.
    pub stated: f64,
    /// Where it is on the axis.
    pub from: f64,
    pub to: f64,
}

/// How the parts of a place stand to its whole, as far as it is to be said.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Stand {
    /// They make it, or no one can know.
    Fits,
    /// They make this much by rounding, and are drawn to the whole.
    Rounded(f64),
    /// They make this much, which is more than the whole by more than is drawn as rounding.
    Above(f64),
}

pub(super) struct Bar {
    pub segments: Vec<Segment>,
    /// What no part covers.
    pub rest: Option<(f64, f64)>,
    /// Each part by itself, as it is drawn.
    pub split: Vec<(usize, Figure)>,
    pub is_split: bool,
    pub stand: Stand,
    /// Those without a number.
    pub missing: Vec<usize>,
    /// The whole is no number that shares could be of.
    pub has_no_shares: bool,
}

/// So much of the whole its parts may miss by rounding and be drawn to it: with more a reader would be shown other
/// numbers than were published.
const MOST_STRETCHED: f64 = 0.01;

/// Is it a length that ends at one place?
fn exact(figure: &Figure) -> Option<f64> {
    match figure.value {
        Value::Exact(x) if !figure.estimated && !figure.flags.are_hatched() => Some(x),
        _ => None,
    }
}

impl Bar {
    pub fn new(makeup: &Makeup, whole: Option<&Figure>, parts: &[&Figure]) -> Bar {
        let of_whole = match whole.map(|whole| &whole.value) {
            _ if makeup.sums.is_hundred => Some(100.0),
            Some(Value::Exact(x)) => Some(*x),
            _ => None,
        };
        let mut bar = Bar {
            segments: Vec::new(),
            rest: None,
            split: Vec::new(),
            is_split: false,
            stand: Stand::Fits,
            missing: Vec::new(),
            has_no_shares: false,
        };
        let (mut sum, mut given, mut factor) = (0.0, Vec::new(), 1.0);
        for (i, (figure, at)) in parts.iter().zip(&makeup.sums.parts).enumerate() {
            if figure.value.stated().is_none() {
                bar.missing.push(i);
                continue;
            }
            given.push((*at, &figure.value));
            match exact(figure) {
                Some(x) => sum += x,
                None => bar.is_split = true,
            }
        }
        if makeup.in_shares {
            match of_whole.filter(|whole| *whole > 0.0) {
                Some(whole) => factor = 100.0 / whole,
                None => {
                    bar.has_no_shares = !given.is_empty();
                    bar.is_split = false;
                    return bar;
                }
            }
        }
        if bar.is_split {
            for (i, figure) in parts.iter().enumerate() {
                if figure.value.stated().is_some() {
                    bar.split.push((i, Figure { value: figure.value.times(factor), ..(*figure).clone() }));
                }
            }
            return bar;
        }
        let slack = makeup.sums.slack(whole.map(|whole| &whole.value), &given);
        let mut stretch = 1.0;
        if let Some(whole) = of_whole {
            let off = (sum - whole).abs();
            let hair = whole * 1e-9 + 1e-12;
            if off <= hair {
            } else if bar.missing.is_empty() && off <= slack && off <= whole * MOST_STRETCHED && sum > 0.0 {
                stretch = whole / sum;
                bar.stand = Stand::Rounded(sum * factor);
            } else if sum > whole {
                bar.stand = Stand::Above(sum * factor);
            } else if whole > 0.0 && !(given.is_empty() && makeup.sums.is_hundred) {
                bar.rest = Some((sum * factor, whole * factor));
            }
        }
        let mut from = 0.0;
        for (i, figure) in parts.iter().enumerate() {
            if let Some(x) = exact(figure) {
                let to = from + x * factor * stretch;
                bar.segments.push(Segment { part: i, stated: x * factor, from, to });
                from = to;
            }
        }
        bar
    }

    /// Where it ends on the axis.
    pub fn end(&self) -> f64 {
        let mut end: f64 = 0.0;
        for segment in &self.segments {
            end = end.max(segment.to);
        }
        for (_, figure) in &self.split {
            end = end.max(figure.value.stated().map_or(0.0, |(_, high)| high));
        }
        end.max(self.rest.map_or(0.0, |rest| rest.1))
    }
}

/// A part in percent of its whole, where that is one number and more than zero.
pub(super) fn percent(part: &Value, whole: &Value) -> Option<Value> {
    let Value::Exact(whole) = *whole else { return None };
    part.stated().filter(|_| whole > 0.0).map(|_| part.times(100.0 / whole))
}

/// The same as it is written, shorter than it is.
pub(super) fn share(part: &Value, whole: &Value) -> Option<Value> {
    percent(part, whole).map(|share| written(&share))
}

/// A share without decimals, or below 1 with one. It says no more than it did: the least that it can be is rounded
/// down, the most up.
pub(super) fn written(share: &Value) -> Value {
    // a hair, since in binary 0.29 times 100 is under 29
    let step = |x: f64, to: &dyn Fn(f64) -> f64| {
        let parts = if x < 1.0 { 10.0 } else { 1.0 };
        to(x * parts) / parts
    };
    let near = |x: f64| step(x, &|x| (x + 0.5 + 1e-9).floor());
    let down = |x: f64| step(x, &|x| (x + 1e-9).floor());
    let up = |x: f64| step(x, &|x| (x - 1e-9).ceil());
    match *share {
        // not none of it, though it would be written so
        Value::Exact(x) if x > 0.0 && near(x) == 0.0 => Value::LessThan(0.1),
        Value::Exact(x) => Value::Exact(near(x)),
        Value::About(x) => Value::About(near(x)),
        Value::MoreThan(x) => Value::MoreThan(down(x)),
        Value::AtLeast(x) => Value::AtLeast(down(x)),
        Value::Nearly(x) | Value::LessThan(x) => Value::LessThan(up(x)),
        Value::AtMost(x) => Value::AtMost(up(x)),
        Value::Range(low, high) => Value::Range(down(low), up(high)),
        Value::Estimate { at, low, high, .. } => {
            let (low, high) = (down(low), up(high));
            share.of_interval(near(at).max(low).min(high), low, high)
        }
        Value::Missing(_) => share.clone(),
    }
}
