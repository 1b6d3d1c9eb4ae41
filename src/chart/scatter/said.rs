//! What the chart says of its places in words.

use super::cells::Cells;
use super::plan::Plan;
use super::*;

/// "Poverty rate: 4.9%".
pub(super) fn named(desk: &Desk, name: &str, value: &str) -> String {
    desk.say(message!("dimension-of-village"), &[(arg!("name"), name), (arg!("value"), value)])
}

/// Both figures of a place, each with the name of what it is of.
pub(super) fn both(desk: &Desk, sides: &Sides, place: &Place) -> String {
    let mut both = Vec::new();
    for (side, figure) in sides.each.iter().zip(place.figures) {
        let desk = side.ranked.desk(desk);
        let unit = side.ranked.amount(&desk.voice());
        both.push(named(&desk, side.name, &desk.quantity(figure, &unit)));
    }
    let both: Vec<&str> = both.iter().map(String::as_str).collect();
    desk.voice().long_list(&both)
}

/// Which of both figures says where a place's item is from: the first that there is.
pub(super) fn leading(place: &Place) -> usize {
    let [x, _] = place.figures;
    usize::from(x.value.stated().is_none())
}

/// The item of a place.
pub(super) fn item(desk: &Desk, sides: &Sides, place: &Place) -> ItemTexts {
    let mut texts = ranking::said_of(desk, &sides.lead, place.of, 0, "");
    texts.value = both(desk, sides, place);
    let lead = leading(place);
    let of_lead = sides.each.get(lead).zip(place.figures.get(lead));
    let of_lead = of_lead.map(|(side, figure)| side.ranked.desk(desk).origin(figure));
    let mut before = 0;
    for (at, (side, figure)) in sides.each.iter().zip(place.figures).enumerate() {
        let desk = side.ranked.desk(desk);
        let mut said = Vec::new();
        for flag in figure.flags.iter() {
            said.push(desk.say(flag.message(), &[]));
        }
        if let Some(quote) = &figure.quote {
            said.push(desk.say(message!("quote"), &[(arg!("text"), quote.get(desk.locale))]));
        }
        // where one figure is from the item says; that all of an indicator are from elsewhere is heard once
        let origin = desk.origin(figure);
        let is_own = !desk.aloud || origin != desk.origin(&Figure::default());
        if at != lead && is_own && figure.value.stated().is_some() && Some(origin) != of_lead {
            said.extend(desk.voice().origin(desk.source_name(origin.0), &desk.date(origin.1)));
        }
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        if said.iter().any(|text| !text.is_empty()) {
            texts.notes.insert(before, named(&desk, side.name, &desk.voice().long_list(&said)));
            before += 1;
        }
    }
    texts
}

/// The item of a cell: between which numbers it lies, and how many places it counts, by name where they are few.
pub(super) fn cell(
    desk: &Desk,
    sides: &Sides,
    cells: &Cells,
    at: usize,
    count: usize,
    members: &[&Place],
) -> ItemTexts {
    const MOST: usize = 6;
    let mut between = Vec::new();
    for (side, (low, high)) in sides.each.iter().zip(cells.ends(at)) {
        let desk = side.ranked.desk(desk);
        let brief = desk.brief();
        let from = brief.number(low, 6);
        let below = brief.quantity(&Figure::from(Value::Exact(high)), &side.ranked.amount(&brief), false);
        let ends = desk.say(message!("spread-column"), &[(arg!("from"), &from), (arg!("below"), &below)]);
        between.push(named(&desk, side.name, &ends));
    }
    let mut names = Vec::new();
    for place in members.iter().take(MOST) {
        names.push(place.of.name(desk));
    }
    let [between, names] = [between, names].map(|texts| {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        desk.voice().long_list(&texts)
    });
    ItemTexts {
        title: between,
        value: desk.voice().villages(count),
        notes: if members.len() <= MOST && !names.is_empty() { vec![names] } else { Vec::new() },
        ..ItemTexts::default()
    }
}

