//! The data format `village-charts/1` as types; what only one chart needs is described beside it, in `src/chart`. The
//! JSON Schema is generated from these.

use super::decode::{keywords, record, Context, Decode};
#[cfg(feature = "indicators")]
use super::dimension::{Dimensions, Memberships};
#[cfg(feature = "indicators")]
use super::indicator::{Figures, Nouns, Reference, TimeName};
use super::node::Node;
use super::sources::Sources;
use super::villages::Villages;
use crate::chart;
use crate::figure::Figure;
use crate::text::{pieces, Label};

keywords! {
    /// The format's name and version.
    pub enum Format {
        /// The only version so far.
        "village-charts/1" => V1,
    }
}

/// A whole file, with a section for each chart.
macro_rules! dataset {
    ($($kind:ident = $chart:ident($key:ident) $(if $feature:literal)? $(by $draws:literal)?,)*) => {
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
                pub sources: Sources,
                /// What the places are called, where they are no villages.
                if "indicators" pub places: Option<Nouns>,
                /// What the districts are called, where they are none: the words for a province, a region, a commune.
                if "indicators" pub districts: Option<Nouns>,
                /// Names of times that say more than their dates.
                #[cfg_attr(feature = "native", schemars(default))]
                if "indicators" pub times: Vec<TimeName>,
                /// By what places are grouped, beside district and craft.
                #[cfg_attr(feature = "native", schemars(default))]
                if "indicators" pub dimensions: Dimensions,
                // before the figures, which are read by what these say of them
                $(
                    #[doc = concat!("What the chart `", stringify!($chart), "` draws.")]
                    #[cfg_attr(feature = "native", schemars(description = chart::$chart::ABOUT))]
                    $(if $feature)? pub $key: Option<chart::$chart::Data>,
                )*
                /// The villages, or other places.
                #[cfg_attr(feature = "native", schemars(default))]
                pub villages: Villages,
                /// What indicators are elsewhere, to compare with.
                #[cfg_attr(feature = "native", schemars(default))]
                if "indicators" pub references: Vec<Reference>,
            }
        }

        impl Dataset {
            /// The sections of all charts by their keys, those that are there.
            pub(crate) fn sections(&self) -> Vec<(&'static str, &dyn Section)> {
                let mut sections: Vec<(&'static str, &dyn Section)> = Vec::new();
                $(
                    $(#[cfg(feature = $feature)])?
                    if let Some(section) = &self.$key {
                        sections.push((stringify!($key), section));
                    }
                )*
                sections
            }
        }
    };
}

chart::sections!(dataset);

/// What a chart has of its own in a file, under a key of [`Dataset`]. All sections are checked alike.
pub(crate) trait Section {
    /// Calls `visit` for each of its figures, at its place in the file.
    fn figures(&self, cx: &mut Context, visit: &mut dyn FnMut(&Figure, &mut Context));
    /// Is each id that of one thing? It is asked of a file that could not be read in full, too.
    fn ids(&self, cx: &mut Context);
    /// What has to hold between its figures, and between them and those of the villages; it stands under `key` of the
    /// file.
    fn check(&self, key: &'static str, villages: &[Village], cx: &mut Context);
    /// What a file without this section has for its chart all the same, and the section that would make it drawn.
    #[cfg(all(feature = "native", feature = "tools"))]
    fn unread(_: &[Village]) -> Option<[&'static str; 2]>
    where
        Self: Sized,
    {
        None
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
        /// What it is in each of `dimensions`.
        #[cfg_attr(feature = "native", schemars(default))]
        if "indicators" pub dimensions: Memberships,
        /// Its revenue, in the unit and period of `revenue`.
        pub revenue: Option<Figure>,
        /// Its figures of `indicators`.
        #[cfg_attr(feature = "native", schemars(default))]
        if "indicators" pub figures: Figures,
    }
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
        let mut parts = pieces(text, '-');
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
