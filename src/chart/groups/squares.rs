//! How groups that are split are drawn: a square for each place, or, where those of a group have no room, a bar of
//! counts, in all rows alike.

use super::split::Split;
use super::*;
use crate::scale::Linear;
use looks::Piece;

/// The heights of a line of names, and between two rows.
const NAME_LINE: f64 = 24.0;
const GAP: f64 = 16.0;
const DENSE_GAP: f64 = 6.0;
/// Between names, marks and words.
const BESIDE: f64 = 16.0;
/// As high as a thumb needs.
const FINGER: f64 = 44.0;
/// Between two squares.
const APART: f64 = 3.0;
/// How large squares may be, and in how many lines those of a group then stand at most.
const SIZES: [(f64, usize); 3] = [(20.0, 1), (16.0, 2), (12.0, 3)];
const BAR: f64 = 20.0;

enum Form {
    /// Of a size, so many in a line.
    Squares(f64, usize),
    Bars(Axis),
}

pub(super) struct Plan {
    form: Form,
    /// Where marks begin.
    start: f64,
    /// The width of the names at the left; 0 where they stand above their marks.
    column: f64,
    /// How many places it has stands beside each name above its marks.
    is_beside: bool,
    /// Where words stand beside the marks; `None` where they have lines of their own.
    words: Option<f64>,
}

/// So many places a group has, in words.
fn count(desk: &Desk, group: &Group) -> String {
    desk.voice().villages(group.members.len())
}

pub(super) fn plan(desk: &Desk, b: &Builder, split: &Split, page: &[Group]) -> Plan {
    let is_card = desk.card().is_some();
    let is_above = !is_card && b.is_narrow();
    let (mut column, mut most, mut number): (f64, usize, f64) = (0.0, 0, 0.0);
    for group in &split.groups {
        most = most.max(group.members.len());
        if !is_above {
            let about = if is_card { 0.0 } else { b.text_width(&count(desk, group), SMALL) };
            column = column.max(b.text_width(&said::name(desk, group), NAME)).max(about);
        }
        number = number.max(b.text_width(&desk.voice().count(group.members.len()), VALUE));
    }
    let column = column.min(b.width * 0.34).ceil();
    let start = if is_above { 0.0 } else { column + BESIDE };
    let across = |size: f64| ((b.width - start + APART) / (size + APART)).max(1.0) as usize;
    let has_room = |(size, lines): &&(f64, usize)| most <= across(*size) * lines;
    let form = match SIZES.iter().find(has_room).filter(|_| !is_card) {
        Some((size, _)) => Form::Squares(*size, across(*size)),
        None => {
            let end = if is_card { b.width - number - BESIDE } else { b.width };
            Form::Bars(Axis::new(Linear, (0.0, most as f64), (start, end.max(start + 1.0))))
        }
    };
    let is_beside = page.iter().all(|group| {
        b.text_width(&said::name(desk, group), NAME) + BESIDE + b.text_width(&count(desk, group), BODY)
            <= b.width
    });
    let mut words = None;
    if let (Form::Squares(size, across), false) = (&form, is_above) {
        let x = start + (size + APART) * most.min(*across) as f64 + BESIDE - APART;
        let fits = |text: &String| x + b.text_width(text, SMALL) <= b.width;
        let all_fit = |group: &Group| split.about(desk, group, &|_| true).iter().all(fits);
        words = split.groups.iter().all(all_fit).then_some(x);
    }
    Plan { form, start, column, is_beside, words }
}

/// Where a row is, and where in it its marks and its words begin.
struct Spaced {
    top: f64,
    height: f64,
    /// Where what is in it begins, in the middle of its height.
    content: f64,
    marks: f64,
    words: f64,
}

impl Plan {
    /// How high the marks of a group are.
    fn high(&self, b: &Builder, group: &Group) -> f64 {
        match self.form {
            Form::Squares(size, across) => {
                (size + APART) * group.members.len().div_ceil(across.max(1)) as f64 - APART
            }
            Form::Bars(_) => b.bar(BAR),
        }
    }

    /// What the marks mean.
    pub fn key(&self, desk: &Desk, b: &mut Builder, split: &Split) {
        let (rest, size) = match self.form {
            Form::Squares(size, _) => {
                let text = desk.voice().say_of_places(message!("groups-squares"), &[]);
                b.paragraph(&text, 0.0, b.width, SMALL, Role::Muted);
                (split.rest, Some(size.min(16.0)))
            }
            Form::Bars(_) => (split.rest, None),
        };
        let rest = (rest > 0).then(|| split.name(desk, split.parts.len()));
        looks::legend(b, &split.parts, split.look, rest.as_deref(), size);
    }

