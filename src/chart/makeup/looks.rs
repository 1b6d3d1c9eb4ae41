//! How parts are told apart: by one of four grounds, dark and light in turn, and by the lines on it. So neighbours
//! differ on paper, to eyes that see few colours, and where a reader's own two colours are all there are.

use super::*;

/// Level ones all: as many however long a bar is.
#[derive(Clone, Copy, PartialEq)]
enum Lines {
    None,
    /// One near each edge.
    Edges,
    /// One in the middle.
    Middle,
    /// As many as have room.
    Many,
}

/// The ground of each part and the lines on it. In forced colours `Solid` and `Muted` are one colour, so that no two of
/// these have the same lines; `Soft` has upright ones of its own there.
const LOOKS: [(Role, Lines); 8] = [
    (Role::Solid, Lines::None),
    (Role::Soft, Lines::None),
    (Role::Muted, Lines::Edges),
    (Role::Whole, Lines::None),
    (Role::Solid, Lines::Many),
    (Role::Soft, Lines::Many),
    (Role::Muted, Lines::Middle),
    (Role::Whole, Lines::Many),
];

const GROUNDS: [Role; 4] = [Role::Solid, Role::Soft, Role::Muted, Role::Whole];

/// Between lines, and their width.
const APART: f64 = 6.0;
const LINE: f64 = 1.5;
/// From an edge to the line near it.
const INSET: f64 = 2.5;
/// The edge of what is light.
const EDGE: f64 = 1.0;

/// The looks of at most three parts that are told apart in squares or short bars: each is lighter than the one before.
pub(in crate::chart) fn falling(part: usize) -> usize {
    match part {
        2 => 7,
        part => part,
    }
}

fn look(part: usize) -> (Role, Lines) {
    LOOKS.get(part % LOOKS.len()).copied().unwrap_or((Role::Solid, Lines::None))
}

/// Does what is under it shine through? On a page these are tints of the colour of text.
fn is_tint(ground: Role) -> bool {
    matches!(ground, Role::Muted | Role::Whole)
}

/// The lines on a ground, and its edge where it is light.
fn line(ground: Role) -> Role {
    match ground {
        Role::Soft => Role::Outline,
        Role::Whole => Role::WholeLine,
        _ => Role::Surface,
    }
}

/// The colour of a text on the ground of a part.
fn text_on(role: Role) -> Role {
    match role {
        Role::Solid | Role::Muted => Role::Surface,
        Role::Surface => Role::Muted,
        _ => Role::Ink,
    }
}

/// A part of a bar: where it is, and what stands in it where it has room.
pub(in crate::chart) struct Piece {
    /// By its place among the parts; `None` of what none covers.
    pub part: Option<usize>,
    pub area: Rect,
    pub text: String,
}

impl Piece {
    pub fn new(part: usize, area: Rect) -> Piece {
        Piece { part: Some(part), area, text: String::new() }
    }

    fn look(&self) -> (Role, Lines) {
        self.part.map_or((Role::Surface, Lines::None), look)
    }

    /// Would lines run through its text?
    fn has_lines_within(&self) -> bool {
        matches!(self.look().1, Lines::Middle | Lines::Many)
    }

    /// What its text stands on; `None` where that has no room.
    fn plate(&self, b: &Builder) -> Option<Rect> {
        const AIR: f64 = 4.0;
        const HIGH: f64 = 16.0;
        let Rect { x, y, width, height } = self.area;
        let wide = b.text_width(&self.text, self.font());
        if self.text.is_empty() || wide + 2.0 * AIR > width || height < HIGH {
            return None;
        }
        let (x, y) = (x + (width - wide) / 2.0 - 3.0, y + (height - HIGH) / 2.0);
        Some(Rect { x, y, width: wide + 6.0, height: HIGH })
    }

    fn font(&self) -> Font {
        Font { bold: self.part.is_some(), ..SMALL }
    }
}

/// The grounds of pieces, and the lines on them. What has one colour comes together: in a static picture that is one
/// path, and half the bytes.
pub(in crate::chart) fn grounds(b: &mut Builder, pieces: &[Piece]) {
    let shown = |piece: &&Piece| piece.part.is_some() && piece.area.width > 0.0;
    for Piece { area, .. } in pieces.iter().filter(shown).filter(|piece| is_tint(piece.look().0)) {
        b.rect(area.x, area.y, area.width, area.height, Role::Surface);
    }
    for ground in GROUNDS {
        for Piece { area, .. } in pieces.iter().filter(shown).filter(|piece| piece.look().0 == ground) {
            b.rect(area.x, area.y, area.width, area.height, ground);
        }
    }
    for role in [Role::Surface, Role::Outline, Role::WholeLine] {
        for piece in pieces.iter().filter(shown).filter(|piece| line(piece.look().0) == role) {
            lines(b, piece);
            // two edges would be all of what is narrow
            let Rect { x, y, width, height } = piece.area;
            if role != Role::Surface && width >= 3.0 {
                b.frame(x, y, width, height, EDGE, role);
            }
        }
    }
}

