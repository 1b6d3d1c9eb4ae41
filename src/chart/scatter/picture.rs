//! Draws the axes, and dots, squares and what is not exact at their places.

use super::cells::Cells;
use super::names::Label;
use super::plan::{Plan, Spot};
use super::*;

/// The part of the list of figures that is read: pages of places, and after them those of cells.
pub(super) struct Page {
    pub number: usize,
    pub of: usize,
    size: usize,
    /// The first that has cells.
    cells: usize,
    is_asked: bool,
}

impl Page {
    pub fn new(desk: &Desk, pairs: &Pairs, plan: &Plan, is_asked: bool) -> Page {
        let size = if desk.whole { usize::MAX } else { desk.page_size() };
        let listed = pairs.places.iter().filter(|place| is_listed(place, is_asked)).count();
        let counted = plan.cells.iter().flat_map(|cells| &cells.counts).filter(|count| count.0 > 0).count();
        let cells = listed.div_ceil(size).max(1);
        let of = cells + if desk.whole || is_asked { 0 } else { counted.div_ceil(size) };
        let of = if desk.card().is_some() { 1 } else { of };
        Page { number: desk.view.page.min(of - 1), of, size, cells, is_asked }
    }

    /// Its item where it is on the page that is read, else what leads to its own page: `number` is that of a place, or
    /// of a cell where these begin on the page `from`. `first` is the first item of the page.
    fn item(&self, number: usize, from: usize, first: usize) -> Option<usize> {
        let page = from + number / self.size;
        match page == self.number {
            true => Some(first + number % self.size),
            false if page < self.of => Some(spreads::OTHER_PAGES + page),
            false => None,
        }
    }
}

