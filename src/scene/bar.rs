//! The one way a figure becomes a bar, in every chart: what is certain is solid, what is possible
//! beyond it is light. How far "over" or "nearly" reach no one has said, so their light parts have a
//! length in pixels, the same at every scale.

use super::{Anchor, Builder, Point, Role};
use crate::figure::{Domain, End, Extent, Figure, Flags, Value};
use crate::platform::Font;
use crate::scale::{Axis, Linear, Reach};
use crate::text::{borrowed, concat, Message, Voice};

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

/// How far the bar of a value that is never below zero goes.
pub(crate) fn reach(value: &Value, height: f64) -> Reach {
    reach_both(value, Domain::FromZero, height).1
}

/// How far the bar of a value goes to the left of zero and to the right of it, whiskers included.
pub(crate) fn reach_both(value: &Value, domain: Domain, height: f64) -> (Reach, Reach) {
    let Some(extent) = value.extent(domain) else {
        return Default::default();
    };
    let beyond = |end| match end {
        End::Beyond | End::AtOrBeyond => symbolic(height) + ARROW_ROOM,
        End::About => symbolic(height),
        End::Closed | End::Excluded | End::Short => 0.0,
    };
    let (low, high) = extent.whisker.unwrap_or(extent.possible);
    let cap = if extent.whisker.is_some() { HALO / 2.0 } else { 0.0 };
    let right = (high.max(0.0), beyond(extent.high) + cap);
    match domain.is_signed() {
        true => (((0.0 - low).max(0.0), beyond(extent.low) + cap), right),
        false => (Reach::default(), right),
    }
}

/// Draws the bar of a figure from the axis' zero; `y` is its upper edge.
pub(crate) fn bar(b: &mut Builder, figure: &Figure, axis: &Axis, y: f64, height: f64) {
    mark(b, figure, Domain::FromZero, axis, y, height);
}

/// The same of a quantity that may be below zero.
pub(crate) fn mark(b: &mut Builder, figure: &Figure, domain: Domain, axis: &Axis, y: f64, height: f64) {
    let Some(extent) = figure.value.extent(domain) else {
        return;
    };
    let Extent { certain, possible, low, high, whisker } = extent;
    let (left, right) = axis.domain();
    // what is only possible on both sides of zero is one light part, not two
    let is_one = domain.is_signed()
        && certain == (0.0, 0.0)
        && possible.0 < 0.0
        && possible.1 > 0.0
        && low == End::Closed;
    let zero = if is_one { axis.map(possible.0) } else { axis.map(0.0) };
    let sides = [(1.0, certain.1, possible.1, high, right), (-1.0, certain.0, possible.0, low, left)];
    for (sign, certain, possible, end, last) in sides.into_iter().take(if domain.is_signed() { 2 } else { 1 })
    {
        let length = |x: f64| ((axis.map(x) - zero) * sign).max(0.0);
        let side = Side { zero, sign, y, height };
        let certain = if is_one { 0.0 } else { length(certain) };
        side.draw(b, (certain, length(possible)), end, length(last), figure);
    }
    if let Some((low, high)) = whisker {
        let middle = y + height / 2.0;
        // at the edge of the picture its end lies beside its place
        let (from, to) = (axis.map(low).max(HALO / 2.0), axis.map(high));
        // a halo parts it from the bar under it
        for (line, role) in [(HALO, Role::Surface), (WHISKER, Role::Ink)] {
            let half = line / 2.0;
            b.rect(from - half, middle - half, to - from + line, line, role);
            for x in [from, to] {
                b.rect(x - half, middle - CAP - half, line, 2.0 * CAP + line, role);
            }
        }
    }
}

/// The line of an interval of confidence, with what parts it from its bar, and half the height of its ends.
const WHISKER: f64 = 2.0;
const HALO: f64 = 4.0;
const CAP: f64 = 4.0;

