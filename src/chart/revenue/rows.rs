//! The rows of a page: a name, a bar, a figure.

use super::*;
use crate::scene::{self, bar};

pub(super) struct Row<'a> {
    pub of: &'a Listed<'a>,
    pub label: ValueLabel,
    pub place: Option<figure::Place>,
}

/// The measures that all rows of a page share, and the axis that all pages do.
pub(super) struct Layout {
    /// Of all villages, whichever are shown: a bar has its length on every page, and whatever a reader looks for.
    pub axis: Axis,
    /// Height of a row.
    pub row: f64,
    /// Height of a bar, and where in the row it begins.
    pub bar: f64,
    pub bar_top: f64,
    /// Width of the names beside the bars; 0 where they stand above them.
    column: f64,
    /// Above a bar: has what belongs there room in the name's line?
    about_beside: bool,
    value_beside: bool,
    /// The unit stands under its number.
    unit_below: bool,
}

/// The heights of the lines above a bar: name, what else the village is, value.
const NAME_LINE: f64 = 27.0;
const ABOUT_LINE: f64 = 17.0;
const VALUE_LINE: f64 = 21.0;

impl Layout {
    pub fn new(desk: &Desk, b: &Builder, all: &[Listed], rows: &[Row], unit: &str) -> Layout {
        match b.is_narrow() {
            true => Layout::above(desk, b, all, rows),
            false => Layout::beside(desk, b, all, unit),
        }
    }

    /// Names and values above the bars: what does not fit beside a name gets a line of its own, in
    /// all rows alike.
    fn above(desk: &Desk, b: &Builder, all: &[Listed], rows: &[Row]) -> Layout {
        let bar = b.bar(16.0);
        let name = |r: &Row| b.text_width(r.of.village.name.get(desk.locale), NAME);
        let about = |r: &Row| match &*r.of.about {
            "" => 0.0,
            about => 8.0 + b.text_width(about, SMALL),
        };
        let value = |r: &Row| LABEL_GAP + r.label.width(b);
        let value_beside = rows.iter().all(|r| name(r).min(b.width * 0.7) + value(r) <= b.width);
        let beside = |r: &Row| if value_beside { value(r) } else { 0.0 };
        let about_beside = rows.iter().all(|r| name(r) + about(r) + beside(r) <= b.width);
        let mut bar_top = NAME_LINE;
        // with a reader's large letters it and a unit take further lines rather than being cut
        if !about_beside {
            let lines = rows.iter().map(|r| b.wrap(&r.of.about, SMALL, b.width).len());
            bar_top += ABOUT_LINE * lines.max().unwrap_or(0) as f64;
        }
        let unit_below = rows.iter().any(|r| r.label.width(b) > b.width);
        bar_top += if value_beside { 0.0 } else { VALUE_LINE };
        bar_top += if unit_below { VALUE_LINE } else { 0.0 };
        let ends: Vec<(f64, f64)> = all.iter().map(|of| reach(of.figure, bar)).collect();
        Layout {
            axis: Axis::fit(0.0, b.width, &ends),
            row: bar_top + bar + b.gap(11.0),
            bar,
            bar_top,
            column: 0.0,
            about_beside,
            value_beside,
            unit_below,
        }
    }

