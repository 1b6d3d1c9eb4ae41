//! What a figure looks like at its time, and what joins it to the next.

use super::*;
use crate::figure::Flag;

/// What tells a line from the others where they meet: its colour and the shape of its dots.
#[derive(Clone, Copy)]
pub(super) struct Look {
    role: Role,
    shape: usize,
    /// How wide its line is, and how large its dots are.
    line: f64,
    dot: f64,
}

/// Half the width of what is not a dot.
const HALF: f64 = 5.0;
/// The length of what has none that anyone stated.
const SYMBOLIC: f64 = 10.0;
const OUTLINE: f64 = 1.5;

impl Look {
    /// One for each line: what lies side by side differs in colour and in shape.
    pub fn all(series: &[Series]) -> Vec<Look> {
        let mut place = 0;
        let mut all = Vec::new();
        for of in series {
            all.push(match of.village {
                None => Look { role: Role::Muted, shape: 0, line: 1.0, dot: 2.5 },
                Some(_) => {
                    let role = if place % 2 == 0 { Role::Solid } else { Role::Ink };
                    let shape = (place + place / 4) % 4;
                    place += 1;
                    Look { role, shape, line: 2.5, dot: 4.5 }
                }
            });
        }
        all
    }

    /// Its dot at a point; of what the source calls an estimate a hollow one.
    pub fn dot(self, b: &mut Builder, at: Point, hollow: bool) {
        // a little of the ground parts it from the lines that it stands on
        self.shape(b, at, self.dot + 1.5, Role::Surface);
        self.shape(b, at, self.dot, self.role);
        if hollow {
            self.shape(b, at, self.dot - 2.0, Role::Surface);
        }
    }

    fn shape(self, b: &mut Builder, (x, y): Point, size: f64, role: Role) {
        let long = size * 1.3;
        match self.shape {
            0 => b.dot((x, y), size, role),
            1 => b.rect(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8, role),
            2 => b.polygon(vec![(x - long, y), (x, y - long), (x + long, y), (x, y + long)], role),
            _ => b.polygon(vec![(x - long, y + size), (x, y - long), (x + long, y + size)], role),
        }
    }

    /// A piece of its line with its dot, beside its name.
    pub fn sample(self, b: &mut Builder, (x, y): Point, width: f64) {
        b.line(vec![(x, y), (x + width, y)], self.line, self.role);
        self.dot(b, (x + width / 2.0, y), false);
    }
}

/// From which number to which the mark of a value goes; `None` of a missing one.
pub(super) fn reach(value: &Value, domain: Domain) -> Option<(f64, f64)> {
    let (low, high) = value.stated()?;
    Some(match value {
        Value::Estimate { low, high, .. } => (*low, *high),
        Value::LessThan(_) | Value::AtMost(_) if !domain.is_signed() => (0.0, high),
        _ => (low, high),
    })
}

/// The number or the numbers between which a line or a band joins a value to its neighbours; `None` where it is open.
fn joint(value: &Value) -> Option<(f64, f64)> {
    match value {
        Value::Exact(_) | Value::About(_) | Value::Nearly(_) | Value::Range(..) | Value::Estimate { .. } => {
            value.stated()
        }
        _ => None,
    }
}

/// Where the label of a line points to: the middle of what its figure states.
pub(super) fn middle(value: &Value) -> f64 {
    value.stated().map_or(0.0, |(low, high)| (low + high) / 2.0)
}

/// What is known of two figures that follow one another: their pixels, and the numbers that they join.
struct Pair<'a> {
    x: (f64, f64),
    from: (f64, f64),
    to: (f64, f64),
    values: [&'a Value; 2],
}

impl Pair<'_> {
    /// One of them is no number but several.
    fn is_band(&self) -> bool {
        self.from.0 < self.from.1 || self.to.0 < self.to.1
    }

    /// One of them is only near its number.
    fn is_near(&self) -> bool {
        self.values.iter().any(|value| matches!(value, Value::About(_) | Value::Nearly(_)))
    }
}

