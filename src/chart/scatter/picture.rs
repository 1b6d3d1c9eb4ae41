//! Draws the axes, and dots, squares and what is not exact at their places.

use super::names::Label;
use super::plan::{Plan, Spot};
use super::*;
use crate::chart::places::{number_pages, Page};
use crate::figure::Flags;

/// The part of the list of figures that is read, which has pages of places and after them those of cells; and of each
/// cell its number in the list, `None` of those that are not listed.
pub(super) fn page(desk: &Desk, pairs: &Pairs, plan: &Plan, is_asked: bool) -> (Page, Vec<Option<usize>>) {
    let (size, mut number) = (pairs.reading.size, pairs.reading.listed.len());
    let mut numbers = Vec::new();
    // on pages of their own
    if let Some(cells) = plan.cells.as_ref().filter(|_| !desk.whole && !is_asked) {
        number = number.div_ceil(size) * size;
        for (count, _) in &cells.counts {
            numbers.push((*count > 0).then_some(number));
            number += usize::from(*count > 0);
        }
    }
    (Page::new(desk, size, number), numbers)
}

/// Between a sample and its words, and between two of them.
const GAP: f64 = 6.0;

/// Under what is there so far which shape is of which group, and how many places a square is of.
pub(super) fn key(desk: &Desk, b: &mut Builder, pairs: &Pairs, plan: &Plan) {
    const SAMPLE: f64 = 16.0;
    const ROW: f64 = 22.0;
    let voice = desk.voice();
    let mut samples: Vec<(String, usize, f64)> = Vec::new();
    if let Some(cells) = &plan.cells {
        let said = voice.say_of_places(message!("scatter-cells"), &[]);
        b.paragraph(&said, 0.0, b.width, SMALL, Role::Muted);
        for (least, most) in &cells.sizes {
            let mut text = voice.count(*least);
            if least < most {
                text = concat(&[&text, "–", &voice.count(*most)]);
            }
            samples.push((text, 0, cells.part(*least)));
        }
    } else {
        for (group, name) in pairs.groups.iter().enumerate() {
            samples.push((name.clone(), group, 0.0));
        }
        if !samples.is_empty() && pairs.places.iter().any(|place| place.group == Some(MOST_GROUPS)) {
            samples.push((desk.say(message!("no-group"), &[]), MOST_GROUPS, 0.0));
        }
    }
    if samples.is_empty() {
        return;
    }
    let mut x = 0.0;
    for (text, group, part) in samples {
        let width = SAMPLE + GAP + b.text_width(&text, SMALL);
        if x > 0.0 && x + width > b.width {
            x = 0.0;
            b.y += ROW;
        }
        let at = (x + SAMPLE / 2.0, b.y + ROW / 2.0);
        if part > 0.0 {
            let wide = SAMPLE * part;
            b.rect(at.0 - wide / 2.0, at.1 - wide / 2.0, wide, wide, Role::Solid);
        } else {
            let (shape, role) = look(Some(group));
            marks::shape(b, shape, at, 5.0, role);
        }
        b.text(&text, (x + SAMPLE + GAP, at.1), Anchor::Start, SMALL, Role::Muted, b.width - SAMPLE - GAP);
        x += width + 3.0 * GAP;
    }
    b.y += ROW + 4.0;
}

/// Shape and colour of a group: those that come one after another differ in both.
fn look(group: Option<usize>) -> (usize, Role) {
    match group {
        Some(group) if group >= MOST_GROUPS => (0, Role::Muted),
        Some(group) => (group, if group % 2 == 0 { Role::Solid } else { Role::Ink }),
        None => (0, Role::Solid),
    }
}

/// Under what is there so far the axes, with their lines, numbers and names.
pub(super) fn ground(desk: &Desk, b: &mut Builder, sides: &Sides, plan: &mut Plan) -> Placed {
    let [across, upwards] = &sides.each;
    let top = b.y;
    let name = concat(&["↑ ", &said::title(desk, upwards, upwards.ranked.unit.is_sign())]);
    b.paragraph(&name, 0.0, b.width, SMALL, Role::Muted);
    let labels = vec![Rect { x: 0.0, y: top, width: b.text_width(&name, SMALL), height: b.y - top }];
    plan.top = b.y + 2.0;
    let area = plan.area(b);
    let bottom = area.y + area.height;
    plan.numbers.draw(b, b.width, &|value| plan.y(value));
    let field = Field { bands: vec![(area.y, bottom)], labels };
    let height = grid(&across.ranked.desk(desk), b, &plan.axes[0], &field, bottom, "");
    if plan.axes[0].domain().0 <= 0.0 {
        field.line(b, plan.x(0.0), 1.0, Role::WholeLine);
    }
    b.y = bottom + height - 4.0;
    let name = concat(&[&*said::title(desk, across, false), " →"]);
    for line in b.wrap(&name, SMALL, b.width) {
        let middle = b.y + line_height(SMALL) / 2.0;
        b.text(&line, (b.width, middle), Anchor::End, SMALL, Role::Muted, b.width);
        b.y += line_height(SMALL);
    }
    b.y += 2.0;
    Placed { rows: vec![(area.y, area.height)], field, bottom }
}