    /// The rows of a page, under what is there so far.
    pub fn draw(&self, desk: &Desk, b: &mut Builder, split: &Split, page: &[Group]) {
        let spaced = self.place(desk, b, split, page);
        let bottom = spaced.last().map_or(b.y, |at| at.top + at.height);
        let mut under = 0.0;
        if let (Form::Bars(axis), true) = (&self.form, desk.card().is_none()) {
            let mut field = Field { bands: Vec::new(), labels: Vec::new() };
            for (group, at) in page.iter().zip(&spaced) {
                field.bands.push((at.marks - 3.0, at.marks + self.high(b, group) + 3.0));
            }
            under = grid(desk, b, axis, &field, bottom, &desk.voice().nouns()[1]);
        }
        let standing_out = ranking::standing_out(desk);
        for (group, at) in page.iter().zip(&spaced) {
            let first = b.marks.len();
            let is_quiet = standing_out.is_some_and(|name| name != group.name);
            self.texts(desk, b, split, group, at, if is_quiet { Role::Muted } else { Role::Ink });
            match &self.form {
                Form::Squares(size, across) => {
                    squares(desk, b, split, group, (self.start, at.marks), (*size, *across));
                }
                Form::Bars(axis) => bar(desk, b, split, group, axis, (at.marks, b.bar(BAR))),
            }
            let area = Rect { x: 0.0, y: at.top, width: b.width, height: at.height };
            let say = |desk: &Desk| split.item(desk, group);
            let item = desk.item(concat(&["group-", group.name]), area, &say, &group.figure);
            b.item(first, item);
        }
        b.y = bottom + under;
    }

    /// The words beside the marks of a group, line by line.
    fn about(&self, desk: &Desk, b: &Builder, split: &Split, group: &Group) -> Vec<String> {
        let room = b.width - self.words.unwrap_or(self.start);
        split.about(desk, group, &|line| b.text_width(line, SMALL) <= room)
    }

    /// How high these are.
    fn words_height(&self, desk: &Desk, b: &Builder, split: &Split, group: &Group) -> f64 {
        let room = b.width - self.words.unwrap_or(self.start);
        let mut lines = 0;
        for text in self.about(desk, b, split, group) {
            lines += b.wrap(&text, SMALL, room).len();
        }
        line_height(SMALL) * lines as f64
    }

    /// Each row under the one before it.
    fn place(&self, desk: &Desk, b: &Builder, split: &Split, page: &[Group]) -> Vec<Spaced> {
        let mut spaced = Vec::new();
        let (mut top, above) = (b.y, b.gap(GAP) / 2.0);
        for group in page {
            let high = self.high(b, group);
            let at = if desk.card().is_some() {
                let lines = b.wrap(&said::name(desk, group), NAME, self.column).len().max(1);
                let content = (line_height(NAME) * lines as f64).max(high);
                let marks = top + (content - high) / 2.0;
                Spaced { top, height: content + DENSE_GAP, content: top, marks, words: top }
            } else if self.column > 0.0 {
                let words = self.words_height(desk, b, split, group);
                let (names, begin) = (NAME_LINE - 4.0 + line_height(SMALL), top + above);
                let content = match self.words {
                    Some(_) => high.max(words).max(names),
                    None => (high + 5.0 + words).max(names),
                };
                let (marks, words) = match self.words {
                    Some(_) => (begin + (content - high) / 2.0, begin + (content - words) / 2.0),
                    None => (begin + 3.0, begin + 3.0 + high + 4.0),
                };
                Spaced { top, height: (content + b.gap(GAP)).max(FINGER), content: begin, marks, words }
            } else {
                let names = if self.is_beside { NAME_LINE } else { NAME_LINE + line_height(BODY) };
                let (content, words) = (top + above, top + above + names);
                let marks = words + self.words_height(desk, b, split, group) + 5.0;
                let height = (marks + high + above - top).max(FINGER);
                Spaced { top, height, content, marks, words }
            };
            top += at.height;
            spaced.push(at);
        }
        spaced
    }