/// The figures that may be joined: places were not measured between them, and the later one is comparable.
fn pairs<'a>(trend: &Trend, axes: &Axes, of: &Series<'a>) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    for (one, next) in of.figures.iter().zip(of.figures.iter().skip(1)) {
        let follows = !trend.measured.iter().any(|time| one.0 < *time && *time < next.0);
        let (Some(from), Some(to)) = (joint(&one.1.value), joint(&next.1.value)) else { continue };
        if follows && !next.1.flags.has(Flag::Break) {
            let x = (axes.x(one.0), axes.x(next.0));
            pairs.push(Pair { x, from, to, values: [&one.1.value, &next.1.value] });
        }
    }
    pairs
}

/// Between ranges: light, as everything that is possible only.
pub(super) fn bands(b: &mut Builder, trend: &Trend, axes: &Axes, of: &Series, look: Look) {
    for Pair { x, from, to, .. } in pairs(trend, axes, of).into_iter().filter(Pair::is_band) {
        let corner = |x: f64, value: f64| (x, axes.y(value));
        let (low, high) =
            ((corner(x.0, from.0), corner(x.1, to.0)), (corner(x.0, from.1), corner(x.1, to.1)));
        b.polygon(vec![high.0, high.1, low.1, low.0], Role::Soft);
        for (from, to) in [low, high] {
            b.line(vec![from, to], 1.0, look.role);
        }
    }
}

/// Between numbers: parted from what they cross by a little of the ground; dashed where one is only near its number.
pub(super) fn lines(b: &mut Builder, trend: &Trend, axes: &Axes, of: &Series, look: Look) {
    let mut paths: Vec<Vec<Point>> = Vec::new();
    for pair in pairs(trend, axes, of).into_iter().filter(|pair| !pair.is_band()) {
        let (from, to) = ((pair.x.0, axes.y(pair.from.0)), (pair.x.1, axes.y(pair.to.0)));
        if pair.is_near() {
            dashes(b, from, to, look);
            continue;
        }
        match paths.last_mut() {
            Some(path) if path.last() == Some(&from) => path.push(to),
            _ => paths.push(vec![from, to]),
        }
    }
    for path in paths {
        b.line(path.clone(), look.line + 2.0, Role::Surface);
        b.line(path, look.line, look.role);
    }
}

fn dashes(b: &mut Builder, from: Point, to: Point, look: Look) {
    const DASH: f64 = 5.0;
    const MOST: f64 = 200.0;
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let count = (dx.abs().max(dy.abs()) / DASH / 2.0).clamp(1.0, MOST).floor();
    let at = |t: f64| (from.0 + dx * t, from.1 + dy * t);
    for i in 0..count as u32 {
        let start = f64::from(i) / count;
        b.line(vec![at(start), at(start + 0.5 / count)], OUTLINE, look.role);
    }
}

/// What of a value is no number of its own, at `x`: under all dots.
pub(super) fn extent(b: &mut Builder, trend: &Trend, axes: &Axes, look: Look, x: f64, value: &Value) {
    possible(b, value, trend.domain, &|value| axes.y(value), axes.low(), look, x);
}

/// The dot of a figure that has a number.
pub(super) fn dot(b: &mut Builder, figure: &Figure, look: Look, at: Point) {
    if matches!(figure.value, Value::Exact(_) | Value::About(_) | Value::Estimate { .. }) {
        look.dot(b, at, figure.estimated);
    }
}

/// The letters of a figure's flags, beside the upper end of its mark.
pub(super) fn letters(desk: &Desk, b: &mut Builder, figure: &Figure, (x, top): Point) {
    let mut letters = Vec::new();
    for flag in figure.flags.iter() {
        letters.push(desk.say(&[flag.message(), "-letter"].concat(), &[]));
    }
    if letters.is_empty() || desk.card().is_some() {
        return;
    }
    let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
    let letters = desk.voice().list(&letters);
    let (left, width) = (x + 7.0, b.text_width(&letters, SMALL));
    // before the mark at the edge
    let left = if left + width <= b.width { left } else { x - 7.0 - width };
    b.text(&letters, (left, top - 8.0), Anchor::Start, SMALL, Role::Muted, width + 1.0);
}

