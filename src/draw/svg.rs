//! A whole figure as an SVG file: title, picture, source.

use super::{draw, frame, Theme};
use crate::platform::Platform;
use crate::scene::Scene;
use crate::text::Locale;
use plotters_backend::DrawingBackend;
use plotters_svg::SVGBackend;

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
