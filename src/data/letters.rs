//! What is seen of a text, and what is not.

use std::borrow::Cow;

/// Control characters break an SVG file, and marks that turn the direction of writing would reach
/// past the text that holds them.
pub(super) fn without_controls(text: &str) -> Cow<'_, str> {
    let is_left_out = |c: char| {
        matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
    };
    // most texts have none
    if !text.chars().any(|c| c.is_control() || is_left_out(c)) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|c| !is_left_out(*c));
    Cow::Owned(kept.map(|c| if c.is_control() { ' ' } else { c }).collect())
}

/// Blanks of any width: the fillers of Hangul and the empty cell of Braille are some.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}')
}

/// Characters that leave no mark: blanks, and what Unicode says to ignore (joiners, soft hyphens, tags).
pub(super) fn is_invisible(c: char) -> bool {
    is_blank(c)
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// A name as it is seen: one blank for any number of any width, and nothing for what leaves no mark. Two names that a
/// reader cannot tell apart are one.
pub(super) fn seen(name: &str) -> String {
    let mut seen = String::new();
    let mut blank = false;
    for c in name.chars() {
        if is_blank(c) {
            blank = true;
        } else if !is_invisible(c) {
            if blank && !seen.is_empty() {
                seen.push(' ');
            }
            blank = false;
            seen.push(c);
        }
    }
    seen
}
