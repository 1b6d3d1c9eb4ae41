//! One of the file's indicators at one of its times, to rank places by.

use super::*;
use crate::data::{is_measured, Indicator, Observation, TimePeriod, Unit};
use crate::figure::Domain;
use std::rc::Rc;

/// Which figures of places these are.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::chart) struct Key {
    /// The indicator, by its place in the file's list.
    pub indicator: usize,
    pub time: Option<TimePeriod>,
}

impl Key {
    /// The figure of a village; `None` where the file has none.
    pub fn figure<'a>(&self, village: &'a Village) -> Option<&'a Figure> {
        village.figures.get(self.indicator, self.time)
    }

    /// Has a desk write and date the figures as they ask for.
    pub fn date(&self, desk: &mut Desk) {
        let indicator = desk.data.indicators.as_ref().and_then(|all| all.0.get(self.indicator));
        desk.numbers.least = indicator.and_then(|i| i.decimals).map_or(0, |d| d.0);
        desk.source = indicator.and_then(|i| i.source.as_deref());
        #[cfg(feature = "tools")]
        {
            desk.time = self.time;
        }
        // the file's date is not that of a figure which says its own time
        if self.time.is_some() {
            desk.as_of = None;
        }
    }
}

/// What a view asks for and the file does not have, and what it has: an indicator; of a ranking a time, by what places
/// are grouped, or the group that alone is shown; of charts of chosen places these.
pub(in crate::chart) fn unknown(desk: &Desk) -> Option<Fault> {
    let Desk { data, view, .. } = *desk;
    if view.kind == Kind::Income {
        return income::unknown(data, view);
    }
    if view.kind.key() != Kind::Ranking.key() {
        return None;
    }
    let all = data.indicators.as_ref().map_or(&[][..], |all| &all.0);
    if let Some(id) = view.indicator.as_ref().filter(|id| all.iter().all(|i| i.id != **id)) {
        return Some(wrong("indicator", "unknown_indicator", id, || one_of(&ids(all), id)));
    }
    #[cfg(feature = "many")]
    if let Some(fault) = (view.kind == Kind::Scatter).then(|| scatter::unknown(desk, all)).flatten() {
        return Some(fault);
    }
    #[cfg(feature = "many")]
    if let Some(fault) = (view.kind == Kind::Makeup).then(|| makeup::unknown(view, all)).flatten() {
        return Some(fault);
    }
    #[cfg(feature = "many")]
    if let Some(fault) =
        (view.kind == Kind::Groups).then(|| crate::chart::groups::unknown(data, view)).flatten()
    {
        return Some(fault);
    }
    #[cfg(feature = "many")]
    if view.kind == Kind::Trend {
        return trend::unknown(desk, position(data, view, all)).or_else(|| groups::unknown(data, view));
    }
    if let Some(time) = view.time.filter(|time| !has_time(data, *time)) {
        let expected = || {
            let mut given: Vec<TimePeriod> = (0..all.len()).flat_map(|at| times(desk, at)).collect();
            given.sort();
            given.dedup();
            match given[..] {
                [] => "no time: the figures name none".to_owned(),
                _ => {
                    let texts: Vec<String> = given.into_iter().map(TimePeriod::text).collect();
                    one_of(&texts.iter().map(String::as_str).collect::<Vec<_>>(), "")
                }
            }
        };
        return Some(wrong("time", "unknown_time", &time.text(), expected));
    }
    #[cfg(feature = "many")]
    if let Some(fault) = matches!(view.kind, Kind::Spread | Kind::Scatter | Kind::Groups | Kind::Makeup)
        .then(|| places::unknown(data, view))
        .flatten()
    {
        return Some(fault);
    }
    also::unknown(data, view).or_else(|| groups::unknown(data, view))
}

/// The ids of indicators.
pub(in crate::chart) fn ids(all: &[Indicator]) -> Vec<&str> {
    let mut ids = Vec::new();
    for of in all {
        ids.push(&*of.id);
    }
    ids
}

/// Has the file a figure of this time, be it of another indicator? A reader who chooses an indicator that has none of
/// the time sees its last one.
fn has_time(data: &Dataset, time: TimePeriod) -> bool {
    let is_among = |figures: &[Observation]| figures.iter().any(|of| of.time == Some(time));
    data.villages.iter().any(|village| is_among(&village.figures.0))
        || data.references.iter().any(|reference| is_among(&reference.figures.0))
}

impl Desk<'_> {
    /// What a time is called: by the file, else by its date.
    pub(in crate::chart) fn time(&self, time: TimePeriod) -> String {
        match self.data.times.iter().find(|named| named.time == time) {
            Some(named) => named.name.get(self.locale).to_owned(),
            None => self.voice().time(time),
        }
    }
}

/// Can it be drawn by itself? A whole of which only the parts are published has no figures.
pub(in crate::chart) fn is_given(data: &Dataset, all: &[Indicator], at: usize) -> bool {
    all.get(at).is_some_and(|of| of.parts.is_empty()) || is_measured(data, at)
}

/// The place among all of the indicator that the view asks for; of the first where it asks for none.
fn position(data: &Dataset, view: &View, all: &[Indicator]) -> usize {
    if let Some(at) = view.indicator.as_ref().and_then(|id| all.iter().position(|i| i.id == *id)) {
        return at;
    }
    let mut at = 0;
    while at < all.len() && !is_given(data, all, at) {
        at += 1;
    }
    at
}

