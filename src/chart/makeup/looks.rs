//! How parts are told apart: by one of four grounds, dark and light in turn, and by the lines on it. So neighbours
//! differ on paper, to eyes that see few colours, and where a reader's own two colours are all there are.

use super::*;

#[derive(Clone, Copy, PartialEq)]
enum Lines {
    None,
    Rising,
    Falling,
    Level,
}

/// The ground of each part and the lines on it. In forced colours `Solid` and `Muted` are one colour, so that no two of
/// these have the same lines; `Soft` has lines of its own there.
const LOOKS: [(Role, Lines); 8] = [
    (Role::Solid, Lines::None),
    (Role::Soft, Lines::None),
    (Role::Muted, Lines::Rising),
    (Role::Whole, Lines::None),
    (Role::Solid, Lines::Level),
    (Role::Soft, Lines::Level),
    (Role::Muted, Lines::Falling),
    (Role::Whole, Lines::Rising),
];

/// Between the lines of a ground, and their width.
const APART: f64 = 6.0;
const LINE: f64 = 1.5;
/// The edge of what is light.
const EDGE: f64 = 1.0;

fn look(part: usize) -> (Role, Lines) {
    LOOKS.get(part % LOOKS.len()).copied().unwrap_or((Role::Solid, Lines::None))
}

/// The colour of a text on the ground of a part.
fn text_on(role: Role) -> Role {
    match role {
        Role::Solid | Role::Muted => Role::Surface,
        Role::Surface => Role::Muted,
        _ => Role::Ink,
    }
}

/// A part as it looks in bars and in the legend.
pub(super) fn fill(b: &mut Builder, part: usize, area: Rect) {
    let (ground, lines) = look(part);
    let Rect { x, y, width, height } = area;
    b.rect(x, y, width, height, ground);
    let edge = match ground {
        Role::Soft => Some(Role::Outline),
        Role::Whole => Some(Role::WholeLine),
        _ => None,
    };
    let line = edge.unwrap_or(Role::Surface);
    match lines {
        Lines::None => {}
        Lines::Level => {
            let mut at = y + APART / 2.0;
            while at + LINE < y + height {
                b.rect(x, at, width, LINE, line);
                at += APART;
            }
        }
        Lines::Rising | Lines::Falling => {
            let mut start = x - height;
            while start < x + width {
                let (left, right) = (start.max(x), (start + height).min(x + width));
                if left < right {
                    let at = |x: f64| match lines {
                        Lines::Rising => (x, y + height - (x - start)),
                        _ => (x, y + x - start),
                    };
                    b.line(&[at(left), at(right)], LINE, line);
                }
                start += APART;
            }
        }
    }
    // two edges would be all of what is narrow
    if let Some(edge) = edge.filter(|_| width >= 3.0) {
        b.frame(x, y, width, height, EDGE, edge);
    }
}

/// Has the bars among the marks from `first` on in colours that are no part's.
pub(super) fn neutral(b: &mut Builder, first: usize) {
    for mark in b.marks.iter_mut().skip(first) {
        mark.role = match mark.role {
            Role::Solid | Role::Outline => Role::Muted,
            Role::Soft => Role::Whole,
            role => role,
        };
    }
}

/// What no part covers: only its edge.
pub(super) fn empty(b: &mut Builder, area: Rect) {
    const DASH: f64 = 4.0;
    let Rect { x, y, width, height } = area;
    let right = x + width;
    let mut from = x;
    while from < right {
        let dash = DASH.min(right - from);
        for y in [y, y + height - 1.0] {
            b.rect(from, y, dash, 1.0, Role::WholeLine);
        }
        from += 2.0 * DASH;
    }
    b.rect(right - 1.0, y, 1.0, height, Role::WholeLine);
}

/// A text within a part, or within what none covers, where it has room; lines do not run through it.
pub(super) fn label(b: &mut Builder, part: Option<usize>, text: &str, area: Rect) {
    const AIR: f64 = 4.0;
    let font = Font { bold: part.is_some(), ..SMALL };
    let width = b.text_width(text, font);
    if width + 2.0 * AIR > area.width || area.height < font.size + 3.0 {
        return;
    }
    let (ground, lines) = part.map_or((Role::Surface, Lines::None), look);
    let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
    if lines != Lines::None {
        let high = font.size + 3.0;
        b.rect(middle.0 - width / 2.0 - 3.0, middle.1 - high / 2.0, width + 6.0, high, ground);
    }
    b.text(text, middle, Anchor::Middle, font, text_on(ground), area.width);
}

/// The parts in their order, each with its look.
pub(super) fn legend(desk: &Desk, b: &mut Builder, makeup: &Makeup, has_rest: bool) {
    const SWATCH: f64 = 18.0;
    const HIGH: f64 = 14.0;
    const ROW: f64 = 22.0;
    const GAP: f64 = 16.0;
    let rest = desk.say(message!("makeup-rest"), &[]);
    let mut names = Vec::new();
    for part in &makeup.parts {
        names.push(part.name);
    }
    if has_rest {
        names.push(&rest);
    }
    let mut x = 0.0;
    b.y += 2.0;
    for (i, name) in names.iter().enumerate() {
        let needed = SWATCH + 6.0 + b.text_width(name, SMALL) + 1.0;
        if x > 0.0 && x + needed > b.width {
            x = 0.0;
            b.y += ROW;
        }
        let area = Rect { x, y: b.y + (ROW - HIGH) / 2.0, width: SWATCH, height: HIGH };
        if i < makeup.parts.len() {
            fill(b, i, area);
        } else {
            empty(b, area);
            b.rect(x, area.y, 1.0, HIGH, Role::WholeLine);
        }
        // what is too long for a line of its own goes on under itself
        let left = x + SWATCH + 6.0;
        for (i, line) in b.wrap(name, SMALL, b.width - left).iter().enumerate() {
            b.y += if i > 0 { ROW - 6.0 } else { 0.0 };
            b.text(line, (left, b.y + ROW / 2.0), Anchor::Start, SMALL, Role::Ink, b.width - left);
        }
        x += needed + GAP;
    }
    b.y += ROW + 8.0;
}
