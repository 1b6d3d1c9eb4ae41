//! What each line is called, with its last figure and how it has changed: at the end of the line, or above all lines
//! where the room is short.

use super::*;
use crate::scene::line_height;

/// A line of text: its parts, and its height.
type Line = (Vec<(String, Font, Role)>, f64);

pub(super) struct Labels {
    /// How much room they take at the right; none where they stand above.
    pub width: f64,
    blocks: Vec<Block>,
}

struct Block {
    lines: Vec<Line>,
    height: f64,
    /// Its upper edge, where it stands above.
    top: f64,
}

/// Between the ends of lines and their labels: room for what leads to one that had to move.
const LEADER: f64 = 26.0;
const GAP: f64 = 7.0;
/// Of the piece of its line beside a label that stands above.
const SAMPLE: f64 = 26.0;

impl Labels {
    pub fn new(desk: &Desk, b: &mut Builder, trend: &Trend, series: &[Series]) -> Labels {
        let are_beside = !b.is_narrow();
        let room = if are_beside { (b.width * 0.34).min(280.0) } else { b.width - SAMPLE - GAP };
        let mut labels = Labels { width: 0.0, blocks: Vec::new() };
        for of in series {
            let mut block = Block { lines: lines(desk, b, trend, of, room), height: 0.0, top: b.y };
            for (parts, height) in &block.lines {
                block.height += height;
                if are_beside {
                    labels.width = labels.width.max(width(b, parts) + LEADER);
                }
            }
            if !are_beside {
                b.y += block.height + GAP;
            }
            labels.blocks.push(block);
        }
        labels
    }

    pub fn are_beside(&self) -> bool {
        self.width > 0.0
    }

    /// How high all of them are that stand beside.
    pub fn height(&self) -> f64 {
        let all: f64 = self.blocks.iter().map(|block| block.height + GAP).sum();
        if self.are_beside() {
            all
        } else {
            0.0
        }
    }

    pub fn draw(&self, b: &mut Builder, axes: &Axes, series: &[Series], looks: &[Look]) {
        let mut at = Vec::new();
        for (of, block) in series.iter().zip(&self.blocks) {
            let last = of
                .last()
                .map_or((0.0, 0.0), |(time, figure)| (axes.x(time), axes.y(marks::middle(&figure.value))));
            at.push((last, block));
        }
        let tops = if self.are_beside() { self.apart(axes, &at) } else { Vec::new() };
        for (i, (((x, y), block), look)) in at.into_iter().zip(looks).enumerate() {
            let (left, top) = match tops.get(i) {
                Some(top) => (axes.right + LEADER, *top),
                None => (SAMPLE + GAP, block.top),
            };
            let first = block.lines.first().map_or(0.0, |(_, height)| *height);
            let middle = top + first / 2.0;
            if self.are_beside() {
                let end = (left - 4.0, middle);
                // short where it stands at its line's end
                if (middle - y).abs() > 3.0 || x < axes.right - LEADER {
                    let knee = (axes.right + 4.0).max(x + 9.0);
                    b.line(vec![(x + 9.0, y), (knee, y), (left - 9.0, middle), end], 1.0, Role::WholeLine);
                }
            } else {
                look.sample(b, (0.0, middle), SAMPLE);
            }
            let mut y = top;
            for (parts, height) in &block.lines {
                let mut runs = Vec::new();
                for (text, font, role) in parts {
                    runs.push((&**text, *font, *role, 6.0));
                }
                b.line_of(&runs, (left, y + height / 2.0), Anchor::Start, b.width - left + 1.0);
                y += height;
            }
        }
    }

    /// The upper edges: each as near to the end of its line as the others let it, in their order.
    fn apart(&self, axes: &Axes, at: &[(Point, &Block)]) -> Vec<f64> {
        let mut tops: Vec<f64> = Vec::new();
        let mut free = axes.top;
        for ((_, y), block) in at {
            let first = block.lines.first().map_or(0.0, |(_, height)| *height);
            let top = free.max(y - first / 2.0);
            free = top + block.height + GAP;
            tops.push(top);
        }
        // those that went too far down come back, and push the ones above them up
        let mut limit = axes.end;
        for (top, (_, block)) in tops.iter_mut().zip(at).rev() {
            *top = top.min(limit - block.height);
            limit = *top - GAP;
        }
        tops
    }
}

/// What a label says: name and last figure, in one line where it has room; then how much that is more or less than the
/// first, which a card leaves out.
fn lines(desk: &Desk, b: &Builder, trend: &Trend, of: &Series, room: f64) -> Vec<Line> {
    let (name_font, name_role) = match of.village {
        Some(_) => (VALUE, Role::Ink),
        None => (BODY, Role::Muted),
    };
    let value = said::last(desk, trend, of);
    let mut lines: Vec<Line> = Vec::new();
    let mut add = |parts: Vec<(String, Font, Role)>| {
        let height = parts.first().map_or(0.0, |(_, font, _)| line_height(*font));
        lines.push((parts, height));
    };
    let both = vec![(of.name.clone(), name_font, name_role), (value.clone(), BODY, name_role)];
    if width(b, &both) <= room {
        add(both);
    } else {
        for (text, font) in [(&of.name, name_font), (&value, BODY)] {
            for line in b.wrap(text, font, room) {
                add(vec![(line, font, name_role)]);
            }
        }
    }
    if desk.card().is_none() {
        for line in b.wrap(&said::since_first(desk, trend, of).unwrap_or_default(), SMALL, room) {
            add(vec![(line, SMALL, Role::Muted)]);
        }
    }
    lines
}

fn width(b: &Builder, parts: &[(String, Font, Role)]) -> f64 {
    let mut width = -6.0;
    for (text, font, _) in parts {
        width += 6.0 + b.text_width(text, *font);
    }
    width
}
