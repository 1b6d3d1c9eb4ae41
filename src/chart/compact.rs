//! The charts in few lines, for cards: the same figures in the same words, with no axis and no crafts; the key to the
//! marks, whose words stand beside them, only where there is room for it.

use super::breakdown::{label, overlap, Breakdown, Count, Group, Leading};
use super::income::{convert, Income, Row};
use super::revenue::Revenue;
use super::*;
use crate::data::Period;
use crate::scene::{bar, how_to_read, line_height, reach};

const BAR: f64 = 14.0;
const GAP: f64 = 12.0;

/// The villages with their order in a view: the same in every size that a card is tried in.
pub(crate) struct List<'a> {
    listed: Vec<revenue::Listed<'a>>,
    order: Vec<usize>,
}

/// See [`List`]; empty where the view is of another chart. `none` is what [`no_figure`](revenue::no_figure) gives.
pub(crate) fn list<'a>(
    data: &'a Dataset,
    view: &'a View,
    platform: &'a dyn Platform,
    none: &'a Figure,
) -> List<'a> {
    let desk = Desk::new(data, view, platform, false);
    let revenue = data.revenue.as_ref().filter(|_| view.kind == Kind::Revenue);
    let listed = revenue.map_or(Vec::new(), |revenue| revenue::listed(&desk, revenue, none));
    let order = revenue::order(&desk, &listed);
    List { listed, order }
}

/// The scene of a view, with at most `most` rows of a list of villages: it says how many there are besides. With the
/// `key` to its marks, or without.
///
/// `None` where the dataset has no such chart.
pub(crate) fn compact(
    data: &Dataset,
    view: &View,
    platform: &dyn Platform,
    list: &List,
    most: usize,
    key: bool,
) -> Option<Scene> {
    lay_out(&Desk { card: Some(Card { list, most, key }), ..Desk::new(data, view, platform, false) })
}

/// How a card is laid out.
#[derive(Clone, Copy)]
pub(super) struct Card<'a> {
    list: &'a List<'a>,
    /// As many rows of a list of villages.
    most: usize,
    /// With the key to the marks.
    key: bool,
}

