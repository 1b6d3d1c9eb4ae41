//! What the indicator is elsewhere: a line through all rows, with its name and figure above them.

use super::rows::{Measures, Placed};
use super::*;
use crate::scene::line_height;

/// Where lines are: their pixels, and the upper edge of each, under its label.
pub(super) type Lines = Vec<(f64, f64)>;

/// Above the rows, each label in a line of its own beside the head of its line.
pub(super) fn labels(desk: &Desk, b: &mut Builder, ranked: &Ranked, measures: &Measures) -> Lines {
    const GAP: f64 = 6.0;
    let mut lines = Vec::new();
    for (name, figure) in &ranked.references {
        let (top, first) = (b.y, b.marks.len());
        let middle = top + line_height(BODY) / 2.0;
        let label = ValueLabel::new(desk, figure, &ranked.unit(&desk.voice()));
        let (low, high) = figure.value.stated().unwrap_or_default();
        let is_drawn = figure.value.stated().is_some() && desk.card().is_none();
        let x = if is_drawn { measures.axis.map(high) } else { measures.start };
        let width = b.text_width(name, BODY) + GAP + label.width(b);
        // to the right of its line, or to the left where there is more room
        let left = match x + GAP + width <= b.width || x < width + GAP {
            true => (x + GAP).min(b.width - width).max(0.0),
            false => x - GAP - width,
        };
        let room = (b.width - left).min(b.text_width(name, BODY) + 1.0);
        b.text(name, (left, middle), Anchor::Start, BODY, Role::Ink, room);
        label.draw(b, (left + room + GAP, middle), Anchor::Start);
        b.y += line_height(BODY);
        if is_drawn {
            lines.push((measures.axis.map(low), top));
            if low < high {
                lines.push((x, top));
            }
        }
        let say = |desk: &Desk| {
            let unit = ranked.amount(&desk.voice());
            ItemTexts {
                title: (*name).to_owned(),
                subtitle: String::new(),
                value: desk.quantity(figure, &unit),
                unit,
                notes: Vec::new(),
                figure_first: false,
            }
        };
        let area = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
        let id = ["reference-", &desk.id(&None, &Label::from(*name))].concat();
        b.item(first, desk.item(id, area, &say, figure));
    }
    if !lines.is_empty() {
        b.y += 4.0;
    }
    lines
}

/// The lines, from their labels through all rows.
pub(super) fn lines(b: &mut Builder, lines: &Lines, placed: &Placed) {
    let rows = placed.rows.first().map_or(placed.bottom, |(top, _)| *top);
    for (x, top) in lines {
        b.rect(x - 1.0, top + 2.0, 2.0, rows - top - 2.0, Role::Muted);
        placed.field.line(b, *x, 2.0, Role::Muted);
    }
}
