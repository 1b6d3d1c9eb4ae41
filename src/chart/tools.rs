//! What tables and fragments ask of a chart's figures.

use super::*;
use crate::data::{quoted, same};
use crate::scene::Cells;

/// Why a chart cannot be drawn: whose fault that is, a name for it, what was found, and what would be right.
pub(super) struct Fault {
    code: &'static str,
    /// The key of a part of the file; the name of the attribute that asks for what the file does not have.
    at: Result<&'static str, &'static str>,
    found: String,
    expected: String,
}

/// A fault of the file, under a key.
pub(super) fn fault(
    key: &'static str,
    code: &'static str,
    found: &str,
    expected: impl FnOnce() -> String,
) -> Fault {
    Fault { code, at: Ok(key), found: found.to_owned(), expected: expected() }
}

/// A fault of an attribute, or of the option of its name: the file does not have what it asks for.
pub(super) fn wrong(
    attribute: &'static str,
    code: &'static str,
    asked: &str,
    expected: impl FnOnce() -> String,
) -> Fault {
    Fault { code, at: Err(attribute), found: quoted(asked), expected: expected() }
}

/// What the file has, of which an attribute asks for none: with the one that says the same, where there is one, and of
/// very many how many more there are.
pub(super) fn one_of(all: &[&str], asked: &str) -> String {
    const MOST: usize = 50;
    let perhaps = same(Some(asked), all).map_or(String::new(), |name| format!(" (\"{name}\", perhaps)"));
    let more = match all.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let named = all.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    format!("one of: {named}{more}{perhaps}")
}

/// The finding that says so.
pub(super) fn refusal(fault: Fault) -> Finding {
    let Fault { code, at, found, expected } = fault;
    let path = at.map_or_else(str::to_owned, |key| concat(&["$.", key]));
    Finding { severity: Severity::Error, code, path, found, expected, place: None }
}

/// What a table says of a figure beside its item.
pub(super) fn cells(
    desk: &Desk,
    figure: &Figure,
    [unit, source, as_of, spoken]: [String; 4],
    say: &dyn Fn(&Desk) -> ItemTexts,
    quote: &Option<String>,
) -> Cells {
    let date = desk.origin(figure).1;
    // in the unit that is written beside it
    let figure = Figure { value: figure.value.times(desk.numbers.factor), ..figure.clone() };
    if !desk.tabled {
        let (time, district, heard) = Default::default();
        return Cells { figure, unit, source, as_of, spoken, time, district, heard, listed: false };
    }
    let ItemTexts { title, subtitle, value, mut notes, district, listed, .. } = say(&desk.aloud());
    notes.extend(figure.flags.iter().map(|flag| desk.say(flag.message(), &[])));
    notes.extend(quote.clone());
    let date = desk.aloud().date(date);
    let heard = [title, subtitle, value, table::notes(&notes), source.clone(), date];
    let time = desk.time.map_or(String::new(), |time| time.text());
    let heard = heard.map(|text| desk.voice().ranges_in_words(&text));
    Cells { figure, unit, source, as_of, spoken, time, district, heard, listed }
}

/// What the chart says, which page of it that is, with its first figures one after another, and how many there are
/// besides: for one who has no list of them.
pub(super) fn description(
    desk: &Desk,
    opening: String,
    controls: &Controls,
    items: &[Item],
    end: String,
) -> String {
    const MOST: usize = 6;
    let voice = desk.aloud().voice();
    let Controls { page, pages, .. } = *controls;
    let page = if pages > 1 { voice.page(page, pages) } else { String::new() };
    let more = match items.len().saturating_sub(MOST) {
        0 => String::new(),
        more => desk.say(
            message!("more-figures-spoken"),
            &[(arg!("count"), &text::digits(more)), (arg!("number"), &voice.count(more))],
        ),
    };
    let mut figures: Vec<&str> = items.iter().take(MOST).map(|item| &*item.cells.spoken).collect();
    figures.push(&more);
    desk.voice().sentences(&[opening, page, voice.long_list(&figures), end])
}
