//! What the chart says of its places in words.

use super::*;

/// As many places of a column are named.
pub(in crate::chart) const MOST_NAMES: usize = 6;

/// The item of a column: between which numbers it lies, and how many places it counts; by name where those that are
/// given are all of them.
pub(in crate::chart) fn column(
    desk: &Desk,
    ranked: &Ranked,
    (low, high): (f64, f64),
    count: usize,
    some: &[Listed],
) -> ItemTexts {
    let brief = desk.brief();
    let from = brief.number(low, 6);
    let below = brief.quantity(&Figure::from(Value::Exact(high)), &ranked.amount(&brief), false);
    let mut names = Vec::new();
    for of in some {
        names.push(of.name(desk));
    }
    let title = desk.say(message!("spread-column"), &[(arg!("from"), &from), (arg!("below"), &below)]);
    let mut texts = ItemTexts::new(title, desk.voice().villages(count), String::new());
    if count == names.len() && !names.is_empty() {
        texts.notes.push(desk.voice().list(&text::borrowed(&names)));
    }
    texts
}

/// What is said under the picture: which of the named places have no figure, and why; where the axis begins, if not at
/// zero; and how many places are in no column.
pub(super) fn under(
    desk: &Desk,
    ranked: &Ranked,
    (list, spread): (&List, &Spread),
    low: f64,
    uncounted: usize,
) -> Vec<String> {
    let voice = desk.brief();
    let mut said = Vec::new();
    for Place { at, is_named, .. } in spread.places.iter().skip(spread.measured) {
        if let Some(of) = list.one(*at).filter(|_| *is_named && said.len() < MOST_LABELS) {
            said.push(concat(&[&*of.name(desk), ": ", &desk.quantity(of.figure, "")]));
        }
    }
    said.extend(axes::begins(desk, ranked, low));
    if uncounted > 0 {
        said.push(desk.say(message!("spread-uncounted"), &[(arg!("villages"), &voice.villages(uncounted))]));
    }
    said
}

/// What a listener hears before the figures: how many there are. Where a list has pages, also between which
/// ends they lie, and of each place that is named its figure and its rank.
pub(super) fn opening(
    desk: &Desk,
    ranked: &Ranked,
    (list, spread): (&List, &Spread),
    pages: usize,
) -> String {
    let voice = desk.voice();
    let unit = ranked.amount(&voice);
    let mut ends = None;
    if let (Some(least), Some(most)) =
        (spread.place(list, 0), spread.place(list, spread.measured.saturating_sub(1)))
    {
        ends = (pages > 1 && spread.measured > 1).then(|| ranking::said_ends(desk, ranked, [&most, &least]));
    }
    let all = spread.places.len();
    let mut all = vec![ranking::opening_of(desk, [all, all - spread.measured], ends)];
    for of in spread.labelled.iter().filter(|_| pages > 1).filter_map(|i| spread.place(list, *i)) {
        let figure = desk.quantity(of.figure, &unit);
        let rank = of.place.as_ref().filter(|_| spread.known > 1);
        let rank = rank.map_or(String::new(), |rank| voice.rank(rank, spread.known, ranked.selection));
        all.push(concat(&[&*of.name(desk), ": ", &voice.list(&[&figure, &rank])]));
    }
    voice.sentences(&all)
}
