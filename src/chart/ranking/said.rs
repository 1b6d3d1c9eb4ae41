//! What the chart says of its villages in words.

use super::*;

/// How many of the villages that were asked for have no figure, where one has none: they are the last, perhaps pages
/// away.
pub(super) fn missing(desk: &Desk, shown: &[&Listed]) -> Option<String> {
    missing_of(desk, unmeasured(shown), shown.len())
}

/// How many have no figure.
fn unmeasured(of: &[&Listed]) -> usize {
    of.iter().filter(|of| !of.is_measured()).count()
}

/// The same of so many of all.
pub(in crate::chart) fn missing_of(desk: &Desk, missing: usize, all: usize) -> Option<String> {
    if missing == 0 {
        return None;
    }
    let voice = desk.voice();
    let (count, some, all) = (text::digits(missing), voice.count(missing), voice.villages(all));
    Some(voice.say(
        message!("missing-figures"),
        &[(arg!("count"), &count), (arg!("some"), &some), (arg!("villages"), &all)],
    ))
}

/// How many villages there are beside those of a card; nothing where all are on it.
pub(in crate::chart) fn more(desk: &Desk, more: usize) -> String {
    let (count, number) = (text::digits(more), desk.voice().count(more));
    match more {
        0 => String::new(),
        _ => desk
            .voice()
            .say_of_places(message!("more-villages"), &[(arg!("count"), &count), (arg!("number"), &number)]),
    }
}

/// How many villages, and of a list with pages the greatest and the least of the numbers stated.
pub(in crate::chart) fn opening(desk: &Desk, ranked: &Ranked, list: &List, pages: usize) -> String {
    let mut listed = list.shown();
    if !groups::is_one(desk) {
        listed.clear();
        for of in list.all() {
            listed.push(of);
        }
    }
    let ends = if pages > 1 { ends(desk, ranked, &listed) } else { None };
    opening_of(desk, [listed.len(), unmeasured(&listed)], ends)
}

/// The same of so many villages, so many of which have no figure.
pub(in crate::chart) fn opening_of(desk: &Desk, [all, missing]: [usize; 2], ends: Option<String>) -> String {
    let voice = desk.voice();
    let id = if missing > 0 { message!("list-opening-missing") } else { message!("list-opening") };
    let (all, missing) = (voice.villages(all), voice.count(missing));
    let mut sentences = vec![voice.say(id, &[(arg!("villages"), &all), (arg!("missing"), &missing)])];
    sentences.extend(ends);
    voice.sentences(&sentences)
}

/// The greatest and the least of the numbers stated, and whose they are; `None` where no two have one.
pub(in crate::chart) fn ends(desk: &Desk, ranked: &Ranked, of: &[&Listed]) -> Option<String> {
    let (mut most, mut least): (Option<&Listed>, Option<&Listed>) = (None, None);
    let mut measured = 0;
    for of in of.iter().filter(|l| l.is_measured()) {
        measured += 1;
        if most.is_none_or(|most| by_value(of.figure, most.figure).is_ge()) {
            most = Some(of);
        }
        if least.is_none_or(|least| by_value(of.figure, least.figure).is_lt()) {
            least = Some(of);
        }
    }
    if measured < 2 {
        return None;
    }
    Some(said_ends(desk, ranked, [most?, least?]))
}

/// The same of these two.
pub(in crate::chart) fn said_ends(desk: &Desk, ranked: &Ranked, [most, least]: [&Listed; 2]) -> String {
    let (voice, unit) = (desk.voice(), ranked.amount(&desk.voice()));
    let say = |of: &Listed| voice.list(&[&of.name(desk), &desk.quantity(of.figure, &unit)]);
    let (most, least) = (say(most), say(least));
    voice.say(message!("list-ends"), &[(arg!("most"), &most), (arg!("least"), &least)])
}

/// What villages make together, and how many of them are in that; `None` where nothing is known of it. The message says
/// so of all of them, or of some.
pub(super) fn sum(
    desk: &Desk,
    ranked: &Ranked,
    shown: &[&Listed],
    [of_all, of_some]: [Message; 2],
) -> Option<String> {
    let all = shown.len();
    let (sum, counted) = summed(shown).filter(|_| all > 1)?;
    let sum = desk.quantity(&Figure::from(sum), &ranked.amount(&desk.voice()));
    let id = if counted < all { of_some } else { of_all };
    let (some, villages) = (desk.voice().count(counted), desk.voice().villages(all));
    Some(desk.say(id, &[(arg!("some"), &some), (arg!("villages"), &villages), (arg!("sum"), &sum)]))
}

/// The same as a value, and how many are in it.
pub(in crate::chart) fn summed(shown: &[&Listed]) -> Option<(Value, usize)> {
    let mut values = Vec::new();
    for of in shown {
        values.push(&of.figure.value);
    }
    let sum = Value::sum_of(&values)?;
    // what is open upwards is the sum of what is certain: one "nearly 1,000" may be next to nothing, and is not in it
    let certain = |l: &&&Listed| {
        let of = l.figure.value.interval();
        of.low > 0.0 || of.high == 0.0
    };
    let counted = match sum {
        Value::MoreThan(_) | Value::AtLeast(_) => shown.iter().filter(certain).count(),
        _ => shown.len(),
    };
    Some((sum, counted))
}
