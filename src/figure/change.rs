//! How a quantity has changed between two times, as far as its figures say it.

use super::{Domain, Interval, Value};
use To::{Down, Nearest, Up};

/// What is certain of the way from one figure to a later one of the same quantity.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Higher by so much, which is above zero. That may be a range, or have no end on one side.
    Up(Value),
    /// Lower by so much.
    Down(Value),
    /// Certainly the same.
    Same,
    /// Lower, the same or higher: the figures leave it open. Also "the same or higher", of which no more is known.
    Open,
}

impl Change {
    /// The difference of two figures of a quantity, in its unit; `None` where one of them has no number. How near
    /// "about" is, no one has said: what it leads to is open.
    ///
    /// ```
    /// use village_charts::figure::{Change, Domain, Value};
    /// let change = |before, after| Change::between(&before, &after, Domain::FromZero).unwrap();
    /// assert_eq!(change(Value::Exact(5.0), Value::MoreThan(8.0)), Change::Up(Value::MoreThan(3.0)));
    /// assert_eq!(change(Value::Range(4.0, 6.0), Value::Exact(5.0)), Change::Open);
    /// ```
    pub fn between(before: &Value, after: &Value, domain: Domain) -> Option<Change> {
        let (from, to) = ends(before, after, domain)?;
        Some(Change::of(Interval {
            low: exact(to.low - from.high),
            low_open: to.low_open || from.high_open,
            high: exact(to.high - from.low),
            high_open: to.high_open || from.low_open,
        }))
    }

    /// The same in percent of the first figure, with two digits or more; `None` where one of them has no number, and
    /// where the first may be zero or less: of nothing there is no percentage.
    ///
    /// A number that others are only known to be above is rounded down, one that they are below is rounded up.
    ///
    /// ```
    /// use village_charts::figure::{Change, Value};
    /// let growth = Change::in_percent(&Value::AtMost(1100.0), &Value::Exact(1300.0));
    /// assert_eq!(growth, None); // it may be 0
    /// let growth = Change::in_percent(&Value::Range(900.0, 1100.0), &Value::MoreThan(1300.0));
    /// assert_eq!(growth, Some(Change::Up(Value::MoreThan(18.0))));
    /// ```
    pub fn in_percent(before: &Value, after: &Value) -> Option<Change> {
        let (from, to) = ends(before, after, Domain::FromZero)?;
        if from.low <= 0.0 {
            return None;
        }
        // down to nothing, or from no one knows how much: an end that says nothing
        let falls_by_any = to.low <= 0.0 && to.high > 0.0 || from.high.is_infinite();
        let by = Interval {
            low: if falls_by_any { f64::NEG_INFINITY } else { (to.low / from.high - 1.0) * 100.0 },
            low_open: falls_by_any || to.low_open || from.high_open,
            high: (to.high / from.low - 1.0) * 100.0,
            high_open: to.high_open || from.low_open,
        };
        let is_one = by.low == by.high;
        // two ends away from one another: neither is surer than it is
        let [low, high] = if is_one { [Nearest, Nearest] } else { [Down, Up] };
        let (low, high) = (rounded(by.low, low), rounded(by.high, high));
        Some(match by.low {
            // less than can be written
            x if is_one && low == 0.0 && x > 0.0 => Change::Up(Value::MoreThan(0.0)),
            x if is_one && low == 0.0 && x < 0.0 => Change::Down(Value::MoreThan(0.0)),
            _ => Change::of(Interval { low, high, ..by }),
        })
    }

    fn of(by: Interval) -> Change {
        let Interval { low, low_open, high, high_open } = by;
        let mirrored =
            Interval { low: 0.0 - high, low_open: high_open, high: 0.0 - low, high_open: low_open };
        match () {
            () if low == 0.0 && high == 0.0 => Change::Same,
            () if low >= 0.0 => Value::from_interval(by).map_or(Change::Open, Change::Up),
            () if high <= 0.0 => Value::from_interval(mirrored).map_or(Change::Open, Change::Down),
            () => Change::Open,
        }
    }
}

/// What both figures leave possible; `None` where one of them has no number.
fn ends(before: &Value, after: &Value, domain: Domain) -> Option<(Interval, Interval)> {
    before.stated()?;
    after.stated()?;
    Some((before.interval().within(domain), after.interval().within(domain)))
}

/// Without the hair that a difference of two decimals is off: 8.4 − 4.9.
fn exact(x: f64) -> f64 {
    const HAIR: f64 = 1e9;
    let units = x * HAIR;
    // greater ones have no decimals
    if units.abs() < 1e15 {
        units.round() / HAIR
    } else {
        x
    }
}

/// Which way a number is rounded.
#[derive(Clone, Copy, PartialEq)]
enum To {
    Nearest,
    Down,
    Up,
}

/// To two digits or more, and to whole numbers from 10 on.
fn rounded(x: f64, to: To) -> f64 {
    if !x.is_finite() {
        return x;
    }
    let mut parts = 1.0;
    while x.abs() * parts < 10.0 && parts < 1e6 {
        parts *= 10.0;
    }
    // what is a whole number of parts but for a hair is that
    let units = x * parts;
    let whole = units.round();
    let is_whole = (units - whole).abs() < 1e-9 * whole.abs().max(1.0);
    let units = match to {
        Down if !is_whole => units.floor(),
        Up if !is_whole => units.ceil(),
        _ => whole,
    };
    units / parts
}
