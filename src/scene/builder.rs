//! Puts marks into a scene from top to bottom: text that fits its room, and what stands under it.

use super::{Item, Mark, Point, Rect, Role, Run, Shape};
use crate::platform::{self, Font, Platform};
use crate::text::{concat, pieces, trimmed, Locale};
use crate::view::Sizes;

/// What part of a line of text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// The text ends there.
    End,
    /// The text is centred there.
    Middle,
}

pub(crate) struct Builder<'a> {
    pub platform: &'a dyn Platform,
    pub locale: Locale,
    pub width: f64,
    /// The lower edge of what is there so far.
    pub y: f64,
    pub marks: Vec<Mark>,
    pub items: Vec<Item>,
    /// See [`Scene`](super::Scene).
    #[cfg(feature = "many")]
    pub targets: super::Targets,
    #[cfg(feature = "many")]
    pub spots: Vec<(usize, Rect)>,
    /// Factors of heights: see [`Builder::bar`] and [`Builder::gap`].
    sizes: Sizes,
    /// How much wider than the common widths the page's font is: see [`Platform::stretch`].
    stretch: f64,
    /// What the marks mean, in words.
    pub reading: String,
    /// Which line of figures the marks are of that come next: see [`Mark`].
    #[cfg(feature = "many")]
    pub of_line: Option<usize>,
}