pub(super) fn revenue(desk: &Desk, revenue: &Revenue, card: &Card) -> Scene {
    let Card { list: List { listed, order }, most, key } = *card;
    let first = desk.view.page.min(order.len().saturating_sub(1) / revenue::PAGE) * revenue::PAGE;
    let shown = || order.iter().skip(first).take(revenue::PAGE.min(most)).filter_map(|i| listed.get(*i));
    let mut figures: Vec<&Figure> = revenue.total.iter().collect();
    figures.extend(shown().map(|of| of.figure));
    let cited = desk.cited(&figures);
    let desk = &desk.citing(&cited);
    let mut b = desk.builder();
    let unit = desk.voice().money(revenue.unit, revenue.per);
    if let Some(total) = &revenue.total {
        let name = revenue::total_name(desk, revenue);
        count(&mut b, &desk.marked(desk.quantity(total, &unit), total), &name, total);
        b.y += 8.0;
    }
    // the unit stands at the first number, the others are read like it
    let with_unit = shown().position(|of| of.is_measured());
    let mut rows: Vec<(String, &Figure, ValueLabel)> = shown()
        .enumerate()
        .map(|(i, of)| {
            let unit = if Some(i) == with_unit { &*unit } else { "" };
            (of.name(desk), of.figure, ValueLabel::new(desk, of.figure, unit))
        })
        .collect();

    let widest = rows.iter().map(|(name, ..)| b.text_width(name, NAME)).fold(0.0, f64::max);
    let column = widest.min(b.width * 0.36).ceil();
    let height = BAR + 2.0;
    let reach = |figure: &Figure| reach(&figure.value, height);
    let beside =
        |b: &Builder, figure: &Figure, label: &ValueLabel| reach(figure).1 + 8.0 + label.width(b) + 2.0;
    if let Some((_, figure, label)) = with_unit.and_then(|i| rows.get_mut(i)) {
        // as much as a label is given beside the shortest bar; where that is too little, the unit stands above
        if beside(&b, figure, label) > (b.width - column - GAP) * 0.9 {
            b.paragraph(&unit, column + GAP, b.width - column - GAP, BODY, Role::Muted);
            *label = ValueLabel::new(desk, figure, "");
        }
    }
    let ends: Vec<(f64, f64)> =
        rows.iter().map(|(_, figure, label)| (reach(figure).0, beside(&b, figure, label))).collect();
    let mut axis = Axis::fit(column + GAP, b.width, &ends);
    // as on the chart's pages, a bar does not get longer because the greatest is not among those that are shown
    for of in listed {
        axis.make_room(b.width, reach(of.figure).0, 0.0);
    }
    for (name, figure, label) in &rows {
        let top = b.y;
        b.paragraph(name, 0.0, column, NAME, Role::Ink);
        b.y = b.y.max(top + 21.0) + 5.0;
        let middle = (top + b.y - 5.0) / 2.0;
        let mut x = axis.map(0.0);
        if figure.value.stated().is_some() {
            bar(&mut b, figure, &axis, middle - height / 2.0, height);
            let (end, beyond) = reach(figure);
            x = axis.map(end) + beyond + 8.0;
        }
        label.draw(&mut b, (x, middle), Anchor::Start);
    }
    let others = match order.len().saturating_sub(rows.len()) {
        0 => String::new(),
        more => {
            desk.say("more-villages", &[("count", &more.to_string()), ("number", &desk.voice().count(more))])
        }
    };
    b.paragraph(&others, 0.0, b.width, BODY, Role::Ink);
    let all: Vec<&revenue::Listed> = listed.iter().collect();
    revenue::say_missing(desk, &mut b, &all);
    if key {
        how_to_read(&mut b, &rows.iter().map(|(_, figure, _)| *figure).collect::<Vec<_>>());
    }
    finish(desk, b, &revenue.title, &revenue.note)
}

pub(super) fn income(desk: &Desk, income: &Income, card: &Card) -> Scene {
    let cited = desk.cited(&income::figures(income));
    let desk = &desk.citing(&cited);
    let mut b = desk.builder();
    let per = desk.view.unit.or(income.rows.first().map(|r| r.per)).unwrap_or(Period::Month);
    let rows: Vec<Row> = income.rows.iter().map(|row| convert(desk, income, row, per)).collect();
    let ends: Vec<(f64, f64)> = rows.iter().map(|r| reach(&r.figure.value, BAR)).collect();
    let axis = Axis::fit(0.0, b.width, &ends);
    let (measured, missing): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|r| r.is_measured());
    for row in measured.into_iter().chain(missing) {
        let label = desk.marked(row.label.clone(), &row.figure);
        named(&mut b, row.row.name.get(desk.locale), BODY, &label, &row.figure);
        let small = [row.places(desk), row.conversion.clone()].into_iter().filter(|t| !t.is_empty());
        let small: Vec<String> = small.collect();
        let line = text::line(&small);
        let lines = if b.text_width(&line, SMALL) <= b.width { vec![line] } else { small };
        for line in lines {
            b.paragraph(&line, 0.0, b.width, SMALL, Role::Muted);
        }
        if row.is_measured() {
            let y = b.y + 1.0;
            bar(&mut b, &row.figure, &axis, y, BAR);
            b.y = y + BAR + 2.0;
        }
        b.y += 8.0;
    }
    if card.key {
        how_to_read(&mut b, &rows.iter().map(|r| &r.figure).collect::<Vec<_>>());
    }
    finish(desk, b, &income.title, &income.note)
}

