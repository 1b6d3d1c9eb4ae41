//! What stands by name in the picture: what places are compared with, medians, and the places that are looked for.

use super::plan::Plan;
use super::*;
use crate::chart::places::OTHER_PAGES;

/// A number of one axis that has a line through the picture: what places are compared with, or their median.
struct Guide<'a> {
    /// Of what is across, or of what is upwards.
    axis: usize,
    /// Empty of a median.
    name: &'a str,
    figure: &'a Figure,
}

impl Guide<'_> {
    /// "Median of 60 communes".
    fn name(&self, desk: &Desk, pairs: &Pairs) -> String {
        let missing = pairs.missing.get(self.axis).copied().unwrap_or(0);
        match self.name {
            "" => labels::median_name(desk, pairs.members - missing),
            name => name.to_owned(),
        }
    }
}

/// Those across, from the left to the right, and after them the others. A card has room for none.
fn guides<'a>(desk: &Desk, sides: &'a Sides, pairs: &'a Pairs) -> Vec<Guide<'a>> {
    let mut all = Vec::new();
    for (axis, (side, median)) in sides.each.iter().zip(&pairs.medians).enumerate() {
        for (name, figure) in &side.ranked.references {
            all.push(Guide { axis, name, figure });
        }
        if let Some(figure) = median {
            all.push(Guide { axis, name: "", figure });
        }
    }
    if desk.card().is_some() {
        all.clear();
    }
    let mut guides = Vec::new();
    let key = |guide: &Guide| marks::middle(&guide.figure.value);
    for i in sort::order(&all, &|a, b| a.axis.cmp(&b.axis).then(key(a).total_cmp(&key(b)))) {
        if let Some(Guide { axis, name, figure }) = all.get(i) {
            guides.push(Guide { axis: *axis, name, figure });
        }
    }
    guides
}

/// Their labels under what is there so far: of those across each at the head of its line, of the others beside a piece
/// of it. They are items of the first page, to which they lead from others. With the lines of those across come the
/// numbers of the others.
pub(super) fn heads(
    desk: &Desk,
    b: &mut Builder,
    sides: &Sides,
    pairs: &Pairs,
    plan: &Plan,
    is_first: bool,
) -> (Lines, Vec<f64>) {
    const SAMPLE: f64 = 12.0;
    let (mut lines, mut levels) = (Lines::default(), Vec::new());
    for guide in guides(desk, sides, pairs) {
        let Some(side) = sides.each.get(guide.axis) else { continue };
        let desk = &side.ranked.desk(desk);
        let first = b.marks.len();
        let label = ValueLabel::new(desk, guide.figure, &side.ranked.unit(&desk.voice()));
        let ends = guide.figure.value.stated().filter(|_| guide.axis == 0);
        if let Some((low, high)) = guide.figure.value.stated().filter(|_| ends.is_none()) {
            levels.push(low);
            levels.push(high);
            b.rect(0.0, b.y + 12.0, SAMPLE, 1.0, Role::Muted);
        }
        let of = (&*guide.name(desk, pairs), &label, "", ends);
        let area = lines.label(b, of, &plan.axes[0], SAMPLE, usize::MAX);
        if !is_first {
            b.targets.push(Target { area, item: OTHER_PAGES });
            continue;
        }
        let id =
            if guide.name.is_empty() { "median".to_owned() } else { ranking::reference_id(desk, guide.name) };
        let id = concat(&[if guide.axis > 0 { "y-" } else { "x-" }, &id]);
        let name = |desk: &Desk| said::named(desk, side.name, &guide.name(desk, pairs));
        ranking::reference(desk, b, &side.ranked, (id, &name), guide.figure, (first, area));
    }
    (lines, levels)
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
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
    (list, pairs): (&List, &Pairs),
    plan: &Plan,
) -> (Vec<Label>, Vec<usize>) {
    const TAKEN: f64 = 1e6;
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
    // marks and squares had better be seen; no label may lie over another one, nor over what has one
    let mut covered = Vec::new();
    for place in plan.drawn.iter().filter_map(|i| pairs.place(*i)) {
        covered.push((plan.extent(sides, place), if place.named.has_label { TAKEN } else { each }));
    }
    if let Some(cells) = &plan.cells {
        for (at, (count, _)) in cells.counts.iter().enumerate() {
            if *count > 0 {
                covered.push((plan.square(cells, at, *count), each));
            }
        }
    }
    let (mut labels, mut without) = (Vec::new(), Vec::new());
    for i in plan.drawn.iter().copied() {
        let Some(place) = pairs.place(i).filter(|place| place.named.has_label) else { continue };
        let Some(of) = list.one(place.at) else { continue };
        let name = of.name(desk);
        let (width, height) = (b.text_width(&name, BODY) + 2.0, line_height(BODY));
        let (px, py) = plan.at(place);
        let mut least = f64::INFINITY;
        let mut best = area;
        for far in FAR {
            for (dx, dy) in WAYS {
                // its middle is beyond the mark by half its size
                let from = |at: f64, way: f64, size: f64| {
                    let side = if way > 0.0 { 0.0 } else { -1.0 };
                    at + way * (radius + far) + if way == 0.0 { -0.5 } else { side } * size
                };
                let x = from(px, dx, width);
                let x = if dx == 0.0 { x.min(b.width - width).max(area.x) } else { x };
                let at = Rect { x, y: from(py, dy, height), width, height };
                let mut cost = far * 0.2;
                if x < area.x || x + width > b.width || at.y < area.y || at.y + height > area.y + area.height
                {
                    continue;
                }
                for (other, weight) in &covered {
                    cost += if overlap(&at, other) { *weight } else { 0.0 };
                }
                if cost < least {
                    (least, best) = (cost, at);
                }
            }
        }
        if least >= TAKEN {
            without.push(i);
            continue;
        }
        covered.push((best, TAKEN));
        let to = (px.min(best.x + width).max(best.x), py.min(best.y + height - 3.0).max(best.y + 3.0));
        let long = ((to.0 - px) * (to.0 - px) + (to.1 - py) * (to.1 - py)).sqrt();
        let part = (radius + 2.0) / long;
        // beside its mark it needs nothing that leads to it
        let leader = (part < 0.6).then_some([(px + (to.0 - px) * part, py + (to.1 - py) * part), to]);
        labels.push(Label { name, area: best, leader });
    }
    (labels, without)
}

impl Label {
    pub fn draw(&self, b: &mut Builder, plan: &Plan) {
        let Rect { x, y, width, height } = self.area;
        if let Some(leader) = &self.leader {
            b.line(leader, 3.0, Role::Surface);
            b.line(leader, 1.0, Role::Muted);
        }
        if plan.cells.is_some() {
            b.rect(x - 1.0, y, width + 2.0, height, Role::Surface);
        }
        b.text(&self.name, (x + 1.0, y + height / 2.0), Anchor::Start, BODY, Role::Ink, width);
    }
}
