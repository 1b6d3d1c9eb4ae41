//! What the chart says of its groups in words.

use super::plan::{Plan, Strips};
use super::*;

/// So many kept places are named in a row.
pub(super) const MOST_NAMES: usize = 3;

/// "12 groups".
pub(super) fn count(desk: &Desk, groups: usize) -> String {
    let (count, number) = (text::digits(groups), desk.voice().count(groups));
    let numbers = [(arg!("count"), &*count), (arg!("number"), &*number)];
    match ranking::nouns(desk) {
        Some([one, many]) => {
            let [count, number] = numbers;
            desk.say(message!("villages"), &[count, number, (arg!("one"), &*one), (arg!("many"), &*many)])
        }
        None => desk.say(message!("groups-count"), &numbers),
    }
}

/// What a group is called.
pub(super) fn name(desk: &Desk, group: &Group) -> String {
    match group.name {
        "" => desk.say(message!("no-group"), &[]),
        name => name.to_owned(),
    }
}

/// "12 of 15 communes", of whose figures the row is; "15 communes" where it is all of them.
pub(super) fn places(desk: &Desk, group: &Group) -> String {
    let voice = desk.voice();
    let all = voice.villages(group.members.len());
    match group.counted {
        counted if counted == group.members.len() || group.measured.is_empty() => all,
        counted => {
            let some = voice.count(counted);
            desk.say(message!("groups-some"), &[(arg!("some"), &some), (arg!("villages"), &all)])
        }
    }
}

/// Why a group has no figure at all: what the file says of all of its places, where that is one thing.
fn reason(group: &Group) -> Value {
    let mut reason: Option<&Value> = None;
    let mut several = false;
    for of in &group.members {
        several |= reason.is_some_and(|reason| *reason != of.figure.value);
        reason = Some(&of.figure.value);
    }
    reason.filter(|_| !several).cloned().unwrap_or_default()
}

/// The number at the lower or the upper end of a figure, with the words that qualify it.
fn end(value: &Value, upper: bool) -> Value {
    match *value {
        Value::Range(low, high) => Value::Exact(if upper { high } else { low }),
        Value::Estimate { at, .. } => Value::Exact(at),
        _ => value.clone(),
    }
}

/// The figure of a group as it is written: its sum, or the ends between which its figures lie.
pub(super) fn parts(desk: &Desk, ranked: &Ranked, group: &Group, unit: &str) -> Vec<text::Part> {
    let voice = desk.voice();
    let words = |message| vec![text::Part { text: desk.say(message, &[]), strong: false, spaced: false }];
    let (Some(least), Some(most)) = (group.measured.first(), group.greatest()) else {
        let reason = Figure::from(reason(group));
        let parts = voice.parts(&reason, unit, false);
        return if parts.iter().all(|part| part.text.is_empty()) {
            words(message!("no-figure"))
        } else {
            parts
        };
    };
    if ranked.is_summable {
        return match group.figure.value.stated() {
            Some(_) => desk.marked_parts(&group.figure, unit),
            None => words(message!("groups-open")),
        };
    }
    if group.measured.len() == 1 {
        return desk.marked_parts(least.figure, unit);
    }
    match (end(&least.figure.value, false), end(&most.figure.value, true)) {
        (Value::Exact(low), Value::Exact(high)) if low < high => {
            voice.parts(&Figure::from(Value::Range(low, high)), unit, false)
        }
        (Value::Exact(low), Value::Exact(_)) => voice.parts(&Figure::from(Value::Exact(low)), unit, false),
        (low, high) => {
            let low = desk.quantity(&Figure::from(low), "");
            let high = desk.quantity(&Figure::from(high), unit);
            let text = desk.say(message!("groups-ends"), &[(arg!("least"), &low), (arg!("most"), &high)]);
            vec![text::Part { text, strong: true, spaced: false }]
        }
    }
}

/// The same in words.
pub(super) fn value(desk: &Desk, ranked: &Ranked, group: &Group) -> String {
    let unit = ranked.amount(&desk.voice());
    // its flags are said by themselves
    match group.figure.value.stated() {
        Some(_) if ranked.is_summable => desk.quantity(&group.figure, &unit),
        _ => {
            let mut whole = String::new();
            for part in parts(desk, ranked, group, &unit) {
                whole += if part.spaced && !whole.is_empty() { " " } else { "" };
                whole += &part.text;
            }
            whole
        }
    }
}

