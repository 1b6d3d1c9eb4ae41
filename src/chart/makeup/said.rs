//! What the chart says in words.

use super::bar::Stand;
use super::*;
use crate::figure::Value;

/// "Wages: 1.2 million đồng".
fn named(desk: &Desk, name: &str, value: &str) -> String {
    desk.say(message!("dimension-of-village"), &[(arg!("name"), name), (arg!("value"), value)])
}

/// A number of the bars: an amount, or a share of the whole.
fn number(desk: &Desk, makeup: &Makeup, x: f64) -> String {
    let own = makeup.whole.desk(desk).voice();
    let (voice, value, unit) = match makeup.in_shares {
        true => {
            let voice = text::Voice { numbers: text::Numbers::default(), ..own };
            (voice, bar::written(&Value::Exact(x)), voice.unit(&Unit::Percent))
        }
        // what binary has made of decimals is no decimal
        false => (own, Value::Exact((x * 1e6).round() / 1e6), makeup.whole.unit(&own)),
    };
    voice.quantity(&Figure::from(value), &unit, false)
}

/// What stands in a part of a bar, or in what none covers.
pub(super) fn within(desk: &Desk, makeup: &Makeup, part: Option<usize>, stated: f64) -> String {
    if makeup.in_shares {
        return number(desk, makeup, stated);
    }
    let ranked = part.and_then(|part| makeup.parts.get(part)).map_or(&makeup.whole, |part| &part.ranked);
    ranked.desk(desk).voice().number((stated * 1e6).round() / 1e6, 6)
}

/// The figure of a part and its share of the whole, where it is not the share itself.
fn figure(desk: &Desk, makeup: &Makeup, row: &Row, part: usize) -> [String; 2] {
    let (Some(of), Some(figure)) = (makeup.parts.get(part), row.parts.get(part)) else {
        return Default::default();
    };
    let desk = &of.ranked.desk(desk);
    let own = desk.quantity(figure, &of.ranked.unit(&desk.voice()));
    let share = row.whole.filter(|_| !makeup.sums.is_hundred);
    let share = share.and_then(|whole| bar::share(&figure.value, &whole.value));
    let share = share.map_or(String::new(), |value| {
        let voice = text::Voice { numbers: text::Numbers::default(), ..desk.voice() };
        voice.quantity(&Figure::from(value), &voice.unit(&Unit::Percent), false)
    });
    [own, share]
}

/// A part of a bar that is not stacked: its figure as it is drawn, and its name.
pub(super) fn split(desk: &Desk, makeup: &Makeup, row: &Row, part: usize) -> [String; 2] {
    let name = makeup.parts.get(part).map_or("", |of| of.name).to_owned();
    let [own, share] = figure(desk, makeup, row, part);
    let value = if makeup.in_shares { share } else { own };
    let value = match (makeup.parts.get(part), row.parts.get(part)) {
        (Some(of), Some(figure)) => of.ranked.desk(desk).marked(value, figure),
        _ => value,
    };
    [name, value]
}

/// What a row says under its bar: which parts have no number, and why there are no shares.
pub(super) fn gaps(desk: &Desk, makeup: &Makeup, row: &Row) -> Vec<String> {
    let mut said = Vec::new();
    let mut names = Vec::new();
    for part in &row.bar.missing {
        names.extend(makeup.parts.get(*part).map(|of| of.name));
    }
    if !names.is_empty() {
        let all = names.len() == makeup.parts.len();
        let id = if all { message!("makeup-missing-all") } else { message!("makeup-missing") };
        said.push(desk.say(id, &[(arg!("parts"), &desk.voice().long_list(&names))]));
    }
    if row.bar.has_no_shares {
        said.push(desk.say(message!("makeup-no-shares"), &[]));
    }
    if let Stand::Above(sum) = row.bar.stand {
        said.push(stand(desk, makeup, message!("makeup-above"), sum));
    }
    said
}

/// How much the parts make, and how much their whole is.
fn stand(desk: &Desk, makeup: &Makeup, id: Message, sum: f64) -> String {
    desk.say(id, &[(arg!("sum"), &sum_of(desk, makeup, sum))])
}

/// A sum that is near its whole: of a share the first decimal, too, since 99.9% is not to be written 100%.
fn sum_of(desk: &Desk, makeup: &Makeup, sum: f64) -> String {
    if !makeup.in_shares {
        return number(desk, makeup, sum);
    }
    let voice = text::Voice { numbers: text::Numbers::default(), ..desk.voice() };
    let sum = Value::Exact((sum * 10.0).round() / 10.0);
    voice.quantity(&Figure::from(sum), &voice.unit(&Unit::Percent), false)
}