/// One side of a bar: all its places are pixels away from zero, to the right where `sign` is 1, to the left where it
/// is -1.
struct Side {
    zero: f64,
    sign: f64,
    y: f64,
    height: f64,
}

impl Side {
    fn x(&self, length: f64) -> f64 {
        self.zero + self.sign * length
    }

    fn rect(&self, b: &mut Builder, from: f64, to: f64, role: Role) {
        b.rect(self.x(from).min(self.x(to)), self.y, (to - from).abs(), self.height, role);
    }

    /// What is `certain` is solid, what is `possible` beyond it light, and `end` says how it goes on. The axis has room
    /// for `all`.
    fn draw(&self, b: &mut Builder, (certain, possible): (f64, f64), end: End, all: f64, figure: &Figure) {
        let Side { y, height, .. } = *self;
        let tip = symbolic(height);
        let (mut solid, mut soft) = (certain, possible);
        if matches!(end, End::Short | End::About) {
            // the solid part never vanishes behind the symbol of a small number
            solid = (certain - tip).max(certain / 2.0);
            soft = if end == End::About { certain + (certain - solid) } else { certain };
        }
        let open = end == End::Excluded;
        if soft > solid && soft - solid < LEAST_FRAMED {
            // an outline all around would leave nothing of it that is light: after the solid part it has none, and a
            // thin one on the other sides
            let width = (soft - solid).max(LEAST_LIGHT);
            // within the axis, though the solid part gives a hair of its own for that
            solid = solid.min(all - width).max(0.0);
            self.rect(b, solid, solid + width, Role::Outline);
            let line = if open { 0.0 } else { THIN_OUTLINE };
            let within = Side { y: y + THIN_OUTLINE, height: height - 2.0 * THIN_OUTLINE, ..*self };
            within.rect(b, solid, solid + width - line, Role::Soft);
        } else if soft > solid {
            self.rect(b, solid, soft, Role::Soft);
            // what is below a number, and not at it, has no line there
            let line = if open { soft + OUTLINE } else { soft };
            b.frame(self.x(solid).min(self.x(line)), y, line - solid, height, OUTLINE, Role::Outline);
            self.rect(b, soft, line, Role::Surface);
        }
        // of zero there is nothing to see, its label says it; whatever is more is seen
        if solid > 0.0 {
            self.rect(b, 0.0, solid.max(1.0), Role::Solid);
        }
        let hatched = if solid > 0.0 { solid } else { soft };
        let (from, to) = (self.x(0.0).min(self.x(hatched)), self.x(0.0).max(self.x(hatched)));
        if figure.estimated {
            hatch(b, from, to, y, height, false);
        }
        if figure.flags.are_hatched() {
            hatch(b, from, to, y, height, true);
        }
        // a number that is itself possible touches the arrow, one to be exceeded does not
        let gap = match end {
            End::Beyond => ARROW_GAP,
            End::AtOrBeyond => 0.0,
            _ => return,
        };
        let from = soft + gap;
        let arrow = [(from, y), (from + tip, y + height / 2.0), (from, y + height)];
        // light within, as everything that is possible only; drawn smaller, so that its outline is inside
        let (start, point) = (from + OUTLINE, from + tip - ARROW_POINT);
        let (upper, lower) = (y + ARROW_CORNER, y + height - ARROW_CORNER);
        let light = [(start, upper), (point, y + height / 2.0), (start, lower)];
        for (corners, role) in [(arrow, Role::Outline), (light, Role::Soft)] {
            b.polygon(&corners.map(|(x, y)| (self.x(x), y)), role);
        }
    }
}

/// White lines over what the source itself calls an estimate, rising; over a figure of few cases they are falling.
fn hatch(b: &mut Builder, from: f64, to: f64, y: f64, height: f64, falling: bool) {
    const LINE: f64 = 2.0;
    const APART: f64 = 7.0;
    let mut start = from - height;
    while start < to {
        let (left, right) = (start.max(from), (start + height).min(to));
        if left < right {
            let at = |x: f64| (x, if falling { y + x - start } else { y + height - (x - start) });
            b.line(&[at(left), at(right)], LINE, Role::Surface);
        }
        start += APART;
    }
}

