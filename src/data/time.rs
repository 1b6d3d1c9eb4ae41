//! The times that figures are of.

use super::decode::{Context, Decode};
use super::model::Date;
use super::node::Node;
use crate::text::{concat, digits};

/// A stretch of time that a figure is of, as statistics name them: `"2024"`, `"2024-07"`, `"2024-Q3"`, or `"2023/24"`
/// for a school or survey year. In the order of where they begin.
///
/// ```
/// use village_charts::data::TimePeriod;
/// let [year, school, quarter] = ["2023", "2023/24", "2024-Q1"].map(|text| TimePeriod::parse(text).unwrap());
/// assert!(year < school && school < quarter);
/// assert_eq!(school.to_string(), "2023/24");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct TimePeriod {
    year: u16,
    part: Part,
}

/// Which part of its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Part {
    #[default]
    Whole,
    /// The year and the next.
    Split,
    Quarter(u8),
    Month(u8),
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
            None => Part::Whole,
            Some(("-", quarter)) if quarter.starts_with('Q') => {
                let quarter = number(quarter.get(1..)?, 1).filter(|n| (1..=4).contains(n))?;
                Part::Quarter(quarter as u8)
            }
            Some(("-", month)) => Part::Month(number(month, 2).filter(|n| (1..=12).contains(n))? as u8),
            Some(("/", next)) if number(next, 2) == Some((year + 1) % 100) => Part::Split,
            Some(("/", next)) if number(next, 4) == Some(year + 1) => Part::Split,
            Some(_) => return None,
        };
        Some(TimePeriod { year, part })
    }

    /// The year in which it begins.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Its quarter, 1 to 4, where it is one.
    pub fn quarter(self) -> Option<u8> {
        match self.part {
            Part::Quarter(n) => Some(n),
            _ => None,
        }
    }

    /// The date that it is, where it is a year or a month.
    pub fn date(self) -> Option<Date> {
        match self.part {
            Part::Whole => Some(Date { year: self.year, month: None, day: None }),
            Part::Month(n) => Some(Date { year: self.year, month: Some(n), day: None }),
            Part::Split | Part::Quarter(_) => None,
        }
    }

    /// How data files, attributes and tables write it.
    pub(crate) fn text(self) -> String {
        let year = digits(usize::from(self.year) + 10_000);
        let year = year.get(1..).unwrap_or_default();
        let two = |n: u16| concat(&[if n < 10 { "0" } else { "" }, &digits(usize::from(n))]);
        let (between, part) = match self.part {
            Part::Whole => ("", String::new()),
            Part::Split => ("/", two((self.year + 1) % 100)),
            Part::Quarter(n) => ("-Q", digits(usize::from(n))),
            Part::Month(n) => ("-", two(u16::from(n))),
        };
        concat(&[year, between, &part])
    }
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
