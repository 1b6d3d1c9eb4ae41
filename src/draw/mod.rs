//! Scene → pixels or SVG: one function for every plotters backend.

#[cfg(feature = "tools")]
pub(crate) mod frame;
#[cfg(feature = "tools")]
mod svg;
mod theme;

#[cfg(any(feature = "native", all(feature = "tools", target_arch = "wasm32")))]
pub(crate) use frame::{document, frame};
#[cfg(feature = "tools")]
pub use frame::{svg, MARGIN};
#[cfg(feature = "tools")]
pub use svg::escape;
#[cfg(feature = "tools")]
pub(crate) use svg::{shapes, Paint};
pub use theme::{Color, Theme};

use crate::platform::Font;
use crate::scene::{Anchor, Mark, Point, Rect, Role, Run, Scene, Shape};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};

/// Draws a scene; `ratio` is the number of the backend's pixels to a CSS pixel.
///
/// # Errors
/// What the backend reports.
pub fn draw<B: DrawingBackend>(
    backend: &mut B,
    scene: &Scene,
    theme: &Theme,
    ratio: f64,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    draw_marks(backend, &scene.marks, theme, ratio)
}

/// How far the layer of the highlights reaches past the picture on every side, in CSS pixels: a frame
/// around a row does not run through its text.
pub const BLEED: f64 = 6.0;

/// Draws the frame around an item, onto a layer that is [`BLEED`] larger than the picture on every side.
///
/// # Errors
/// What the backend reports.
pub fn highlight<B: DrawingBackend>(
    backend: &mut B,
    area: Rect,
    role: Role,
    theme: &Theme,
    ratio: f64,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let wider = Rect { y: area.y + BLEED, width: area.width + 2.0 * BLEED, ..area };
    let shape = Shape::Frame(wider, 2.0);
    draw_marks(backend, &[Mark { shape, role, item: None }], theme, ratio)
}

pub(crate) fn draw_marks<B: DrawingBackend>(
    backend: &mut B,
    marks: &[Mark],
    theme: &Theme,
    ratio: f64,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let pixel = |x: f64| (x * ratio).round() as i32;
    let point = |p: &Point| (pixel(p.0), pixel(p.1));
    // both edges on the pixel grid: crisp at every ratio, and alike for alike figures
    let edges = |r: &Rect| (point(&(r.x, r.y)), point(&(r.x + r.width, r.y + r.height)));
    let fill = |color| Stroke { color, width: 0 };
    for mark in marks {
        let color = theme.color(mark.role);
        match &mark.shape {
            Shape::Rect(rect) => {
                let ((left, top), (right, bottom)) = edges(rect);
                let corner = (right.max(left + 1), bottom.max(top + 1));
                backend.draw_rect((left, top), corner, &fill(color), true)?;
                if theme.stripes(mark.role) {
                    let color = theme.color(Role::Outline);
                    let (stripe, gap) = (pixel(1.0).max(1), pixel(4.0).max(2));
                    let mut x = left + gap;
                    while x < right {
                        backend.draw_rect((x, top), ((x + stripe).min(right), bottom), &fill(color), true)?;
                        x += gap;
                    }
                }
            }
            Shape::Frame(rect, line) => {
                let ((left, top), (right, bottom)) = edges(rect);
                let line = pixel(*line).max(1);
                for (from, to) in [
                    ((left, top), (right, top + line)),
                    ((left, bottom - line), (right, bottom)),
                    ((left, top + line), (left + line, bottom - line)),
                    ((right - line, top + line), (right, bottom - line)),
                ] {
                    backend.draw_rect(from, to, &fill(color), true)?;
                }
            }
            Shape::Polygon(points) => {
                backend.fill_polygon(points.iter().map(point), &fill(color))?;
            }
            Shape::Line(points, width) => {
                let width = pixel(*width).max(1).unsigned_abs();
                backend.draw_path(points.iter().map(point), &Stroke { color, width })?;
            }
            Shape::Text(runs, at, anchor) => {
                let length: f64 = runs.iter().map(|run| run.gap + run.width).sum();
                let mut x = at.0
                    - match anchor {
                        Anchor::Start => 0.0,
                        Anchor::Middle => length / 2.0,
                        Anchor::End => length,
                    };
                let first = runs.first().map_or(0.0, |run| run.font.size);
                for Run { text, font, role, width, gap } in runs {
                    let style = TextStyle { color: theme.color(*role), font: *font, ratio };
                    // one baseline for all
                    let y = at.1 + BASELINE * (first - font.size);
                    x += gap;
                    backend.draw_text(text, &style, point(&(x, y)))?;
                    x += width;
                }
            }
        }
    }
    Ok(())
}

struct Stroke {
    color: Color,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color.into()
    }
    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// From the middle of a line down to its baseline, in font sizes: the middle is that of the small letters.
pub(crate) const BASELINE: f64 = 0.26;

/// plotters' own text style would bring its font handling along.
struct TextStyle {
    color: Color,
    font: Font,
    ratio: f64,
}

impl TextStyle {
    /// plotters' sizes are 1.24 times the font size that they stand for.
    const PLOTTERS_SIZE: f64 = 1.24;
}

impl BackendTextStyle for TextStyle {
    fn color(&self) -> BackendColor {
        self.color.into()
    }
    fn size(&self) -> f64 {
        self.font.size * self.ratio * TextStyle::PLOTTERS_SIZE
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
