//! What the chart says of its places in words.

use super::plan::Plan;
use super::*;

/// "Poverty rate: 4.9%".
pub(super) fn named(desk: &Desk, name: &str, value: &str) -> String {
    desk.say(message!("dimension-of-village"), &[(arg!("name"), name), (arg!("value"), value)])
}

/// Texts that are not empty, one after another.
fn all_of(desk: &Desk, texts: &[String]) -> String {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    desk.voice().long_list(&texts)
}

/// Something for each of both, with the name of what it is of.
fn of_each(desk: &Desk, sides: &Sides, say: &dyn Fn(&Desk, usize, &Side) -> String) -> String {
    let mut both = Vec::new();
    for (at, side) in sides.each.iter().enumerate() {
        let desk = &side.ranked.desk(desk);
        both.push(named(desk, side.name, &say(desk, at, side)));
    }
    all_of(desk, &both)
}

/// Both figures of a place.
fn both(desk: &Desk, sides: &Sides, place: &Place) -> String {
    of_each(desk, sides, &|desk, at, side| {
        desk.quantity(sides.figure(at, place.at), &side.ranked.amount(&desk.voice()))
    })
}

/// Which of both figures says where a place's item is from: the first that there is.
pub(super) fn leading(sides: &Sides, place: &Place) -> usize {
    usize::from(sides.figure(0, place.at).value.stated().is_none())
}

/// The item of a place.
pub(super) fn item(desk: &Desk, sides: &Sides, of: &Listed, place: &Place) -> ItemTexts {
    let mut texts = ranking::said_of(desk, &sides.lead, of, 0, "");
    texts.value = both(desk, sides, place);
    let mut notes = Vec::new();
    let mut before = None;
    for (at, side) in sides.each.iter().enumerate() {
        let (desk, figure) = (&side.ranked.desk(desk), sides.figure(at, place.at));
        let mut said = Vec::new();
        for flag in figure.flags.iter() {
            said.push(desk.say(flag.message(), &[]));
        }
        if let Some(quote) = &figure.quote {
            said.push(desk.say(message!("quote"), &[(arg!("text"), quote.get(desk.locale))]));
        }
        // where the first is from the item says; that all of an indicator are from elsewhere is heard once
        let origin = desk.origin(figure);
        let is_own = !desk.aloud || origin != desk.origin(&Figure::default());
        if before.is_some_and(|before| before != origin) && is_own && figure.value.stated().is_some() {
            let [source, as_of] = desk.voice().origin(desk.source_name(origin.0), &desk.date(origin.1));
            said.push(source);
            said.push(as_of);
        }
        before = Some(origin).filter(|_| at == leading(sides, place));
        let said = all_of(desk, &said);
        if !said.is_empty() {
            notes.push(named(desk, side.name, &said));
        }
    }
    notes.append(&mut texts.notes);
    texts.notes = notes;
    texts
}

/// The item of a cell: between which numbers it lies, and how many places it counts, by name where they are few.
pub(super) fn cell(
    desk: &Desk,
    sides: &Sides,
    ends: [(f64, f64); 2],
    count: usize,
    some: &[Listed],
) -> ItemTexts {
    let column = |desk: &Desk, side: &Side, ends| spread::said::column(desk, &side.ranked, ends, count, some);
    let mut texts = column(desk, &sides.each[0], ends[0]);
    texts.title = of_each(desk, sides, &|desk, at, side| {
        column(desk, side, ends.get(at).copied().unwrap_or_default()).title
    });
    texts
}

/// What an axis is of, with its unit if that does not stand at its numbers.
pub(super) fn title(desk: &Desk, side: &Side, is_at_numbers: bool) -> String {
    let unit = side.ranked.amount(&desk.voice());
    let fold = |text: &str| desk.platform.fold(text);
    if unit.is_empty() || is_at_numbers || fold(&unit) == fold(side.name) {
        return side.name.to_owned();
    }
    desk.say(message!("in-brackets"), &[(arg!("text"), side.name), (arg!("note"), &unit)])
}

/// Why no place has a dot, where both are of no time in common: of which times each is.
pub(super) fn apart(desk: &Desk, sides: &Sides) -> String {
    let Some(times) = &sides.apart else { return String::new() };
    let named = of_each(desk, sides, &|desk, at, _| {
        let mut names = Vec::new();
        for time in times.get(at).into_iter().flatten() {
            names.push(desk.time(*time));
        }
        match names.is_empty() {
            true => desk.say(message!("scatter-timeless"), &[]),
            false => desk.voice().list(&text::borrowed(&names)),
        }
    });
    desk.voice().sentences(&[desk.say(message!("scatter-apart"), &[]), named])
}

/// What is said under the picture: how many places have no figure, no mark or one that is not seen, which of the named
/// ones, where axes begin, if not at zero, and what the file notes of both indicators.
pub(super) fn under(
    desk: &Desk,
    sides: &Sides,
    (list, pairs): (&List, &Pairs),
    plan: &Plan,
    without: &[usize],
) -> Vec<String> {
    let voice = desk.voice();
    let say = |message, count: usize, of: usize, title| {
        let arguments = [
            (arg!("count"), &*text::digits(count)),
            (arg!("some"), &voice.count(count)),
            (arg!("villages"), &voice.villages(of)),
            (arg!("title"), title),
        ];
        if count > 0 {
            desk.say(message, &arguments)
        } else {
            String::new()
        }
    };
    let [x, y] = &sides.each;
    let ([no_x, no_y], all) = (pairs.missing, pairs.members);
    let missing = voice.sentences(&[
        say(message!("scatter-missing"), no_x, all, x.name),
        say(message!("scatter-missing"), no_y, all, y.name),
        say(message!("scatter-neither"), pairs.neither, all, ""),
    ]);
    let hidden = if desk.aloud { 0 } else { plan.hidden };
    let mut said = vec![
        missing,
        say(message!("scatter-uncounted"), plan.undrawn, plan.undrawn, ""),
        say(message!("scatter-hidden"), hidden, hidden, ""),
    ];
    for i in &pairs.named {
        let Some(place) = pairs.place(*i).filter(|place| !place.is_known || without.contains(i)) else {
            continue;
        };
        if let Some(of) = list.one(place.at).filter(|_| said.len() < MOST_LABELS) {
            said.push(named(desk, &of.name(desk), &both(desk, sides, place)));
        }
    }
    for (side, axis) in sides.each.iter().zip(&plan.axes) {
        let begins = axes::begins(&side.ranked.desk(desk), &side.ranked, axis.domain().0);
        let note = side.ranked.note.as_ref().filter(|_| desk.card().is_none());
        if let Some(begins) = &begins {
            said.push(named(desk, side.name, begins));
        }
        if let Some(note) = note {
            said.push(named(desk, side.name, note.get(desk.locale)));
        }
    }
    said
}

/// What a listener hears before the figures: how many places there are. Where a list has pages, also the figures of
/// each that is named.
pub(super) fn opening(desk: &Desk, sides: &Sides, (list, pairs): (&List, &Pairs), pages: usize) -> String {
    let voice = desk.voice();
    let all = voice.villages(pairs.members);
    let mut said = vec![desk.say(message!("list-opening"), &[(arg!("villages"), &all)]), apart(desk, sides)];
    for place in pairs.named.iter().filter_map(|i| pairs.place(*i)) {
        if let Some(of) = list.one(place.at).filter(|_| place.named.has_label && pages > 1) {
            said.push(named(desk, &of.name(desk), &both(desk, sides, place)));
        }
    }
    voice.sentences(&said)
}
