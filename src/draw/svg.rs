//! Scene → SVG: a plotters backend that writes shapes down, neighbours of one colour as one path.

use super::{Pen, BASELINE};
use crate::scene::{Anchor, Mark, Point, Role, Run, Shape};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;
use std::fmt::Write;

/// Is a colour put on what a path encloses, or along it?
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Paint {
    Fill,
    Stroke,
}

/// The marks as the inside of an `<svg>` element in CSS pixels. `paint` writes the attributes of a role; edges lie
/// on multiples of 1 ÷ `grid` pixel.
pub(crate) fn shapes(
    marks: &[Mark],
    striped: bool,
    grid: i32,
    paint: &dyn Fn(Role, Paint) -> String,
) -> String {
    let (text, path) = (String::new(), String::new());
    let (role, next, tenths) = (Role::Ink, Role::Ink, 10 / grid.max(1));
    let mut writer = Writer { text, path, role, next, tenths, paint };
    for mark in marks {
        match &mark.shape {
            Shape::Text(runs, at, anchor) => writer.line(runs, *at, *anchor),
            _ => {
                let ratio = f64::from(grid);
                let mut pen = Pen { backend: &mut writer, ratio, striped, dip: &Writer::dip };
                // a String takes everything
                let _ = pen.marks(std::slice::from_ref(mark));
            }
        }
    }
    writer.flush();
    writer.text
}

/// Text between tags or quotes. What XML cannot hold is left out.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

struct Writer<'a> {
    text: String,
    /// What has been drawn in the colour of `role` and is not written yet.
    path: String,
    role: Role,
    /// The role of the shape that comes next.
    next: Role,
    /// A unit of the grid in tenths of a pixel.
    tenths: i32,
    paint: &'a dyn Fn(Role, Paint) -> String,
}

/// Tenths as a decimal number: without floats, whose formatting is 7 KB of WebAssembly.
fn decimal(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

fn tenths(x: f64) -> i32 {
    (x * 10.0).round() as i32
}

impl Writer<'_> {
    fn number(&self, units: i32) -> String {
        decimal(units.saturating_mul(self.tenths))
    }

    /// See [`Pen::dip`]: who paints knows the colour.
    fn dip(&mut self, role: Role) -> BackendColor {
        self.next = role;
        BackendColor { alpha: 1.0, rgb: (0, 0, 0) }
    }

    fn flush(&mut self) {
        if !self.path.is_empty() {
            let paint = (self.paint)(self.role, Paint::Fill);
            let _ = write!(self.text, "<path {paint} d=\"{}\"/>", self.path);
            self.path.clear();
        }
    }

    fn fill(&mut self) {
        if self.next != self.role {
            self.flush();
            self.role = self.next;
        }
    }

    fn line(&mut self, runs: &[Run], (x, y): Point, anchor: Anchor) {
        let Some(first) = runs.first() else {
            return;
        };
        self.flush();
        let style = |run: &Run| {
            let weight = if run.font.bold { " font-weight=\"bold\"" } else { "" };
            let size = decimal(tenths(run.font.size));
            format!("{} font-size=\"{size}\"{weight}", (self.paint)(run.role, Paint::Fill))
        };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y) = (decimal(tenths(x)), decimal(tenths(y + BASELINE * first.font.size)));
        let mut line = format!("<text x=\"{x}\" y=\"{y}\"{anchor} {}>", style(first));
        line += &escape(&first.text);
        for run in runs.iter().skip(1) {
            let gap = decimal(tenths(run.gap));
            // what the first one has is inherited
            let weight = if first.font.bold && !run.font.bold { " font-weight=\"normal\"" } else { "" };
            let text = escape(&run.text);
            let _ = write!(line, "<tspan dx=\"{gap}\" {}{weight}>{text}</tspan>", style(run));
        }
        self.text += &line;
        self.text += "</text>";
    }
}

type Written = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Writer<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (0, 0) // no one asks
    }
    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }
    fn present(&mut self) -> Written {
        Ok(())
    }
    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Written {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    /// Always filled: the outlines of a scene are four of them.
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _: &S,
        _: bool,
    ) -> Written {
        self.fill();
        let [x, y] = [from.0, from.1].map(|n| self.number(n));
        let [width, height] = [to.0 - from.0, to.1 - from.1].map(|n| self.number(n));
        let back = self.number(from.0 - to.0);
        let _ = write!(self.path, "M{x} {y}h{width}v{height}h{back}z");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        self.flush();
        let paint = (self.paint)(self.next, Paint::Stroke);
        let width = self.number(style.stroke_width() as i32);
        let points: Vec<String> =
            path.into_iter().map(|(x, y)| format!("{} {}", self.number(x), self.number(y))).collect();
        let points = points.join("L");
        let _ = write!(self.text, "<path {paint} stroke-width=\"{width}\" d=\"M{points}\"/>");
        Ok(())
    }

    /// Always filled, too.
    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, _: &S, _: bool) -> Written {
        self.flush();
        let [x, y, radius] = [x, y, radius as i32].map(|n| self.number(n));
        let paint = (self.paint)(self.next, Paint::Fill);
        let _ = write!(self.text, "<circle {paint} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        _: &S,
    ) -> Written {
        // not with its neighbours, whose edges are put onto whole pixels
        self.flush();
        let mut path = String::new();
        for (i, (x, y)) in points.into_iter().enumerate() {
            let letter = if i == 0 { 'M' } else { 'L' };
            let _ = write!(path, "{letter}{} {}", self.number(x), self.number(y));
        }
        let paint = (self.paint)(self.next, Paint::Fill);
        let _ = write!(self.text, "<path {paint} shape-rendering=\"auto\" d=\"{path}z\"/>");
        Ok(())
    }
}
