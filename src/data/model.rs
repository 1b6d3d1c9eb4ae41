//! The data format `village-charts/1` as types. The JSON Schema is generated from this file.

use super::decode::{keywords, record, Context, Decode};
use super::node::Node;
use crate::figure::Figure;
use crate::text::Label;

keywords! {
    /// The format's name and version.
    pub enum Format {
        /// The only version so far.
        "village-charts/1" => V1,
    }
}

keywords! {
    /// A unit of money.
    pub enum MoneyUnit {
        /// tỷ đồng: 1,000,000,000 đồng.
        "billion_vnd" => Billion,
        /// triệu đồng: 1,000,000 đồng.
        "million_vnd" => Million,
    }
}

keywords! {
    /// The time that an amount of money is for.
    pub enum Period {
        /// One month.
        "month" => Month,
        /// One year: twelve months.
        "year" => Year,
    }
}

keywords! {
    /// How the subsets of a whole stand to one another.
    pub enum Relation {
        /// Not known.
        "unknown" => Unknown,
        /// Nothing is in two of them: they may be stacked.
        "disjoint" => Disjoint,
        /// Each lies within the one before it.
        "nested" => Nested,
        /// Something is, or may be, in several of them.
        "overlapping" => Overlapping,
    } or the first
}

keywords! {
    /// How the subsets of a whole are drawn.
    pub enum Layout {
        /// Each as a strip of its own, beside the whole.
        "strips" => Strips,
        /// End to end in one strip; for `disjoint` subsets only.
        "stacked" => Stacked,
    } or the first
}

record! {
    /// A whole file: villages and what is known of them.
    pub struct Dataset {
        /// Always `"village-charts/1"`.
        pub format: Format,
        /// The language of texts that are given in one language only, such as `"vi-VN"`.
        pub locale: Option<String>,
        /// What the data is about: the title of charts that have none of their own.
        pub title: Option<Label>,
        /// The day that the figures speak of: `"2024-07-05"`, `"2024-07"` or `"2024"`.
        pub as_of: Option<Date>,
        /// Where the figures come from. The first is the source of every figure that names none.
        #[cfg_attr(feature = "native", schemars(default))]
        pub sources: Vec<Source>,
        /// The villages.
        #[cfg_attr(feature = "native", schemars(default))]
        pub villages: Vec<Village>,
        /// How to read the villages' `revenue`; required for the revenue chart.
        pub revenue: Option<Revenue>,
        /// What people earn; required for the income chart.
        pub income: Option<Income>,
        /// Industrial clusters (cụm công nghiệp); required for the clusters chart.
        pub clusters: Option<Breakdown>,
        /// Numbers of villages; required for the villages chart.
        pub village_counts: Option<Breakdown>,
        /// What was asked of the authorities; required for the petitions chart.
        pub petitions: Option<Breakdown>,
    }
}

record! {
    /// Where figures come from.
    pub struct Source {
        /// What figures name it by.
        pub id: String,
        /// Its name, as readers see it.
        pub name: Label,
        /// Its address.
        pub url: Option<String>,
    }
}

record! {
    /// One village.
    pub struct Village {
        /// A stable name for links and events; made from the name where it is left out.
        pub id: Option<String>,
        /// Its name.
        pub name: Label,
        /// What it makes.
        pub craft: Option<Label>,
        /// Where it lies.
        pub district: Option<Label>,
        /// Its revenue, in the unit and period of `revenue`.
        pub revenue: Option<Figure>,
    }
}

record! {
    /// How to read the villages' revenue.
    pub struct Revenue {
        /// The chart's title.
        pub title: Option<Label>,
        /// A line under the title.
        pub note: Option<Label>,
        /// The unit of every village's revenue, and of the total.
        pub unit: MoneyUnit,
        /// The period of every village's revenue, and of the total.
        pub per: Period,
        /// The villages are some of many, not a full list: no rank among all is implied.
        #[cfg_attr(feature = "native", schemars(default))]
        pub selection: bool,
        /// The revenue of all villages, listed or not.
        pub total: Option<Figure>,
        /// Whose total it is.
        pub total_name: Option<Label>,
    }
}

