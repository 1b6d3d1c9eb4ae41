//! What the indicator is elsewhere: a line through all rows, with its name and figure above them.

use super::rows::{Measures, Placed};
use super::*;
use crate::scale::Reach;
use crate::scene::line_height;

/// As high as a finger needs.
const FINGER: f64 = 24.0;

/// A line with its label.
pub(in crate::chart) struct Line {
    /// In the middle of it.
    x: f64,
    /// Its upper end.
    top: f64,
    /// Which of those that have labels it is of.
    of: usize,
}

/// The lines, and where their labels stand.
#[derive(Default)]
pub(in crate::chart) struct Lines {
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

/// Above the rows, with room under them.
pub(super) fn labels(desk: &Desk, b: &mut Builder, ranked: &Ranked, measures: &Measures) -> Lines {
    let lines = labelled(desk, b, ranked, &measures.axis, measures.start);
    if !lines.labels.is_empty() {
        b.y += 4.0;
    }
    lines
}

/// Each label in a line of its own beside the head of its line on an axis, at `start` where it has no line. The one
/// furthest to the left is first, so that its line passes by the labels under it.
pub(in crate::chart) fn labelled(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    axis: &Axis,
    start: f64,
) -> Lines {
    let mut lines = Lines::default();
    let mut numbers = Vec::new();
    for (_, figure) in &ranked.references {
        numbers.push(figure.value.stated().map_or(f64::NEG_INFINITY, |(low, _)| low));
    }
    for i in sort::ascending(&numbers) {
        let Some((name, figure)) = ranked.references.get(i) else { continue };
        let first = b.marks.len();
        let label = ValueLabel::new(desk, figure, &ranked.unit(&desk.voice()));
        let ends = figure.value.stated().filter(|_| desk.card().is_none());
        let area = lines.label(b, (name, &label, "", ends), axis, start, i);
        item(desk, b, ranked, (id(desk, name), &|_| (*name).to_owned()), figure, (first, area));
    }
    lines
}

/// The item of what places are compared with, whose marks are those from `first` on.
pub(in crate::chart) fn item(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    (id, name): (String, &dyn Fn(&Desk) -> String),
    figure: &Figure,
    (first, area): (usize, Rect),
) {
    let say = |desk: &Desk| {
        let unit = ranked.amount(&desk.voice());
        ItemTexts::new(name(desk), desk.quantity(figure, &unit), unit)
    };
    b.item(first, desk.item(id, area, &say, figure));
}

/// The id of what has this name.
pub(in crate::chart) fn id(desk: &Desk, name: &str) -> String {
    concat(&["reference-", &desk.id(&None, &Label::from(name))])
}

impl Lines {
    /// A name, a figure and a note under what is there so far, beside the head of a line at each end of the figure; of
    /// what has no line at `start`. The area that they take, as wide as the picture. Its lines are `of` something, by
    /// which [`Lines::draw`] asks where they end.
    pub fn label(
        &mut self,
        b: &mut Builder,
        (name, label, note, ends): (&str, &ValueLabel, &str, Option<(f64, f64)>),
        axis: &Axis,
        start: f64,
        of: usize,
    ) -> Rect {
        const GAP: f64 = 6.0;
        let top = b.y;
        let height = line_height(BODY).max(FINGER);
        let middle = top + height / 2.0;
        let x = ends.map_or(start, |(_, high)| axis.map(high));
        let name_width = b.text_width(name, BODY) + 1.0;
        let mut width = name_width + GAP + label.width(b);
        // the note beside them where there is room, else under them
        let noted = b.text_width(note, SMALL) + GAP + 1.0;
        let is_beside = !note.is_empty() && x + GAP + width + noted <= b.width;
        let is_below = !note.is_empty() && !is_beside;
        if width > b.width {
            // with large letters rather several lines than a name or a figure that is cut
            b.paragraph(name, 0.0, b.width, BODY, Role::Ink);
            let below = b.y + height / 2.0;
            label.draw_in_two(b, (0.0, below), below + height);
            b.y += if label.width(b) > b.width { 2.0 * height } else { height };
            b.paragraph(note, 0.0, b.width, SMALL, Role::Muted);
            b.y += 4.0;
            self.labels.push(Rect { x: 0.0, y: top, width: b.width, height: b.y - top });
            return self.under(b, top, b.y, ends, axis, of);
        }
        // to the right of its line, or to the left where there is more room
        width = if is_below { width.max(noted) } else { width };
        let left = match x + GAP + width <= b.width || x < width + GAP {
            true => (x + GAP).min(b.width - width).max(0.0),
            false => x - GAP - width,
        };
        let room = (b.width - left).min(name_width);
        b.text(name, (left, middle), Anchor::Start, BODY, Role::Ink, room);
        label.draw(b, (left + room + GAP, middle), Anchor::Start);
        if is_beside {
            let left = left + width + GAP;
            b.text(note, (left, middle), Anchor::Start, SMALL, Role::Muted, b.width - left);
            width += noted;
        }
        b.y += height;
        if is_below {
            b.y -= 4.0;
            b.paragraph(note, left, b.width - left, SMALL, Role::Muted);
            b.y += 2.0;
        }
        self.labels.push(Rect { x: left, y: top, width, height: b.y - top });
        self.under(b, top, top, ends, axis, of)
    }

    /// The lines of a label, with their heads at `head`; the area from `top` on.
    fn under(
        &mut self,
        b: &Builder,
        top: f64,
        head: f64,
        ends: Option<(f64, f64)>,
        axis: &Axis,
        of: usize,
    ) -> Rect {
        if let Some((low, high)) = ends {
            self.lines.push(Line { x: axis.map(low), top: head, of });
            if low < high {
                self.lines.push(Line { x: axis.map(high), top: head, of });
            }
        }
        Rect { x: 0.0, y: top, width: b.width, height: b.y - top }
    }

    /// The lines, from their labels through all rows, over the bars: parted from these by a little of the ground. Each
    /// ends where `end` says, by whose it is.
    pub fn draw(self, b: &mut Builder, rows: f64, field: &Field, end: &dyn Fn(usize) -> f64) {
        let mut labels = self.labels;
        labels.extend(&field.labels);
        let mut own = Field { bands: Vec::new(), labels };
        for Line { x, top, of } in self.lines {
            own.bands = vec![(top, rows)];
            own.bands.extend(&field.bands);
            for band in &mut own.bands {
                band.1 = band.1.min(end(of));
            }
            // to what ends somewhere it only leads
            let width = if end(of).is_finite() { 1.0 } else { 2.0 };
            own.line(b, x, width + 2.0, Role::Surface);
            own.line(b, x, width, Role::Muted);
        }
    }
}

/// The lines through all rows.
pub(super) fn draw_lines(b: &mut Builder, lines: Lines, placed: &Placed) {
    let rows = placed.rows.first().map_or(placed.bottom, |(top, _)| *top);
    lines.draw(b, rows, &placed.field, &|_| f64::INFINITY);
}
