//! What stands by name in the picture: what places are compared with, medians, and the places that are looked for.

use super::plan::Plan;
use super::*;

/// A number of one axis that has a line through the picture: what places are compared with, or their median.
pub(super) struct Guide {
    /// Empty of a median.
    name: String,
    /// Of how many places that is.
    of: usize,
    pub figure: Figure,
}

impl Guide {
    fn name(&self, desk: &Desk) -> String {
        match &*self.name {
            "" => labels::median_name(desk, self.of),
            name => name.to_owned(),
        }
    }
}

/// Those of an axis. A card has room for none.
fn guides(desk: &Desk, sides: &Sides, pairs: &Pairs, at: usize) -> Vec<Guide> {
    let mut guides = Vec::new();
    let Some(side) = sides.each.get(at).filter(|_| desk.card().is_none()) else { return guides };
    for (name, figure) in &side.ranked.references {
        guides.push(Guide { name: (*name).to_owned(), of: 0, figure: (*figure).clone() });
    }
    let mut values = Vec::new();
    for place in pairs.places.iter().filter(|place| place.is_member) {
        let value = place.figures.get(at).map(|figure| &figure.value);
        values.extend(value.filter(|value| value.stated().is_some()));
    }
    let median = labels::median(&values);
    guides.extend(median.map(|figure| Guide { name: String::new(), of: values.len(), figure }));
    guides
}

/// Its item, whose marks are those from `first` on: of the first page alone, which it leads to from others.
fn item(
    desk: &Desk,
    b: &mut Builder,
    side: &Side,
    guide: &Guide,
    (first, area): (usize, Rect),
    (axis, is_first): (&str, bool),
) {
    if !is_first {
        b.targets.push(Target { area, item: spreads::OTHER_PAGES });
        return;
    }
    let id =
        if guide.name.is_empty() { "median".to_owned() } else { ranking::reference_id(desk, &guide.name) };
    let name = |desk: &Desk| said::named(desk, side.name, &guide.name(desk));
    let id = [axis, "-", &id].concat();
    ranking::reference(desk, b, &side.ranked, (id, &name), &guide.figure, (first, area));
}

/// The labels of those across under what is there so far, each at the head of its line.
pub(super) fn across(
    desk: &Desk,
    b: &mut Builder,
    sides: &Sides,
    pairs: &Pairs,
    plan: &Plan,
    is_first: bool,
) -> Lines {
    let mut lines = Lines::default();
    let side = &sides.each[0];
    let desk = &side.ranked.desk(desk);
    let mut guides = guides(desk, sides, pairs, 0);
    // whose labels are under others lets the lines of these pass by
    let order = sort::order(&guides, &|a, b| {
        marks::middle(&a.figure.value).total_cmp(&marks::middle(&b.figure.value))
    });
    let unit = side.ranked.unit(&desk.voice());
    for i in order {
        let Some(guide) = guides.get_mut(i) else { continue };
        let first = b.marks.len();
        let label = ValueLabel::new(desk, &guide.figure, &unit);
        let name = guide.name(desk);
        let ends = guide.figure.value.stated();
        let area = lines.label(b, (&name, &label, "", ends), &plan.axes[0], plan.left, usize::MAX);
        item(desk, b, side, guide, (first, area), ("x", is_first));
    }
    lines
}

/// The labels of those upwards under what is there so far, each beside a piece of its line.
pub(super) fn above(desk: &Desk, b: &mut Builder, sides: &Sides, pairs: &Pairs, is_first: bool) -> Vec<Rect> {
    const SAMPLE: f64 = 22.0;
    let mut taken = Vec::new();
    let side = &sides.each[1];
    let desk = &side.ranked.desk(desk);
    for guide in guides(desk, sides, pairs, 1) {
        let (first, top) = (b.marks.len(), b.y);
        let figure = &guide.figure;
        let unit = side.ranked.unit(&desk.voice());
        let text = [&*guide.name(desk), " ", &desk.marked(desk.quantity(figure, &unit), figure)].concat();
        b.rect(0.0, top + line_height(SMALL) / 2.0, SAMPLE - 6.0, 1.0, Role::Muted);
        b.paragraph(&text, SAMPLE, b.width - SAMPLE, SMALL, Role::Muted);
        let width = (SAMPLE + b.text_width(&text, SMALL)).min(b.width);
        let area = Rect { x: 0.0, y: top, width, height: b.y - top };
        taken.push(area);
        let area = spreads::for_finger(b, area);
        item(desk, b, side, &guide, (first, area), ("y", is_first));
    }
    taken
}

