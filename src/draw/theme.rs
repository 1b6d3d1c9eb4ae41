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

impl Color {
    /// Three quarters of the way to another colour.
    fn towards(self, to: Color) -> Color {
        let mix = |a: u8, b: u8| ((u16::from(a) + 3 * u16::from(b)) / 4) as u8;
        Color(mix(self.0, to.0), mix(self.1, to.1), mix(self.2, to.2))
    }
}

impl From<u32> for Color {
    /// From `0xrrggbb`.
    fn from(rgb: u32) -> Color {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Color(red, green, blue)
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
    /// The few colours of a reader who has chosen them: those of the system, or of a high contrast.
    Own {
        /// Texts and lines.
        ink: Color,
        /// What they stand on.
        surface: Color,
        /// What is certain of a figure.
        solid: Color,
        /// The highlight of what the reader points at.
        focus: Color,
    },
}

impl Theme {
    /// Is what is possible only told from what it stands on by stripes, for want of a tint?
    pub fn stripes(self, role: Role) -> bool {
        role == Role::Soft && matches!(self, Theme::Own { .. })
    }

    /// The colour of a role.
    pub fn color(self, role: Role) -> Color {
        if let Theme::Own { ink, surface, solid, focus } = self {
            return match role {
                Role::Ink | Role::Muted | Role::WholeLine => ink,
                Role::Solid | Role::Outline => solid,
                Role::Focus => focus,
                // no tint lies between two colours of the system: what is possible only is striped, a whole an outline
                Role::Soft | Role::Whole | Role::Surface => surface,
                Role::Grid => ink.towards(surface),
            };
        }
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
            Theme::Dark => dark,
            _ => light,
        };
        Color::from(rgb)
    }
}
