//! The one way a figure becomes a bar, in every chart: what is certain is solid, what is possible
//! beyond it is light. How far "over" or "nearly" reach no one has said, so their light parts have a
//! length in pixels, the same at every scale.

use super::{Anchor, Builder, Role};
use crate::figure::{End, Extent, Figure, Value};
use crate::platform::Font;
use crate::scale::{Axis, Linear};
use crate::text::Voice;

/// The length of what has none that anyone stated: an arrow, the light end of a "nearly".
fn symbolic(height: f64) -> f64 {
    (height * 0.55).clamp(8.0, 14.0)
}

/// The line around what is possible only.
const OUTLINE: f64 = 1.5;
/// The same where the light part is too narrow for two of them.
const THIN_OUTLINE: f64 = 1.0;
/// The least width in which a light part has light left between its outlines.
const LEAST_FRAMED: f64 = 8.0;
/// The least width in which one sees that there is a light part: light between two pixels of outline.
const LEAST_LIGHT: f64 = 3.0;
/// Between a number that is itself not possible and the arrow that goes on from it.
const ARROW_GAP: f64 = 2.0;
/// What an arrow needs beside its length: its gap, and a pixel of air before what stands next. An arrow that touches
/// its number is given the same, so that labels of alike numbers stand alike.
const ARROW_ROOM: f64 = ARROW_GAP + 1.0;
/// How far the light within an arrow stays from its corners, along the bar and across it, for an outline that looks
/// as wide as [`OUTLINE`]: on a slant an outline is wider along the bar than it is thick.
const ARROW_POINT: f64 = 3.2;
const ARROW_CORNER: f64 = 3.0;

/// The greatest amount of a value's bar, and how many pixels the bar reaches beyond it.
pub(crate) fn reach(value: &Value, height: f64) -> (f64, f64) {
    let Some(extent) = value.extent() else {
        return (0.0, 0.0);
    };
    let beyond = match extent.high {
        End::Beyond | End::AtOrBeyond => symbolic(height) + ARROW_ROOM,
        End::About => symbolic(height),
        End::Closed | End::Excluded | End::Short => 0.0,
    };
    (extent.possible.1, beyond)
}

/// Draws the bar of a figure from the axis' zero; `y` is its upper edge.
pub(crate) fn bar(b: &mut Builder, figure: &Figure, axis: &Axis, y: f64, height: f64) {
    mark(b, &figure.value, figure.estimated, axis, y, height);
}

fn mark(b: &mut Builder, value: &Value, estimated: bool, axis: &Axis, y: f64, height: f64) {
    let Some(Extent { certain, possible, high: end, .. }) = value.extent() else {
        return;
    };
    let (tip, start) = (symbolic(height), axis.map(0.0));
    let (mut solid_end, mut soft_end) = (axis.map(certain.1), axis.map(possible.1));
    if matches!(end, End::Short | End::About) {
        let stated = solid_end;
        // the solid part never vanishes behind the symbol of a small number
        solid_end = (stated - tip).max(start + (stated - start) / 2.0);
        soft_end = if end == End::About { stated + (stated - solid_end) } else { stated };
    }
    let open = end == End::Excluded;
    if soft_end > solid_end && soft_end - solid_end < LEAST_FRAMED {
        // an outline all around would leave nothing of it that is light: after the solid part it has none, and a thin
        // one on the other sides
        let width = (soft_end - solid_end).max(LEAST_LIGHT);
        // within the axis, though the solid part gives a hair of its own for that
        solid_end = solid_end.min(axis.map(axis.domain().1) - width).max(start);
        b.rect(solid_end, y, width, height, Role::Outline);
        let line = if open { 0.0 } else { THIN_OUTLINE };
        b.rect(solid_end, y + THIN_OUTLINE, width - line, height - 2.0 * THIN_OUTLINE, Role::Soft);
    } else if soft_end > solid_end {
        let width = soft_end - solid_end;
        b.rect(solid_end, y, width, height, Role::Soft);
        // what is below a number, and not at it, has no line there
        let line = if open { width + OUTLINE } else { width };
        b.frame(solid_end, y, line, height, OUTLINE, Role::Outline);
        b.rect(solid_end + width, y, line - width, height, Role::Surface);
    }
    // of zero there is nothing to see, its label says it; whatever is more is seen
    if solid_end > start {
        b.rect(start, y, (solid_end - start).max(1.0), height, Role::Solid);
    }
    if estimated {
        let end = if solid_end > start { solid_end } else { soft_end };
        hatch(b, start, end, y, height);
    }
    // a number that is itself possible touches the arrow, one to be exceeded does not
    let gap = match end {
        End::Beyond => ARROW_GAP,
        End::AtOrBeyond => 0.0,
        _ => return,
    };
    let from = soft_end + gap;
    let arrow = vec![(from, y), (from + tip, y + height / 2.0), (from, y + height)];
    b.polygon(arrow, Role::Outline);
    // light within, as everything that is possible only; drawn smaller, so that its outline is inside
    let (left, point) = (from + OUTLINE, from + tip - ARROW_POINT);
    let (upper, lower) = (y + ARROW_CORNER, y + height - ARROW_CORNER);
    b.polygon(vec![(left, upper), (point, y + height / 2.0), (left, lower)], Role::Soft);
}

