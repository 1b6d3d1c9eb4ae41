//! Villages by revenue: bars from the greatest down, the total of all villages as a headline.

use super::*;
use crate::data::{Revenue, Village};
use crate::figure::{self, Value};
use crate::scene::{bar, how_to_read, overhang, Item, Rect};
use crate::sort;
use crate::view::Sort;

/// Rows on a page. Two pages of them still fit a phone's largest canvas at three pixels to one.
const PAGE: usize = 20;

struct Row<'a> {
    village: &'a Village,
    figure: &'a Figure,
    label: ValueLabel,
    rank: Option<figure::Rank>,
}

pub(super) fn scene(desk: &Desk, revenue: &Revenue) -> Scene {
    let mut b = desk.builder();
    let unit = text::money(revenue.unit, revenue.per, desk.locale);
    let listed: Vec<(&Village, &Figure)> =
        desk.data.villages.iter().filter_map(|v| Some((v, v.revenue.as_ref()?))).collect();
    let values: Vec<&Value> = listed.iter().map(|(_, f)| &f.value).collect();
    let ranks = figure::ranks(&values);

    if let Some(total) = &revenue.total {
        headline(desk, &mut b, revenue, total, &values, &unit);
    }

    let order = order(desk, &listed);
    let pages = order.len().div_ceil(PAGE).max(1);
    let page = desk.view.page.min(pages - 1);
    let unit_alone = text::money_unit(revenue.unit, desk.locale);
    let rows: Vec<Row> = order
        .into_iter()
        .skip(page * PAGE)
        .take(PAGE)
        .map(|i| {
            let (village, figure) = listed[i];
            Row { village, figure, label: ValueLabel::new(desk, figure, unit_alone), rank: ranks[i] }
        })
        .collect();

    let layout = Layout::new(desk, &b, &rows);
    let bottom = b.y + layout.row * rows.len() as f64;
    // on a phone the lines would run through the names: there they stand behind the bars alone
    let bands: Vec<(f64, f64)> = match b.is_narrow() {
        true => (0..rows.len())
            .map(|i| b.y + layout.row * i as f64)
            .map(|y| y + layout.bar_top)
            .map(|y| (y - 3.0, y + layout.bar + 3.0))
            .collect(),
        false => vec![(b.y, bottom + 4.0)],
    };
    grid(desk, &mut b, &layout.axis, &bands, bottom, unit_alone);
    let known = values.iter().filter(|v| v.stated().is_some()).count();
    for row in &rows {
        match b.is_narrow() {
            true => narrow_row(desk, &mut b, row, &layout),
            false => wide_row(desk, &mut b, row, &layout),
        }
        let mut details = Vec::new();
        details.extend(
            row.rank.filter(|_| known > 1).map(|r| text::rank(r, known, revenue.selection, desk.locale)),
        );
        if let Some(district) = &row.village.district {
            details.push(format!("{}: {}", words(desk.locale).district, district.get(desk.locale)));
        }
        details.extend(desk.provenance(row.figure));
        b.items.push(Item {
            id: desk.village_id(row.village),
            area: Rect { x: 0.0, y: b.y, width: b.width, height: layout.row },
            title: row.village.name.get(desk.locale).to_owned(),
            subtitle: row.craft(desk).to_owned(),
            value: desk.quantity(row.figure, &unit),
            details,
        });
        b.y += layout.row;
    }
    b.y += AXIS_HEIGHT;
    how_to_read(&mut b, rows.iter().map(|r| r.figure));
    let sort = (listed.len() > 1).then_some(desk.view.sort);
    let controls = Controls { sort, per: None, page, pages };
    desk.finish(b, &revenue.title, words(desk.locale).revenue_title, &revenue.note, controls)
}

/// Indices into `listed`, in the order of the view.
fn order(desk: &Desk, listed: &[(&Village, &Figure)]) -> Vec<usize> {
    let by_value = |a: usize, b: usize| {
        let (a, b) = (listed[a].1.value.sort_key(), listed[b].1.value.sort_key());
        b.0.total_cmp(&a.0).then(b.1.cmp(&a.1))
    };
    match desk.view.sort {
        Sort::Value => sort::order(listed.len(), &by_value),
        Sort::Name => {
            let names: Vec<&str> = listed.iter().map(|(v, _)| v.name.get(desk.locale)).collect();
            desk.platform.sort(&names, desk.locale)
        }
    }
}

/// The total of all villages, which no bar of a few villages could share an axis with, and what the
/// listed ones make together.
fn headline(desk: &Desk, b: &mut Builder, revenue: &Revenue, total: &Figure, listed: &[&Value], unit: &str) {
    let top = b.y;
    let room = b.width;
    big_number(desk, b, total, unit, 0.0, room);
    let w = words(desk.locale);
    let name = revenue.total_name.as_ref().map_or(w.total, |n| n.get(desk.locale)).to_owned();
    b.paragraph(&name, 0.0, b.width, BODY, Role::Muted);
    let sum = Value::sum(listed.iter().copied()).filter(|_| listed.len() > 1);
    let sum = sum.map(|sum| {
        let sum = desk.quantity(&Figure::from(sum), unit);
        match desk.locale {
            Locale::Vi => format!("{} làng dưới đây cộng lại: {sum}", listed.len()),
            Locale::En => format!("The {} villages below together: {sum}", listed.len()),
        }
    });
    if let Some(sum) = &sum {
        b.paragraph(sum, 0.0, b.width, BODY, Role::Muted);
    }
    b.items.push(Item {
        id: "total".to_owned(),
        area: Rect { x: 0.0, y: top, width: b.width, height: b.y - top },
        title: name,
        subtitle: String::new(),
        value: desk.quantity(total, unit),
        details: sum.into_iter().chain(desk.provenance(total)).collect(),
    });
    b.y += 18.0;
}

