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

impl From<BackendColor> for Color {
    fn from(color: BackendColor) -> Color {
        let (red, green, blue) = color.rgb;
        Color(red, green, blue)
    }
}

/// The colours of a chart.
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
        let (light, dark) = match role {
            Role::Ink => (0x1a1d21, 0xeceff1),
            Role::Muted => (0x565f69, 0xa9b2bb),
            Role::Grid => (0xdfe3e7, 0x363c43),
            Role::Solid => (0x0b6b6b, 0x45b3a9),
            Role::Soft => (0xc5e3e0, 0x20474a),
            Role::Outline => (0x0b6b6b, 0x45b3a9),
            Role::Whole => (0xe3e7ea, 0x2b3036),
            Role::WholeLine => (0x7c858e, 0x7d8790),
            Role::Surface => (0xffffff, 0x16181b),
            Role::Focus => (0xb3500f, 0xf0a35e),
        };
        let rgb: u32 = match self {
            Theme::Light => light,
            Theme::Dark => dark,
        };
        let [_, red, green, blue] = rgb.to_be_bytes();
        Color(red, green, blue)
    }
}