/// The words of a row's item; `known` places have a whole, whose unit is said with its period.
pub(super) fn item(desk: &Desk, makeup: &Makeup, row: &Row, known: usize) -> ItemTexts {
    let mut texts = match row.place {
        Some(of) => {
            let known = if makeup.led_by.is_none() { known } else { 0 };
            ranking::said_of(desk, &makeup.lead, of, known, "")
        }
        None => ItemTexts::new(row.name.clone(), String::new(), String::new()),
    };
    let leading = row.leading().map(|figure| desk.origin(figure));
    let mut parts = Vec::new();
    for (i, (part, of)) in makeup.parts.iter().zip(&row.parts).enumerate() {
        let [own, share] = figure(desk, makeup, row, i);
        let mut said = vec![own, share];
        for flag in of.flags.iter() {
            said.push(desk.say(flag.message(), &[]));
        }
        if let Some(quote) = &of.quote {
            said.push(desk.say(message!("quote"), &[(arg!("text"), quote.get(desk.locale))]));
        }
        let own = part.ranked.desk(desk);
        let origin = own.origin(of);
        if of.value.stated().is_some() && leading.is_some_and(|leading| leading != origin) {
            let [source, as_of] = desk.voice().origin(desk.source_name(origin.0), &desk.date(origin.1));
            said.push(source);
            said.push(as_of);
        }
        parts.push(named(desk, part.name, &desk.voice().list(&text::borrowed(&said))));
    }
    if let Some((from, to)) = row.bar.rest {
        let rest = number(desk, makeup, to - from);
        parts.push(named(desk, &desk.say(message!("makeup-rest"), &[]), &rest));
    }
    let mut also = Vec::new();
    match row.bar.stand {
        Stand::Rounded(sum) => {
            let id = spoken!("makeup-rounded");
            also.push(stand(desk, makeup, if desk.aloud { id.heard() } else { id.read() }, sum));
        }
        Stand::Above(sum) => also.push(stand(desk, makeup, message!("makeup-above"), sum)),
        Stand::Fits => {}
    }
    if row.bar.has_no_shares {
        also.push(desk.say(message!("makeup-no-shares"), &[]));
    }
    texts.unit = makeup.whole.amount(&desk.voice());
    match row.whole.filter(|whole| whole.value.stated().is_some()) {
        Some(whole) => texts.value = makeup.whole.desk(desk).quantity(whole, &texts.unit),
        None => texts.value = desk.voice().long_list(&text::borrowed(&std::mem::take(&mut parts))),
    }
    parts.append(&mut also);
    parts.append(&mut texts.notes);
    texts.notes = parts;
    texts
}

/// What is said under the picture: how sums that rounding has moved are drawn.
pub(super) fn under(desk: &Desk, makeup: &Makeup, rows: &[Row]) -> Vec<String> {
    let mut sums = (f64::INFINITY, f64::NEG_INFINITY);
    for row in rows {
        if let Stand::Rounded(sum) = row.bar.stand {
            sums = (sums.0.min(sum), sums.1.max(sum));
        }
    }
    let mut said = Vec::new();
    // who listens hears of each place what its parts are
    if desk.aloud {
        return said;
    }
    if sums.0 <= sums.1 {
        said.push(match makeup.is_of_hundred() {
            true => {
                let (low, high) = (sum_of(desk, makeup, sums.0), sum_of(desk, makeup, sums.1));
                let range = [(arg!("low"), &*low), (arg!("high"), &*high)];
                let sums = if low == high { low.clone() } else { desk.say(message!("range-spoken"), &range) };
                desk.say(message!("makeup-rounded-shares"), &[(arg!("sum"), &sums)])
            }
            false => desk.say(message!("makeup-rounded-amounts"), &[]),
        });
    }
    if rows.iter().any(|row| row.bar.is_split) {
        said.push(desk.say(message!("makeup-split"), &[]));
    }
    said
}

/// By which part the places are in order; empty where that is the whole, or their names.
pub(super) fn order(desk: &Desk, makeup: &Makeup) -> String {
    let by = makeup.led_by.and_then(|at| makeup.parts.get(at)).filter(|_| desk.view.sort == Sort::Value);
    by.map_or(String::new(), |part| desk.say(message!("makeup-order"), &[(arg!("part"), part.name)]))
}

/// What a listener hears before the figures: which parts there are, in which order places come, and how many there are.
pub(super) fn opening(desk: &Desk, makeup: &Makeup, list: &List, pages: usize) -> String {
    let mut names = Vec::new();
    for part in &makeup.parts {
        names.push(part.name);
    }
    let parts = desk.say(message!("makeup-parts"), &[(arg!("parts"), &desk.voice().long_list(&names))]);
    // the ends of a list are those of what it is in the order of
    let pages = if makeup.led_by.is_none() { pages } else { 1 };
    desk.voice().sentences(&[parts, ranking::opening(desk, &makeup.lead, list, pages), order(desk, makeup)])
}
