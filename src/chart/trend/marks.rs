//! What a figure looks like at its time, and what joins it to the next.

use super::*;
use crate::figure::Flag;

/// Half the width of what is not a dot.
const HALF: f64 = 5.0;
/// The length of what has none that anyone stated.
const SYMBOLIC: f64 = 10.0;
const OUTLINE: f64 = 1.5;

/// A dot of a line at a point; of what the source calls an estimate a hollow one.
pub(super) fn dot(b: &mut Builder, of: &Series, at: Point, hollow: bool) {
    // a little of the ground parts it from the lines that it stands on
    shape(b, of.shape, at, of.size + 1.5, Role::Surface);
    shape(b, of.shape, at, of.size, of.role);
    if hollow {
        shape(b, of.shape, at, of.size - 2.0, Role::Surface);
    }
}

/// Does a value have a dot of its own, at the middle of what it states?
pub(in crate::chart) fn has_dot(value: &Value) -> bool {
    matches!(value, Value::Exact(_) | Value::About(_) | Value::Estimate { .. })
}

pub(in crate::chart) fn shape(b: &mut Builder, shape: usize, (x, y): Point, size: f64, role: Role) {
    let (long, wide) = (size * 1.3, size * 1.8);
    match shape % 4 {
        0 => b.dot((x, y), size, role),
        1 => b.rect(x - wide / 2.0, y - wide / 2.0, wide, wide, role),
        3 => b.polygon(&[(x - long, y + size), (x, y - long), (x + long, y + size)], role),
        _ => b.polygon(&[(x - long, y), (x, y - long), (x + long, y), (x, y + long)], role),
    }
}

/// From which number to which the mark of a value goes; `None` of a missing one.
pub(in crate::chart) fn reach(value: &Value, domain: Domain) -> Option<(f64, f64)> {
    let (low, high) = value.stated()?;
    Some(match value {
        Value::Estimate { low, high, .. } => (*low, *high),
        Value::LessThan(_) | Value::AtMost(_) if !domain.is_signed() => (0.0, high),
        _ => (low, high),
    })
}

/// Where the label of a line points to: the middle of what its figure states.
pub(in crate::chart) fn middle(value: &Value) -> f64 {
    value.stated().map_or(0.0, |(low, high)| (low + high) / 2.0)
}

/// What joins two values that follow one another: draws it from the upper and lower pixel of the one to those of the
/// next.
type Join = fn(&mut Builder, &Series, [Point; 4], bool);

/// Joins the figures of a line: no place was measured between them, the later one is comparable with the one before,
/// and both say a number.
pub(super) fn join(b: &mut Builder, trend: &Trend, axes: &Axes, of: &Series, join: Join) {
    for (one, next) in of.figures.iter().zip(of.figures.iter().skip(1)) {
        let ends = |(time, figure): &(TimePeriod, &Figure)| {
            let is_near = matches!(figure.value, Value::About(_) | Value::Nearly(_));
            let (low, high) = match figure.value {
                Value::Exact(_) | Value::Range(..) | Value::Estimate { .. } => figure.value.stated(),
                _ if is_near => figure.value.stated(),
                _ => None,
            }?;
            let x = axes.x(*time);
            Some(([(x, axes.y(high)), (x, axes.y(low))], is_near))
        };
        let follows = !trend.measured.iter().any(|time| one.0 < *time && *time < next.0);
        if let (Some(([a, d], one_near)), Some(([b_, c], near))) = (ends(one), ends(next)) {
            if follows && !next.1.flags.has(Flag::Break) {
                join(b, of, [a, b_, c, d], one_near || near);
            }
        }
    }
}

/// Between ranges: light, as everything that is possible only.
pub(super) fn band(b: &mut Builder, of: &Series, [a, to, end, d]: [Point; 4], _: bool) {
    if a != d || to != end {
        b.polygon(&[a, to, end, d], Role::Soft);
        b.line(&[a, to], 1.0, of.role);
        b.line(&[d, end], 1.0, of.role);
    }
}

/// Between numbers: parted from what it crosses by a little of the ground; thin where one is only near its number.
pub(super) fn line(b: &mut Builder, of: &Series, [a, to, end, d]: [Point; 4], near: bool) {
    if a == d && to == end {
        let width = if near || of.size < 4.0 { 1.0 } else { 2.5 };
        b.line(&[a, to], width + 2.0, Role::Surface);
        b.line(&[a, to], width, of.role);
    }
}