/// "Median: 4.9%", where one is known.
fn median(desk: &Desk, ranked: &Ranked, group: &Group) -> Option<String> {
    group.figure.value.stated().filter(|_| !ranked.is_summable)?;
    let median = desk.quantity(&group.figure, &ranked.unit(&desk.voice()));
    Some(desk.say(message!("groups-median"), &[(arg!("median"), &median)]))
}

/// A place that is looked for, with its figure.
fn named(desk: &Desk, ranked: &Ranked, of: &Listed) -> String {
    let value = desk.quantity(of.figure, &ranked.unit(&desk.voice()));
    desk.say(message!("dimension-of-village"), &[(arg!("name"), &of.name(desk)), (arg!("value"), &value)])
}

/// What stands under a group's name: how many places it has, their median, and those that are looked for.
pub(super) fn about(desk: &Desk, ranked: &Ranked, group: &Group) -> Vec<String> {
    let mut parts = vec![places(desk, group)];
    parts.extend(median(desk, ranked, group));
    for of in group.named.iter().take(MOST_NAMES) {
        parts.push(named(desk, ranked, of));
    }
    parts
}

/// The item of a group; so many have a figure.
pub(super) fn item(desk: &Desk, ranked: &Ranked, group: &Group, known: usize) -> ItemTexts {
    let voice = desk.voice();
    let mut texts =
        ItemTexts::new(name(desk, group), value(desk, ranked, group), ranked.amount(&desk.voice()));
    texts.notes.push(places(desk, group));
    texts.notes.extend(median(desk, ranked, group));
    if let Some(place) = group.place.as_ref().filter(|_| known > 1) {
        let rank = voice.rank_among(place, known, &count(desk, known));
        texts.notes.push(match ranked.is_summable {
            true => rank,
            false => desk.say(message!("groups-rank"), &[(arg!("rank"), &rank)]),
        });
    }
    texts.notes.extend(ranking::ends(desk, ranked, &group.members));
    texts.notes.extend(ranking::missing_of(
        desk,
        group.members.len() - group.measured.len().min(group.members.len()),
        group.members.len(),
    ));
    for of in &group.named {
        texts.notes.push(named(desk, ranked, of));
    }
    texts.listed = true;
    texts
}

/// What stands above all groups: how their marks are read, where these are no bars.
pub(super) fn reading(desk: &Desk, ranked: &Ranked, groups: &[Group], plan: &Plan) -> String {
    let voice = desk.voice();
    let of_marks = match &plan.strips {
        None => return String::new(),
        Some(Strips::Dots { .. }) => voice.say_of_places(message!("groups-dots"), &[]),
        Some(Strips::Columns { most, .. }) => {
            let most = voice.villages(*most);
            voice.sentences(&[
                voice.say_of_places(message!("spread-columns"), &[]),
                desk.say(message!("groups-highest"), &[(arg!("villages"), &most)]),
            ])
        }
    };
    let has_median = groups.iter().any(|group| median(desk, ranked, group).is_some());
    let of_median = if has_median { desk.say(message!("groups-stroke"), &[]) } else { String::new() };
    voice.sentences(&[of_marks, of_median])
}

/// What is said under the rows: where the axis begins, if not at zero, and how many places are in no column.
pub(super) fn under(desk: &Desk, ranked: &Ranked, plan: &Plan) -> Vec<String> {
    let mut said = Vec::new();
    if plan.strips.is_some() {
        said.extend(axes::begins(desk, ranked, plan.axis.domain().0));
    }
    if let Some(Strips::Columns { uncounted, .. }) = plan.strips {
        if uncounted > 0 {
            let villages = desk.voice().villages(uncounted);
            said.push(desk.say(message!("spread-uncounted"), &[(arg!("villages"), &villages)]));
        }
    }
    said
}

/// What a listener hears before the figures.
pub(super) fn opening(desk: &Desk, groups: &[Group], all: usize, missing: usize) -> String {
    let villages = desk.voice().villages(all);
    let missing = ranking::missing_of(desk, missing, all).unwrap_or_default();
    desk.voice().sentences(&[desk.voice().list(&[&count(desk, groups.len()), &villages]), missing])
}

/// How many groups there are beside those of a card.
pub(super) fn more(desk: &Desk, more: usize) -> String {
    let (count, number) = (text::digits(more), desk.voice().count(more));
    match more {
        0 => String::new(),
        _ => desk.say(message!("groups-more"), &[(arg!("count"), &count), (arg!("number"), &number)]),
    }
}