/// What a value leaves possible, where `y` gives the pixel of a number; what is below `least` is not on the axis.
fn possible(
    b: &mut Builder,
    value: &Value,
    domain: Domain,
    y: &dyn Fn(f64) -> f64,
    least: f64,
    look: Look,
    x: f64,
) {
    match *value {
        Value::About(at) => light(b, look, x, (y(at) - SYMBOLIC, y(at) + SYMBOLIC), true),
        // on the side of zero
        Value::Nearly(at) if at < 0.0 => light(b, look, x, (y(at) - SYMBOLIC, y(at)), true),
        Value::Nearly(at) => light(b, look, x, (y(at), y(at) + SYMBOLIC), true),
        Value::Range(low, high) => light(b, look, x, (y(high), y(low)), true),
        Value::Estimate { low, high, .. } => {
            let (top, bottom) = (y(high), y(low));
            b.rect(x - OUTLINE / 2.0, top, OUTLINE, bottom - top, look.role);
            for end in [top, bottom] {
                b.rect(x - 4.0, end - OUTLINE / 2.0, 8.0, OUTLINE, look.role);
            }
        }
        Value::MoreThan(at) => arrow(b, look, (x, y(at)), -1.0, true),
        Value::AtLeast(at) => arrow(b, look, (x, y(at)), -1.0, false),
        Value::LessThan(at) if domain.is_signed() => arrow(b, look, (x, y(at)), 1.0, true),
        Value::AtMost(at) if domain.is_signed() => arrow(b, look, (x, y(at)), 1.0, false),
        Value::LessThan(at) => light(b, look, x, (y(at), y(least.max(0.0))), false),
        Value::AtMost(at) => light(b, look, x, (y(at), y(least.max(0.0))), true),
        Value::Exact(_) | Value::Missing(_) => {}
    }
}

/// What is possible only, from one pixel down to another: light with an outline, which has no upper line where the
/// upper number itself is not possible.
fn light(b: &mut Builder, look: Look, x: f64, (top, bottom): (f64, f64), closed: bool) {
    let height = (bottom - top).max(4.0);
    b.rect(x - HALF, top, 2.0 * HALF, height, Role::Soft);
    b.frame(x - HALF, top, 2.0 * HALF, height, OUTLINE, look.role);
    if !closed {
        b.rect(x - HALF + OUTLINE, top, 2.0 * (HALF - OUTLINE), OUTLINE, Role::Soft);
    }
}

/// From a number on, upwards where `to` is -1, and no one has said how far; a number that is itself not possible is
/// parted from the arrow.
fn arrow(b: &mut Builder, look: Look, (x, y): Point, to: f64, parted: bool) {
    let from = y + to * if parted { 3.0 } else { 0.0 };
    let head = |half: f64, from: f64, tip: f64| vec![(x - half, from), (x, tip), (x + half, from)];
    b.rect(x - HALF, y - 1.0, 2.0 * HALF, 2.0, look.role);
    b.polygon(head(HALF, from, from + to * SYMBOLIC), look.role);
    b.polygon(head(HALF - 2.5, from + to * OUTLINE, from + to * (SYMBOLIC - 3.5)), Role::Soft);
}

/// The mark of a figure of the key in a box of 12 by 20 pixels: as high as it, whatever its numbers.
pub(super) fn sample(b: &mut Builder, figure: &Figure, domain: Domain, (x, top): Point) {
    const HEIGHT: f64 = 15.0;
    let look = Look { role: Role::Solid, shape: 0, line: 2.5, dot: 4.5 };
    let (low, high) = reach(&figure.value, domain).unwrap_or_default();
    let per_unit = if low < high { HEIGHT / (high - low) } else { 0.0 };
    // what goes on from a number begins beside the middle
    let shift = match figure.value {
        Value::MoreThan(_) | Value::AtLeast(_) => SYMBOLIC / 2.0,
        Value::LessThan(_) | Value::AtMost(_) if low == high => -SYMBOLIC / 2.0,
        Value::Nearly(x) if x > 0.0 => -SYMBOLIC / 2.0,
        Value::Nearly(_) => SYMBOLIC / 2.0,
        _ => 0.0,
    };
    let (x, centre) = (x + 6.0, top + 10.0 + shift);
    let scale = |value: f64| centre - (value - (low + high) / 2.0) * per_unit;
    possible(b, &figure.value, domain, &scale, low, look, x);
    dot(b, figure, look, (x, scale(middle(&figure.value))));
}
