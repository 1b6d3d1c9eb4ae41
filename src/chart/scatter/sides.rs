//! Which two indicators, and at which time.

use super::*;
use crate::data::{Indicator, TimePeriod, Village};

/// One of the two indicators.
pub(super) struct Side<'a> {
    pub name: &'a str,
    pub ranked: Ranked<'a>,
}

/// Both, and what the list of places is made by.
pub(super) struct Sides<'a> {
    /// Across, and upwards.
    pub each: [Side<'a>; 2],
    /// The one across, or the other where no place has a figure of that; with the title of the chart.
    pub lead: Ranked<'a>,
    pub is_led_by_x: bool,
    /// The times at which places have figures of each, where no place can have a dot: not one of them is that of both.
    pub apart: Option<[Vec<TimePeriod>; 2]>,
    villages: &'a [Village],
    none: Figure,
}

impl<'a> Sides<'a> {
    pub fn new(desk: &Desk<'a>, indicators: &'a Data) -> Sides<'a> {
        let (at, time, times) = shown(desk, indicators);
        let of = |at: usize| Side {
            name: indicators.0.get(at).map_or("", |of| of.name.get(desk.locale)),
            ranked: ranking::at_time(desk, indicators, at, time),
        };
        let (x, y) = (of(at[0]), of(at[1]));
        let is_led_by_x = desk.data.villages.iter().any(|village| x.ranked.figure(village).is_some());
        let mut lead = ranking::at_time(desk, indicators, if is_led_by_x { at[0] } else { at[1] }, time);
        let both = desk.say(message!("scatter-title"), &[(arg!("x"), x.name), (arg!("y"), y.name)]);
        lead.title = ranking::title(desk, &both, time);
        // each is said with its name
        lead.note = &None;
        for (attribute, caption, at) in [("x", message!("x-axis"), at[0]), ("y", message!("y-axis"), at[1])] {
            let is_shown = |i| i == at || ranking::is_given(desk.data, &indicators.0, i);
            let caption = desk.say(caption, &[]);
            lead.lists.extend(ranking::choices(desk, attribute, caption, &indicators.0, at, &is_shown));
        }
        lead.lists.extend(ranking::time_choices(desk, time, &times));
        lead.totals.clear();
        let of_each = [ranking::times(desk, at[0]), ranking::times(desk, at[1])];
        let [of_x, of_y] = &of_each;
        let is_timeless = of_x.is_empty() && of_y.is_empty();
        let are_apart = !is_timeless && of_x.iter().all(|time| !of_y.contains(time));
        let apart = Some(of_each).filter(|_| are_apart);
        let (villages, none) = (&desk.data.villages, ranking::no_figure(desk));
        Sides { each: [x, y], lead, is_led_by_x, apart, villages, none }
    }

    /// The figure of a village, by its place in the file; a missing one where the file has none.
    pub fn figure(&self, side: usize, at: usize) -> &Figure {
        let figure = |side: &Side<'a>| side.ranked.figure(self.villages.get(at)?);
        self.each.get(side).and_then(figure).unwrap_or(&self.none)
    }

    /// Which numbers those of a side can be.
    pub fn domain_of(&self, side: usize) -> Domain {
        self.each.get(side).map_or(Domain::default(), |side| side.ranked.domain)
    }

    /// That of the samples in the key.
    pub fn domain(&self) -> Domain {
        let [x, y] = &self.each;
        if y.ranked.domain.is_signed() {
            y.ranked.domain
        } else {
            x.ranked.domain
        }
    }
}

/// What a table of both is made by, with its title.
#[cfg(feature = "tools")]
pub(in crate::chart) fn lead<'a>(desk: &Desk<'a>, indicators: &'a Data) -> Ranked<'a> {
    Sides::new(desk, indicators).lead
}

/// Those that the view asks for, by their places in the file's list; for others the first that places have figures of.
fn asked(desk: &Desk, all: &[Indicator]) -> [Option<usize>; 2] {
    let (view, given) = (desk.view, ranking::given(desk));
    let (mut x, mut y) = (None, None);
    for (at, Indicator { id, .. }) in all.iter().enumerate() {
        x = x.or((view.x.as_deref() == Some(id)).then_some(at));
        y = y.or((view.y.as_deref() == Some(id)).then_some(at));
    }
    for (at, given) in given.iter().enumerate() {
        if given.is_measured && x != Some(at) && y != Some(at) {
            if x.is_none() {
                x = Some(at);
            } else {
                y = y.or(Some(at));
            }
        }
    }
    [x, y]
}

/// Both by their places in the file's list, the time that is shown, and all that can be: those at which places have
/// figures of both.
pub(in crate::chart) fn shown(
    desk: &Desk,
    indicators: &Data,
) -> ([usize; 2], Option<TimePeriod>, Vec<TimePeriod>) {
    let [x, y] = asked(desk, &indicators.0);
    let at = [x.unwrap_or(usize::MAX), y.unwrap_or(usize::MAX)];
    let (x, y) = (ranking::times(desk, at[0]), ranking::times(desk, at[1]));
    let asked = desk.view.time.filter(|time| x.contains(time) || y.contains(time));
    let mut both = Vec::new();
    for time in &x {
        if y.contains(time) {
            both.push(*time);
        }
    }
    let time = asked.or(both.last().copied()).or(x.last().copied());
    if let Some(time) = asked {
        ranking::insert(&mut both, time);
    }
    (at, time, both)
}

/// What the view asks for and the file does not have.
pub(in crate::chart) fn unknown(desk: &Desk, all: &[Indicator]) -> Option<Fault> {
    let view = desk.view;
    for (attribute, id) in [("x", &view.x), ("y", &view.y)] {
        if let Some(id) = id.as_ref().filter(|id| all.iter().all(|of| of.id != **id)) {
            return Some(wrong(attribute, "unknown_indicator", id, || one_of(&ranking::ids(all), id)));
        }
    }
    match (asked(desk, all), &view.x) {
        _ if all.is_empty() => None,
        ([Some(x), Some(y)], Some(id)) if x == y => {
            let expected = || {
                let mut others = ranking::ids(all);
                others.retain(|other| other != id);
                concat(&["another than that of x, ", &one_of(&others, "")])
            };
            Some(wrong("y", "same_indicator", id, expected))
        }
        ([Some(_), Some(_)], _) => None,
        _ => {
            let expected = || "figures of two indicators, of the same places".to_owned();
            Some(fault("indicators", "one_indicator", "figures of one indicator", expected))
        }
    }
}