    /// Names in a column at the left, values at the ends of the bars.
    fn beside(desk: &Desk, b: &Builder, all: &[Listed], unit: &str) -> Layout {
        let bar = b.bar(26.0);
        // two lines of names need theirs
        let row = (bar + b.gap(20.0)).max(40.0);
        let mut column: f64 = 0.0;
        for Listed { village, about, .. } in all {
            let name = b.text_width(village.name.get(desk.locale), NAME);
            column = column.max(name).max(b.text_width(about, SMALL));
        }
        let column = column.min(b.width * 0.34).ceil();
        let mut axis = Axis::fit(column + 16.0, b.width, &[]);
        // the greatest first: beside its bar most others need no words to be known to fit
        let greatest = all.iter().max_by(|a, b| reach(a.figure, bar).0.total_cmp(&reach(b.figure, bar).0));
        for of in greatest.into_iter().chain(all) {
            let (amount, overhang) = reach(of.figure, bar);
            if !axis.is_easy(b.width, amount) {
                let label = ValueLabel::new(desk, of.figure, unit).width(b);
                axis.make_room(b.width, amount, overhang + LABEL_GAP + label + 2.0);
            }
        }
        Layout {
            axis,
            row,
            bar,
            bar_top: (row - bar) / 2.0,
            column,
            about_beside: false,
            value_beside: true,
            unit_below: false,
        }
    }

    /// Where the value beside the bar of a row stands, whose upper edge is `top`.
    pub fn label(&self, b: &Builder, row: &Row, top: f64) -> Rect {
        const LINE: f64 = 22.0;
        let (amount, overhang) = reach(row.of.figure, self.bar);
        let x = match row.of.is_measured() {
            true => self.axis.map(amount) + overhang + LABEL_GAP,
            false => self.axis.map(0.0),
        };
        Rect { x, y: top + (self.row - LINE) / 2.0, width: row.label.width(b), height: LINE }
    }
}

/// The greatest amount of a figure's bar, and the pixels that it reaches further.
fn reach(figure: &Figure, bar: f64) -> (f64, f64) {
    scene::reach(&figure.value, bar)
}

/// Between the end of a bar and its label.
const LABEL_GAP: f64 = 8.0;

/// The name in the column, the value at the end of the bar.
pub(super) fn wide_row(desk: &Desk, b: &mut Builder, row: &Row, layout: &Layout) {
    let middle = b.y + layout.row / 2.0;
    let (name, about) = (row.of.village.name.get(desk.locale), &*row.of.about);
    let (lift, room) = (if about.is_empty() { 0.0 } else { 8.0 }, layout.column);
    b.text(name, (0.0, middle - lift), Anchor::Start, NAME, Role::Ink, room);
    b.text(about, (0.0, middle + 10.0), Anchor::Start, SMALL, Role::Muted, room);
    if row.of.is_measured() {
        bar(b, row.of.figure, &layout.axis, b.y + layout.bar_top, layout.bar);
    }
    row.label.draw(b, (layout.label(b, row, b.y).x, middle), Anchor::Start);
}

/// Name, what else the village is, and value in as few lines above the bar as they need.
pub(super) fn narrow_row(desk: &Desk, b: &mut Builder, row: &Row, layout: &Layout) {
    let (line, width) = (b.y + 14.0, b.width);
    let value = row.label.width(b);
    let mut room = width;
    if layout.value_beside {
        row.label.draw(b, (width, line), Anchor::End);
        room -= value + LABEL_GAP;
    } else {
        let lowest = b.y + layout.bar_top - 13.0;
        match layout.unit_below {
            true => row.label.draw_in_two(b, (0.0, lowest - VALUE_LINE), lowest),
            false => row.label.draw(b, (0.0, lowest), Anchor::Start),
        }
    }
    let mut runs = vec![(row.of.village.name.get(desk.locale), NAME, Role::Ink, 0.0)];
    if layout.about_beside {
        runs.push((&*row.of.about, SMALL, Role::Muted, 8.0));
    }
    b.line_of(&runs, (0.0, line), Anchor::Start, room);
    if !layout.about_beside {
        let first = b.y + NAME_LINE + 5.0;
        for (i, line) in b.wrap(&row.of.about, SMALL, width).iter().enumerate() {
            b.text(line, (0.0, first + ABOUT_LINE * i as f64), Anchor::Start, SMALL, Role::Muted, width);
        }
    }
    if row.of.is_measured() {
        bar(b, row.of.figure, &layout.axis, b.y + layout.bar_top, layout.bar);
    }
}
