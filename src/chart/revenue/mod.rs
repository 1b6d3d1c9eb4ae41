//! Villages by revenue: bars from the greatest down, the total of all villages as a headline.
//!
//! It is made in steps, each of what the one before it returns: `select` whom the reader asked for, `page` who of
//! them is drawn, `measure` what all rows share, `place` each row, and draw them.

mod list;
mod rows;
mod said;
mod section;
/// What a reader asks of the list.
#[cfg(feature = "tools")]
mod tools;
#[cfg(not(feature = "tools"))]
#[path = "no_tools.rs"]
mod tools;

use super::*;
use crate::data::Village;
use crate::figure::{self, Value};
use crate::view::Sort;
pub(super) use list::select;
#[cfg(all(feature = "native", feature = "tools"))]
pub(crate) use list::PAGE;
use list::{by_value, page, Listed, Page};
pub(crate) use list::{no_figure, List};
use rows::{draw, measure, place, rows};
pub use section::Revenue;

/// Its section of a data file.
pub type Data = Revenue;

/// What the schema says of that section.
pub const ABOUT: &str = "How to read the villages' `revenue`; required for the revenue chart.";

pub(super) fn scene(desk: &Desk, revenue: &Revenue) -> Scene {
    let none = no_figure(&desk.voice());
    let own;
    let list = match desk.list() {
        Some(list) => list,
        None => {
            own = select(desk, revenue, &none);
            &own
        }
    };
    let shown = list.shown();
    let page = page(desk, &shown);

    // the axis has room for what any page says of its figures
    let cited_by_all = desk.cited(&list.all.iter().map(|of| of.figure).collect::<Vec<_>>());
    let mut drawn: Vec<&Figure> = revenue.total.iter().collect();
    drawn.extend(page.villages.iter().map(|of| of.figure));
    let cited = desk.cited(&drawn);
    let (all, desk) = (&desk.citing(&cited_by_all), &desk.citing(&cited));

    let mut b = desk.builder();
    if let Some(total) = &revenue.total {
        headline(desk, &mut b, revenue, total, &shown);
    }
    let answers = |desk: &Desk| tools::answers(desk, revenue, list, &shown);
    for answer in answers(desk) {
        b.paragraph(&answer, 0.0, b.width, VALUE, Role::Ink);
        b.y += 8.0;
    }
    let mut rows = rows(desk, revenue, &page);
    let unit = desk.voice().money(revenue.unit, revenue.per);
    let measures = measure(all, &b, revenue, &list.all, &rows);
    if measures.unit_above {
        let start = measures.axis.map(0.0);
        b.paragraph(&unit, start, b.width - start, BODY, Role::Muted);
        for row in &mut rows {
            row.label = ValueLabel::new(desk, row.of.figure, "");
        }
    }
    let placed = place(desk, &b, &rows, &measures, b.y + tools::slider_room(desk, list));

    let axis_height = match desk.card().is_none() && rows.iter().any(|row| row.of.is_measured()) {
        // what the rows' labels leave out, the axis says: for which time their amounts are
        true => grid(desk, &mut b, &measures.axis, &placed.field, placed.bottom, &unit),
        false => 0.0,
    };
    let known = list.known();
    for (row, (top, height)) in rows.iter().zip(&placed.rows) {
        let first = b.marks.len();
        draw(desk, &mut b, row, &measures, (*top, *height));
        let say = |desk: &Desk| said::item(desk, revenue, row.of, known);
        let area = Rect { x: 0.0, y: *top, width: b.width, height: *height };
        b.item(first, desk.item(desk.village_id(row.of.village), area, &say, row.of.figure));
    }
    let threshold = tools::threshold(desk, &mut b, revenue, list, &measures.axis, &placed);
    b.y = placed.bottom + axis_height;
    if desk.card().is_some() {
        let more = said::more(desk, shown.len().saturating_sub(rows.len()));
        b.paragraph(&more, 0.0, b.width, BODY, Role::Ink);
    }
    if let Some(missing) = said::missing(desk, &shown) {
        b.y += 8.0;
        b.paragraph(&missing, 0.0, b.width, BODY, Role::Ink);
    }
    desk.how_to_read(&mut b, &rows.iter().map(|row| row.of.figure).collect::<Vec<_>>());

    let controls = Controls {
        sort: list.is_long().then_some(desk.view.sort),
        page: page.number,
        pages: page.of,
        find: tools::choices(desk, list),
        threshold,
        ..Controls::default()
    };
    let texts = Texts {
        title: &revenue.title,
        note: &revenue.note,
        opening: said::opening(&desk.aloud(), revenue, &list.all, page.of),
        summary: String::new(),
        answers: answers(&desk.aloud()),
    };
    desk.finish(b, texts, controls)
}

/// The total of all villages, which no bar of a few villages could share an axis with, and what the
/// listed ones make together.
fn headline(desk: &Desk, b: &mut Builder, revenue: &Revenue, total: &Figure, shown: &[&Listed]) {
    let (top, first) = (b.y, b.marks.len());
    let (room, unit) = (b.width, desk.voice().money(revenue.unit, revenue.per));
    let given = revenue.total_name.as_ref().map(|name| name.get(desk.locale).to_owned());
    let name = given.unwrap_or_else(|| desk.say("total-revenue", &[]));
    let sum = |desk: &Desk| said::sum(desk, revenue, shown);
    if desk.card().is_some() {
        card::count(b, &desk.marked(desk.quantity(total, &unit), total), &name, total);
    } else {
        big_number(desk, b, total, &unit, 0.0, room);
        b.paragraph(&name, 0.0, b.width, BODY, Role::Muted);
        if let Some(sum) = sum(desk) {
            b.paragraph(&sum, 0.0, b.width, BODY, Role::Muted);
        }
    }
    let after = if desk.card().is_some() { 8.0 } else { 18.0 };
    let area = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    let say = |desk: &Desk| {
        let unit = desk.voice().money(revenue.unit, revenue.per);
        ItemTexts {
            title: name.clone(),
            subtitle: String::new(),
            value: desk.quantity(total, &unit),
            unit,
            notes: sum(desk).into_iter().collect(),
            figure_first: false,
        }
    };
    b.item(first, desk.item("total".to_owned(), area, &say, total));
    b.y += after;
}
