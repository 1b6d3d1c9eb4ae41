//! Draws the axis, and dots, columns and lines at their places.

use super::columns::Columns;
use super::labels::THROUGH;
use super::plan::{Plan, Spot};
use super::*;
use crate::chart::places::{number_pages, Page, OTHER_PAGES};
use crate::chart::ranking::{Lines, Units};
use crate::scene::Target;

/// Between the uppermost dot and what stands above it, between a dot and the axis, and under the last lane.
const ABOVE: f64 = 10.0;
const CLEAR: f64 = 3.0;
const BELOW: f64 = 6.0;

/// Under what is there so far the axis with its lines and numbers, of columns also the numbers of places.
pub(super) fn ground(desk: &Desk, b: &mut Builder, ranked: &Ranked, plan: &Plan) -> Placed {
    let top = b.y;
    let base = top + ABOVE + plan.height;
    let bottom = base + BELOW + plan.depth as f64 * plan.lane();
    let field = Field { bands: vec![(top, bottom)], labels: Vec::new() };
    let unit = ranked.amount(&desk.voice());
    if let Some(columns) = &plan.columns {
        let counts = plan.counts(columns, (base, top + ABOVE));
        for tick in counts.ticks(40.0) {
            if tick == tick.trunc() {
                let y = counts.map(tick);
                b.rect(plan.left, y - 0.5, b.width - plan.left, 1.0, Role::Grid);
                let number = desk.voice().count(tick as usize);
                b.text(&number, (plan.left - 8.0, y), Anchor::End, SMALL, Role::Muted, plan.left);
            }
        }
    }
    let height = grid(desk, b, &plan.axis, &field, bottom, &unit);
    if plan.axis.domain().0 < 0.0 {
        field.line(b, plan.axis.map(0.0), 1.0, Role::WholeLine);
    }
    b.rect(plan.left, base, b.width - plan.left, 1.0, Role::WholeLine);
    b.y = bottom + height;
    Placed { rows: vec![(top, base - top)], field, bottom }
}

/// What everyone is drawn in; where some are looked for, the others are quiet.
fn role(spread: &Spread, is_named: bool) -> Role {
    match spread.has_named && !is_named {
        true => Role::WholeLine,
        false => Role::Solid,
    }
}

/// All marks; the items of the columns, and of the places of the page from the least on. What no mark is of answers at
/// `said`.
#[allow(clippy::too_many_arguments)]
pub(super) fn draw(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    (list, spread): (&List, &Spread),
    plan: &Plan,
    page: &Page,
    units: &Units,
    lines: Lines,
    placed: &Placed,
    said: Rect,
) {
    let (top, height) = placed.rows.first().copied().unwrap_or_default();
    let base = top + height;
    let column = |at: usize| {
        let columns = plan.columns.as_ref()?;
        let count = columns.counts.get(at).copied().unwrap_or(0);
        let counts = plan.counts(columns, (base, top + ABOVE));
        Some(column_area(plan, columns, at, (counts.map(count as f64), base)))
    };
    let radius = plan.radius;
    let y = |place: usize| match plan.spot(place) {
        Spot::Lane(lane) => base + BELOW + (lane as f64 + 0.5) * plan.lane(),
        Spot::Dot(height) => base - CLEAR - radius - height,
        Spot::Column(at) => column(at).map_or(base, |area| area.y),
        Spot::Nowhere => base,
    };
    let mut targets = Vec::new();
    if let Some(columns) = &plan.columns {
        targets = draw_columns(desk, b, ranked, (list, spread), plan, columns, (top, base), page.number == 0);
    }

    lines.draw(b, top, &placed.field, &|of| if of == THROUGH { f64::INFINITY } else { y(of) });
    let first_item = b.items.len();
    let reading = &spread.reading;
    for i in &plan.drawn {
        let Some(Place { at, is_named, .. }) = spread.places.get(*i) else { continue };
        let Some(Listed { figure, .. }) = list.one(*at) else { continue };
        let (first, role, at) = (b.marks.len(), role(spread, *is_named), y(*i));
        if let Spot::Lane(_) = plan.spot(*i) {
            let map = |value: f64| plan.axis.map(value);
            mark::line(b, figure, ranked.domain, &map, at, role);
            let (from, to, letters, anchor) = mark::taken(desk, b, figure, ranked.domain, &map);
            let x = if anchor == Anchor::Start { from } else { to };
            b.text(&letters, (x, at), anchor, SMALL, Role::Muted, b.width);
        } else {
            let x = plan.axis.map(marks::middle(&figure.value));
            let own = if spread.has_named && !is_named { radius - 1.0 } else { radius };
            // over a column it is parted from that
            if plan.columns.is_some() {
                b.dot((x, at), own + 1.5, Role::Surface);
            }
            mark::dot(b, 0, (x, at), own, role, figure.estimated, figure.flags);
        }
        let Some(number) = reading.number(*i) else { continue };
        let item = page.item(number, first_item);
        let area = area(desk, b, ranked, plan, (figure, plan.spot(*i), at));
        b.targets.push(Target { area: area.unwrap_or(said), item });
        for mark in b.marks.iter_mut().skip(first).filter(|_| page.has(number)) {
            mark.item = Some(item);
        }
    }
    if desk.boxed {
        for (i, place) in spread.places.iter().enumerate() {
            let (spot, at) = (plan.spot(i), y(i));
            // a column is of all places in it, each at its own number
            let height = if let Spot::Column(_) = spot { base - at } else { 0.0 };
            if spot != Spot::Nowhere {
                let x = plan.axis.map(place.middle);
                b.spots.push((place.at, Rect { x, y: at, width: 0.0, height }));
            }
        }
    }
    for i in page.places(reading) {
        let Some(of) = spread.places.get(*i).and_then(|place| list.one(place.at)) else { continue };
        let spot = plan.spot(*i);
        let area = match spot {
            Spot::Column(at) => column(at),
            _ => area(desk, b, ranked, plan, (of.figure, spot, y(*i))),
        };
        let area = for_finger(b, area.unwrap_or(said));
        ranking::place_item(desk, b, ranked, &of, units, (b.marks.len(), area));
    }
    // dots are over columns
    b.targets.extend(targets);
    number_pages(b);
}

