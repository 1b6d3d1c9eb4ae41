//! The places that a reader looks for and chooses. What is chosen is the view's `places`, which the page has, too.

use super::series::name;
use super::*;
use crate::scene::Named;
use crate::view::Filter;

/// So many found ones are offered at once: who sees more types on.
const MOST: usize = 8;

pub(super) fn asked(desk: &Desk, trend: &Trend, series: &[Series], apart: &Apart) -> Asked {
    let (villages, voice) = (&desk.data.villages, desk.voice());
    let drawn: Vec<usize> = series.iter().filter_map(|of| of.village).collect();
    let (mut found, mut answers) = (Vec::new(), Vec::new());
    if desk.view.filter != Filter::default() {
        (found, answers) = ranking::found(desk, &trend.ranked);
    }
    let Some(picked) = picked(desk, &found, &drawn, &|at| apart.of(at)) else { return Asked::default() };
    if !places::asked(desk.view).is_empty() {
        answers.push(said::some(&desk.aloud(), drawn.len()));
    }
    let find = Choices {
        find: voice.say_of_places(message!("find"), &[]),
        all: voice.say(message!("villages-all"), &[(arg!("villages"), &voice.villages(villages.len()))]),
        ..Choices::default()
    };
    Asked { find: Some(find), picked: Some(picked), answers }
}

/// The places that the view asks for, those that are drawn where it asks for none, and some of those that were found,
/// all by their places in the file; what tells one from others of its name is asked for.
pub(in crate::chart) fn picked<'n>(
    desk: &Desk,
    found: &[usize],
    drawn: &[usize],
    apart: &dyn Fn(usize) -> &'n str,
) -> Option<Picked> {
    let villages = &desk.data.villages;
    // a file has no reader, and with one place there is nothing to choose
    if desk.tabled || desk.card().is_some() || villages.len() < 2 {
        return None;
    }
    let named = |at: usize| {
        villages.get(at).map(|village| Named {
            id: places::word(village, !apart(at).is_empty()),
            name: name(desk, village, apart(at)),
        })
    };
    let mut chosen: Vec<Named> = Vec::new();
    let names = places::asked(desk.view);
    for asked in &names {
        for (at, village) in villages.iter().enumerate() {
            if places::is(village, asked) {
                let named = named(at).filter(|named| chosen.iter().all(|other| other.id != named.id));
                chosen.extend(named);
            }
        }
    }
    if names.is_empty() {
        chosen.extend(drawn.iter().filter_map(|at| named(*at)));
    }
    // what is typed whole stands before what it is only a part of
    let length = |at: usize| villages.get(at).map_or(0, |village| village.name.get(desk.locale).len());
    let mut offered = Vec::new();
    for i in sort::order(found, &|a, b| length(*a).cmp(&length(*b))).into_iter().take(MOST) {
        offered.extend(found.get(i).and_then(|at| named(*at)));
    }
    Some(Picked { chosen, found: offered })
}

/// The places that are drawn, in the order of their lines, by their places in the file.
pub(in crate::chart) fn drawn(desk: &Desk, indicators: &Data) -> Vec<usize> {
    let none = Indicator::default();
    let (trend, at) = Trend::new(desk, indicators, &none);
    let desk = &trend.ranked.desk(desk);
    let series = series::chosen(desk, &trend, at, &ranking::apart(desk), &mut Vec::new());
    series.iter().filter_map(|of| of.village).collect()
}

/// How many of all places are drawn, in words.
pub(in crate::chart) fn how_many(desk: &Desk) -> String {
    let drawn = desk.data.indicators.as_ref().map_or(0, |indicators| drawn(desk, indicators).len());
    said::some(desk, drawn)
}
