//! A whole figure as an SVG file: title, picture, source.

use super::{draw, Theme};
use crate::platform::{Font, Platform};
use crate::scene::{Anchor, Builder, Mark, Rect, Role, Scene, Shape};
use crate::text::Locale;
use plotters_backend::DrawingBackend;
use plotters_svg::SVGBackend;

const MARGIN: f64 = 16.0;

/// The scene as an SVG document with its title above and its source below.
///
/// `width` of the scene is the picture's; the document is 32 pixels wider.
pub fn svg(scene: &Scene, theme: &Theme, locale: Locale, platform: &dyn Platform) -> String {
    let framed = frame(scene, locale, platform);
    let mut text = String::new();
    {
        let size = (framed.width.round() as u32, framed.height.round() as u32);
        let mut backend = SVGBackend::with_string(&mut text, size);
        // a String takes everything
        let _ = draw(&mut backend, &framed, theme, 1.0);
        let _ = backend.present();
    }
    text
}

fn frame(scene: &Scene, locale: Locale, platform: &dyn Platform) -> Scene {
    let mut b = Builder::new(platform, locale, scene.width + 2.0 * MARGIN);
    let room = scene.width;
    b.y = MARGIN;
    b.paragraph(&scene.title, MARGIN, room, Font { size: 20.0, bold: true }, Role::Ink);
    if !scene.note.is_empty() {
        b.paragraph(&scene.note, MARGIN, room, Font { size: 14.0, bold: false }, Role::Muted);
    }
    b.y += 12.0;
    let top = b.y;
    b.marks.extend(scene.marks.iter().map(|m| moved(m, MARGIN, top)));
    b.y += scene.height + 10.0;
    b.paragraph(&scene.source, MARGIN, room, Font { size: 12.0, bold: false }, Role::Muted);
    b.y += MARGIN;
    let surface = Mark {
        shape: Shape::Rect(Rect { x: 0.0, y: 0.0, width: b.width, height: b.y }),
        role: Role::Surface,
        item: None,
    };
    b.marks.insert(0, surface);
    Scene { width: b.width, height: b.y, marks: b.marks, ..scene.clone() }
}

fn moved(mark: &Mark, dx: f64, dy: f64) -> Mark {
    let all = |points: &[(f64, f64)]| points.iter().map(|p| (p.0 + dx, p.1 + dy)).collect();
    let shape = match &mark.shape {
        Shape::Rect(r) => Shape::Rect(Rect { x: r.x + dx, y: r.y + dy, ..*r }),
        Shape::Frame(r, line) => Shape::Frame(Rect { x: r.x + dx, y: r.y + dy, ..*r }, *line),
        Shape::Polygon(points) => Shape::Polygon(all(points)),
        Shape::Line(points, width) => Shape::Line(all(points), *width),
        Shape::Text(text, at, anchor, font) => {
            let anchor: Anchor = *anchor;
            Shape::Text(text.clone(), (at.0 + dx, at.1 + dy), anchor, *font)
        }
    };
    Mark { shape, ..*mark }
}
