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

/// The colours of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on white.
    Light,
    /// Light ink on near black.
    Dark,
    /// The page's style sheets know the colours, by role: a [`Color`]'s red is the role's place in [`Role::ALL`].
    ByRole {
        /// What is possible only is told from what it stands on by stripes: a reader's few colours have no tint.
        striped: bool,
    },
}

impl Theme {
    /// Has a role stripes?
    pub fn stripes(self, role: Role) -> bool {
        role == Role::Soft && self == Theme::ByRole { striped: true }
    }

    /// The colour of a role.
    pub fn color(self, role: Role) -> Color {
        let (light, dark): (u32, u32) = match role {
            _ if matches!(self, Theme::ByRole { .. }) => return Color(role as u8, 0, 0),
            Role::Ink => (0x1a1d21, 0xeceff1),
            Role::Muted => (0x515356, 0xb9bbbe),
            Role::Grid => (0xe1e2e2, 0x323437),
            Role::Solid => (0x0b6b6b, 0x45b3a9),
            Role::Soft => (0xc4dcdc, 0x213d3d),
            Role::Outline => (0x0b6b6b, 0x45b3a9),
            Role::Whole => (0xe6e6e6, 0x2e3033),
            Role::WholeLine => (0x7c7d80, 0x84888a),
            Role::Surface => (0xffffff, 0x16181b),
            Role::Focus => (0xb3500f, 0xf0a35e),
        };
        let rgb = if self == Theme::Dark { dark } else { light };
        let [_, red, green, blue] = rgb.to_be_bytes();
        Color(red, green, blue)
    }
}
