//! A chart as a card: the same figures in the same words, with no axis and no crafts, in rows as dense as they can be
//! read.

use super::*;
use crate::figure::Domain;
use crate::scene::{how_to_read, line_height};

/// How a chart is laid out as a card.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Card {
    /// The most rows of a list of villages; it says how many there are besides.
    pub most: usize,
    /// With the key to the marks, whose words stand beside them all the same.
    pub key: bool,
    /// A page has no cards: what would be done for one is not in its modules.
    #[cfg(not(all(feature = "native", feature = "tools")))]
    pub none: std::convert::Infallible,
}

/// The height of a bar that its name stands above.
pub(super) const BAR: f64 = 14.0;
/// Between a name and its figure, or its bar.
pub(super) const GAP: f64 = 12.0;

/// A name, and at the end of its first line its figure, or under it where the name would take many lines then.
pub(super) fn named(b: &mut Builder, name: &str, font: Font, value: &str, figure: &Figure) {
    let (value_font, role) = value_style(figure);
    let width = b.text_width(value, value_font);
    let room = b.width - width - GAP;
    if room > 160.0 && b.wrap(name, font, room).len() <= 2 {
        let middle = b.y + line_height(font) / 2.0;
        b.text(value, (b.width, middle), Anchor::End, value_font, role, width + 1.0);
        b.paragraph(name, 0.0, room, font, Role::Ink);
    } else {
        b.paragraph(name, 0.0, b.width, font, Role::Ink);
        b.paragraph(value, 0.0, b.width, value_font, role);
    }
}

/// A number that stands alone, and what it counts.
pub(super) fn count(b: &mut Builder, value: &str, name: &str, figure: &Figure) {
    let (font, role) = value_style(figure);
    if b.text_width(value, font) + 6.0 + b.text_width(name, BODY) <= b.width {
        b.line_of(
            &[(value, font, role, 0.0), (name, BODY, Role::Muted, 6.0)],
            (0.0, b.y + 11.0),
            Anchor::Start,
            b.width,
        );
        b.y += 22.0;
    } else {
        b.paragraph(value, 0.0, b.width, font, role);
        b.paragraph(name, 0.0, b.width, BODY, Role::Muted);
    }
}

/// Why there is no number is no number.
fn value_style(figure: &Figure) -> (Font, Role) {
    match figure.value.stated() {
        Some(_) => (NAME, Role::Ink),
        None => (BODY, Role::Muted),
    }
}

impl Desk<'_> {
    /// How to lay the chart out as a card; `None` where it is none. The page has no cards.
    #[cfg(all(feature = "native", feature = "tools"))]
    pub(super) fn card(&self) -> Option<Card> {
        self.card
    }

    /// See above.
    #[cfg(not(all(feature = "native", feature = "tools")))]
    #[inline(always)]
    pub(super) fn card(&self) -> Option<Card> {
        None
    }

    /// The height of a bar that has this one in a chart.
    pub(super) fn bar(&self, b: &Builder, height: f64) -> f64 {
        match self.card() {
            Some(_) => b.bar(BAR),
            None => b.bar(height),
        }
    }

    /// What the marks of these figures mean, where it is to be said.
    pub(super) fn how_to_read(&self, b: &mut Builder, figures: &[&Figure], domain: Domain) {
        if self.card().is_none_or(|card| card.key) {
            how_to_read(b, figures, domain, None);
        }
    }
}

/// The same as a card, in the width of the view; `kept` is of the cards of all sizes that are tried.
#[cfg(all(feature = "native", feature = "tools"))]
pub(crate) fn card(
    data: &Dataset,
    view: &View,
    platform: &dyn Platform,
    kept: &Kept,
    card: Card,
) -> Option<Scene> {
    lay_out(&Desk { card: Some(card), ..Desk::new(data, view, platform, false).keeping(kept) })
}
