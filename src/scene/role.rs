//! What colours are for: each role is declared here, once. Style sheets, scripts and documents have the same names, and
//! `tests/roles.rs` says where they differ.

macro_rules! roles {
    ($(
        $(#[doc = $doc:literal])+
        $role:ident, $name:literal, $light:literal, $dark:literal, $color:literal $cover:literal;
    )+) => {
        /// What a colour is for; a theme or a page's style sheets give the colour.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Role {
            $($(#[doc = $doc])+ $role,)+
        }

        impl Role {
            /// All roles.
            pub const ALL: &'static [Role] = &[$(Role::$role),+];

            /// As it ends the names of CSS variables and classes: `whole-line`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Role::$role => $name,)+
                }
            }

            /// What it is for, in a sentence for who chooses its colour.
            pub fn about(self) -> &'static str {
                match self {
                    $(Role::$role => concat!($($doc),+).trim_ascii(),)+
                }
            }

            /// As `0xrrggbb`, in files: on a light ground, and on a dark one.
            pub(crate) fn colors(self) -> (u32, u32) {
                match self {
                    $(Role::$role => ($light, $dark),)+
                }
            }

            /// Inside a page whose ground may be light or dark, without a style sheet: a CSS colour, and how many
            /// percent it covers.
            #[cfg(feature = "tools")]
            pub(crate) fn plain(self) -> (&'static str, u8) {
                match self {
                    $(Role::$role => ($color, $cover),)+
                }
            }
        }
    };
}

// without style sheets a bar's colour is at least 4 to 1 on white and on near black, and shares are those of `base.css`
roles! {
    /// Text.
    Ink, "ink", 0x1a1d21, 0xeceff1, "currentColor" 100;
    /// Text of less weight, and borders of controls.
    Muted, "muted", 0x515356, 0xb9bbbe, "currentColor" 76;
    /// The lines of the axis.
    Grid, "grid", 0xe1e2e2, 0x323437, "currentColor" 13;
    /// What is certain: bars.
    Solid, "solid", 0x0b6b6b, 0x45b3a9, "#148686" 100;
    /// What is possible: the light part of a bar.
    Soft, "soft", 0xc4dcdc, 0x213d3d, "#148686" 24;
    /// The edge of what is possible.
    Outline, "outline", 0x0b6b6b, 0x45b3a9, "#148686" 100;
    /// The whole that a part is of.
    Whole, "whole", 0xe6e6e6, 0x2e3033, "currentColor" 11;
    /// Its edge.
    WholeLine, "whole-line", 0x7c7d80, 0x84888a, "currentColor" 57;
    /// The ground.
    Surface, "surface", 0xffffff, 0x16181b, "#fff" 100;
    /// What is pointed at, focused or selected.
    Focus, "focus", 0xb3500f, 0xf0a35e, "#b3500f" 100;
}

impl Role {
    /// The role of a name.
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.iter().copied().find(|role| role.name() == name)
    }
}

#[cfg(all(test, feature = "tools"))]
mod tests {
    use super::Role;

    #[test]
    fn without_style_sheets_tints_cover_as_much_as_with_them() {
        let base = include_str!("../../www/src/base.css");
        for role in Role::ALL {
            let (color, cover) = role.plain();
            if cover < 100 {
                let of = if color == "currentColor" { "currentcolor" } else { "var(--_solid)" };
                let mix = format!("--village-chart-{}, color-mix(in srgb, {of} {cover}%, ", role.name());
                assert!(base.contains(&mix), "base.css has no {mix}");
            }
        }
    }
}
