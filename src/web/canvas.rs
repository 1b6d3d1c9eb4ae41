//! plotters-canvas' backend, made right and fast for a page. What it takes over from
//! [`CanvasBackend`], and why:
//! - text: plotters-canvas measures it by inserting elements into the page, and writes it at the
//!   size of the canvas' pixels without the page's font;
//! - colours and fonts: plotters-canvas formats and sets them for every primitive, which is most of
//!   the time for many marks of one style, and brings the formatting of floats along (7 KB).

use crate::draw::{BASELINE, PLOTTERS_SIZE};
use crate::scene::Role;
use crate::text::{concat, digits, pieces};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use std::convert::Infallible;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A canvas reports nothing that could be mended here.
type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// What the page's style sheets say.
#[derive(Default)]
pub(super) struct Look {
    /// A CSS list of font families.
    pub family: String,
    /// The CSS colour of each role, in the order of [`Role::ALL`].
    colors: Vec<String>,
}

impl Look {
    /// `colors` has a line for each role, in their order.
    pub fn new(family: String, colors: &str) -> Look {
        let mut look = Look { family, colors: Vec::new() };
        for color in pieces(colors, '\n') {
            look.colors.push(color.to_owned());
        }
        look
    }

    pub fn color(&self, role: Role) -> &str {
        self.colors.get(role as usize).map_or("", String::as_str)
    }
}

pub(super) struct Canvas<'a> {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    ratio: f64,
    look: &'a Look,
    /// The role of what is drawn next.
    next: Role,
    fill: Option<Role>,
    stroke: Option<Role>,
    font: Option<(u32, bool)>,
}

impl<'a> Canvas<'a> {
    /// `None` where the browser gives no 2D context.
    pub fn new(canvas: HtmlCanvasElement, ratio: f64, look: &'a Look) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let inner = CanvasBackend::with_canvas_object(canvas)?;
        Some(Canvas { inner, context, ratio, look, next: Role::Ink, fill: None, stroke: None, font: None })
    }

    pub fn clear(&self) {
        let (width, height) = self.inner.get_size();
        self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    }

    /// See [`Pen::dip`](crate::draw::Pen): plotters' colours cannot hold what a style sheet says, so roles come this
    /// way.
    pub fn dip(&mut self, role: Role) -> BackendColor {
        self.next = role;
        BackendColor { alpha: 1.0, rgb: (0, 0, 0) }
    }

    fn fill(&mut self) {
        if self.fill.replace(self.next) != Some(self.next) {
            self.context.set_fill_style_str(self.look.color(self.next));
        }
    }

    fn path(&self, points: impl IntoIterator<Item = BackendCoord>, shift: f64) {
        self.context.begin_path();
        for (x, y) in points {
            // the first of a path moves there
            self.context.line_to(f64::from(x) + shift, f64::from(y) + shift);
        }
    }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }
    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }
    fn present(&mut self) -> Drawn {
        Ok(())
    }
    fn draw_pixel(&mut self, (x, y): BackendCoord, _: BackendColor) -> Drawn {
        self.fill();
        self.context.fill_rect(f64::from(x), f64::from(y), 1.0, 1.0);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if !fill {
            let (left, top, right, bottom) = (from.0, from.1, to.0, to.1);
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
            return self.draw_path(corners, style);
        }
        self.fill();
        let (x, y) = (f64::from(from.0), f64::from(from.1));
        self.context.fill_rect(x, y, f64::from(to.0) - x, f64::from(to.1) - y);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if self.stroke.replace(self.next) != Some(self.next) {
            self.context.set_stroke_style_str(self.look.color(self.next));
        }
        let width = style.stroke_width();
        self.context.set_line_width(f64::from(width));
        // a line of one pixel is sharp in the middle of pixels
        self.path(path, if width == 1 { 0.5 } else { 0.0 });
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        _: &S,
    ) -> Drawn {
        self.fill();
        self.path(points, 0.0);
        self.context.fill();
        Ok(())
    }

    /// Always filled.
    #[cfg(feature = "many")]
    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, _: &S, _: bool) -> Drawn {
        self.fill();
        self.context.begin_path();
        // a radius that is no negative number is no error
        let _ = self.context.arc(f64::from(x), f64::from(y), f64::from(radius), 0.0, std::f64::consts::TAU);
        self.context.fill();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.fill();
        // the fonts of a scene are whole CSS pixels
        let size = (style.size() / PLOTTERS_SIZE / self.ratio).round() as u32;
        let bold = matches!(style.style(), FontStyle::Bold);
        if self.font.replace((size, bold)) != Some((size, bold)) {
            let weight = if bold { "bold " } else { "" };
            self.context.set_font(&concat(&[weight, &digits(size as usize), "px ", &self.look.family]));
        }
        let (x, y) = (f64::from(at.0) / self.ratio, f64::from(at.1) / self.ratio);
        let (scaled, plain) = (self.ratio, 1.0);
        let _ = self.context.set_transform(scaled, 0.0, 0.0, scaled, 0.0, 0.0);
        let _ = self.context.fill_text(text, x, y + BASELINE * f64::from(size));
        let _ = self.context.set_transform(plain, 0.0, 0.0, plain, 0.0, 0.0);
        Ok(())
    }
}
