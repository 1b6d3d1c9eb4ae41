//! What villages are ranked by: their revenue, or one of the file's indicators at one of its times.

use super::indicators::Key;
use super::*;
use crate::data::{Period, Unit};
use crate::figure::Domain;

/// Which figure of a village it is.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::chart) enum Of {
    Revenue,
    #[cfg_attr(not(feature = "indicators"), allow(dead_code))]
    Indicator(Key),
}

/// What villages are ranked by, and all that is said of it.
pub(in crate::chart) struct Ranked<'a> {
    pub of: Of,
    /// The chart's own title; empty where it has none.
    pub title: String,
    pub note: &'a Option<Label>,
    pub unit: Unit,
    pub per: Option<Period>,
    pub domain: Domain,
    /// The figures of several villages make one of all of them.
    #[cfg_attr(not(feature = "indicators"), allow(dead_code))]
    pub is_summable: bool,
    /// The villages are some of many.
    pub selection: bool,
    /// What all villages make together, which no axis of single villages has room for: in large numbers above them.
    pub totals: Vec<(String, &'a Figure)>,
    /// What the indicator is elsewhere: lines through all rows.
    pub references: Vec<(&'a str, &'a Figure)>,
    /// What a reader may choose.
    pub indicators: Option<Options>,
    pub times: Option<Options>,
}

impl<'a> Ranked<'a> {
    /// The figure of a village; `None` where the file has none.
    pub fn figure(&self, village: &'a Village) -> Option<&'a Figure> {
        match self.of {
            Of::Revenue => village.revenue.as_ref(),
            Of::Indicator(key) => key.figure(village),
        }
    }

    /// What its numbers count: "billion đồng", "%", "people".
    pub fn unit(&self, voice: &text::Voice) -> String {
        voice.unit(&self.unit)
    }

    /// The same with the period that they are for: "billion đồng a year".
    pub fn amount(&self, voice: &text::Voice) -> String {
        voice.amount(&self.unit, self.per)
    }

    /// The desk at which its figures are written and dated as they ask for.
    pub fn desk<'d>(&self, desk: &Desk<'d>) -> Desk<'d> {
        let mut own = *desk;
        own.numbers = desk.voice().numbers_of(&self.unit);
        if let Of::Indicator(key) = self.of {
            key.date(&mut own);
        }
        own
    }
}