/// The samples of a chart that has no bars.
pub(crate) struct Sample<'a> {
    pub width: f64,
    /// Draws the mark of a figure in a box of that width and 20 pixels' height at a point.
    pub draw: &'a dyn Fn(&mut Builder, &Figure, Domain, Point),
    /// Flags have marks, too, not only letters.
    pub flags: bool,
}

/// The "how to read" lines: a sample and a phrase for each kind of mark that the figures need. `dots` draws the samples
/// of a chart that has no bars.
pub(crate) fn how_to_read(b: &mut Builder, figures: &[&Figure], domain: Domain, dots: Option<&Sample>) {
    const FONT: Font = Font { size: 12.0, bold: false };
    const SAMPLE: f64 = 34.0;
    const HEIGHT: f64 = 10.0;
    let wide = dots.map_or(SAMPLE, |dots| dots.width);
    // an exact number needs no key
    const NONE: Message = message!("key");
    const AT_LEAST: Message = message!("key-at-least");
    const RANGE: Message = message!("key-range");
    const HATCHED: Message = message!("key-estimated");
    const HOLLOW: Message = message!("key-hollow");
    const INTERVAL: Message = message!("key-interval");
    const WHISKER: Message = message!("key-whisker");
    let mut keys: Vec<(Message, Option<Message>, Figure)> = Vec::new();
    for figure in figures {
        // the samples lie on the side of zero on which the figure does
        let (low, high) = figure.value.stated().unwrap_or_default();
        let is_under = |x: f64| domain.is_signed() && x < 0.0;
        let sign = if is_under(high) { -1.0 } else { 1.0 };
        // where numbers may be below zero, it has an arrow to the left
        let under = if domain.is_signed() { 20.0 } else { SAMPLE };
        let (phrase, value) = match figure.value {
            Value::MoreThan(_) => (message!("key-more-than"), Value::MoreThan(20.0 * sign)),
            Value::AtLeast(_) => (message!("key-at-least"), Value::AtLeast(20.0 * sign)),
            Value::Nearly(_) => (message!("key-nearly"), Value::Nearly(SAMPLE * sign)),
            Value::About(_) => (message!("key-about"), Value::About(24.0 * sign)),
            Value::LessThan(_) => (message!("key-less-than"), Value::LessThan(under * sign)),
            Value::AtMost(_) => (message!("key-at-most"), Value::AtMost(under * sign)),
            Value::Range(..) if is_under(high) => (message!("key-range"), Value::Range(-SAMPLE, -18.0)),
            Value::Range(..) if is_under(low) => (message!("key-range"), Value::Range(-12.0, SAMPLE - 12.0)),
            Value::Range(..) => (message!("key-range"), Value::Range(18.0, SAMPLE)),
            Value::Estimate { .. } => {
                let (low, high) = if is_under(high) { (3.0 - SAMPLE, -14.0) } else { (14.0, SAMPLE - 3.0) };
                (
                    if dots.is_some() { message!("key-whisker") } else { message!("key-interval") },
                    figure.value.of_interval(22.0 * sign, low, high),
                )
            }
            Value::Exact(_) | Value::Missing(_) => (NONE, Value::Exact(SAMPLE)),
        };
        let mut add = |phrase, letter, sample| {
            if keys.iter().all(|(known, ..)| *known != phrase) {
                keys.push((phrase, letter, sample));
            }
        };
        if phrase != NONE {
            add(phrase, None, Figure::from(value));
        }
        let whole = Figure::from(Value::Exact(SAMPLE));
        if figure.estimated && figure.value.stated().is_some() {
            add(
                if dots.is_some() { message!("key-hollow") } else { message!("key-estimated") },
                None,
                Figure { estimated: true, ..whole.clone() },
            );
        }
        for flag in figure.flags.iter() {
            // of the others the letter beside the figure is the mark
            let is_marked = dots.map_or(flag.is_hatched(), |dots| dots.flags);
            let value = if is_marked { whole.value.clone() } else { Value::default() };
            let figure = Figure { flags: Flags::of(flag), ..Figure::from(value) };
            add(flag.message(), Some(flag.letter()), figure);
        }
    }
    if keys.is_empty() {
        return;
    }
    let (row, gap) = (20.0, 18.0);
    b.y += 10.0;
    let voice = Voice::new(b.locale, b.platform, true);
    let key = voice.say(message!("key"), &[]);
    let mut phrases: Vec<String> = Vec::new();
    let mut spoken = Vec::new();
    for (message, letter, _) in &keys {
        let mut phrase = voice.say(*message, &[]);
        if let Some(letter) = letter {
            // a listener hears at each figure what it stands for
            let letter = voice.say(*letter, &[]);
            phrase =
                voice.say(message!("key-letter"), &[(arg!("letter"), &letter), (arg!("meaning"), &phrase)]);
        } else {
            let heard = match *message {
                // "từ … trở lên" is read out without its dots
                AT_LEAST => voice.speak(spoken!("key-at-least"), &[]),
                INTERVAL | WHISKER => voice.say(message!("key-interval-spoken"), &[]),
                // what only the eye sees: each such figure is heard in words that say it
                RANGE | HATCHED | HOLLOW => String::new(),
                _ => phrase.clone(),
            };
            spoken.push(heard);
        }
        phrases.push(phrase);
    }
    let spoken = borrowed(&spoken);
    let spoken = voice.long_list(&spoken);
    if !spoken.is_empty() {
        b.reading = concat(&[&key, " ", &spoken]);
    }
    let heading = key + " ";
    let bold = Font { bold: true, ..FONT };
    b.text(&heading, (0.0, b.y + row / 2.0), Anchor::Start, bold, Role::Muted, b.width);
    let sample_width = |sample: &Figure| if sample.value.stated().is_some() { wide + 6.0 } else { 0.0 };
    let needed = |b: &Builder, phrase: &str, sample| sample_width(sample) + b.text_width(phrase, FONT);
    let longest = phrases.iter().zip(&keys).map(|(phrase, (.., sample))| needed(b, phrase, sample));
    let longest = longest.fold(0.0, f64::max);
    // beside the heading, also on further lines; under it where that is too narrow
    let mut indent = b.text_width(&heading, bold) + 8.0;
    if indent + longest > b.width {
        indent = 0.0;
        b.y += row;
    }
    let mut x = indent;
    for (phrase, (.., figure)) in phrases.iter().zip(&keys) {
        let needed = needed(b, phrase, figure);
        if x > indent && x + needed > b.width {
            (x, b.y) = (indent, b.y + row);
        }
        let (left, _) = reach_both(&figure.value, domain, HEIGHT);
        let from = 0.0 - left.0 - left.1;
        let sample = Axis::new(Linear, (from, from + SAMPLE), (x, x + SAMPLE));
        let top = b.y + (row - HEIGHT) / 2.0;
        match dots {
            Some(dots) => (dots.draw)(b, figure, domain, (x, b.y)),
            None => mark(b, figure, domain, &sample, top, HEIGHT),
        }
        // a phrase that is too long for a line of its own goes on under itself
        let text_x = x + sample_width(figure);
        let room = b.width - text_x;
        for (i, line) in b.wrap(phrase, FONT, room).iter().enumerate() {
            b.y += if i > 0 { row - 4.0 } else { 0.0 };
            let at = (text_x, b.y + row / 2.0);
            b.text(line, at, Anchor::Start, FONT, Role::Muted, room);
        }
        x += needed + gap;
    }
    b.y += row;
}