/// The lines of those upwards.
pub(super) fn upwards(desk: &Desk, b: &mut Builder, sides: &Sides, pairs: &Pairs, plan: &Plan) {
    let area = plan.area(b);
    for guide in guides(desk, sides, pairs, 1) {
        let (low, high) = guide.figure.value.stated().unwrap_or_default();
        for at in if low < high { vec![low, high] } else { vec![low] } {
            b.rect(area.x, plan.y(at) - 1.5, area.width, 3.0, Role::Surface);
            b.rect(area.x, plan.y(at) - 0.5, area.width, 1.0, Role::Muted);
        }
    }
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/// How many of these a label lies over.
fn covers(label: &Rect, others: &[Rect]) -> usize {
    others.iter().filter(|other| overlap(label, other)).count()
}

/// The name of a place of the picture.
pub(super) struct Label {
    name: String,
    /// Where it stands.
    pub area: Rect,
    /// What leads to it where it does not stand beside its mark.
    leader: Option<[Point; 2]>,
}

/// Finds room for the names of places that are looked for: each as near to its mark as the others let it, over as few
/// marks of others as there can be. Which have none comes with them.
pub(super) fn labels_of(
    desk: &Desk,
    b: &Builder,
    sides: &Sides,
    pairs: &Pairs,
    plan: &Plan,
) -> (Vec<Label>, Vec<usize>) {
    const FAR: [f64; 7] = [4.0, 14.0, 28.0, 46.0, 68.0, 94.0, 124.0];
    const WAYS: [Point; 8] = [
        (1.0, 0.0),
        (-1.0, 0.0),
        (0.0, -1.0),
        (0.0, 1.0),
        (0.7, -0.7),
        (-0.7, -0.7),
        (0.7, 0.7),
        (-0.7, 0.7),
    ];
    let (area, radius) = (plan.area(b), plan.radius);
    // what lies under a name there is not seen
    let each = if plan.cells.is_some() { 8.0 } else { 5.0 };
    // what no label may lie over, and what had better be seen: marks, and squares
    let (mut taken, mut covered) = (Vec::new(), Vec::new());
    for (i, place) in pairs.places.iter().enumerate() {
        if plan.is_drawn(i) {
            if place.named.has_label { &mut taken } else { &mut covered }.push(plan.extent(sides, place));
        }
    }
    if let Some(cells) = &plan.cells {
        for (at, (count, _)) in cells.counts.iter().enumerate() {
            if *count > 0 {
                covered.push(plan.square(cells, at, *count));
            }
        }
    }
    let (mut labels, mut without) = (Vec::new(), Vec::new());
    for (i, place) in pairs.places.iter().enumerate() {
        if !place.named.has_label || !plan.is_drawn(i) {
            continue;
        }
        let name = place.of.name(desk);
        let (width, height) = (b.text_width(&name, BODY) + 2.0, line_height(BODY));
        let (px, py) = plan.at(sides, place);
        let mut best: Option<(f64, Rect, bool)> = None;
        for far in FAR {
            for (way, (dx, dy)) in WAYS.iter().enumerate() {
                let from = |at: f64, way: f64, size: f64| match way {
                    0.0 => at - size / 2.0,
                    way if way > 0.0 => at + (radius + far) * way,
                    way => at + (radius + far) * way - size,
                };
                let (mut x, y) = (from(px, *dx, width), from(py, *dy, height));
                if *dx == 0.0 {
                    x = x.min(b.width - width).max(area.x);
                }
                let at = Rect { x, y, width, height };
                let is_within =
                    x >= area.x && x + width <= b.width && y >= area.y && y + height <= area.y + area.height;
                if !is_within || taken.iter().any(|other| overlap(&at, other)) {
                    continue;
                }
                let cost = covers(&at, &covered) as f64 * each + far * 0.2 + way as f64 * 0.2;
                if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
                    best = Some((cost, at, far > 4.0));
                }
            }
        }
        let Some((_, at, is_led)) = best else {
            without.push(i);
            continue;
        };
        taken.push(at);
        let leader = is_led.then(|| {
            let to = (px.min(at.x + width).max(at.x), py.min(at.y + height - 3.0).max(at.y + 3.0));
            let long = ((to.0 - px) * (to.0 - px) + (to.1 - py) * (to.1 - py)).sqrt().max(1.0);
            let part = (radius + 2.0) / long;
            [(px + (to.0 - px) * part, py + (to.1 - py) * part), to]
        });
        labels.push(Label { name, area: at, leader });
    }
    (labels, without)
}

impl Label {
    pub fn draw(&self, b: &mut Builder, plan: &Plan) {
        let Rect { x, y, width, height } = self.area;
        if let Some([from, to]) = self.leader {
            b.line(&[from, to], 3.0, Role::Surface);
            b.line(&[from, to], 1.0, Role::Muted);
        }
        if plan.cells.is_some() {
            b.rect(x - 1.0, y, width + 2.0, height, Role::Surface);
        }
        b.text(&self.name, (x + 1.0, y + height / 2.0), Anchor::Start, BODY, Role::Ink, width);
    }
}
