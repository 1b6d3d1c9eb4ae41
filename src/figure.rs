//! A figure: a number together with the words that qualify it.
//!
//! "Over 1,300" is not 1,300. Everything that the crate does with a number – axis, mark, label,
//! rank, total – goes through [`Value`], so that a qualifier cannot be lost on the way.

/// How they have changed.
#[cfg(feature = "many")]
mod change;
/// What offices say of figures.
#[cfg(feature = "indicators")]
mod flag;
#[cfg(not(feature = "indicators"))]
#[path = "figure/no_flag.rs"]
mod flag;

#[cfg(feature = "many")]
pub use change::Change;
pub use flag::{Flag, Flags, Repeated};

use crate::data::Date;
use crate::sort;
use crate::text::Label;
use std::cmp::Ordering;

/// What a source says about a quantity. Whether that can be below zero, the quantity says: see [`Domain`].
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Stated as it is: "1,200".
    Exact(f64),
    /// Near the number, on either side: "about 1,200". Says nothing certain about order.
    About(f64),
    /// Close to the number and below it: "nearly 1,000".
    Nearly(f64),
    /// Above the number: "over 1,300".
    MoreThan(f64),
    /// The number or more: "from 50 up".
    AtLeast(f64),
    /// Below the number: "under 30".
    LessThan(f64),
    /// The number or less: "at most 30".
    AtMost(f64),
    /// Between two numbers, both included: "4 to 5.5".
    Range(f64, f64),
    /// A number that was estimated from a sample, and the interval of confidence that its source gives: "642.5 (641.2
    /// to 643.8)".
    Estimate {
        /// The number.
        at: f64,
        /// Where the interval begins; at most `at`.
        low: f64,
        /// Where it ends; at least `at`.
        high: f64,
        /// Where no indicators are read, no figure is one.
        #[cfg(not(feature = "indicators"))]
        none: std::convert::Infallible,
    },
    /// Not known, and why: "much lower, but not measured".
    Missing(Label),
}

/// Which numbers a quantity can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Domain {
    /// None below zero: people, money that was earned, shares.
    #[default]
    FromZero,
    /// Those below zero, too: changes, temperatures.
    #[cfg(feature = "indicators")]
    Signed,
}

impl Domain {
    /// May they be below zero? Without indicators none are, and what is done for them is not in the module.
    #[cfg(feature = "indicators")]
    pub fn is_signed(self) -> bool {
        self == Domain::Signed
    }

    /// See above.
    #[cfg(not(feature = "indicators"))]
    pub fn is_signed(self) -> bool {
        false
    }
}

/// Is a number below zero? Without indicators none is, and what is done for such numbers is not in the module.
pub(crate) fn is_below_zero(x: f64) -> bool {
    cfg!(feature = "indicators") && x < 0.0
}

/// A [`Value`] with where it comes from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// The number and its qualifier.
    pub value: Value,
    /// The source itself calls it an estimate.
    pub estimated: bool,
    /// What else its source says of it.
    pub flags: Flags,
    /// The `id` of an entry of the dataset's `sources`.
    pub source: Option<String>,
    /// The day that the figure speaks of, where it differs from the dataset's.
    pub as_of: Option<Date>,
    /// The source's own words.
    pub quote: Option<Label>,
    /// What the author repeats of its section; checked against that.
    pub repeated: Repeated,
}

impl Default for Value {
    fn default() -> Value {
        Value::Missing(Label::default())
    }
}

impl From<Value> for Figure {
    /// A value that names no source and no date.
    fn from(value: Value) -> Figure {
        Figure { value, ..Figure::default() }
    }
}

/// All numbers that a [`Value`] leaves possible: from `low` to `high`, each end open or closed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The least possible number, or what it must exceed; `-f64::INFINITY` where there is none.
    pub low: f64,
    /// `low` itself is not possible.
    pub low_open: bool,
    /// The greatest possible number, `f64::INFINITY` where there is none.
    pub high: f64,
    /// `high` itself is not possible.
    pub high_open: bool,
}

