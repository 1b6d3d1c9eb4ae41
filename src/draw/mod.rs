//! Scene → pixels or SVG: one function for every plotters backend.

#[cfg(any(feature = "native", feature = "tools"))]
pub(crate) mod frame;
mod pen;
#[cfg(any(feature = "native", feature = "tools"))]
mod svg;
mod theme;

#[cfg(all(feature = "tools", any(feature = "native", target_arch = "wasm32")))]
pub(crate) use frame::{document, frame};
#[cfg(any(feature = "native", feature = "tools"))]
pub use frame::{svg, MARGIN};
#[cfg(any(feature = "native", feature = "tools"))]
pub use svg::escape;
#[cfg(feature = "tools")]
pub(crate) use svg::{shapes, Paint};
pub use theme::{Color, Theme};

use crate::scene::Scene;
#[cfg(all(target_arch = "wasm32", not(feature = "import")))]
pub(crate) use pen::PLOTTERS_SIZE;
pub(crate) use pen::{Pen, BASELINE};
use plotters_backend::{DrawingBackend, DrawingErrorKind};

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
    let dip = |_: &mut B, role| theme.color(role).into();
    Pen { backend, ratio, striped: false, dip: &dip }.marks(&scene.marks)
}