/// What an axis is of, with its unit where that does not stand at its numbers.
pub(super) fn title(desk: &Desk, side: &Side) -> String {
    let desk = side.ranked.desk(desk);
    let unit = side.ranked.amount(&desk.voice());
    if unit.is_empty()
        || side.ranked.unit.is_sign()
        || desk.platform.fold(&unit) == desk.platform.fold(side.name)
    {
        return side.name.to_owned();
    }
    desk.say(message!("in-brackets"), &[(arg!("text"), side.name), (arg!("note"), &unit)])
}

/// What is said under the picture: how many places have no figure, no mark or one that is not seen, which of the named
/// ones, where axes begin, if not at zero, and what the file notes of both indicators.
pub(super) fn under(
    desk: &Desk,
    sides: &Sides,
    pairs: &Pairs,
    plan: &Plan,
    without: &[usize],
) -> Vec<String> {
    let voice = desk.voice();
    let mut lacking = Vec::new();
    let all = voice.villages(pairs.members);
    let counted = |n: usize| [text::digits(n), voice.count(n)];
    for (side, missing) in sides.each.iter().zip(pairs.missing) {
        if missing > 0 {
            let [count, some] = counted(missing);
            lacking.push(desk.say(
                message!("scatter-missing"),
                &[
                    (arg!("count"), &count),
                    (arg!("some"), &some),
                    (arg!("villages"), &all),
                    (arg!("title"), side.name),
                ],
            ));
        }
    }
    if pairs.neither > 0 {
        let [count, some] = counted(pairs.neither);
        lacking
            .push(desk.say(message!("scatter-neither"), &[(arg!("count"), &count), (arg!("some"), &some)]));
    }
    let mut said = Vec::new();
    if !lacking.is_empty() {
        said.push(voice.sentences(&lacking));
    }
    if plan.undrawn > 0 {
        said.push(
            desk.say(message!("scatter-uncounted"), &[(arg!("villages"), &voice.villages(plan.undrawn))]),
        );
    }
    for (i, place) in pairs.places.iter().enumerate() {
        let has_no_mark = place.named.is_named && !place.is_known();
        if (has_no_mark || without.contains(&i)) && said.len() < MOST_LABELS {
            said.push(named(desk, &place.of.name(desk), &both(desk, sides, place)));
        }
    }
    // who listens sees no picture
    if !desk.aloud {
        if plan.hidden > 0 {
            said.push(
                desk.say(message!("scatter-hidden"), &[(arg!("villages"), &voice.villages(plan.hidden))]),
            );
        }
        for (side, axis) in sides.each.iter().zip(&plan.axes) {
            let desk = side.ranked.desk(desk);
            let voice = desk.brief();
            let low = axis.domain().0;
            if low > 0.0 {
                let from = voice.quantity(&Figure::from(Value::Exact(low)), &side.ranked.unit(&voice), false);
                let begins = desk.say(message!("trend-axis"), &[(arg!("amount"), &from)]);
                said.push(named(&desk, side.name, &begins));
            }
        }
    }
    for side in &sides.each {
        if let Some(note) = side.ranked.note.as_ref().filter(|_| desk.card().is_none()) {
            said.push(named(desk, side.name, note.get(desk.locale)));
        }
    }
    said
}

/// What a listener hears before the figures: how many places there are. Where a list has pages, also the figures of
/// each that is named.
pub(super) fn opening(desk: &Desk, sides: &Sides, pairs: &Pairs, pages: usize) -> String {
    let voice = desk.voice();
    let all = voice.villages(pairs.members);
    let mut said = vec![desk.say(message!("list-opening"), &[(arg!("villages"), &all)])];
    for place in pairs.places.iter().filter(|place| place.named.has_label && pages > 1) {
        said.push([&*place.of.name(desk), ": ", &both(desk, sides, place)].concat());
    }
    voice.sentences(&said)
}