/// What a value's words say of a bar that begins at zero: how far it reaches for certain, how far possibly, and how it
/// ends. Marks draw it and decide nothing. All numbers here are finite; what has no end that is stated has an [`End`]
/// that says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// From zero to the possible number that is nearest to it, below zero or above: the bar covers this in any case.
    pub certain: (f64, f64),
    /// From zero to the furthest numbers that are stated, on both sides of it: it may cover this. Holds `certain`.
    pub possible: (f64, f64),
    /// How `possible` ends at its low number; [`End::Closed`] where that is zero and nothing goes on from there.
    pub low: End,
    /// How `possible` ends at its high number, likewise.
    pub high: End,
    /// The interval of confidence, to be drawn over the end of the bar.
    pub whisker: Option<(f64, f64)>,
}

/// How an [`Extent`] ends at a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The number itself is possible, and none beyond it.
    Closed,
    /// None beyond it is possible, and not the number itself: "under 30".
    Excluded,
    /// Close to it on the side of zero, no one has said how close: "nearly 1,000".
    Short,
    /// Close to it on either side, no one has said how close: "about 1,200".
    About,
    /// Beyond it, no one has said how far, and not the number itself: "over 1,300".
    Beyond,
    /// The number itself, or beyond it, no one has said how far: "from 50 up".
    AtOrBeyond,
}

/// How two figures stand to one another, as far as they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Certainly below.
    Below,
    /// Certainly above.
    Above,
    /// Certainly equal: both exact, both the same.
    Same,
    /// Their qualifiers leave it open.
    Open,
}

/// The places that one figure of a list can have, best first. Equal ends: the place is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// 1 + how many are certainly above.
    pub best: usize,
    /// The list's length − how many are certainly below.
    pub worst: usize,
}

impl Interval {
    const ANY: Interval =
        Interval { low: f64::NEG_INFINITY, low_open: true, high: f64::INFINITY, high_open: true };

    fn new(low: f64, low_open: bool, high: f64, high_open: bool) -> Self {
        Interval { low, low_open, high, high_open }
    }

    /// Is `x` one of the possible numbers?
    pub fn contains(&self, x: f64) -> bool {
        (x > self.low || (x == self.low && !self.low_open))
            && (x < self.high || (x == self.high && !self.high_open))
    }

    /// Those of the numbers that the quantity can be.
    ///
    /// ```
    /// use village_charts::figure::{Domain, Value};
    /// let under = Value::LessThan(30.0).interval();
    /// assert!(under.contains(-1.0) && !under.within(Domain::FromZero).contains(-1.0));
    /// ```
    #[must_use]
    pub fn within(self, domain: Domain) -> Interval {
        match domain {
            Domain::FromZero if self.low < 0.0 => Interval { low: 0.0, low_open: false, ..self },
            _ => self,
        }
    }

    /// The bar of a number of which no more is known than this. Its ends may be infinite, and on either side of zero.
    ///
    /// ```
    /// use village_charts::figure::{End, Interval};
    /// // "from −4 to under 6": the bar covers nothing for certain
    /// let extent = Interval { low: -4.0, low_open: false, high: 6.0, high_open: true }.extent();
    /// assert_eq!((extent.certain, extent.possible), ((0.0, 0.0), (-4.0, 6.0)));
    /// assert_eq!((extent.low, extent.high), (End::Closed, End::Excluded));
    /// ```
    pub fn extent(&self) -> Extent {
        let (low, low_end) = Interval::end(-self.high, -self.low, self.low_open, self.high_open);
        let (high, high_end) = Interval::end(self.low, self.high, self.high_open, self.low_open);
        let certain = (self.high.min(0.0), self.low.max(0.0));
        Extent { certain, possible: (0.0 - low, high), low: low_end, high: high_end, whisker: None }
    }

    /// The upper end of a bar of the numbers from `low` to `high`.
    fn end(low: f64, high: f64, high_open: bool, low_open: bool) -> (f64, End) {
        match () {
            () if high.is_infinite() && low_open && low >= 0.0 => (low, End::Beyond),
            () if high.is_infinite() => (low.max(0.0), End::AtOrBeyond),
            () if high > 0.0 && high_open => (high, End::Excluded),
            () => (high.max(0.0), End::Closed),
        }
    }