/// White lines over what the source itself calls an estimate.
fn hatch(b: &mut Builder, from: f64, to: f64, y: f64, height: f64) {
    const LINE: f64 = 2.0;
    const APART: f64 = 7.0;
    let mut start = from - height;
    while start < to {
        let (left, right) = (start.max(from), (start + height).min(to));
        if left < right {
            let at = |x: f64| (x, y + height - (x - start));
            b.line(vec![at(left), at(right)], LINE, Role::Surface);
        }
        start += APART;
    }
}

/// The "how to read" lines: a sample and a phrase for each kind of mark that the figures need.
pub(crate) fn how_to_read(b: &mut Builder, figures: &[&Figure]) {
    const FONT: Font = Font { size: 12.0, bold: false };
    const SAMPLE: f64 = 34.0;
    const HEIGHT: f64 = 10.0;
    let mut keys: Vec<(&str, Value, bool)> = Vec::new();
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
            if keys.iter().all(|(p, ..)| *p != phrase) {
                keys.push((phrase, value, estimated));
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
    let mut phrases: Vec<String> = Vec::new();
    let mut spoken = Vec::new();
    for (id, ..) in &keys {
        let phrase = voice.say(id, &[]);
        // "từ … trở lên" is read out without its dots
        spoken.push(if *id == "key-at-least" { voice.speak(id, &[]) } else { phrase.clone() });
        phrases.push(phrase);
    }
    let spoken: Vec<&str> = spoken.iter().map(String::as_str).collect();
    b.reading = [&key, " ", &voice.long_list(&spoken)].concat();
    let heading = key + " ";
    let bold = Font { bold: true, ..FONT };
    b.text(&heading, (0.0, b.y + row / 2.0), Anchor::Start, bold, Role::Muted, b.width);
    let needed = |b: &Builder, phrase: &str| SAMPLE + 6.0 + b.text_width(phrase, FONT);
    let longest = phrases.iter().map(|phrase| needed(b, phrase)).fold(0.0, f64::max);
    // beside the heading, also on further lines; under it where that is too narrow
    let mut indent = b.text_width(&heading, bold) + 8.0;
    if indent + longest > b.width {
        indent = 0.0;
        b.y += row;
    }
    let mut x = indent;
    for (phrase, (_, value, estimated)) in phrases.iter().zip(&keys) {
        let needed = needed(b, phrase);
        if x > indent && x + needed > b.width {
            (x, b.y) = (indent, b.y + row);
        }
        let sample = Axis::new(Linear, (0.0, SAMPLE), (x, x + SAMPLE));
        let top = b.y + (row - HEIGHT) / 2.0;
        mark(b, value, *estimated, &sample, top, HEIGHT);
        // a phrase that is too long for a line of its own goes on under itself
        let (text_x, room) = (x + SAMPLE + 6.0, b.width - x - SAMPLE - 6.0);
        for (i, line) in b.wrap(phrase, FONT, room).iter().enumerate() {
            b.y += if i > 0 { row - 4.0 } else { 0.0 };
            let at = (text_x, b.y + row / 2.0);
            b.text(line, at, Anchor::Start, FONT, Role::Muted, room);
        }
        x += needed + gap;
    }
    b.y += row;
}
