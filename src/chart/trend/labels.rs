//! What each line is called, with its last figure and how it has changed: at the end of the line, or above all lines
//! where the room is short.

use super::*;

pub(super) struct Labels {
    /// How much room they take at the right, and how high all of them are; nothing where they stand above.
    pub width: f64,
    pub height: f64,
    /// What each says under its name, and how high it is.
    texts: Vec<(String, f64)>,
    /// On a card that stands beside the name.
    on_card: bool,
}

/// Between the ends of lines and their labels: room for what leads to one that had to move.
const LEADER: f64 = 26.0;
const GAP: f64 = 7.0;
/// In the middle of the first line.
const FIRST: f64 = 10.0;

pub(super) fn new(desk: &Desk, b: &mut Builder, trend: &Trend, series: &[Series]) -> Labels {
    let are_beside = !b.is_narrow();
    let room = if are_beside { (b.width * 0.34).min(300.0) } else { b.width - LEADER - GAP };
    let width = if are_beside { room + LEADER } else { 0.0 };
    let on_card = desk.card().is_some();
    let mut labels = Labels { width, height: 0.0, texts: Vec::new(), on_card };
    for (line, of) in series.iter().enumerate() {
        b.of_line = Some(line);
        let text = said::summary(desk, trend, of);
        let lines = |text: &str, font| line_height(font) * b.wrap(text, font, room).len() as f64;
        let height = match on_card {
            true => line_height(VALUE) + 2.0,
            false => lines(&of.name, VALUE) + lines(&text, SMALL) + GAP,
        };
        if are_beside {
            labels.height += height;
        } else {
            let y = b.y + FIRST;
            b.line(&[(0.0, y), (LEADER, y)], 2.0, of.role);
            marks::dot(b, of, (LEADER / 2.0, y), false);
            label(b, of, &text, LEADER + GAP, on_card);
        }
        labels.texts.push((text, height));
    }
    b.of_line = None;
    labels
}

/// Under what is there so far.
fn label(b: &mut Builder, of: &Series, text: &str, x: f64, on_card: bool) {
    let room = b.width - x;
    let role = if of.size < 4.0 { Role::Muted } else { Role::Ink };
    if on_card {
        b.line_of(
            &[(&of.name, VALUE, role, 0.0), (text, BODY, role, 6.0)],
            (x, b.y + FIRST),
            Anchor::Start,
            room,
        );
        b.y += line_height(VALUE) + 2.0;
        return;
    }
    b.paragraph(&of.name, x, room, VALUE, role);
    b.paragraph(text, x, room, SMALL, Role::Muted);
    b.y += GAP;
}

/// Those that stand at the ends of lines: each as near to its own as the others let it, in their order.
pub(super) fn draw(b: &mut Builder, axes: &Axes, series: &[Series], labels: &Labels) {
    if labels.height <= 0.0 {
        return;
    }
    let left = axes.right + LEADER;
    let mut rest = labels.height;
    let mut free = axes.top - FIRST;
    for (line, (of, (text, height))) in series.iter().zip(&labels.texts).enumerate() {
        b.of_line = Some(line);
        let Some((place, figure)) = of.stated(usize::MAX) else { continue };
        let x = of.figures.get(place).map_or(0.0, |(time, _)| axes.x(*time)) + 9.0;
        let y = axes.y(marks::middle(&figure.value));
        // those under it have room, too
        let top = (y - FIRST).max(free).min(axes.end - rest);
        free = top + height;
        rest -= height;
        let middle = top + FIRST;
        let knee = (axes.right + 4.0).max(x);
        b.line(&[(x, y), (knee, y), (left - 4.0, middle)], 1.0, Role::WholeLine);
        b.y = top;
        label(b, of, text, left, labels.on_card);
    }
}