/// What the mark of a figure takes, whose middle is at a height; `None` where it has none of its own.
fn area(
    desk: &Desk,
    b: &Builder,
    ranked: &Ranked,
    plan: &Plan,
    (figure, spot, at): (&Figure, Spot, f64),
) -> Option<Rect> {
    let (radius, lane) = (plan.radius, plan.lane());
    match spot {
        Spot::Lane(_) => {
            let (from, to, ..) = mark::taken(desk, b, figure, ranked.domain, &|value| plan.axis.map(value));
            Some(Rect { x: from, y: at - lane / 2.0, width: to - from, height: lane })
        }
        Spot::Dot(_) => {
            let x = plan.axis.map(marks::middle(&figure.value));
            Some(Rect { x: x - radius, y: at - radius, width: 2.0 * radius, height: 2.0 * radius })
        }
        _ => None,
    }
}

/// An area that is not too small for a finger.
pub(in crate::chart) fn for_finger(b: &Builder, area: Rect) -> Rect {
    const FINGER: f64 = 28.0;
    let (width, height) = (area.width.max(FINGER), area.height.max(FINGER));
    let x = (area.x - (width - area.width) / 2.0).min(b.width - width).max(0.0);
    let mut y = area.y - (height - area.height) / 2.0;
    // what is the last of the picture does not answer beyond it
    if area.y + area.height <= b.y {
        y = y.min(b.y - height);
    }
    Rect { x, y: y.max(0.0), width, height }
}

/// From the height of a column to the axis.
fn column_area(plan: &Plan, columns: &Columns, at: usize, (top, base): (f64, f64)) -> Rect {
    let (from, below) = columns.ends(at);
    let x = plan.axis.map(from);
    Rect { x: x + 0.5, y: top, width: (plan.axis.map(below) - x - 1.0).max(1.0), height: base - top }
}

/// The columns, in each of them what is looked for, and where they answer; as items where these are asked for: on the
/// first page.
#[allow(clippy::too_many_arguments)]
fn draw_columns(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    (list, spread): (&List, &Spread),
    plan: &Plan,
    columns: &Columns,
    (top, base): (f64, f64),
    are_items: bool,
) -> Vec<Target> {
    let mut targets = Vec::new();
    let counts = plan.counts(columns, (base, top + ABOVE));
    let mut all: Vec<(Vec<Listed>, usize)> = Vec::new();
    for _ in &columns.counts {
        all.push((Vec::new(), 0));
    }
    for (place, of) in spread.places.iter().zip(&columns.of) {
        let Some((members, named)) = of.and_then(|at| all.get_mut(at)) else { continue };
        if are_items && members.len() < said::MOST_NAMES {
            members.extend(list.one(place.at));
        }
        *named += usize::from(place.is_named);
    }
    for ((at, count), (members, named)) in columns.counts.iter().enumerate().zip(&all) {
        if *count == 0 {
            continue;
        }
        let first = b.marks.len();
        let Rect { x, y, width, height } = column_area(plan, columns, at, (counts.map(*count as f64), base));
        if spread.has_named {
            b.rect(x, y, width, height, Role::Whole);
            b.frame(x, y, width, height, 1.0, Role::WholeLine);
            let of_named = base - counts.map(*named as f64);
            if *named > 0 {
                b.rect(x, base - of_named.max(1.0), width, of_named.max(1.0), Role::Solid);
            }
        } else {
            b.rect(x, y, width, height, Role::Solid);
        }
        let area = Rect { x: x - 0.5, y: top, width: width + 1.0, height: base - top };
        targets.push(Target { area, item: if are_items { b.items.len() } else { OTHER_PAGES } });
        if are_items {
            // its frame has room within it
            let area = for_finger(b, Rect { y: area.y - 4.0, height: area.height + 8.0, ..area });
            let say = |desk: &Desk| said::column(desk, ranked, columns.ends(at), *count, members);
            let id = concat(&["column-", &text::digits(at)]);
            b.item(first, desk.item_of_none(id, area, &say));
        }
    }
    targets
}
