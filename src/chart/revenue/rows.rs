//! The rows of a page: a name, a bar, a figure.

use super::*;
use crate::scene::{bar, overhang};

pub(super) struct Row<'a> {
    pub village: &'a Village,
    pub figure: &'a Figure,
    pub label: ValueLabel,
    pub rank: Option<figure::Rank>,
}

/// The measures that all rows of a page share.
pub(super) struct Layout {
    pub axis: Axis,
    /// Height of a row.
    pub row: f64,
    /// Height of a bar, and where in the row it begins.
    pub bar: f64,
    pub bar_top: f64,
    /// Width of the names beside the bars; 0 where they stand above them.
    column: f64,
    /// Above a bar: has everything that belongs there room in the name's line?
    craft_beside: bool,
    value_beside: bool,
    /// The unit stands under its number.
    unit_below: bool,
}

/// The heights of the lines above a bar: name, craft, value.
const NAME_LINE: f64 = 27.0;
const CRAFT_LINE: f64 = 17.0;
const VALUE_LINE: f64 = 21.0;

impl Layout {
    pub fn new(desk: &Desk, b: &Builder, rows: &[Row]) -> Layout {
        match b.is_narrow() {
            true => Layout::above(desk, b, rows),
            false => Layout::beside(desk, b, rows),
        }
    }

    /// Names and values above the bars: what does not fit beside a name gets a line of its own, in
    /// all rows alike.
    fn above(desk: &Desk, b: &Builder, rows: &[Row]) -> Layout {
        let bar = b.bar(16.0);
        let name = |r: &Row| b.text_width(r.village.name.get(desk.locale), NAME);
        let craft = |r: &Row| match r.craft(desk) {
            "" => 0.0,
            craft => 8.0 + b.text_width(craft, SMALL),
        };
        let value = |r: &Row| LABEL_GAP + r.label.width(b);
        let value_beside = rows.iter().all(|r| name(r).min(b.width * 0.7) + value(r) <= b.width);
        let beside = |r: &Row| if value_beside { value(r) } else { 0.0 };
        let craft_beside = rows.iter().all(|r| name(r) + craft(r) + beside(r) <= b.width);
        let mut bar_top = NAME_LINE;
        // with a reader's large letters a craft and a unit take further lines rather than being cut
        if !craft_beside {
            let lines = rows.iter().map(|r| b.wrap(r.craft(desk), SMALL, b.width).len());
            bar_top += CRAFT_LINE * lines.max().unwrap_or(0) as f64;
        }
        let unit_below = rows.iter().any(|r| r.label.width(b) > b.width);
        bar_top += if value_beside { 0.0 } else { VALUE_LINE };
        bar_top += if unit_below { VALUE_LINE } else { 0.0 };
        let ends = rows.iter().map(|r| r.reach(bar));
        Layout {
            axis: Axis::fit(0.0, b.width, ends),
            row: bar_top + bar + b.gap(11.0),
            bar,
            bar_top,
            column: 0.0,
            craft_beside,
            value_beside,
            unit_below,
        }
    }

    /// Names in a column at the left, values at the ends of the bars.
    fn beside(desk: &Desk, b: &Builder, rows: &[Row]) -> Layout {
        let bar = b.bar(26.0);
        // two lines of names need theirs
        let row = (bar + b.gap(20.0)).max(40.0);
        let widest = rows.iter().flat_map(|r| {
            let name = b.text_width(r.village.name.get(desk.locale), NAME);
            [name, b.text_width(r.craft(desk), SMALL)]
        });
        let column = widest.fold(0.0, f64::max).min(b.width * 0.34).ceil();
        let ends = rows.iter().map(|r| {
            let (amount, overhang) = r.reach(bar);
            (amount, overhang + LABEL_GAP + r.label.width(b) + 2.0)
        });
        Layout {
            axis: Axis::fit(column + 16.0, b.width, ends),
            row,
            bar,
            bar_top: (row - bar) / 2.0,
            column,
            craft_beside: false,
            value_beside: true,
            unit_below: false,
        }
    }

    /// Where the value beside the bar of a row stands, whose upper edge is `top`.
    pub fn label(&self, b: &Builder, row: &Row, top: f64) -> Rect {
        const LINE: f64 = 22.0;
        let (amount, overhang) = row.reach(self.bar);
        let x = match row.figure.value.stated() {
            Some(_) => self.axis.x(amount) + overhang + LABEL_GAP,
            None => self.axis.start,
        };
        Rect { x, y: top + (self.row - LINE) / 2.0, width: row.label.width(b), height: LINE }
    }
}

impl Row<'_> {
    pub fn craft(&self, desk: &Desk) -> &str {
        desk.label(&self.village.craft)
    }

    /// The greatest amount of the row's bar, and the pixels that it reaches further.
    fn reach(&self, bar: f64) -> (f64, f64) {
        let high = self.figure.value.stated().map_or(0.0, |s| s.1);
        (high, overhang(&self.figure.value, bar))
    }
}

/// Between the end of a bar and its label.
const LABEL_GAP: f64 = 8.0;

/// The name in the column, the value at the end of the bar.
pub(super) fn wide_row(desk: &Desk, b: &mut Builder, row: &Row, layout: &Layout) {
    let middle = b.y + layout.row / 2.0;
    let (name, craft) = (row.village.name.get(desk.locale), row.craft(desk));
    let (lift, room) = (if craft.is_empty() { 0.0 } else { 8.0 }, layout.column);
    b.text(name, (0.0, middle - lift), Anchor::Start, NAME, Role::Ink, room);
    b.text(craft, (0.0, middle + 10.0), Anchor::Start, SMALL, Role::Muted, room);
    if row.figure.value.stated().is_some() {
        bar(b, row.figure, &layout.axis, b.y + layout.bar_top, layout.bar);
    }
    row.label.draw(b, (layout.label(b, row, b.y).x, middle), Anchor::Start);
}

/// Name, craft and value in as few lines above the bar as they need.
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
            true => {
                b.text(&row.label.strong, (0.0, lowest - VALUE_LINE), Anchor::Start, VALUE, Role::Ink, width);
                b.text(row.label.light.trim_start(), (0.0, lowest), Anchor::Start, BODY, Role::Muted, width);
            }
            false => row.label.draw(b, (0.0, lowest), Anchor::Start),
        }
    }
    let mut runs = vec![(row.village.name.get(desk.locale), NAME, Role::Ink, 0.0)];
    if layout.craft_beside {
        runs.push((row.craft(desk), SMALL, Role::Muted, 8.0));
    }
    b.line_of(&runs, (0.0, line), Anchor::Start, room);
    if !layout.craft_beside {
        let first = b.y + NAME_LINE + 5.0;
        for (i, line) in b.wrap(row.craft(desk), SMALL, width).iter().enumerate() {
            b.text(line, (0.0, first + CRAFT_LINE * i as f64), Anchor::Start, SMALL, Role::Muted, width);
        }
    }
    if row.figure.value.stated().is_some() {
        bar(b, row.figure, &layout.axis, b.y + layout.bar_top, layout.bar);
    }
}