    fn certainly_below(&self, other: &Interval) -> bool {
        self.high < other.low || (self.high == other.low && (self.high_open || other.low_open))
    }
}

impl Value {
    /// The numbers that the value leaves possible. `About` and `Missing` leave all: how near
    /// "about" is, no one has said. "Nearly" is on the side of zero.
    ///
    /// ```
    /// use village_charts::figure::Value;
    /// assert!(!Value::Nearly(1000.0).interval().contains(1000.0));
    /// assert!(Value::Nearly(-4.0).interval().contains(-3.9));
    /// assert!(Value::AtLeast(50.0).interval().contains(50.0));
    /// ```
    pub fn interval(&self) -> Interval {
        match *self {
            Value::Exact(x) => Interval::new(x, false, x, false),
            Value::Nearly(x) if is_below_zero(x) => Interval::new(x, true, f64::INFINITY, true),
            Value::Nearly(x) | Value::LessThan(x) => Interval::new(f64::NEG_INFINITY, true, x, true),
            Value::MoreThan(x) => Interval::new(x, true, f64::INFINITY, true),
            Value::AtLeast(x) => Interval::new(x, false, f64::INFINITY, true),
            Value::AtMost(x) => Interval::new(f64::NEG_INFINITY, true, x, false),
            Value::Range(low, high) | Value::Estimate { low, high, .. } => {
                Interval::new(low, false, high, false)
            }
            Value::About(_) | Value::Missing(_) => Interval::ANY,
        }
    }

    /// The number that is written in the value; of a range both. `None` for a missing one.
    pub fn stated(&self) -> Option<(f64, f64)> {
        match *self {
            Value::Range(low, high) => Some((low, high)),
            Value::Missing(_) => None,
            Value::Estimate { at: x, .. }
            | Value::Exact(x)
            | Value::About(x)
            | Value::Nearly(x)
            | Value::MoreThan(x)
            | Value::AtLeast(x)
            | Value::LessThan(x)
            | Value::AtMost(x) => Some((x, x)),
        }
    }

    /// What of the value's bar is certain, what is possible, and how it ends. `None` for a missing one.
    ///
    /// ```
    /// use village_charts::figure::{Domain, End, Value};
    /// let range = Value::Range(4.0, 5.5).extent(Domain::FromZero).unwrap();
    /// assert_eq!((range.certain, range.possible, range.high), ((0.0, 4.0), (0.0, 5.5), End::Closed));
    /// // "over 1,300" reaches that for certain, and no one says how far it goes
    /// let over = Value::MoreThan(1300.0).extent(Domain::FromZero).unwrap();
    /// assert_eq!((over.certain, over.possible, over.high), ((0.0, 1300.0), (0.0, 1300.0), End::Beyond));
    /// // of a change "under 5" may be far below zero
    /// # #[cfg(feature = "indicators")] {
    /// let under = Value::LessThan(5.0).extent(Domain::Signed).unwrap();
    /// assert_eq!((under.possible, under.low), ((0.0, 5.0), End::AtOrBeyond));
    /// # }
    /// ```
    pub fn extent(&self, domain: Domain) -> Option<Extent> {
        let (x, end, whisker) = match *self {
            Value::Nearly(x) => (x, End::Short, None),
            Value::About(x) => (x, End::About, None),
            Value::Estimate { at, low, high, .. } => (at, End::Closed, Some((low, high))),
            Value::Missing(_) => return None,
            _ => return Some(self.interval().within(domain).extent()),
        };
        // all of it but what lies close to its end, which has no length that anyone stated
        let all = (x.min(0.0), x.max(0.0));
        let (low, high) = if is_below_zero(x) { (end, End::Closed) } else { (End::Closed, end) };
        Some(Extent { certain: all, possible: all, low, high, whisker })
    }

    /// The same quantity in another unit: every number times `factor`, the qualifier kept.
    pub fn times(&self, factor: f64) -> Value {
        self.map(&|x| x * factor)
    }

