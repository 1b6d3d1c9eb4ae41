//! What the indicator is elsewhere: a line through all rows, with its name and figure above them.

use super::rows::{Measures, Placed};
use super::*;
use crate::scale::Reach;
use crate::scene::line_height;

/// As high as a finger needs.
const FINGER: f64 = 24.0;

/// A line with its label.
pub(super) struct Line {
    /// In the middle of it.
    x: f64,
    /// Its upper end.
    top: f64,
}

/// The lines, and where their labels stand.
#[derive(Default)]
pub(super) struct Lines {
    lines: Vec<Line>,
    labels: Vec<Rect>,
}

/// What an axis has to show beside the villages.
pub(super) fn compared(ranked: &Ranked) -> Vec<(Reach, Reach)> {
    let mut ends = Vec::new();
    for (_, figure) in &ranked.references {
        if let Some((low, high)) = figure.value.stated() {
            ends.push((((0.0 - low).max(0.0), 1.0), (high.max(0.0), 1.0)));
        }
    }
    ends
}

/// Above the rows, each label in a line of its own beside the head of its line. The one furthest to the left is first,
/// so that its line passes by the labels under it.
pub(super) fn labels(desk: &Desk, b: &mut Builder, ranked: &Ranked, measures: &Measures) -> Lines {
    const GAP: f64 = 6.0;
    let mut lines = Lines::default();
    let stated = |i: usize| ranked.references.get(i).and_then(|(_, figure)| figure.value.stated());
    let order = sort::order(&ranked.references, &|a, b| {
        let number = |figure: &Figure| figure.value.stated().map_or(f64::NEG_INFINITY, |(low, _)| low);
        number(a.1).total_cmp(&number(b.1))
    });
    for i in order {
        let Some((name, figure)) = ranked.references.get(i) else { continue };
        let (top, first) = (b.y, b.marks.len());
        let height = line_height(BODY).max(FINGER);
        let middle = top + height / 2.0;
        let label = ValueLabel::new(desk, figure, &ranked.unit(&desk.voice()));
        let (low, high) = stated(i).unwrap_or_default();
        let is_drawn = stated(i).is_some() && desk.card().is_none();
        let x = if is_drawn { measures.axis.map(high) } else { measures.start };
        let name_width = b.text_width(name, BODY) + 1.0;
        let width = name_width + GAP + label.width(b);
        // to the right of its line, or to the left where there is more room
        let left = match x + GAP + width <= b.width || x < width + GAP {
            true => (x + GAP).min(b.width - width).max(0.0),
            false => x - GAP - width,
        };
        let room = (b.width - left).min(name_width);
        b.text(name, (left, middle), Anchor::Start, BODY, Role::Ink, room);
        label.draw(b, (left + room + GAP, middle), Anchor::Start);
        lines.labels.push(Rect { x: left, y: top, width, height });
        b.y += height;
        if is_drawn {
            lines.lines.push(Line { x: measures.axis.map(low), top });
            if low < high {
                lines.lines.push(Line { x, top });
            }
        }
        let say = |desk: &Desk| {
            let unit = ranked.amount(&desk.voice());
            ItemTexts {
                title: (*name).to_owned(),
                value: desk.quantity(figure, &unit),
                unit,
                notes: Vec::new(),
                ..ItemTexts::default()
            }
        };
        let area = Rect { x: 0.0, y: top, width: b.width, height };
        let id = ["reference-", &desk.id(&None, &Label::from(*name))].concat();
        b.item(first, desk.item(id, area, &say, figure));
    }
    if !lines.labels.is_empty() {
        b.y += 4.0;
    }
    lines
}

/// The lines, from their labels through all rows, over the bars: parted from these by a little of the ground.
pub(super) fn draw_lines(b: &mut Builder, lines: Lines, placed: &Placed) {
    let Lines { lines, labels } = lines;
    let rows = placed.rows.first().map_or(placed.bottom, |(top, _)| *top);
    let mut field = Field { bands: Vec::new(), labels };
    field.labels.extend(&placed.field.labels);
    for Line { x, top } in lines {
        field.bands = vec![(top, rows)];
        field.bands.extend(&placed.field.bands);
        field.line(b, x, 4.0, Role::Surface);
        field.line(b, x, 2.0, Role::Muted);
    }
}