pub(super) fn breakdown(desk: &Desk, section: &Breakdown, leading: Leading, card: &Card) -> Scene {
    let cited = desk.cited(&breakdown::figures(section, leading));
    let desk = &desk.citing(&cited);
    let mut b = desk.builder();
    let counts = |b: &mut Builder| {
        for c in &section.counts {
            count(b, &label(desk, c, None), c.name.get(desk.locale), &c.value);
        }
        b.y += 6.0;
    };
    if leading == Leading::Counts {
        counts(&mut b);
    }
    for group in &section.groups {
        draw_group(desk, &mut b, group);
    }
    if leading == Leading::Groups {
        counts(&mut b);
    }
    if card.key {
        // wholes are said in words, only their tracks are drawn
        let subsets = section.groups.iter().flat_map(|g| &g.subsets);
        how_to_read(&mut b, &subsets.map(|s| &s.value).collect::<Vec<_>>());
    }
    finish(desk, b, &section.title, &section.note)
}

/// A whole in words, and its subsets each on its track.
fn draw_group(desk: &Desk, b: &mut Builder, group: &Group) {
    let whole = &group.whole;
    let reach = |c: &Count| reach(&c.value.value, BAR);
    let ends: Vec<(f64, f64)> = group.subsets.iter().chain([whole]).map(reach).collect();
    let axis = Axis::fit(0.0, b.width, &ends);
    named(b, whole.name.get(desk.locale), NAME, &label(desk, whole, None), &whole.value);
    b.y += 2.0;
    for subset in &group.subsets {
        let value = label(desk, subset, Some(whole));
        named(b, subset.name.get(desk.locale), BODY, &value, &subset.value);
        // a name is nearer to its own bar than to the one above
        let y = b.y;
        if subset.value.value.stated().is_some() {
            b.rect(0.0, y, axis.map(reach(whole).0), BAR, Role::Whole);
            b.frame(0.0, y, axis.map(reach(whole).0), BAR, 1.0, Role::WholeLine);
            bar(b, &subset.value, &axis, y, BAR);
            b.y = y + BAR + 2.0;
        }
        b.y += 5.0;
    }
    b.paragraph(&desk.voice().sentences(&overlap(desk, group)), 0.0, b.width, SMALL, Role::Ink);
    b.y += 6.0;
}

/// A name, and at the end of its first line its figure, or under it where the name would take many lines then.
fn named(b: &mut Builder, name: &str, font: Font, value: &str, figure: &Figure) {
    let (value_font, role) = value_style(figure);
    let width = b.text_width(value, value_font);
    let room = b.width - width - GAP;
    if room > 160.0 && b.wrap(name, font, room).len() <= 2 {
        let middle = b.y + line_height(font) / 2.0;
        b.text(value, (b.width, middle), Anchor::End, value_font, role, width + 1.0);
        b.paragraph(name, 0.0, room, font, Role::Ink);
    } else {
        b.paragraph(name, 0.0, b.width, font, Role::Ink);
        b.paragraph(value, 0.0, b.width, value_font, role);
    }
}

/// A number that stands alone, and what it counts.
fn count(b: &mut Builder, value: &str, name: &str, figure: &Figure) {
    let (font, role) = value_style(figure);
    if b.text_width(value, font) + 6.0 + b.text_width(name, BODY) <= b.width {
        b.line_of(
            &[(value, font, role, 0.0), (name, BODY, Role::Muted, 6.0)],
            (0.0, b.y + 11.0),
            Anchor::Start,
            b.width,
        );
        b.y += 22.0;
    } else {
        b.paragraph(value, 0.0, b.width, font, role);
        b.paragraph(name, 0.0, b.width, BODY, Role::Muted);
    }
}

/// Why there is no number is no number.
fn value_style(figure: &Figure) -> (Font, Role) {
    match figure.value.stated() {
        Some(_) => (NAME, Role::Ink),
        None => (BODY, Role::Muted),
    }
}

fn finish(desk: &Desk, b: Builder, title: &Option<Label>, note: &Option<Label>) -> Scene {
    let texts = Texts { title, note, opening: String::new(), summary: String::new(), answers: Vec::new() };
    desk.finish(b, texts, Controls::default())
}
