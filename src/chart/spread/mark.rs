//! What a figure looks like on an axis to the right: a dot, or what a trend has for it, turned.

use super::*;
use crate::figure::{Flag, Flags};
use crate::scene::Shape;

/// Half the height of what is not a dot alone.
const HALF: f64 = 5.0;
/// How far a mark goes on beyond the numbers that are stated.
const BEYOND: f64 = 14.0;
/// The radius of a dot that stands on a line.
const ON_LINE: f64 = 4.0;

/// A dot of a radius, or another shape: of what its source calls an estimate a hollow one, and with a line through it
/// for each flag.
pub(in crate::chart) fn dot(
    b: &mut Builder,
    shape: usize,
    (x, y): Point,
    radius: f64,
    role: Role,
    estimated: bool,
    flags: Flags,
) {
    marks::shape(b, shape, (x, y), radius, role);
    if estimated {
        marks::shape(b, shape, (x, y), radius - 2.0, Role::Surface);
    }
    let ground = if estimated { role } else { Role::Surface };
    for flag in flags.iter() {
        let (dx, dy) = match flag {
            Flag::FewCases => (0.7, 0.7),
            Flag::Provisional => (0.0, 1.0),
            Flag::Revised => (1.0, 0.0),
            Flag::Break => (0.7, -0.7),
        };
        let (dx, dy) = (dx * radius, dy * radius);
        b.line(&[(x - dx, y - dy), (x + dx, y + dy)], 1.5, ground);
    }
}

/// A figure that is not exact: from where to where it goes, with its arrow, and a dot where it states one number.
pub(in crate::chart) fn line(
    b: &mut Builder,
    figure: &Figure,
    domain: Domain,
    x: &dyn Fn(f64) -> f64,
    y: f64,
    role: Role,
) {
    let first = b.marks.len();
    across(b, figure, domain, x, y, role);
    let at = x(marks::middle(&figure.value));
    if marks::has_dot(&figure.value) {
        dot(b, 0, (at, y), ON_LINE + 1.0, Role::Surface, false, Flags::default());
        dot(b, 0, (at, y), ON_LINE, role, figure.estimated, Flags::default());
    } else if figure.estimated {
        hollow(b, first);
    }
}

/// Has the marks from `first` on hollow, as an estimate is.
pub(in crate::chart) fn hollow(b: &mut Builder, first: usize) {
    for mark in b.marks.iter_mut().skip(first).filter(|mark| mark.role == Role::Soft) {
        mark.role = Role::Surface;
    }
}

/// The same without a dot.
pub(in crate::chart) fn across(
    b: &mut Builder,
    figure: &Figure,
    domain: Domain,
    x: &dyn Fn(f64) -> f64,
    y: f64,
    role: Role,
) {
    let first = b.marks.len();
    let mut of = Series::new(&[], 0);
    of.role = role;
    marks::possible(b, &figure.value, domain, &|value| 0.0 - x(value), f64::NEG_INFINITY, &of, y);
    for mark in b.marks.iter_mut().skip(first) {
        let mut points = mark.shape.points();
        for point in &mut points {
            *point = (0.0 - point.1, point.0);
        }
        if let (Shape::Rect(_) | Shape::Frame(..), [one, other]) = (&mark.shape, &mut points[..]) {
            std::mem::swap(&mut one.0, &mut other.0);
        }
        mark.shape = mark.shape.at(points);
    }
}

/// From which pixel to which a line goes with the letters of its flags and the mark of its source, and these; at the
/// edge they stand before it.
pub(super) fn taken(
    desk: &Desk,
    b: &Builder,
    figure: &Figure,
    domain: Domain,
    x: &dyn Fn(f64) -> f64,
) -> (f64, f64, String, Anchor) {
    const GAP: f64 = 4.0;
    let (from, to) = ends(&figure.value, domain, x);
    let text = text::trimmed(&desk.marked(String::new(), figure)).to_owned();
    let room = if text.is_empty() { 0.0 } else { GAP + b.text_width(&text, SMALL) };
    match to + room > b.width {
        true => (from - room, to, text, Anchor::Start),
        false => (from, to + room, text, Anchor::End),
    }
}

/// The same without them.
pub(in crate::chart) fn ends(value: &Value, domain: Domain, x: &dyn Fn(f64) -> f64) -> (f64, f64) {
    let (low, high) = marks::reach(value, domain).unwrap_or_default();
    let (before, after) = match value {
        Value::About(_) => (BEYOND, BEYOND),
        Value::MoreThan(_) | Value::AtLeast(_) => (1.0, BEYOND),
        Value::LessThan(_) | Value::AtMost(_) if domain.is_signed() => (BEYOND, 1.0),
        Value::Nearly(at) if *at < 0.0 => (1.0, BEYOND),
        Value::Nearly(_) => (BEYOND, 1.0),
        _ => (1.0, 1.0),
    };
    let (from, to) = (x(low) - before, x(high) + after);
    // a dot may be wider than a narrow interval
    let dot = if marks::has_dot(value) { ON_LINE + 1.0 } else { 0.0 };
    let at = x(marks::middle(value));
    (from.min(at - dot), to.max(at + dot))
}

/// The mark of a figure of the key in a box of 34 by 20 pixels.
pub(in crate::chart) fn sample(b: &mut Builder, figure: &Figure, domain: Domain, (left, top): Point) {
    let scale = |number: f64| left + marks::in_key(figure, domain, &[10.0, 3.0, 17.0, 31.0, 24.0], number);
    match figure.value {
        Value::Exact(_) => {
            dot(b, 0, (left + 17.0, top + 10.0), HALF, Role::Solid, figure.estimated, figure.flags)
        }
        _ => line(b, figure, domain, &scale, top + 10.0, Role::Solid),
    }
}
