//! Villages by revenue: bars from the greatest down, the total of all villages as a headline.

mod ask;
mod rows;

use super::*;
use crate::data::{Revenue, Village};
use crate::figure::{self, Value};
use crate::scene::how_to_read;
use crate::sort;
use crate::view::Sort;
#[cfg(feature = "tools")]
use ask::find;
use ask::{choices, over, threshold, SLIDER_ROW};
use rows::{narrow_row, wide_row, Layout, Row};

/// Rows on a page. Two pages of them still fit a phone's largest canvas at three pixels to one.
pub(super) const PAGE: usize = 20;

pub(super) fn scene(desk: &Desk, revenue: &Revenue) -> Scene {
    let mut b = desk.builder();
    let unit = text::money(revenue.unit, revenue.per, desk.locale);
    let listed: Vec<(&Village, &Figure)> =
        desk.data.villages.iter().filter_map(|v| Some((v, v.revenue.as_ref()?))).collect();
    let values: Vec<&Value> = listed.iter().map(|(_, f)| &f.value).collect();
    // a place among all, whatever the reader looks for
    let ranks = figure::ranks(&values);
    let known = values.iter().filter(|v| v.stated().is_some()).count();

    // one village has no controls, with which a reader could take back what was asked of others
    let several = listed.len() > 1;
    let order = order(desk, &listed);
    #[cfg(feature = "tools")]
    let order = if several { find(desk, &listed, order) } else { order };
    let shown: Vec<(&Village, &Figure)> = order.iter().filter_map(|i| listed.get(*i).copied()).collect();
    if let Some(total) = &revenue.total {
        headline(desk, &mut b, revenue, total, &shown, &unit);
    }
    let mut answers = Vec::new();
    if TOOLS && several && desk.view.filter != Filter::default() {
        answers.push(match (shown.len(), desk.locale) {
            (0, Locale::Vi) => "Không có làng nào khớp.".to_owned(),
            (0, Locale::En) => "No village matches.".to_owned(),
            (some, Locale::Vi) => format!("{some} trong {} làng.", listed.len()),
            (some, Locale::En) => format!("{some} of {} villages.", listed.len()),
        });
    }
    if let Some(at) = desk.view.threshold.filter(|_| TOOLS && several) {
        answers.push(over(desk, revenue, &shown, at));
    }
    for answer in &answers {
        b.paragraph(answer, 0.0, b.width, VALUE, Role::Ink);
        b.y += 8.0;
    }

    let page_size = if desk.whole { usize::MAX } else { PAGE };
    let pages = order.len().div_ceil(page_size).max(1);
    let page = desk.view.page.min(pages.saturating_sub(1));
    let unit_alone = text::money_unit(revenue.unit, desk.locale);
    let mut rows = Vec::new();
    for i in order.into_iter().skip(page.saturating_mul(page_size)).take(page_size) {
        let (Some((village, figure)), Some(rank)) = (listed.get(i), ranks.get(i)) else { continue };
        rows.push(Row { village, figure, label: ValueLabel::new(desk, figure, unit_alone), rank: *rank });
    }

    let layout = Layout::new(desk, &b, &rows);
    if TOOLS && several && desk.view.threshold.is_some() {
        b.y += SLIDER_ROW;
    }
    let top = b.y;
    let bottom = top + layout.row * rows.len() as f64;
    let mut field = Field { bands: Vec::new(), labels: Vec::new() };
    for (i, row) in rows.iter().enumerate() {
        let y = top + layout.row * i as f64;
        match b.is_narrow() {
            // on a phone the lines would run through the names: there they stand behind the bars alone
            true => field.bands.push((y + layout.bar_top - 3.0, y + layout.bar_top + layout.bar + 3.0)),
            false => field.labels.push(layout.label(&b, row, y)),
        }
    }
    if !b.is_narrow() {
        field.bands.push((top, bottom + 4.0));
    }
    let axis_height = match rows.iter().any(|r| r.figure.value.stated().is_some()) {
        false => 0.0,
        // what the rows' labels leave out, the axis says: for which time their amounts are
        true => grid(desk, &mut b, &layout.axis, &field, bottom, &unit),
    };
    for row in &rows {
        let first = b.marks.len();
        match b.is_narrow() {
            true => narrow_row(desk, &mut b, row, &layout),
            false => wide_row(desk, &mut b, row, &layout),
        }
        let mut notes = Vec::new();
        notes.extend(
            row.rank.filter(|_| known > 1).map(|r| text::rank(r, known, revenue.selection, desk.locale)),
        );
        if let Some(district) = &row.village.district {
            notes.push(format!("{}: {}", words(desk.locale).district, district.get(desk.locale)));
        }
        let texts = ItemTexts {
            title: row.village.name.get(desk.locale).to_owned(),
            subtitle: row.craft(desk).to_owned(),
            value: desk.quantity(row.figure, &unit),
            unit: unit.clone(),
            notes,
        };
        let area = Rect { x: 0.0, y: b.y, width: b.width, height: layout.row };
        b.item(first, desk.item(desk.village_id(row.village), area, texts, row.figure));
        b.y += layout.row;
    }
    let tools = TOOLS && several;
    let threshold = match tools {
        true => threshold(desk, &mut b, &layout.axis, &field, top, unit_alone),
        false => None,
    };
    b.y += axis_height;
    how_to_read(&mut b, rows.iter().map(|r| r.figure));
    let controls = Controls {
        sort: several.then_some(desk.view.sort),
        page,
        pages,
        find: tools.then(|| choices(desk, &listed)),
        threshold,
        ..Controls::default()
    };
    let texts = Texts {
        title: &revenue.title,
        default_title: words(desk.locale).revenue_title,
        note: &revenue.note,
        summary: summary(desk, revenue, &listed, &unit),
        answers,
    };
    desk.finish(b, texts, controls)
}

