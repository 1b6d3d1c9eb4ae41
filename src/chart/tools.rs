//! What tables and fragments ask of a chart's figures.

use super::*;
use crate::scene::Cells;

/// Why a chart cannot be drawn: a name for the fault, what is asked for, and what would be right.
pub(super) struct Fault {
    code: &'static str,
    found: String,
    expected: String,
}

pub(super) fn fault(code: &'static str, found: &str, expected: impl FnOnce() -> String) -> Fault {
    Fault { code, found: found.to_owned(), expected: expected() }
}

/// The finding that says so.
pub(super) fn refusal(view: &View, fault: Fault) -> Finding {
    let Fault { code, found, expected } = fault;
    let path = concat(&["$.", view.kind.key()]);
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
