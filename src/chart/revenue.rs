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
    let listed: Vec<(&Village, &Figure)> = desk
        .data
        .villages
        .iter()
        .filter_map(|v| Some((v, v.revenue.as_ref()?)))
        .collect();
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
            Row {
                village,
                figure,
                label: ValueLabel::new(desk, figure, unit_alone),
                rank: ranks[i],
            }
        })
        .collect();

    let layout = Layout::new(desk, &b, &rows);
    let bottom = b.y + layout.row * rows.len() as f64;
    // on a phone the lines would run through the names: there they stand behind the bars alone
    let bands: Vec<(f64, f64)> = match b.is_narrow() {
        true => (0..rows.len())
            .map(|i| b.y + layout.row * i as f64)
            .map(|y| (y + 24.0, y + 46.0))
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
            row.rank
                .filter(|_| known > 1)
                .map(|r| text::rank(r, known, revenue.selection, desk.locale)),
        );
        if let Some(district) = &row.village.district {
            details.push(format!(
                "{}: {}",
                words(desk.locale).district,
                district.get(desk.locale)
            ));
        }
        details.extend(desk.provenance(row.figure));
        b.items.push(Item {
            id: desk.id(&row.village.id, &row.village.name),
            area: Rect {
                x: 0.0,
                y: b.y,
                width: b.width,
                height: layout.row,
            },
            title: row.village.name.get(desk.locale).to_owned(),
            subtitle: row
                .village
                .craft
                .as_ref()
                .map_or("", |c| c.get(desk.locale))
                .to_owned(),
            value: desk.quantity(row.figure, &unit),
            details,
        });
        b.y += layout.row;
    }
    b.y += AXIS_HEIGHT;
    how_to_read(&mut b, rows.iter().map(|r| r.figure));
    let sort = (listed.len() > 1).then_some(desk.view.sort);
    let controls = Controls {
        sort,
        per: None,
        page,
        pages,
    };
    desk.finish(
        b,
        &revenue.title,
        words(desk.locale).revenue_title,
        &revenue.note,
        controls,
    )
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
            let names: Vec<&str> = listed
                .iter()
                .map(|(v, _)| v.name.get(desk.locale))
                .collect();
            desk.platform.sort(&names, desk.locale)
        }
    }
}

/// The total of all villages, which no bar of a few villages could share an axis with, and what the
/// listed ones make together.
fn headline(
    desk: &Desk,
    b: &mut Builder,
    revenue: &Revenue,
    total: &Figure,
    listed: &[&Value],
    unit: &str,
) {
    let top = b.y;
    let room = b.width;
    big_number(desk, b, total, unit, 0.0, room);
    let w = words(desk.locale);
    let name = revenue
        .total_name
        .as_ref()
        .map_or(w.total, |n| n.get(desk.locale))
        .to_owned();
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
        area: Rect {
            x: 0.0,
            y: top,
            width: b.width,
            height: b.y - top,
        },
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
    /// Height of a bar.
    bar: f64,
    /// Width of the names beside the bars; 0 where they stand above them.
    column: f64,
}

impl Layout {
    fn new(desk: &Desk, b: &Builder, rows: &[Row]) -> Layout {
        let narrow = b.is_narrow();
        let (row, bar) = if narrow { (54.0, 16.0) } else { (46.0, 26.0) };
        let column = rows
            .iter()
            .map(|r| {
                let craft = r
                    .village
                    .craft
                    .as_ref()
                    .map_or(0.0, |c| b.text_width(c.get(desk.locale), SMALL));
                b.text_width(r.village.name.get(desk.locale), NAME)
                    .max(craft)
            })
            .fold(0.0, f64::max);
        let column = if narrow {
            0.0
        } else {
            column.min(b.width * 0.34).ceil()
        };
        let ends = rows.iter().map(|r| {
            let high = r.figure.value.stated().map_or(0.0, |s| s.1);
            let label = if narrow {
                0.0
            } else {
                LABEL_GAP + r.label.width(b) + 2.0
            };
            (high, overhang(&r.figure.value, bar) + label)
        });
        let start = if narrow { 0.0 } else { column + 16.0 };
        Layout {
            axis: Axis::fit(start, b.width, ends),
            row,
            bar,
            column,
        }
    }
}

/// Between the end of a bar and its label.
const LABEL_GAP: f64 = 8.0;

/// The name in the column, the value at the end of the bar.
fn wide_row(desk: &Desk, b: &mut Builder, row: &Row, layout: &Layout) {
    let middle = b.y + layout.row / 2.0;
    let name = row.village.name.get(desk.locale);
    let craft = row
        .village
        .craft
        .as_ref()
        .map_or("", |c| c.get(desk.locale));
    let lift = if craft.is_empty() { 0.0 } else { 8.0 };
    b.text(
        name,
        (0.0, middle - lift),
        Anchor::Start,
        NAME,
        Role::Ink,
        layout.column,
    );
    b.text(
        craft,
        (0.0, middle + 10.0),
        Anchor::Start,
        SMALL,
        Role::Muted,
        layout.column,
    );
    let mut x = layout.axis.start;
    if let Some((_, high)) = row.figure.value.stated() {
        bar(
            b,
            row.figure,
            &layout.axis,
            middle - layout.bar / 2.0,
            layout.bar,
        );
        x = layout.axis.x(high) + overhang(&row.figure.value, layout.bar) + LABEL_GAP;
    }
    row.label.draw(b, x, middle);
}

/// Name and value in a line above the bar.
fn narrow_row(desk: &Desk, b: &mut Builder, row: &Row, layout: &Layout) {
    let line = b.y + 14.0;
    let label_x = (b.width - row.label.width(b)).max(0.0);
    let room = (label_x - 10.0).max(0.0);
    let name = b.text(
        row.village.name.get(desk.locale),
        (0.0, line),
        Anchor::Start,
        NAME,
        Role::Ink,
        room,
    );
    if let Some(craft) = &row.village.craft {
        let x = name + 8.0;
        // a craft of two or three letters and dots helps no one
        if room - x > 40.0 {
            b.text(
                craft.get(desk.locale),
                (x, line + 1.0),
                Anchor::Start,
                SMALL,
                Role::Muted,
                room - x,
            );
        }
    }
    row.label.draw(b, label_x, line);
    if row.figure.value.stated().is_some() {
        bar(b, row.figure, &layout.axis, b.y + 27.0, layout.bar);
    }
}