/// The pieces of a bar, with gaps between them.
pub(in crate::chart) fn draw(b: &mut Builder, pieces: &[Piece]) {
    grounds(b, pieces);
    gaps(b, pieces);
    for piece in pieces.iter().filter(|piece| is_tint(piece.look().0) && piece.has_lines_within()) {
        if let Some(Rect { x, y, width, height }) = piece.plate(b) {
            b.rect(x, y, width, height, Role::Surface);
        }
    }
    for ground in GROUNDS {
        for piece in pieces.iter().filter(|piece| piece.look().0 == ground) {
            let Some(Rect { x, y, width, height }) = piece.plate(b) else { continue };
            if ground == Role::Soft {
                // a frame that leaves nothing within: a rectangle would have stripes in forced colours
                b.frame(x, y, width, height, height / 2.0, ground);
            } else if piece.has_lines_within() {
                b.rect(x, y, width, height, ground);
            }
        }
    }
    for piece in pieces {
        if let Some(Rect { x, y, width, height }) = piece.plate(b) {
            let middle = (x + width / 2.0, y + height / 2.0);
            let role = text_on(piece.look().0);
            b.text(&piece.text, middle, Anchor::Middle, piece.font(), role, piece.area.width);
        }
    }
}

/// The lines on the ground of a part.
fn lines(b: &mut Builder, piece: &Piece) {
    let (ground, lines) = piece.look();
    let Rect { x, y, width, height } = piece.area;
    let mut draw = |at: f64, high: f64| b.rect(x, y + at, width, high, line(ground));
    match lines {
        Lines::None => {}
        Lines::Edges => {
            draw(INSET, LINE);
            draw(height - INSET - LINE, LINE);
        }
        Lines::Middle => draw(height / 2.0 - LINE, 2.0 * LINE),
        Lines::Many => {
            // three in a legend, too
            let apart = APART.min(height / 3.2);
            let mut at = apart / 2.0;
            while at + LINE < height {
                draw(at, LINE);
                at += apart;
            }
        }
    }
}

/// Between two parts: taken from the wider of them, so that a small one is not covered by it.
fn gaps(b: &mut Builder, pieces: &[Piece]) {
    let mut before: Option<(f64, f64)> = None;
    for Piece { area, part, .. } in pieces {
        if part.is_none() || area.width <= 0.0 {
            continue;
        }
        if let Some((edge, narrow)) = before.filter(|before| before.1.max(area.width) > 3.0) {
            let x = if narrow < area.width { edge } else { edge - 1.0 };
            b.rect(x, area.y, 1.0, area.height, Role::Surface);
        }
        before = Some((area.x + area.width, area.width));
    }
}

/// Has the bars among the marks from `first` on in colours that are no part's.
pub(super) fn neutral(b: &mut Builder, first: usize) {
    for mark in b.marks.iter_mut().skip(first) {
        mark.role = match mark.role {
            Role::Solid | Role::Outline => Role::Muted,
            // not a tint, which would not be seen on another one
            Role::Soft => Role::Surface,
            role => role,
        };
    }
}

/// What no part covers: only its edge.
pub(in crate::chart) fn empty(b: &mut Builder, area: Rect) {
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

/// The same of a square that is one thing: its corners.
pub(in crate::chart) fn hollow(b: &mut Builder, area: Rect) {
    const LINE: f64 = 1.5;
    let Rect { x, y, width, height } = area;
    let (long, high) = ((width / 3.0).round(), (height / 3.0).round());
    for y in [y, y + height - LINE] {
        b.rect(x, y, long, LINE, Role::Muted);
        b.rect(x + width - long, y, long, LINE, Role::Muted);
    }
    for x in [x, x + width - LINE] {
        b.rect(x, y, LINE, high, Role::Muted);
        b.rect(x, y + height - high, LINE, high, Role::Muted);
    }
}

/// Parts in their order by their names, each with the look of the part that `of` says, and what there is of none; of
/// bars, or of squares of a `size`.
pub(in crate::chart) fn legend(
    b: &mut Builder,
    parts: &[&str],
    of: fn(usize) -> usize,
    rest: Option<&str>,
    size: Option<f64>,
) {
    const ROW: f64 = 22.0;
    const GAP: f64 = 16.0;
    let (wide, high) = size.map_or((18.0, 14.0), |size| (size, size));
    let mut names = parts.to_vec();
    names.extend(rest);
    let mut x = 0.0;
    b.y += 2.0;
    for (i, name) in names.iter().enumerate() {
        let needed = wide + 6.0 + b.text_width(name, SMALL) + 1.0;
        if x > 0.0 && x + needed > b.width {
            x = 0.0;
            b.y += ROW;
        }
        let area = Rect { x, y: b.y + (ROW - high) / 2.0, width: wide, height: high };
        if i < parts.len() {
            draw(b, &[Piece::new(of(i), area)]);
        } else if size.is_some() {
            hollow(b, area);
        } else {
            empty(b, area);
            b.rect(x, area.y, 1.0, high, Role::WholeLine);
        }
        // what is too long for a line of its own goes on under itself
        let left = x + wide + 6.0;
        for (i, line) in b.wrap(name, SMALL, b.width - left).iter().enumerate() {
            b.y += if i > 0 { ROW - 6.0 } else { 0.0 };
            b.text(line, (left, b.y + ROW / 2.0), Anchor::Start, SMALL, Role::Ink, b.width - left);
        }
        x += needed + GAP;
    }
    b.y += ROW + 8.0;
}