    /// The same words with other numbers.
    pub(crate) fn map(&self, f: &dyn Fn(f64) -> f64) -> Value {
        let mut value = self.clone();
        let numbers: &mut [&mut f64] = match &mut value {
            Value::Exact(x)
            | Value::About(x)
            | Value::Nearly(x)
            | Value::MoreThan(x)
            | Value::AtLeast(x)
            | Value::LessThan(x)
            | Value::AtMost(x) => &mut [x],
            Value::Range(low, high) => &mut [low, high],
            Value::Estimate { at, low, high, .. } => &mut [at, low, high],
            Value::Missing(_) => &mut [],
        };
        for number in numbers {
            **number = f(**number);
        }
        value
    }

    /// Another estimate, where this is one.
    pub(crate) fn of_interval(&self, x: f64, from: f64, to: f64) -> Value {
        let mut value = self.clone();
        if let Value::Estimate { at, low, high, .. } = &mut value {
            (*at, *low, *high) = (x, from, to);
        }
        value
    }

    /// How `self` stands to `other`, as far as both say.
    ///
    /// ```
    /// use village_charts::figure::{Order, Value};
    /// assert_eq!(Value::Nearly(1000.0).order(&Value::MoreThan(1000.0)), Order::Below);
    /// // "over 1,000" may well be more than 1,100:
    /// assert_eq!(Value::MoreThan(1000.0).order(&Value::Exact(1100.0)), Order::Open);
    /// ```
    pub fn order(&self, other: &Value) -> Order {
        let (a, b) = (self.interval(), other.interval());
        if a.certainly_below(&b) {
            Order::Below
        } else if b.certainly_below(&a) {
            Order::Above
        } else if a == b && a.low == a.high {
            Order::Same
        } else {
            Order::Open
        }
    }

    /// The sum, as far as the parts let one say it; `None` where they say nothing at all. What may be summed, amounts
    /// and counts, is never below zero.
    ///
    /// ```
    /// use village_charts::figure::Value;
    /// let sum = Value::sum([&Value::MoreThan(1300.0), &Value::Exact(1200.0), &Value::Nearly(1000.0)]);
    /// assert_eq!(sum, Some(Value::MoreThan(2500.0)));
    /// ```
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Value>) -> Option<Value> {
        Value::sum_of(&parts.into_iter().collect::<Vec<_>>())
    }

    /// The same: once in the module, not once for each kind of list.
    pub(crate) fn sum_of(parts: &[&Value]) -> Option<Value> {
        let mut all = Interval::new(0.0, false, 0.0, false);
        let mut stated = 0.0;
        let (mut about, mut otherwise_exact) = (false, true);
        for part in parts {
            let one = part.interval().within(Domain::FromZero);
            all.low += one.low;
            all.high += one.high;
            all.low_open |= one.low_open;
            all.high_open |= one.high_open;
            match *part {
                Value::About(x) => (about, stated) = (true, stated + x),
                Value::Exact(x) => stated += x,
                _ => otherwise_exact = false,
            }
        }
        if about && otherwise_exact {
            return Some(Value::About(stated));
        }
        Value::from_interval(all)
    }

    fn from_interval(i: Interval) -> Option<Value> {
        let bounded = i.high.is_finite();
        Some(match () {
            () if bounded && i.low == i.high => Value::Exact(i.low),
            // A range is closed in this model: an open end is widened by a point, never narrowed.
            () if bounded && i.low > 0.0 => Value::Range(i.low, i.high),
            () if bounded && i.high_open => Value::LessThan(i.high),
            () if bounded => Value::AtMost(i.high),
            () if i.low_open => Value::MoreThan(i.low),
            () if i.low > 0.0 => Value::AtLeast(i.low),
            () => return None,
        })
    }

    /// A number to sort a list by, so that it reads as its labels do: by the number stated, and of
    /// equal numbers the one that reaches higher first. For the picture alone: [`ranks`] says what
    /// is known.
    pub fn sort_key(&self) -> (f64, i8) {
        let reach = match self {
            Value::MoreThan(_) => 3,
            Value::AtLeast(_) => 2,
            Value::Range(..) => 1,
            Value::Exact(_) | Value::About(_) | Value::Estimate { .. } => 0,
            Value::AtMost(_) => -1,
            Value::Nearly(x) if is_below_zero(*x) => 3,
            Value::LessThan(_) | Value::Nearly(_) => -2,
            Value::Missing(_) => 0,
        };
        (self.stated().map_or(f64::NEG_INFINITY, |s| s.0), reach)
    }
}

