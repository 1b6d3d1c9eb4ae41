//! The one way a figure becomes a bar, in every chart: what is certain is solid, what is possible
//! beyond it is light. How far "over" or "nearly" reach no one has said, so their light parts have a
//! length in pixels, the same at every scale.

use super::{Anchor, Axis, Builder, Role};
use crate::figure::{Figure, Value};
use crate::platform::Font;
use crate::text::Voice;

/// The length of an arrow or of the light end of a "nearly".
fn symbolic(height: f64) -> f64 {
    (height * 0.55).clamp(8.0, 14.0)
}

/// The least width in which a light part has light left between its outlines.
const LEAST_FRAMED: f64 = 8.0;

/// How far a bar reaches past the end of its number.
pub(crate) fn overhang(value: &Value, height: f64) -> f64 {
    match value {
        Value::MoreThan(_) | Value::AtLeast(_) => symbolic(height) + 3.0,
        Value::About(_) => symbolic(height),
        _ => 0.0,
    }
}

/// Draws the bar of a figure from the axis' start; `y` is its upper edge.
pub(crate) fn bar(b: &mut Builder, figure: &Figure, axis: &Axis, y: f64, height: f64) {
    let tip = symbolic(height);
    let x = |amount| axis.x(amount);
    // the solid part never vanishes behind the symbol of a small number
    let before = |end: f64| (end - tip).max(axis.start + (end - axis.start) / 2.0);
    let mut solid_end = match figure.value {
        Value::Exact(n) | Value::MoreThan(n) | Value::AtLeast(n) | Value::Range(n, _) => x(n),
        Value::Nearly(n) | Value::About(n) => before(x(n)),
        Value::LessThan(_) | Value::AtMost(_) | Value::Missing(_) => axis.start,
    };
    let soft_end = match figure.value {
        Value::Nearly(n) | Value::Range(_, n) | Value::LessThan(n) | Value::AtMost(n) => x(n),
        Value::About(n) => x(n) + (x(n) - solid_end),
        _ => solid_end,
    };
    let below = matches!(figure.value, Value::LessThan(_));
    if soft_end > solid_end && soft_end - solid_end < LEAST_FRAMED {
        // an outline all around would leave nothing of it that is light: after the solid part it has none, and a thin one
        let width = (soft_end - solid_end).max(3.0);
        // within the axis, though the solid part gives a hair of its own for that
        solid_end = solid_end.min(axis.x(axis.greatest) - width).max(axis.start);
        b.rect(solid_end, y, width, height, Role::Outline);
        let line = if below { 0.0 } else { 1.0 };
        b.rect(solid_end, y + 1.0, width - line, height - 2.0, Role::Soft);
    } else if soft_end > solid_end {
        let width = soft_end - solid_end;
        b.rect(solid_end, y, width, height, Role::Soft);
        // what is below a number, and not at it, has no line there
        let line = if below { width + 1.5 } else { width };
        b.frame(solid_end, y, line, height, 1.5, Role::Outline);
        b.rect(solid_end + width, y, line - width, height, Role::Surface);
    }
    // of zero there is nothing to see, its label says it; whatever is more is seen
    if solid_end > axis.start {
        b.rect(axis.start, y, (solid_end - axis.start).max(1.0), height, Role::Solid);
    }
    if figure.estimated {
        let end = if solid_end > axis.start { solid_end } else { soft_end };
        hatch(b, axis.start, end, y, height);
    }
    // an open end: a number that is itself possible touches the arrow, one to be exceeded does not
    let gap = match figure.value {
        Value::MoreThan(_) => 2.0,
        Value::AtLeast(_) => 0.0,
        _ => return,
    };
    let from = solid_end + gap;
    let arrow = vec![(from, y), (from + tip, y + height / 2.0), (from, y + height)];
    b.polygon(arrow, Role::Outline);
    // light within, as everything that is possible only; drawn smaller, so that its outline is inside
    let (left, right, lift) = (from + 1.5, from + tip - 3.2, 3.0);
    b.polygon(vec![(left, y + lift), (right, y + height / 2.0), (left, y + height - lift)], Role::Soft);
}