/// By the number stated, and of equal numbers by how far the figure reaches.
fn by_value(a: &Figure, b: &Figure) -> std::cmp::Ordering {
    let (a, b) = (a.value.sort_key(), b.value.sort_key());
    a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
}

/// Whose total it is.
pub(super) fn total_name<'r>(desk: &Desk, revenue: &'r Revenue) -> &'r str {
    revenue.total_name.as_ref().map_or(words(desk.locale).total, |n| n.get(desk.locale))
}

/// How many villages, and the greatest and the least of the numbers stated.
fn summary(desk: &Desk, revenue: &Revenue, listed: &[(&Village, &Figure)], unit: &str) -> String {
    let measured = || listed.iter().filter(|(_, f)| f.value.stated().is_some());
    let by_key = |a: &&(&Village, &Figure), b: &&(&Village, &Figure)| by_value(a.1, b.1);
    let say = |(village, figure): &(&Village, &Figure)| {
        format!("{}, {}", village.name.get(desk.locale), desk.quantity(figure, unit))
    };
    let mut text = match desk.locale {
        Locale::Vi => format!("{} làng.", listed.len()),
        Locale::En => format!("{} villages.", listed.len()),
    };
    if let (Some(most), Some(least)) = (measured().max_by(by_key), measured().min_by(by_key)) {
        let (most, least) = (say(most), say(least));
        text += &match desk.locale {
            Locale::Vi => format!(" Số nêu cao nhất: {most}; thấp nhất: {least}."),
            Locale::En => format!(" Highest number stated: {most}; lowest: {least}."),
        };
    }
    if let Some(total) = &revenue.total {
        text += &format!(" {}: {}.", total_name(desk, revenue), desk.quantity(total, unit));
    }
    text
}

/// Indices into `listed`, in the order of the view.
pub(super) fn order(desk: &Desk, listed: &[(&Village, &Figure)]) -> Vec<usize> {
    match desk.view.sort {
        Sort::Value => sort::order(listed, &|a, b| by_value(b.1, a.1)),
        Sort::Name => {
            let names: Vec<&str> = listed.iter().map(|(v, _)| v.name.get(desk.locale)).collect();
            sort::complete(desk.platform.sort(&names, desk.locale), names.len())
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
    shown: &[(&Village, &Figure)],
    unit: &str,
) {
    let (top, first) = (b.y, b.marks.len());
    let room = b.width;
    big_number(desk, b, total, unit, 0.0, room);
    let name = total_name(desk, revenue).to_owned();
    b.paragraph(&name, 0.0, b.width, BODY, Role::Muted);
    let sum = Value::sum(shown.iter().map(|(_, f)| &f.value)).filter(|_| shown.len() > 1);
    let sum = sum.map(|sum| {
        let all = shown.len();
        // what is open upwards is the sum of what is certain: one "nearly 1,000" may be next to nothing, and is not in it
        let counted = match sum {
            Value::MoreThan(_) | Value::AtLeast(_) => {
                shown.iter().filter(|(_, f)| f.value.interval().low > 0.0).count()
            }
            _ => all,
        };
        let sum = desk.quantity(&Figure::from(sum), unit);
        match desk.locale {
            Locale::Vi if counted < all => format!("{counted} trong {all} làng dưới đây cộng lại: {sum}"),
            Locale::Vi => format!("{all} làng dưới đây cộng lại: {sum}"),
            Locale::En if counted < all => format!("{counted} of the {all} villages below together: {sum}"),
            Locale::En => format!("The {all} villages below together: {sum}"),
        }
    });
    if let Some(sum) = &sum {
        b.paragraph(sum, 0.0, b.width, BODY, Role::Muted);
    }
    let area = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    let texts = ItemTexts {
        title: name,
        subtitle: String::new(),
        value: desk.quantity(total, unit),
        unit: unit.to_owned(),
        notes: sum.into_iter().collect(),
    };
    b.item(first, desk.item("total".to_owned(), area, texts, total));
    b.y += 18.0;
}
