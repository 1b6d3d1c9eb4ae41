//! What villages are ranked by: their revenue, or one of the file's indicators at one of its times.

use super::*;
use crate::data::{Indicator, Observation, Period, TimePeriod, Unit};
use crate::figure::Domain;

/// Which figure of a village it is.
#[derive(Clone, Copy)]
pub(in crate::chart) enum Of {
    Revenue,
    /// The indicator, by its place in the file's list.
    Indicator(usize, Option<TimePeriod>),
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
            Of::Indicator(indicator, time) => village.figures.get(indicator, time),
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
        let mut own = desk.clone();
        own.numbers = desk.voice().numbers_of(&self.unit);
        if let Of::Indicator(at, time) = self.of {
            let indicator = desk.data.indicators.as_ref().and_then(|all| all.0.get(at));
            own.numbers.least = indicator.and_then(|i| i.decimals).map_or(0, |d| d.0);
            own.source = indicator.and_then(|i| i.source.as_deref());
            own.time = time;
            // the file's date is not that of a figure which says its own time
            if time.is_some() {
                own.as_of = None;
            }
        }
        own
    }
}

/// The indicator and the time that the view asks for; else the first indicator, and its last time.
pub(super) fn ranked<'a>(desk: &Desk<'a>, indicators: &'a Indicators) -> Ranked<'a> {
    let (view, all) = (desk.view, &indicators.0);
    let at = view.indicator.as_ref().and_then(|id| all.iter().position(|i| i.id == *id)).unwrap_or(0);
    let times = times(desk.data, at);
    let time = shown(desk, &times);
    let mut ranked = at_time(desk, indicators, at, time);
    let Some(indicator) = all.get(at) else { return ranked };
    let named = |i: &Indicator| [i.id.clone(), i.name.get(desk.locale).to_owned()];
    ranked.indicators = Options::of(&indicator.id, all.iter().map(named).collect());
    let time = time.map_or(String::new(), |time| time.text());
    let named = |time: &TimePeriod| [time.text(), desk.time(*time)];
    ranked.times = Options::of(&time, times.iter().map(named).collect());
    ranked
}

/// Of some times that which the view asks for, else the last.
pub(super) fn shown(desk: &Desk, times: &[TimePeriod]) -> Option<TimePeriod> {
    desk.view.time.filter(|time| times.contains(time)).or(times.last().copied())
}

/// An indicator, by its place in the file's list, at a time; nothing else can be chosen.
pub(super) fn at_time<'a>(
    desk: &Desk<'a>,
    indicators: &'a Indicators,
    at: usize,
    time: Option<TimePeriod>,
) -> Ranked<'a> {
    let mut ranked = Ranked {
        of: Of::Indicator(at, time),
        title: String::new(),
        note: &None,
        unit: Unit::default(),
        per: None,
        domain: Domain::default(),
        is_summable: false,
        selection: false,
        totals: Vec::new(),
        references: Vec::new(),
        indicators: None,
        times: None,
    };
    let Some(indicator) = indicators.0.get(at) else { return ranked };
    ranked.title = title(desk, indicator, time);
    ranked.note = &indicator.note;
    ranked.unit = indicator.unit.clone().unwrap_or_default();
    ranked.per = indicator.per;
    ranked.domain = indicator.kind.domain();
    ranked.is_summable = indicator.kind.is_summable();
    ranked.selection = indicator.selection;
    for reference in desk.data.references.iter().filter(|r| r.indicator.0 == at) {
        let name = reference.name.get(desk.locale);
        for of in reference.figures.0.iter().filter(|of| of.time == time) {
            match indicator.kind.is_summable() {
                true => ranked.totals.push((name.to_owned(), &of.figure)),
                false => ranked.references.push((name, &of.figure)),
            }
        }
    }
    ranked
}

/// The indicator's name, and the time that its figures are of.
fn title(desk: &Desk, indicator: &Indicator, time: Option<TimePeriod>) -> String {
    let name = indicator.name.get(desk.locale);
    match time {
        Some(time) => desk.say("title-at-time", &[("title", name), ("time", &desk.time(time))]),
        None => name.to_owned(),
    }
}

/// The times at which a village has a figure of an indicator, in their order.
pub(super) fn times(data: &Dataset, indicator: usize) -> Vec<TimePeriod> {
    let mut times: Vec<TimePeriod> = Vec::new();
    for village in &data.villages {
        for Observation { time, .. } in village.figures.0.iter().filter(|o| o.indicator == indicator) {
            if let Some(time) = time {
                if let Err(at) = times.binary_search(time) {
                    times.insert(at, *time);
                }
            }
        }
    }
    times
}