/// Is it among the figures that are read?
fn is_listed(place: &Place, is_asked: bool) -> bool {
    place.is_member && (!is_asked || place.named.is_named)
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
        for (least, most) in cells.sizes() {
            let mut text = voice.count(least);
            if least < most {
                text = [&*text, "–", &voice.count(most)].concat();
            }
            samples.push((text, 0, cells.part(least)));
        }
    } else {
        for (group, name) in pairs.groups.iter().enumerate() {
            samples.push(((*name).to_owned(), group, 0.0));
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

/// Under what is there so far the axes, with their lines, numbers and names. No line runs through `labels` above them.
pub(super) fn ground(
    desk: &Desk,
    b: &mut Builder,
    sides: &Sides,
    plan: &mut Plan,
    mut labels: Vec<Rect>,
) -> Placed {
    let [across, upwards] = &sides.each;
    let named = b.y;
    let name = ["↑ ", &said::title(desk, upwards)].concat();
    b.paragraph(&name, 0.0, b.width, SMALL, Role::Muted);
    labels.push(Rect { x: 0.0, y: named, width: b.text_width(&name, SMALL), height: b.y - named });
    plan.top = b.y + 2.0;
    let area = plan.area(b);
    let bottom = area.y + area.height;
    for (tick, label) in &plan.ticks {
        let y = plan.y(*tick);
        let role = if *tick == 0.0 { Role::WholeLine } else { Role::Grid };
        b.rect(area.x, y - 0.5, area.width, 1.0, role);
        b.text(label, (plan.left - 8.0, y), Anchor::End, SMALL, Role::Muted, plan.left);
    }
    let field = Field { bands: vec![(area.y, bottom)], labels };
    let own = across.ranked.desk(desk);
    let unit = if across.ranked.unit.is_sign() { across.ranked.unit(&own.voice()) } else { String::new() };
    let height = grid(&own, b, &plan.axes[0], &field, bottom, &unit);
    if plan.axes[0].domain().0 <= 0.0 {
        field.line(b, plan.x(0.0), 1.0, Role::WholeLine);
    }
    b.y = bottom + height - 4.0;
    let name = [&*said::title(desk, across), " →"].concat();
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
    pairs: &Pairs,
    plan: &Plan,
    page: &Page,
    labels: &[Label],
    said: Rect,
) {
    let first_item = b.items.len();
    let mut targets = Vec::new();
    if let Some(cells) = plan.cells.as_ref().filter(|_| !page.is_asked) {
        let counted = cells.counts.iter().enumerate().filter(|(_, (count, _))| *count > 0);
        for (number, (at, _)) in counted.enumerate() {
            let item = page.item(number, page.cells, first_item);
            targets.extend(item.map(|item| Target { area: plan.cell(cells, at), item }));
        }
    }
    // those that stand out are over the others
    let mut areas = vec![said; pairs.places.len()];
    for stands_out in [false, true] {
        let mut number = 0;
        for ((i, place), own) in pairs.places.iter().enumerate().zip(&mut areas) {
            let is_listed = is_listed(place, page.is_asked);
            let item = if is_listed { page.item(number, 0, first_item) } else { None };
            number += usize::from(is_listed);
            if pairs.stands_out(place) != stands_out {
                continue;
            }
            match plan.spot(i) {
                Spot::Cell(at) => {
                    if let Some(cells) = &plan.cells {
                        *own = plan.cell(cells, at);
                    }
                }
                Spot::Nowhere => {}
                spot => {
                    let first = b.marks.len();
                    draw_place(b, sides, plan, place, spot, stands_out);
                    *own = plan.extent(sides, place);
                    for mark in b.marks.iter_mut().skip(first) {
                        mark.item = item.filter(|item| *item < spreads::OTHER_PAGES);
                    }
                    b.targets.extend(item.map(|item| Target { area: *own, item }));
                }
            }
        }
    }
    for label in labels {
        label.draw(b, plan);
    }
    let mut number = 0;
    for (place, area) in pairs.places.iter().zip(areas) {
        if !is_listed(place, page.is_asked) {
            continue;
        }
        let item = page.item(number, 0, first_item);
        number += 1;
        if item.is_some_and(|item| item < spreads::OTHER_PAGES) {
            place_item(desk, b, sides, place, area);
        }
    }
    if let Some(cells) = &plan.cells {
        cell_items(desk, b, sides, pairs, plan, page, cells);
    }
    // dots are over squares
    b.targets.extend(targets);
    spreads::number_pages(b);
}

/// The mark of a place.
fn draw_place(b: &mut Builder, sides: &Sides, plan: &Plan, place: &Place, spot: Spot, stands_out: bool) {
    let (x, y) = plan.at(sides, place);
    let [across, upwards] = place.figures;
    let (shape, role) = look(place.group);
    let role = if stands_out { role } else { Role::WholeLine };
    let radius = if stands_out { plan.radius } else { (plan.radius - 0.5).max(2.5) };
    let mut both = Figure { estimated: across.estimated || upwards.estimated, ..Figure::default() };
    if spot == Spot::Dot {
        for flag in across.flags.iter().chain(upwards.flags.iter()) {
            both.flags.insert(flag);
        }
        // a little of the ground parts it from others
        let ring = if plan.cells.is_some() { 2.0 } else { 1.0 };
        marks::shape(b, shape, (x, y), radius + ring, Role::Surface);
        mark::dot(b, shape, (x, y), radius, role, &both);
        return;
    }
    let [to_right, up] = &sides.each;
    let (map_x, map_y) = (|value: f64| plan.x(value), |value: f64| plan.y(value));
    let first = b.marks.len();
    if !matches!(across.value, Value::Exact(_)) {
        mark::across(b, across, to_right.ranked.domain, &map_x, y, role);
    }
    if !matches!(upwards.value, Value::Exact(_)) {
        let mut of = Series::new(&[], 0);
        of.role = role;
        marks::possible(b, &upwards.value, up.ranked.domain, &map_y, f64::NEG_INFINITY, &of, x);
    }
    let has_dot = marks::has_dot(&across.value) && marks::has_dot(&upwards.value);
    if has_dot {
        mark::dot(b, 0, (x, y), radius + 1.0, Role::Surface, &Figure::default());
        mark::dot(b, 0, (x, y), radius, role, &both);
    } else if both.estimated {
        mark::hollow(b, first);
    }
}

/// The item of a place.
fn place_item(desk: &Desk, b: &mut Builder, sides: &Sides, place: &Place, area: Rect) {
    let lead = said::leading(place);
    let (Some(side), Some(figure)) = (sides.each.get(lead), place.figures.get(lead)) else { return };
    let origin = Figure { source: figure.source.clone(), as_of: figure.as_of, ..Figure::default() };
    let area = spreads::for_finger(b, area);
    let say = |desk: &Desk| said::item(desk, sides, place);
    let item = side.ranked.desk(desk).item(desk.village_id(place.of.village), area, &say, &origin);
    b.item(b.marks.len(), item);
}

/// The squares of cells; where some places are to stand out and are too many for dots, those of them over those of all.
pub(super) fn squares(b: &mut Builder, pairs: &Pairs, plan: &Plan) {
    let Some(cells) = &plan.cells else { return };
    let are_quiet = pairs.are_some_quiet();
    for (at, (count, own)) in cells.counts.iter().enumerate() {
        let mut draw = |count: usize, role: Role| {
            if count > 0 {
                let Rect { x, y, width, height } = plan.square(cells, at, count);
                b.rect(x, y, width, height, role);
            }
        };
        draw(*count, if are_quiet { Role::WholeLine } else { Role::Solid });
        if are_quiet && !plan.has_own_dots {
            draw(*own, Role::Solid);
        }
    }
}

/// The items of the cells of the page.
fn cell_items(
    desk: &Desk,
    b: &mut Builder,
    sides: &Sides,
    pairs: &Pairs,
    plan: &Plan,
    page: &Page,
    cells: &Cells,
) {
    if page.is_asked || page.number < page.cells || page.of <= page.cells {
        return;
    }
    let mut number = 0;
    for (at, (count, _)) in cells.counts.iter().enumerate() {
        if *count == 0 {
            continue;
        }
        let is_here = page.cells + number / page.size == page.number;
        number += 1;
        if !is_here {
            continue;
        }
        let mut members = Vec::new();
        for (i, place) in pairs.places.iter().enumerate() {
            if place.is_exact() && cells.of(i) == Some(at) {
                members.push(place);
            }
        }
        let area = spreads::for_finger(b, plan.cell(cells, at));
        let say = |desk: &Desk| said::cell(desk, sides, cells, at, *count, &members);
        let id = ["cell-", &text::digits(at)].concat();
        b.item(b.marks.len(), desk.item(id, area, &say, &Figure::default()));
    }
}
