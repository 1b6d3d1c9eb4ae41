//! Colours that everyone can tell apart, as WCAG 2.2 computes it.

use village_charts::draw::{Color, Theme};
use village_charts::scene::Role;

fn luminance(Color(red, green, blue): Color) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(theme: Theme, a: Role, b: Role) -> f64 {
    let (a, b) = (luminance(theme.color(a)), luminance(theme.color(b)));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_measure_is_right() {
    assert!((luminance(Color(255, 255, 255)) - 1.0).abs() < 1e-9 && luminance(Color(0, 0, 0)) == 0.0);
    let grey = luminance(Color(0x76, 0x76, 0x76));
    assert!((1.05 / (grey + 0.05) - 4.54).abs() < 0.01, "the well-known #767676 on white");
}

#[test]
fn texts_and_marks_stand_out_in_both_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        // text: ink and muted, and the amount beside a threshold, on the surface
        for role in [Role::Ink, Role::Muted, Role::Focus] {
            let ratio = contrast(theme, role, Role::Surface);
            assert!(ratio >= 4.5, "{theme:?}: {role:?} on the surface: {ratio:.2}");
        }
        // marks and what says where they end; a tint within an outline needs no contrast of its own
        for (mark, behind) in [
            (Role::Solid, Role::Surface),
            (Role::Outline, Role::Surface),
            (Role::WholeLine, Role::Surface),
            (Role::Focus, Role::Surface),
            (Role::Solid, Role::Whole),
            (Role::Outline, Role::Soft),
            (Role::WholeLine, Role::Whole),
        ] {
            let ratio = contrast(theme, mark, behind);
            assert!(ratio >= 3.0, "{theme:?}: {mark:?} on {behind:?}: {ratio:.2}");
        }
    }
}