/// All marks; the items of the page. What no mark is of answers at `said`.
#[allow(clippy::too_many_arguments)]
pub(super) fn draw(
    desk: &Desk,
    b: &mut Builder,
    sides: &Sides,
    (list, pairs): (&List, &Pairs),
    plan: &Plan,
    (page, cell_numbers): &(Page, Vec<Option<usize>>),
    labels: &[Label],
    said: Rect,
) {
    let first = b.items.len();
    // those that stand out are over the others
    for stands_out in [false, true] {
        for i in &plan.drawn {
            let Some(place) = pairs.place(*i).filter(|place| pairs.stands_out(place) == stands_out) else {
                continue;
            };
            let begin = b.marks.len();
            draw_place(b, sides, plan, place, stands_out);
            let Some(number) = pairs.reading.number(*i) else { continue };
            let item = page.item(number, first);
            b.targets.push(Target { area: plan.extent(sides, place), item });
            for mark in b.marks.iter_mut().skip(begin).filter(|_| page.has(number)) {
                mark.item = Some(item);
            }
        }
    }
    for label in labels {
        label.draw(b, plan);
    }
    if desk.boxed {
        for place in pairs.places.iter().filter(|place| place.is_known && place.is_member) {
            let (x, y) = plan.at(place);
            b.spots.push((place.at, Rect { x, y, width: 0.0, height: 0.0 }));
        }
    }
    for i in page.places(&pairs.reading) {
        let Some(place) = pairs.place(*i) else { continue };
        let Some(of) = list.one(place.at) else { continue };
        let area = match (plan.spot(pairs, *i), &plan.cells) {
            (Spot::Nowhere, _) => said,
            (Spot::Cell(at), Some(cells)) => plan.cell(cells, at),
            _ => plan.extent(sides, place),
        };
        let lead = said::leading(sides, place);
        let leading = sides.figure(lead, place.at);
        let origin = Figure { source: leading.source.clone(), as_of: leading.as_of, ..Figure::default() };
        let say = |desk: &Desk| said::item(desk, sides, &of, place);
        let own = if lead == 0 { &sides.each[0] } else { &sides.each[1] };
        push(&own.ranked.desk(desk), b, desk.village_id(of.village), area, &say, &origin);
    }
    let Some(cells) = &plan.cells else { return number_pages(b) };
    let members =
        cells.members(pairs, &|at| cell_numbers.get(at).is_some_and(|own| own.is_some_and(|n| page.has(n))));
    for (at, number) in cell_numbers.iter().enumerate() {
        let Some(number) = *number else { continue };
        let area = plan.cell(cells, at);
        // dots are over squares
        b.targets.push(Target { area, item: page.item(number, first) });
        if page.has(number) {
            let some = members.get(at).map_or(&[][..], |members| members);
            let count = cells.counts.get(at).map_or(0, |(count, _)| *count);
            let mut names = Vec::new();
            for i in some {
                names.extend(pairs.place(*i).and_then(|place| list.one(place.at)));
            }
            let say = |desk: &Desk| said::cell(desk, sides, cells.ends(at), count, &names);
            push(desk, b, concat(&["cell-", &text::digits(at)]), area, &say, &Figure::default());
        }
    }
    number_pages(b);
}

/// An item that has no marks of its own, or has them already.
fn push(
    desk: &Desk,
    b: &mut Builder,
    id: String,
    area: Rect,
    say: &dyn Fn(&Desk) -> ItemTexts,
    figure: &Figure,
) {
    let item = desk.item(id, spreads::for_finger(b, area), say, figure);
    b.item(b.marks.len(), item);
}

/// The mark of a place.
fn draw_place(b: &mut Builder, sides: &Sides, plan: &Plan, place: &Place, stands_out: bool) {
    let (x, y) = plan.at(place);
    let [across, upwards] = [0, 1].map(|side| sides.figure(side, place.at));
    let (shape, role) = look(place.group);
    let role = if stands_out { role } else { Role::WholeLine };
    let radius = if stands_out { plan.radius } else { (plan.radius - 0.5).max(2.5) };
    let estimated = across.estimated || upwards.estimated;
    if place.is_exact {
        // a little of the ground parts it from others
        let ring = if plan.cells.is_some() { 2.0 } else { 1.0 };
        marks::shape(b, shape, (x, y), radius + ring, Role::Surface);
        mark::dot(b, shape, (x, y), radius, role, estimated, across.flags.and(upwards.flags));
        return;
    }
    let [to_right, up] = &sides.each;
    let first = b.marks.len();
    // of an exact one there is none
    mark::across(b, across, to_right.ranked.domain, &|value| plan.x(value), y, role);
    let mut of = Series::new(&[], 0);
    of.role = role;
    let map = |value: f64| plan.y(value);
    marks::possible(b, &upwards.value, up.ranked.domain, &map, f64::NEG_INFINITY, &of, x);
    if marks::has_dot(&across.value) && marks::has_dot(&upwards.value) {
        marks::shape(b, 0, (x, y), radius + 1.0, Role::Surface);
        mark::dot(b, 0, (x, y), radius, role, estimated, Flags::default());
    } else if estimated {
        mark::hollow(b, first);
    }
}

/// The squares of cells; where some places are to stand out and are too many for dots, those of them over those of all.
pub(super) fn squares(b: &mut Builder, pairs: &Pairs, plan: &Plan) {
    let Some(cells) = &plan.cells else { return };
    let are_quiet = pairs.are_some_quiet();
    for (at, (count, own)) in cells.counts.iter().enumerate() {
        let own = if plan.has_own_dots || !are_quiet { 0 } else { *own };
        for (count, role) in
            [(*count, if are_quiet { Role::WholeLine } else { Role::Solid }), (own, Role::Solid)]
        {
            if count > 0 {
                let Rect { x, y, width, height } = plan.square(cells, at, count);
                b.rect(x, y, width, height, role);
            }
        }
    }
}
