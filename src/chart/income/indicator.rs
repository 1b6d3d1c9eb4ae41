//! The chart of a file whose places have their income among its indicators: each place is a row.
#![cfg(feature = "indicators")]

use super::*;
use crate::chart::ranking::{at_time, choices, no_figure, ordered, shown, time_choices, times};
use crate::data::{Indicator, Indicators, MoneyUnit};

/// In which money an indicator is, and for which time, where it can be shown by the month and by the year.
fn money(of: &Indicator) -> Option<(MoneyUnit, Period)> {
    match (&of.unit, of.per) {
        (Some(Unit::Money(unit)), Some(per)) if is_converted(per) && !of.kind.domain().is_signed() => {
            Some((*unit, per))
        }
        _ => None,
    }
}

/// The indicators that can be drawn, by their places in the file's list: where the view asks for one, or the file has
/// no section of this chart.
fn drawn<'a>(data: &'a Dataset, view: &View) -> Option<(&'a Indicators, Vec<usize>)> {
    let all = data.indicators.as_ref().filter(|_| view.indicator.is_some() || data.income.is_none())?;
    let mut drawn = Vec::new();
    for (at, of) in all.0.iter().enumerate() {
        if money(of).is_some() {
            drawn.push(at);
        }
    }
    Some((all, drawn))
}

/// What the view asks for and the file does not have.
pub(in crate::chart) fn unknown(data: &Dataset, view: &View) -> Option<Fault> {
    let (all, drawn) = drawn(data, view)?;
    let asked = view.indicator.as_ref()?;
    let mut ids = Vec::new();
    for of in drawn.iter().filter_map(|at| all.0.get(*at)) {
        if of.id == *asked {
            return None;
        }
        ids.push(&*of.id);
    }
    let expected = || match ids[..] {
        [] => "an indicator in money, by the month or by the year: the file has none".to_owned(),
        _ => concat(&["an indicator in money, by the month or by the year, ", &one_of(&ids, asked)]),
    };
    Some(wrong("indicator", "unknown_indicator", asked, expected))
}

/// Its scene; `None` where that is of the file's section.
pub(in crate::chart) fn scene(desk: &Desk) -> Option<Scene> {
    let (all, drawn) = drawn(desk.data, desk.view)?;
    let is_asked = |at: &usize| all.0.get(*at).is_some_and(|of| desk.view.indicator.as_ref() == Some(&of.id));
    let at = drawn.iter().copied().find(is_asked).or(drawn.first().copied())?;
    let (of, times) = (all.0.get(at)?, times(desk, at));
    let (unit, per) = money(of)?;
    let time = shown(desk, &times);
    let ranked = at_time(desk, all, at, time);
    let none = no_figure(desk);
    let mut rows = Vec::new();
    for village in &desk.data.villages {
        rows.push(IncomeRow {
            id: Some(desk.village_id(village)),
            name: village.name.clone(),
            value: ranked.figure(village).unwrap_or(&none).clone(),
            per,
            places: village.district.iter().cloned().collect(),
            open_list: false,
        });
    }
    let mut sorted = Vec::new();
    let figures: Vec<_> = rows.iter().map(|row| &row.value).collect();
    for i in ordered(&figures, true) {
        sorted.extend(rows.get(i).cloned());
    }
    let title = Some(Label::from(&*ranked.title));
    let income = Income { title, note: of.note.clone(), unit, rows: sorted };
    let mut scene = super::scene(&ranked.desk(desk), &income);
    let caption = desk.say(message!("indicator"), &[]);
    let is_shown = |i| drawn.contains(&i);
    let lists = &mut scene.controls.lists;
    lists.extend(choices(desk, "indicator", caption, &all.0, at, &is_shown));
    lists.extend(time_choices(desk, time, &times));
    Some(scene)
}
