//! The one way from a scene to plotters: roles and CSS pixels on this side; on the other whole pixels, and what a
//! backend takes for a colour.

use crate::platform::Font;
use crate::scene::{Anchor, Mark, Point, Rect, Role, Run, Shape};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};

/// Draws with roles, in CSS pixels, onto a plotters backend.
pub(crate) struct Pen<'a, B: DrawingBackend> {
    pub backend: &'a mut B,
    /// The backend's pixels to a CSS pixel.
    pub ratio: f64,
    /// What is possible only is told from what it stands on by stripes: a reader's few colours have no tint.
    pub striped: bool,
    /// The colour of a role. A backend that knows roles is told here which one comes next, and does not look at the
    /// colour.
    pub dip: &'a dyn Fn(&mut B, Role) -> BackendColor,
}

pub(crate) type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Left, upper, right and lower edge, in pixels of the backend.
type Edges = [i32; 4];

impl<B: DrawingBackend> Pen<'_, B> {
    pub fn marks(&mut self, marks: &[Mark]) -> Drawn<B> {
        for Mark { shape, role, .. } in marks {
            match shape {
                Shape::Rect(rect) => self.rect(rect, *role)?,
                Shape::Frame(rect, line) => self.frame(rect, *line, *role)?,
                Shape::Polygon(points) => self.polygon(points, *role)?,
                Shape::Line(points, width) => self.line(points, *width, *role)?,
                Shape::Text(runs, at, anchor) => self.text(runs, *at, *anchor)?,
                #[cfg(feature = "many")]
                Shape::Dot(at, radius) => self.dot(*at, *radius, *role)?,
            }
        }
        Ok(())
    }

    /// At least a pixel of it.
    fn rect(&mut self, rect: &Rect, role: Role) -> Drawn<B> {
        let [left, top, right, bottom] = self.edges(rect);
        let edges = [left, top, right.max(left + 1), bottom.max(top + 1)];
        self.fill(edges, role)?;
        if self.striped && role == Role::Soft {
            let (stripe, gap) = (self.pixel(1.0).max(1), self.pixel(4.0).max(2));
            let mut x = left + gap;
            while x < right {
                self.fill([x, top, (x + stripe).min(right), bottom], Role::Outline)?;
                x += gap;
            }
        }
        Ok(())
    }

    /// Just inside a rectangle.
    fn frame(&mut self, rect: &Rect, line: f64, role: Role) -> Drawn<B> {
        let [left, top, right, bottom] = self.edges(rect);
        let line = self.pixel(line).max(1);
        self.fill([left, top, right, top + line], role)?;
        self.fill([left, bottom - line, right, bottom], role)?;
        self.fill([left, top + line, left + line, bottom - line], role)?;
        self.fill([right - line, top + line, right, bottom - line], role)
    }

    fn polygon(&mut self, points: &[Point], role: Role) -> Drawn<B> {
        let style = self.stroke(role, 0);
        let points: Vec<BackendCoord> = points.iter().map(|point| self.point(*point)).collect();
        self.backend.fill_polygon(points, &style)
    }

    fn line(&mut self, points: &[Point], width: f64, role: Role) -> Drawn<B> {
        let style = self.stroke(role, self.pixel(width).max(1).unsigned_abs());
        let points: Vec<BackendCoord> = points.iter().map(|point| self.point(*point)).collect();
        self.backend.draw_path(points, &style)
    }

    #[cfg(feature = "many")]
    fn dot(&mut self, at: Point, radius: f64, role: Role) -> Drawn<B> {
        let style = self.stroke(role, 0);
        let radius = self.pixel(radius).max(1).unsigned_abs();
        self.backend.draw_circle(self.point(at), radius, &style, true)
    }

    /// A line of text, all of it on the baseline of its first run.
    fn text(&mut self, runs: &[Run], (x, y): Point, anchor: Anchor) -> Drawn<B> {
        let length: f64 = runs.iter().map(|run| run.gap + run.width).sum();
        let before = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => length / 2.0,
            Anchor::End => length,
        };
        let mut x = x - before;
        let first = runs.first().map_or(0.0, |run| run.font.size);
        for Run { text, font, role, width, gap } in runs {
            let color = (self.dip)(self.backend, *role);
            let style = TextStyle { color, font: *font, ratio: self.ratio };
            x += gap;
            let at = self.point((x, y + BASELINE * (first - font.size)));
            self.backend.draw_text(text, &style, at)?;
            x += width;
        }
        Ok(())
    }

    fn fill(&mut self, [left, top, right, bottom]: Edges, role: Role) -> Drawn<B> {
        let style = self.stroke(role, 0);
        self.backend.draw_rect((left, top), (right, bottom), &style, true)
    }

    fn stroke(&mut self, role: Role, width: u32) -> Stroke {
        Stroke { color: (self.dip)(self.backend, role), width }
    }

    fn pixel(&self, x: f64) -> i32 {
        (x * self.ratio).round() as i32
    }

    fn point(&self, (x, y): Point) -> BackendCoord {
        (self.pixel(x), self.pixel(y))
    }

    /// Both edges on the pixel grid: crisp at every ratio, and alike for alike figures.
    fn edges(&self, r: &Rect) -> Edges {
        [r.x, r.y, r.x + r.width, r.y + r.height].map(|x| self.pixel(x))
    }
}

struct Stroke {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color
    }
    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// From the middle of a line down to its baseline, in font sizes: the middle is that of the small letters.
pub(crate) const BASELINE: f64 = 0.26;

/// plotters' sizes are so many times the font size that they stand for.
pub(crate) const PLOTTERS_SIZE: f64 = 1.24;

/// plotters' own text style would bring its font handling along.
struct TextStyle {
    color: BackendColor,
    font: Font,
    ratio: f64,
}

impl BackendTextStyle for TextStyle {
    fn color(&self) -> BackendColor {
        self.color
    }
    fn size(&self) -> f64 {
        self.font.size * self.ratio * PLOTTERS_SIZE
    }
    fn transform(&self) -> FontTransform {
        FontTransform::None
    }
    fn style(&self) -> FontStyle {
        match self.font.bold {
            true => FontStyle::Bold,
            false => FontStyle::Normal,
        }
    }
    fn anchor(&self) -> Pos {
        Pos { h_pos: HPos::Left, v_pos: VPos::Center }
    }
    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }
    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        Ok(((0, 0), (0, 0))) // the scene has laid everything out
    }
    fn draw<R, D: FnMut(i32, i32, BackendColor) -> Result<(), R>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: D,
    ) -> Result<Result<(), R>, Self::FontError> {
        Ok(Ok(())) // for backends of pixels; those of this crate know text
    }
    type FontError = std::convert::Infallible;
}
