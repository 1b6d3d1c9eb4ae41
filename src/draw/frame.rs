//! A whole figure as one picture, to take away: title, chart, source.

use super::svg::{escape, shapes, Paint};
use super::Theme;
use crate::platform::{Font, Platform};
use crate::scene::{Builder, Controls, Mark, Rect, Role, Scene, Shape};
use crate::text::{concat, Locale, Voice};
use crate::view::Sizes;

/// What a picture to take away has around its chart on every side, in CSS pixels.
///
/// ```
/// use village_charts::{draw::MARGIN, text::Locale, view::{Kind, View}};
/// // for a picture of 640 pixels
/// let view = View::new(Kind::Revenue, Locale::EN, 640.0 - 2.0 * MARGIN);
/// assert_eq!(view.width, 608.0);
/// ```
pub const MARGIN: f64 = 16.0;

/// The scene as an SVG document with its title above and its source below.
///
/// The document is wider than the scene by a [`MARGIN`] at the left and one at the right. Its texts are in a sans-serif
/// font.
pub fn svg(scene: &Scene, theme: &Theme, locale: Locale, platform: &dyn Platform) -> String {
    let color = |role| theme.color(role).css();
    document(&frame(scene, locale, platform), "sans-serif", false, &color)
}

/// A framed scene as an SVG document in a font and in colours of its own.
pub(crate) fn document(
    framed: &Scene,
    family: &str,
    striped: bool,
    color: &dyn Fn(Role) -> String,
) -> String {
    let (width, height) = (framed.width.round() as u32, framed.height.round() as u32);
    let paint = |role, paint| match paint {
        Paint::Fill => format!("fill=\"{}\"", color(role)),
        Paint::Stroke => format!("fill=\"none\" stroke=\"{}\"", color(role)),
    };
    // on whole pixels, where edges are sharp
    let shapes = shapes(&framed.marks, striped, 1, &paint).replace("><", ">\n<");
    let family = escape(family);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{family}\">\n{shapes}\n</svg>\n"
    )
}

/// The scene with its title above, its source below and a margin around.
pub(crate) fn frame(scene: &Scene, locale: Locale, platform: &dyn Platform) -> Scene {
    let mut b = Builder::new(platform, locale, scene.width + 2.0 * MARGIN, Sizes::default());
    let room = scene.width;
    b.y = MARGIN;
    b.paragraph(&scene.title, MARGIN, room, Font { size: 20.0, bold: true }, Role::Ink);
    if !scene.note.is_empty() {
        b.paragraph(&scene.note, MARGIN, room, Font { size: 14.0, bold: false }, Role::Muted);
    }
    b.y += 12.0;
    let top = b.y;
    b.marks.extend(scene.marks.iter().map(|m| m.moved(MARGIN, top)));
    b.y += scene.height + 10.0;
    let Controls { page, pages, whole, .. } = scene.controls;
    let mut below = scene.source.clone();
    if pages > 1 && !whole {
        // who sees the picture alone has no pager to see that it is a part
        let between = if below.is_empty() { "" } else { " · " };
        let voice = Voice::new(locale, platform, false);
        below = concat(&[&voice.page(page, pages), between, &below]);
    }
    b.paragraph(&below, MARGIN, room, Font { size: 12.0, bold: false }, Role::Muted);
    b.y += MARGIN;
    let surface = Shape::Rect(Rect { x: 0.0, y: 0.0, width: b.width, height: b.y });
    b.marks.insert(0, Mark::new(surface, Role::Surface, None));
    Scene { width: b.width, height: b.y, marks: b.marks, ..scene.clone() }
}