/// The measures that all rows of a page share.
struct Layout {
    axis: Axis,
    /// Height of a row.
    row: f64,
    /// Height of a bar, and where in the row it begins.
    bar: f64,
    bar_top: f64,
    /// Width of the names beside the bars; 0 where they stand above them.
    column: f64,
    /// Above a bar: has everything that belongs there room in the name's line?
    craft_beside: bool,
    value_beside: bool,
}

/// The heights of the lines above a bar: name, craft, value.
const NAME_LINE: f64 = 27.0;
const CRAFT_LINE: f64 = 17.0;
const VALUE_LINE: f64 = 21.0;

impl Layout {
    fn new(desk: &Desk, b: &Builder, rows: &[Row]) -> Layout {
        match b.is_narrow() {
            true => Layout::above(desk, b, rows),
            false => Layout::beside(desk, b, rows),
        }
    }

    /// Names and values above the bars: what does not fit beside a name gets a line of its own, in
    /// all rows alike.
    fn above(desk: &Desk, b: &Builder, rows: &[Row]) -> Layout {
        let bar = 16.0;
        let name = |r: &Row| b.text_width(r.village.name.get(desk.locale), NAME);
        let craft = |r: &Row| match r.craft(desk) {
            "" => 0.0,
            craft => 8.0 + b.text_width(craft, SMALL),
        };
        let value = |r: &Row| LABEL_GAP + r.label.width(b);
        let value_beside = rows.iter().all(|r| name(r).min(b.width * 0.4) + value(r) <= b.width);
        let beside = |r: &Row| if value_beside { value(r) } else { 0.0 };
        let craft_beside = rows.iter().all(|r| name(r) + craft(r) + beside(r) <= b.width);
        let mut bar_top = NAME_LINE;
        bar_top += if craft_beside { 0.0 } else { CRAFT_LINE };
        bar_top += if value_beside { 0.0 } else { VALUE_LINE };
        let ends = rows.iter().map(|r| r.reach(bar));
        Layout {
            axis: Axis::fit(0.0, b.width, ends),
            row: bar_top + bar + 11.0,
            bar,
            bar_top,
            column: 0.0,
            craft_beside,
            value_beside,
        }
    }

    /// Names in a column at the left, values at the ends of the bars.
    fn beside(desk: &Desk, b: &Builder, rows: &[Row]) -> Layout {
        let (row, bar) = (46.0, 26.0);
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
        }
    }
}

impl Row<'_> {
    fn craft(&self, desk: &Desk) -> &str {
        self.village.craft.as_ref().map_or("", |c| c.get(desk.locale))
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
fn wide_row(desk: &Desk, b: &mut Builder, row: &Row, layout: &Layout) {
    let middle = b.y + layout.row / 2.0;
    let (name, craft) = (row.village.name.get(desk.locale), row.craft(desk));
    let (lift, room) = (if craft.is_empty() { 0.0 } else { 8.0 }, layout.column);
    b.text(name, (0.0, middle - lift), Anchor::Start, NAME, Role::Ink, room);
    b.text(craft, (0.0, middle + 10.0), Anchor::Start, SMALL, Role::Muted, room);
    let mut x = layout.axis.start;
    if row.figure.value.stated().is_some() {
        bar(b, row.figure, &layout.axis, b.y + layout.bar_top, layout.bar);
        let (amount, overhang) = row.reach(layout.bar);
        x = layout.axis.x(amount) + overhang + LABEL_GAP;
    }
    row.label.draw(b, x, middle);
}

/// Name, craft and value in as few lines above the bar as they need.
fn narrow_row(desk: &Desk, b: &mut Builder, row: &Row, layout: &Layout) {
    let (line, width) = (b.y + 14.0, b.width);
    let value = row.label.width(b);
    let mut room = width;
    if layout.value_beside {
        row.label.draw(b, width - value, line);
        room -= value + LABEL_GAP;
    } else {
        row.label.draw(b, 0.0, b.y + layout.bar_top - 13.0);
    }
    let name = row.village.name.get(desk.locale);
    let name = b.text(name, (0.0, line), Anchor::Start, NAME, Role::Ink, room);
    let at = match layout.craft_beside {
        true => (name + 8.0, line + 1.0),
        false => (0.0, b.y + NAME_LINE + 5.0),
    };
    let room = if layout.craft_beside { room - at.0 } else { width };
    b.text(row.craft(desk), at, Anchor::Start, SMALL, Role::Muted, room);
    if row.figure.value.stated().is_some() {
        bar(b, row.figure, &layout.axis, b.y + layout.bar_top, layout.bar);
    }
}