/// The indicator and the time that the view asks for; else the first indicator, and its last time.
pub(in crate::chart) fn ranked<'a>(desk: &Desk<'a>, indicators: &'a Indicators) -> Ranked<'a> {
    let (view, all) = (desk.view, &indicators.0);
    let at = position(desk.data, view, all);
    let times = times(desk, at);
    let time = shown(desk, &times);
    let mut ranked = at_time(desk, indicators, at, time);
    let is_shown = |i| i == at || is_given(desk.data, all, i);
    ranked.lists.extend(choices(desk, "indicator", desk.say(message!("indicator"), &[]), all, at, &is_shown));
    ranked.lists.extend(time_choices(desk, time, &times));
    ranked
}

/// The indicator that is shown, by its place in the file's list, and those of them that can be.
pub(in crate::chart) fn choices(
    desk: &Desk,
    attribute: &'static str,
    caption: String,
    all: &[Indicator],
    at: usize,
    is_shown: &dyn Fn(usize) -> bool,
) -> Option<Options> {
    let mut options = Options::new(attribute, caption, all.get(at).map_or("", |of| &of.id));
    for (i, of) in all.iter().enumerate() {
        if is_shown(i) {
            options.add(&of.id, of.name.get(desk.locale).to_owned());
        }
    }
    options.given()
}

/// The time that is shown, and all that can be.
pub(in crate::chart) fn time_choices(
    desk: &Desk,
    shown: Option<TimePeriod>,
    times: &[TimePeriod],
) -> Option<Options> {
    let caption = desk.say(message!("time"), &[]);
    let mut options = Options::new("time", caption, &shown.map_or(String::new(), TimePeriod::text));
    for time in times {
        options.add(&time.text(), desk.time(*time));
    }
    options.given()
}

/// Of some times that which the view asks for, else the last.
pub(in crate::chart) fn shown(desk: &Desk, times: &[TimePeriod]) -> Option<TimePeriod> {
    desk.view.time.filter(|time| times.contains(time)).or(times.last().copied())
}

/// An indicator, by its place in the file's list, at a time; nothing else can be chosen.
pub(in crate::chart) fn at_time<'a>(
    desk: &Desk<'a>,
    indicators: &'a Indicators,
    at: usize,
    time: Option<TimePeriod>,
) -> Ranked<'a> {
    let mut ranked = Ranked {
        of: Of::Indicator(Key { indicator: at, time }),
        title: String::new(),
        note: &None,
        unit: Unit::default(),
        per: None,
        domain: Domain::default(),
        is_summable: false,
        selection: false,
        totals: Vec::new(),
        references: Vec::new(),
        lists: Vec::new(),
    };
    let Some(indicator) = indicators.0.get(at) else { return ranked };
    ranked.title = title(desk, indicator.name.get(desk.locale), time);
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

/// The name of what is measured, the time that its figures are of, and the group that alone is shown.
pub(in crate::chart) fn title(desk: &Desk, name: &str, time: Option<TimePeriod>) -> String {
    let title = match time {
        Some(time) => {
            desk.say(message!("title-at-time"), &[(arg!("title"), name), (arg!("time"), &desk.time(time))])
        }
        None => name.to_owned(),
    };
    match groups::chosen(desk) {
        Some(group) => {
            desk.say(message!("title-of-group"), &[(arg!("title"), &title), (arg!("group"), group)])
        }
        None => title,
    }
}

/// What villages have of an indicator.
#[derive(Clone, Default)]
pub(in crate::chart) struct Given {
    /// Has one a figure, of whichever time?
    pub is_measured: bool,
    /// The times at which one has, in their order.
    pub times: Vec<TimePeriod>,
}

/// That of each indicator, by its place in the file's list. All villages are gone through for it, once for all layouts.
pub(in crate::chart) fn given(desk: &Desk) -> Rc<Vec<Given>> {
    let make = || {
        let mut given = Vec::new();
        given.resize(desk.data.indicators.as_ref().map_or(0, |all| all.0.len()), Given::default());
        for village in &desk.data.villages {
            for Observation { indicator, time, .. } in &village.figures.0 {
                let Some(given) = given.get_mut(*indicator) else { continue };
                given.is_measured = true;
                if let Some(time) = time.filter(|time| given.times.last() != Some(time)) {
                    insert(&mut given.times, time);
                }
            }
        }
        Rc::new(given)
    };
    desk.kept.map_or_else(make, |kept| kept.given.get_or_init(make).clone())
}

/// The times at which a village has a figure of an indicator, in their order.
pub(in crate::chart) fn times(desk: &Desk, indicator: usize) -> Vec<TimePeriod> {
    given(desk).get(indicator).map_or(Vec::new(), |given| given.times.clone())
}

/// Puts a time among others, in their order and once.
pub(in crate::chart) fn insert(times: &mut Vec<TimePeriod>, time: TimePeriod) {
    let at = times.iter().position(|other| *other >= time).unwrap_or(times.len());
    if times.get(at) != Some(&time) {
        times.insert(at, time);
    }
}