    /// Its name, how many places it has, and what they are.
    fn texts(&self, desk: &Desk, b: &mut Builder, split: &Split, group: &Group, at: &Spaced, role: Role) {
        let (name, count) = (said::name(desk, group), count(desk, group));
        if desk.card().is_some() {
            let middle = at.marks + self.high(b, group) / 2.0;
            let lines = b.wrap(&name, NAME, self.column).len().max(1) as f64;
            b.y = middle - line_height(NAME) * lines / 2.0;
            b.paragraph(&name, 0.0, self.column, NAME, role);
            let number = desk.voice().count(group.members.len());
            let x = match &self.form {
                Form::Bars(axis) => axis.map(group.members.len() as f64) + 8.0,
                Form::Squares(..) => self.start,
            };
            return b.text(&number, (x, middle), Anchor::Start, VALUE, role, b.width - x);
        }
        b.y = at.words;
        let x = self.words.unwrap_or(self.start);
        for text in self.about(desk, b, split, group) {
            b.paragraph(&text, x, b.width - x, SMALL, Role::Muted);
        }
        if self.column > 0.0 {
            // beside the first line of its marks, or in the middle of a row whose words are beside them
            let names = NAME_LINE - 4.0 + line_height(SMALL);
            let content = at.height - b.gap(GAP);
            let top = match self.words {
                Some(_) => at.content + (content - names).max(0.0) / 2.0,
                None => at.content,
            };
            b.text(&name, (0.0, top + 10.0), Anchor::Start, NAME, role, self.column);
            b.y = top + NAME_LINE - 4.0;
            return b.paragraph(&count, 0.0, self.column, SMALL, Role::Muted);
        }
        let line = at.content + 13.0;
        let mut room = b.width;
        if self.is_beside {
            b.text(&count, (b.width, line), Anchor::End, BODY, role, b.width);
            room -= b.text_width(&count, BODY) + 8.0;
        } else {
            b.text(&count, (0.0, line + line_height(BODY)), Anchor::Start, BODY, role, b.width);
        }
        b.text(&name, (0.0, line), Anchor::Start, NAME, role, room);
    }
}

/// A square for each place of a group, those of a part together; those that are looked for have an edge.
fn squares(
    desk: &Desk,
    b: &mut Builder,
    split: &Split,
    group: &Group,
    (x, y): Point,
    (size, across): (f64, usize),
) {
    let mut kinds = Vec::new();
    for of in &group.members {
        kinds.push(split.part(desk, of) as f64);
    }
    let (mut pieces, mut hollow, mut named) = (Vec::new(), Vec::new(), Vec::new());
    for (at, place) in sort::ascending(&kinds).into_iter().enumerate() {
        let Some(of) = group.members.get(place) else { continue };
        let (column, line) = (at % across.max(1), at / across.max(1));
        let (x, y) = (x + (size + APART) * column as f64, y + (size + APART) * line as f64);
        let area = Rect { x, y, width: size, height: size };
        let is_named = group.named.iter().any(|other| std::ptr::eq(*other, *of));
        match split.part(desk, of) {
            part if part < split.parts.len() => pieces.push(Piece::new((split.look)(part), area)),
            _ if !is_named => hollow.push(area),
            _ => {}
        }
        if is_named {
            named.push(area);
        }
    }
    looks::grounds(b, &pieces);
    for area in hollow {
        looks::hollow(b, area);
    }
    for Rect { x, y, width, height } in named {
        b.frame(x - 1.5, y - 1.5, width + 3.0, height + 3.0, 2.0, Role::Ink);
    }
}

/// A bar of how many places of a group are each part.
fn bar(desk: &Desk, b: &mut Builder, split: &Split, group: &Group, axis: &Axis, (y, height): (f64, f64)) {
    let (mut pieces, mut from) = (Vec::new(), 0.0);
    for (part, count) in split.counts(desk, group).into_iter().enumerate() {
        let to = from + count as f64;
        let (x, end) = (axis.map(from), axis.map(to));
        let area = Rect { x, y, width: end - x, height };
        let text = if count > 0 { desk.voice().count(count) } else { String::new() };
        let part = (part < split.parts.len()).then(|| (split.look)(part));
        if part.is_none() && count > 0 {
            // no line of the axis runs through its number
            b.rect(x, y, end - x, height, Role::Surface);
            looks::empty(b, area);
            if from == 0.0 {
                b.rect(x, y, 1.0, height, Role::WholeLine);
            }
        }
        if count > 0 {
            pieces.push(Piece { part, area, text });
        }
        from = to;
    }
    looks::draw(b, &pieces);
}