record! {
    /// What people earn, each row in its own period.
    pub struct Income {
        /// The chart's title.
        pub title: Option<Label>,
        /// A line under the title.
        pub note: Option<Label>,
        /// The unit of every row.
        pub unit: MoneyUnit,
        /// Who earns what.
        pub rows: Vec<IncomeRow>,
    }
}

record! {
    /// What one group of people earns.
    pub struct IncomeRow {
        /// A stable name for links and events; made from the name where it is left out.
        pub id: Option<String>,
        /// Who.
        pub name: Label,
        /// How much, for one person.
        pub value: Figure,
        /// For how long.
        pub per: Period,
        /// Places that the row speaks of.
        #[cfg_attr(feature = "native", schemars(default))]
        pub places: Vec<Label>,
        /// `places` names some of them, not all.
        #[cfg_attr(feature = "native", schemars(default))]
        pub open_list: bool,
    }
}

record! {
    /// Wholes, subsets of them, and numbers that stand alone.
    pub struct Breakdown {
        /// The chart's title.
        pub title: Option<Label>,
        /// A line under the title.
        pub note: Option<Label>,
        /// Wholes with their subsets.
        #[cfg_attr(feature = "native", schemars(default))]
        pub groups: Vec<Group>,
        /// Numbers that are no part of a whole here.
        #[cfg_attr(feature = "native", schemars(default))]
        pub counts: Vec<Count>,
    }
}

record! {
    /// A whole and subsets of it.
    pub struct Group {
        /// All of them.
        pub whole: Count,
        /// How the subsets stand to one another; `unknown` where it is left out.
        #[cfg_attr(feature = "native", schemars(default = "unknown"))]
        pub relation: Relation,
        /// How the subsets are drawn; `strips` where it is left out.
        #[cfg_attr(feature = "native", schemars(default = "strips"))]
        pub layout: Layout,
        /// The subsets, in reading order.
        #[cfg_attr(feature = "native", schemars(default))]
        pub subsets: Vec<Count>,
    }
}

record! {
    /// A number of things.
    pub struct Count {
        /// A stable name for links and events; made from the name where it is left out.
        pub id: Option<String>,
        /// What is counted.
        pub name: Label,
        /// How many.
        pub value: Figure,
        /// The word after the number, such as "cụm" or "%".
        pub unit: Option<Label>,
        /// What else a reader must know of it.
        pub note: Option<Label>,
    }
}

#[cfg(feature = "native")]
fn unknown() -> Relation {
    Relation::Unknown
}

#[cfg(feature = "native")]
fn strips() -> Layout {
    Layout::Strips
}

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Date {
    /// Such as 2024.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl Date {
    fn parse(text: &str) -> Option<Date> {
        let digits = |part: &str, count| {
            (part.len() == count && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())?
        };
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let mut part = |most: u16| match parts.next() {
            None => Some(None),
            Some(p) => digits(p, 2).filter(|n| (1..=most).contains(n)).map(|n| Some(n as u8)),
        };
        let month = part(12)?;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let day = part(match month {
            Some(2) => 28 + u16::from(leap),
            Some(4 | 6 | 9 | 11) => 30,
            _ => 31,
        })?;
        parts.next().is_none().then_some(Date { year, month, day })
    }
}

impl Decode for Date {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        match node {
            Node::Text(text) => match Date::parse(text) {
                Some(date) => *self = date,
                None => {
                    let found = cx.describe(node);
                    cx.error("bad_date", found, "a date: \"2024-07-05\", \"2024-07\" or \"2024\"");
                }
            },
            node => cx.wrong_type(node, "a date in quotes, such as \"2024-07-05\""),
        }
    }
}

#[cfg(feature = "native")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
            "description": "A day, a month or a year: 2024-07-05, 2024-07 or 2024."
        })
    }
}