/// Letters of writing that has no blanks between words: Thai, Lao, Myanmar, Khmer, Chinese, Japanese.
fn has_no_blanks(letter: char) -> bool {
    matches!(letter, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Vietnamese capitals carry two marks: a line of text needs room for them.
pub(crate) fn line_height(font: Font) -> f64 {
    (font.size * 1.4).round()
}

impl<'a> Builder<'a> {
    pub fn new(platform: &'a dyn Platform, locale: Locale, width: f64, sizes: Sizes) -> Self {
        Builder {
            platform,
            locale,
            width,
            y: 0.0,
            marks: Vec::new(),
            items: Vec::new(),
            #[cfg(feature = "many")]
            targets: Vec::new(),
            #[cfg(feature = "many")]
            spots: Vec::new(),
            sizes,
            // a browser may answer anything; letters three times as wide as common ones no font has
            stretch: Some(platform.stretch()).filter(|s| (1.0..=3.0).contains(s)).unwrap_or(1.0),
            reading: String::new(),
            #[cfg(feature = "many")]
            of_line: None,
        }
    }

    /// The height of a bar that has this one where the page says nothing.
    pub fn bar(&self, height: f64) -> f64 {
        (height * self.sizes.bar).round()
    }

    /// The same of the room between rows.
    pub fn gap(&self, height: f64) -> f64 {
        (height * self.sizes.gap).round()
    }

    /// Phones and side columns: names go above their bars.
    pub fn is_narrow(&self) -> bool {
        self.width < 560.0
    }

    pub fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, role: Role) {
        if width > 0.0 && height > 0.0 {
            self.push(Shape::Rect(Rect { x, y, width, height }), role);
        }
    }

    pub fn frame(&mut self, x: f64, y: f64, width: f64, height: f64, line: f64, role: Role) {
        if width > 0.0 && height > 0.0 {
            self.push(Shape::Frame(Rect { x, y, width, height }, line), role);
        }
    }

    pub fn polygon(&mut self, points: &[Point], role: Role) {
        self.push(Shape::Polygon(points.to_vec()), role);
    }

    pub fn line(&mut self, points: &[Point], width: f64, role: Role) {
        self.push(Shape::Line(points.to_vec(), width), role);
    }

    #[cfg(feature = "many")]
    pub fn dot(&mut self, at: Point, radius: f64, role: Role) {
        self.push(Shape::Dot(at, radius), role);
    }

    fn push(&mut self, shape: Shape, role: Role) {
        let mark = Mark::new(shape, role, None);
        #[cfg(feature = "many")]
        let mark = Mark { line: self.of_line, ..mark };
        self.marks.push(mark);
    }

    /// Adds an item, whose marks are those from `first` on.
    pub fn item(&mut self, first: usize, item: Item) {
        for mark in self.marks.iter_mut().skip(first) {
            mark.item = Some(self.items.len());
        }
        self.items.push(item);
    }

    /// The room that a line of text is given, the same in every font that is no wider than most: what is laid out
    /// before a page's font is known stands where it is with it.
    pub fn text_width(&self, text: &str, font: Font) -> f64 {
        platform::common_width(text, font) * self.stretch
    }

    /// How wide a line of text is in the page's font; as wide as in most where the browser gives no such number.
    fn measured(&self, text: &str, font: Font) -> f64 {
        let width = self.platform.text_width(text, font);
        if (0.0..1e6).contains(&width) {
            width
        } else {
            platform::common_width(text, font)
        }
    }

    /// One line, elided to `room`.
    pub fn text(&mut self, text: &str, at: Point, anchor: Anchor, font: Font, role: Role, room: f64) {
        self.line_of(&[(text, font, role, 0.0)], at, anchor, room);
    }

    /// One line of several runs, each a text, its font and role, and the gap before it; elided to `room`.
    pub fn line_of(&mut self, parts: &[(&str, Font, Role, f64)], at: Point, anchor: Anchor, room: f64) {
        let mut free = room;
        let mut runs = Vec::new();
        for &(text, font, role, gap) in parts {
            let gap = if runs.is_empty() { 0.0 } else { gap };
            let text = self.elide(text, font, free - gap);
            if !text.is_empty() {
                let width = self.measured(&text, font);
                free -= gap + width;
                runs.push(Run { text, font, role, width, gap });
            }
        }
        if let Some(Run { role, .. }) = runs.first() {
            let role = *role;
            self.push(Shape::Text(runs, at, anchor), role);
        }
    }

    /// Lines of text under what is there so far, as many as `text` needs.
    pub fn paragraph(&mut self, text: &str, x: f64, room: f64, font: Font, role: Role) {
        let line_height = line_height(font);
        for line in self.wrap(text, font, room) {
            let middle = self.y + line_height / 2.0;
            self.text(&line, (x, middle), Anchor::Start, font, role, room);
            self.y += line_height;
        }
    }

    /// The text, or as much of it as fits with an ellipsis.
    pub fn elide(&self, text: &str, font: Font, room: f64) -> String {
        // half a pixel of grace: a room that was measured for the text is not too small by rounding
        if self.measured(text, font) <= room + 0.5 {
            return text.to_owned();
        }
        let ends: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
        let cut = |letters: usize| {
            let kept = ends.get(letters).and_then(|end| text.get(..*end));
            concat(&[trimmed(kept.unwrap_or("")), "…"])
        };
        // the longest beginning that fits, by halving: names may be long
        let (mut fits, mut too_long) = (0, ends.len());
        while fits + 1 < too_long {
            let half = (fits + too_long) / 2;
            if self.measured(&cut(half), font) <= room {
                fits = half;
            } else {
                too_long = half;
            }
        }
        if fits == 0 {
            String::new()
        } else {
            cut(fits)
        }
    }

    /// The text in as few lines as there is room for, these in the least room that holds as many: seldom is a word left
    /// alone on the last one.
    pub fn wrap(&self, text: &str, font: Font, room: f64) -> Vec<String> {
        let lines = self.fill(text, font, room);
        let even = self.text_width(text, font) / lines.len() as f64;
        let mut step = 0.0;
        while step < 1.0 && lines.len() > 1 {
            let narrower = self.fill(text, font, even + (room - even) * step);
            if narrower.len() == lines.len() {
                return narrower;
            }
            step += 0.125;
        }
        lines
    }

    /// As many words on each line as it has room for; a number goes with the word after it: "1,000 villages".
    fn fill(&self, text: &str, font: Font, room: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut number = String::new();
        for word in pieces(text, ' ').filter(|w| !w.is_empty()) {
            number += if number.is_empty() { "" } else { " " };
            number += word;
            // so does the mark of a source
            if matches!(word.chars().next_back(), Some('0'..='9' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'))
            {
                continue;
            }
            self.add(&mut lines, &number, font, room);
            number.clear();
        }
        if !number.is_empty() {
            self.add(&mut lines, &number, font, room);
        }
        lines
    }

    /// Adds words that stay together, to the last line where it has room. In writing that has no blanks they are
    /// parted.
    fn add(&self, lines: &mut Vec<String>, words: &str, font: Font, room: f64) {
        let append = |lines: &mut Vec<String>, blank: &str, part: &str| {
            let line = lines.last_mut()?;
            let longer = concat(&[line, blank, part]);
            (self.text_width(&longer, font) <= room).then(|| *line = longer)
        };
        if append(lines, " ", words).is_some() {
            return;
        }
        let mut blank = " ";
        for part in self.parts(words) {
            if append(lines, blank, part).is_none() {
                lines.push(trimmed(part).to_owned());
            }
            blank = "";
        }
    }

    /// Where no blanks stand between words: these, with what belongs to each; else all of the text.
    fn parts<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut parts = Vec::new();
        let mut rest = text;
        if text.chars().any(has_no_blanks) {
            let mut before = 0;
            for letters in self.platform.breaks(text, self.locale) {
                let Some((end, _)) = rest.char_indices().nth(letters.saturating_sub(before)) else { break };
                let Some((part, after)) = rest.split_at_checked(end) else { break };
                // a number goes with what it counts, and a bracket with what is in it
                // (not `contains`: of letters beyond ASCII it makes a search for a text, which is 1 KB)
                let last = trimmed(part).chars().next_back();
                if matches!(last, None | Some('0'..='9' | '（' | '「' | '《' | '“' | '‘' | '(' | '['))
                {
                    continue;
                }
                (rest, before) = (after, letters);
                parts.push(part);
            }
        }
        parts.push(rest);
        parts
    }
}