/// The place of each value in the list, as far as the values say it. Missing ones have none.
///
/// ```
/// use village_charts::figure::{ranks, Rank, Value};
/// let r = ranks(&[&Value::MoreThan(1000.0), &Value::MoreThan(1000.0), &Value::Nearly(1000.0)]);
/// assert_eq!(r[0], r[1]); // a tie is shared
/// assert_eq!(r[2], Some(Rank { best: 3, worst: 3 }));
/// ```
pub fn ranks(values: &[&Value]) -> Vec<Option<Rank>> {
    places(values).into_iter().map(|place| Some(place?.rank)).collect()
}

/// A [`Rank`], and what makes a range of places of it.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub rank: Rank,
    /// Several exact figures that are equal have these places together: nothing is left open.
    pub shared: bool,
}

/// See [`ranks`].
///
/// By sorted ends instead of by pairs, so that thousands of villages rank at once. An end is a point of a line on which
/// `(x, 0)` lies just before `(x, 1)`: an open high end and a closed low end meet before x, a closed high end and an
/// open low end after it.
pub(crate) fn places(values: &[&Value]) -> Vec<Option<Place>> {
    let (mut lows, mut highs) = (Vec::new(), Vec::new());
    for value in values {
        if value.stated().is_some() {
            let Interval { low, low_open, high, high_open } = value.interval();
            lows.push((low, i8::from(low_open)));
            highs.push((high, i8::from(!high_open)));
        }
    }
    let (rising, ends) = (sorted(&lows), sorted(&highs));
    let lower = counted(&rising, &lows, &ends, &highs, Ordering::Equal);
    let before = counted(&rising, &lows, &rising, &lows, Ordering::Less);
    let not_higher = counted(&ends, &highs, &rising, &lows, Ordering::Less);
    let up_to = counted(&ends, &highs, &ends, &highs, Ordering::Equal);
    let known = lows.len();
    let mut of =
        lower.into_iter().zip(before).zip(not_higher.into_iter().zip(up_to)).zip(lows.iter().zip(&highs));
    let mut places = Vec::new();
    for value in values {
        places.push(value.stated().and_then(|_| of.next()).map(
            |(((lower, before), (not_higher, up_to)), (low, high))| {
                let rank =
                    Rank { best: 1 + known.saturating_sub(not_higher), worst: known.saturating_sub(lower) };
                // all others that may be here are this one number, too: none begins below it or ends above it
                let point = low.0 == high.0 && before == lower && up_to == not_higher;
                Place { rank, shared: point && rank.best < rank.worst }
            },
        ));
    }
    places
}

fn sorted(ends: &[(f64, i8)]) -> Vec<usize> {
    sort::by_keys(sort::all_of(ends.len()), ends, false)
}

/// Of each of some points how many of the ends lie before it, or before it and at it. Both come with their order.
fn counted(
    order: &[usize],
    points: &[(f64, i8)],
    sorted: &[usize],
    ends: &[(f64, i8)],
    most: Ordering,
) -> Vec<usize> {
    let mut counts = vec![0; points.len()];
    let mut passed = 0;
    for i in order {
        let (Some(point), Some(count)) = (points.get(*i), counts.get_mut(*i)) else { continue };
        let is_passed = |end: &(f64, i8)| end.0.total_cmp(&point.0).then(end.1.cmp(&point.1)) <= most;
        while sorted.get(passed).and_then(|i| ends.get(*i)).is_some_and(is_passed) {
            passed += 1;
        }
        *count = passed;
    }
    counts
}
