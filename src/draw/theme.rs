//! Colours: one for each role, light and dark.

use crate::scene::Role;
use plotters_backend::BackendColor;

/// An opaque colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// As CSS writes it: `#0b6e6e`.
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl From<Color> for BackendColor {
    fn from(color: Color) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (color.0, color.1, color.2) }
    }
}

/// The colours of a chart in a file; in a page its style sheets have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on white.
    Light,
    /// Light ink on near black.
    Dark,
}

impl Theme {
    /// The colour of a role.
    pub fn color(self, role: Role) -> Color {
        let (light, dark) = role.colors();
        let rgb = if self == Theme::Dark { dark } else { light };
        let [_, red, green, blue] = rgb.to_be_bytes();
        Color(red, green, blue)
    }
}