fn hatch(b: &mut Builder, from: f64, to: f64, y: f64, height: f64) {
    let mut start = from - height;
    while start < to {
        let (left, right) = (start.max(from), (start + height).min(to));
        if left < right {
            let at = |x: f64| (x, y + height - (x - start));
            b.line(vec![at(left), at(right)], 2.0, Role::Surface);
        }
        start += 7.0;
    }
}

/// The "how to read" lines: a sample and a phrase for each kind of mark that the figures need.
pub(crate) fn how_to_read(b: &mut Builder, figures: &[&Figure]) {
    const FONT: Font = Font { size: 12.0, bold: false };
    const SAMPLE: f64 = 34.0;
    const HEIGHT: f64 = 10.0;
    let mut keys: Vec<(&str, Figure)> = Vec::new();
    for figure in figures {
        let (phrase, value) = match figure.value {
            Value::MoreThan(_) => ("key-more-than", Value::MoreThan(20.0)),
            Value::AtLeast(_) => ("key-at-least", Value::AtLeast(20.0)),
            Value::Nearly(_) => ("key-nearly", Value::Nearly(SAMPLE)),
            Value::About(_) => ("key-about", Value::About(24.0)),
            Value::LessThan(_) => ("key-less-than", Value::LessThan(SAMPLE)),
            Value::AtMost(_) => ("key-at-most", Value::AtMost(SAMPLE)),
            Value::Range(..) => ("key-range", Value::Range(18.0, SAMPLE)),
            Value::Exact(_) | Value::Missing(_) => ("", Value::Exact(SAMPLE)),
        };
        let mut add = |phrase, value, estimated| {
            if keys.iter().all(|(p, _)| *p != phrase) {
                keys.push((phrase, Figure { estimated, ..Figure::from(value) }));
            }
        };
        if !phrase.is_empty() {
            add(phrase, value, false);
        }
        if figure.estimated && figure.value.stated().is_some() {
            add("key-estimated", Value::Exact(SAMPLE), true);
        }
    }
    if keys.is_empty() {
        return;
    }
    let (row, gap) = (20.0, 18.0);
    b.y += 10.0;
    let voice = Voice { locale: b.locale, platform: b.platform, aloud: true };
    let key = voice.say("key", &[]);
    let spoken = keys.iter().map(|(id, _)| match *id {
        // "từ … trở lên" is read out without its dots
        "key-at-least" => voice.speak(id, &[]),
        id => voice.say(id, &[]),
    });
    let spoken: Vec<String> = spoken.collect();
    let spoken: Vec<&str> = spoken.iter().map(String::as_str).collect();
    b.reading = [&key, " ", &voice.long_list(&spoken)].concat();
    let heading = key + " ";
    let keys: Vec<(String, Figure)> =
        keys.into_iter().map(|(id, figure)| (voice.say(id, &[]), figure)).collect();
    let bold = Font { bold: true, ..FONT };
    b.text(&heading, (0.0, b.y + row / 2.0), Anchor::Start, bold, Role::Muted, b.width);
    let needed = |b: &Builder, phrase: &str| SAMPLE + 6.0 + b.text_width(phrase, FONT);
    let longest = keys.iter().map(|(phrase, _)| needed(b, phrase)).fold(0.0, f64::max);
    // beside the heading, also on further lines; under it where that is too narrow
    let mut indent = b.text_width(&heading, bold) + 8.0;
    if indent + longest > b.width {
        indent = 0.0;
        b.y += row;
    }
    let mut x = indent;
    for (phrase, figure) in keys {
        let needed = needed(b, &phrase);
        if x > indent && x + needed > b.width {
            (x, b.y) = (indent, b.y + row);
        }
        let sample = Axis { start: x, per_unit: 1.0, greatest: SAMPLE };
        let top = b.y + (row - HEIGHT) / 2.0;
        bar(b, &figure, &sample, top, HEIGHT);
        // a phrase that is too long for a line of its own goes on under itself
        let (text_x, room) = (x + SAMPLE + 6.0, b.width - x - SAMPLE - 6.0);
        for (i, line) in b.wrap(&phrase, FONT, room).iter().enumerate() {
            b.y += if i > 0 { row - 4.0 } else { 0.0 };
            let at = (text_x, b.y + row / 2.0);
            b.text(line, at, Anchor::Start, FONT, Role::Muted, room);
        }
        x += needed + gap;
    }
    b.y += row;
}