/// Draws the dot of a figure at `x` with the letters of its flags; where it answers to a pointer, which is as large as
/// a finger needs.
pub(super) fn figure(
    desk: &Desk,
    b: &mut Builder,
    trend: &Trend,
    axes: &Axes,
    of: &Series,
    x: f64,
    figure: &Figure,
) -> Rect {
    const FINGER: f64 = 28.0;
    let (low, high) = reach(&figure.value, trend.domain).unwrap_or((axes.low, axes.low));
    let (top, bottom) = (axes.y(high), axes.y(low));
    if has_dot(&figure.value) {
        dot(b, of, (x, axes.y(middle(&figure.value))), figure.estimated);
    }
    let letters = desk.marked(String::new(), figure);
    // those of the last stand at its label
    if desk.card().is_none() && x < axes.right - 2.0 * FINGER {
        b.text(text::trimmed(&letters), (x + 7.0, top - 8.0), Anchor::Start, SMALL, Role::Muted, b.width - x);
    }
    let height = (bottom - top).max(FINGER);
    let y = ((top + bottom - height) / 2.0).min(axes.end - height).max(0.0);
    Rect { x: (x - FINGER / 2.0).min(b.width - FINGER).max(0.0), y, width: FINGER, height }
}

/// What of a value is no number of its own, under all dots: `y` gives the pixel of a number, and what is below `least`
/// is not on the axis.
pub(in crate::chart) fn possible(
    b: &mut Builder,
    value: &Value,
    domain: Domain,
    y: &dyn Fn(f64) -> f64,
    least: f64,
    of: &Series,
    x: f64,
) {
    let (low, high) = reach(value, domain).unwrap_or_default();
    let (top, bottom) = (y(high), y(low.max(least)));
    // from a number on, upwards where it is -1, and no one has said how far; one that is itself not possible is parted
    // from the arrow
    let mut arrow = |to: f64, parted: f64| {
        let head = |half: f64, from: f64, tip: f64| {
            let at = |length: f64| top + to * (parted + length);
            [(x - half, at(from)), (x, at(tip)), (x + half, at(from))]
        };
        b.rect(x - HALF, top - 1.0, 2.0 * HALF, 2.0, of.role);
        b.polygon(&head(HALF, 0.0, SYMBOLIC), of.role);
        b.polygon(&head(HALF - 2.5, OUTLINE, SYMBOLIC - 3.5), Role::Soft);
    };
    let (top, bottom) = match *value {
        Value::MoreThan(_) => return arrow(-1.0, 3.0),
        Value::AtLeast(_) => return arrow(-1.0, 0.0),
        Value::LessThan(_) if domain.is_signed() => return arrow(1.0, 3.0),
        Value::AtMost(_) if domain.is_signed() => return arrow(1.0, 0.0),
        Value::Exact(_) | Value::Missing(_) => return,
        Value::Estimate { .. } => {
            b.rect(x - OUTLINE / 2.0, top, OUTLINE, bottom - top, of.role);
            for end in [top, bottom] {
                b.rect(x - 4.0, end - OUTLINE / 2.0, 8.0, OUTLINE, of.role);
            }
            return;
        }
        Value::About(_) => (top - SYMBOLIC, top + SYMBOLIC),
        // on the side of zero
        Value::Nearly(at) if at < 0.0 => (top - SYMBOLIC, top),
        Value::Nearly(_) => (top, top + SYMBOLIC),
        _ => (top, bottom),
    };
    // light with an outline, which has no upper line where the upper number itself is not possible
    let height = (bottom - top).max(4.0);
    b.rect(x - HALF, top, 2.0 * HALF, height, Role::Soft);
    b.frame(x - HALF, top, 2.0 * HALF, height, OUTLINE, of.role);
    if matches!(value, Value::LessThan(_)) {
        b.rect(x - HALF + OUTLINE, top, 2.0 * (HALF - OUTLINE), OUTLINE, Role::Soft);
    }
}

/// Where a number of a figure stands in a box of the key, whatever its numbers are: at one of five places, for what
/// goes on below it, at most from one to the other end, and for what goes on above it.
pub(in crate::chart) fn in_key(
    figure: &Figure,
    domain: Domain,
    &[above, low_end, middle, high_end, below]: &[f64; 5],
    number: f64,
) -> f64 {
    let (low, high) = reach(&figure.value, domain).unwrap_or_default();
    match figure.value {
        _ if low < high && number == high => high_end,
        _ if low < high && number == low => low_end,
        Value::MoreThan(_) | Value::AtLeast(_) => above,
        Value::LessThan(_) | Value::AtMost(_) | Value::Nearly(_) => below,
        _ => middle,
    }
}

/// The mark of a figure of the key in a box of 12 by 20 pixels: as high as it.
pub(super) fn sample(b: &mut Builder, figure: &Figure, domain: Domain, (x, top): Point) {
    let mut of = Series::new(&[], 0);
    (of.role, of.size) = (Role::Solid, 4.5);
    let scale = |number: f64| top + in_key(figure, domain, &[15.0, 17.0, 10.0, 3.0, 5.0], number);
    let (low, _) = reach(&figure.value, domain).unwrap_or_default();
    let x = x + 6.0;
    possible(b, &figure.value, domain, &scale, low, &of, x);
    if has_dot(&figure.value) {
        dot(b, &of, (x, top + 10.0), figure.estimated);
    }
}
