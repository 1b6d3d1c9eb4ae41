//! The times that figures are of.

use super::decode::{Context, Decode};
use super::model::Date;
use super::node::Node;
use crate::text::{concat, digits};
use std::num::NonZeroU32;

/// A stretch of time that a figure is of, as statistics name them: `"2024"`, `"2024-07"`, `"2024-Q3"`, or `"2023/24"`
/// for a school or survey year. In the order of where they begin.
///
/// ```
/// use village_charts::data::TimePeriod;
/// let [year, school, quarter] = ["2023", "2023/24", "2024-Q1"].map(|text| TimePeriod::parse(text).unwrap());
/// assert!(year < school && school < quarter);
/// assert_eq!(school.to_string(), "2023/24");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimePeriod(
    // its year, and in the last byte which part of that
    NonZeroU32,
);

/// Which part of its year: all of it, it and the next, or so many after these a quarter or a month.
const WHOLE: u32 = 1;
const SPLIT: u32 = 2;
const QUARTERS: u32 = 10;
const MONTHS: u32 = 20;

impl Default for TimePeriod {
    fn default() -> TimePeriod {
        TimePeriod(NonZeroU32::MIN)
    }
}

impl TimePeriod {
    /// The one that a text names; `None` where it names none.
    pub fn parse(text: &str) -> Option<TimePeriod> {
        let number = |digits: &str, count: usize| {
            let all = digits.len() == count && digits.bytes().all(|b| b.is_ascii_digit());
            all.then(|| digits.bytes().fold(0, |n: u16, b| n * 10 + u16::from(b - b'0')))
        };
        let (year, rest) = text.split_at_checked(4)?;
        let year = number(year, 4)?;
        let part = match rest.split_at_checked(1) {
            None => WHOLE,
            Some(("-", quarter)) if quarter.starts_with('Q') => {
                QUARTERS + u32::from(number(quarter.get(1..)?, 1).filter(|n| (1..=4).contains(n))?)
            }
            Some(("-", month)) => MONTHS + u32::from(number(month, 2).filter(|n| (1..=12).contains(n))?),
            Some(("/", next)) if number(next, 2) == Some((year + 1) % 100) => SPLIT,
            Some(("/", next)) if number(next, 4) == Some(year + 1) => SPLIT,
            Some(_) => return None,
        };
        NonZeroU32::new(u32::from(year) << 8 | part).map(TimePeriod)
    }

    /// The year in which it begins.
    pub fn year(self) -> u16 {
        (self.0.get() >> 8) as u16
    }

    fn part(self) -> u32 {
        self.0.get() & 0xFF
    }

    /// Its quarter, 1 to 4, where it is one.
    pub fn quarter(self) -> Option<u8> {
        match self.part() {
            part if part > QUARTERS && part < MONTHS => Some((part - QUARTERS) as u8),
            _ => None,
        }
    }

    /// The date that it is, where it is a year or a month.
    pub fn date(self) -> Option<Date> {
        let month = match self.part() {
            WHOLE => None,
            part if part > MONTHS => Some((part - MONTHS) as u8),
            _ => return None,
        };
        Some(Date { year: self.year(), month, day: None })
    }

    /// How data files, attributes and tables write it.
    pub(crate) fn text(self) -> String {
        let year = usize::from(self.year());
        let (between, part) = match self.part() {
            SPLIT => ("/", behind_first((year + 1) % 100 + 100)),
            part if part > MONTHS => ("-", behind_first((part - MONTHS) as usize + 100)),
            part if part > QUARTERS => ("-Q", digits((part - QUARTERS) as usize)),
            _ => ("", String::new()),
        };
        concat(&[&behind_first(year + 10_000), between, &part])
    }
}

/// The digits behind the first of a number, zeros among them.
fn behind_first(n: usize) -> String {
    digits(n).get(1..).unwrap_or_default().to_owned()
}

impl std::fmt::Display for TimePeriod {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

/// What is expected where a time is.
pub(super) const EXPECTED: &str =
    "a year \"2024\", a month \"2024-07\", a quarter \"2024-Q3\", or two years \"2023/24\"";

impl Decode for TimePeriod {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        let time = match node {
            Node::Text(text) => TimePeriod::parse(text),
            _ => None,
        };
        match time {
            Some(time) => *self = time,
            None => {
                let found = cx.describe(node);
                cx.error("bad_time", found, EXPECTED);
            }
        }
    }
}

#[cfg(feature = "native")]
impl schemars::JsonSchema for TimePeriod {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TimePeriod".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": TIMES,
            "description": "A year 2024, a month 2024-07, a quarter 2024-Q3, or two years 2023/24."
        })
    }
}

/// The texts that are times, for schemas.
#[cfg(feature = "native")]
pub(super) const TIMES: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])|-Q[1-4]|/[0-9]{2}|/[0-9]{4})?$";
