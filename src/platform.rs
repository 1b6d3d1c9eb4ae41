//! What the core asks of the place it runs in: how wide text is, how numbers are written, how names
//! sort. A browser knows all of it (`measureText`, `Intl`); natively [`Native`] stands in for it.

use crate::text::{Argument, Locale, Message};

/// A font of the chart: the family is the page's, size and weight are the scene's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// In CSS pixels.
    pub size: f64,
    /// Bold or regular.
    pub bold: bool,
}

/// How the digits of a number are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// So many decimals at least, zeros among them.
    pub least: u8,
    /// So many at most: the number is rounded to them.
    pub most: u8,
    /// With marks between thousands, as the language has them.
    pub grouped: bool,
}

impl Digits {
    /// With as many decimals as a number has, six at most, and marks between thousands.
    pub const ALL: Digits = Digits { least: 0, most: 6, grouped: true };
}

/// See the module's text.
pub trait Platform {
    /// The advance width of a line of text in CSS pixels, in the font that it is drawn in.
    fn text_width(&self, text: &str, font: Font) -> f64;
    /// How much wider the font's letters are than [`common_width`] has them; 1 where they are not.
    fn stretch(&self) -> f64 {
        1.0
    }
    /// A message of the language's file in `texts/` with its arguments: each a text, or the digits of a number that the
    /// message selects by. What it sets in bold stands between [`OPEN`](crate::text::OPEN) and
    /// [`CLOSE`](crate::text::CLOSE).
    fn message(&self, message: Message, arguments: &[(Argument, &str)], locale: Locale) -> String;
    /// A number as the locale writes it: `1.300`, `4,17`.
    fn number(&self, x: f64, digits: Digits, locale: Locale) -> String;
    /// Where a line may end in writing that has no blanks between words, as numbers of letters from the text's
    /// beginning: before each of its words but the first.
    fn breaks(&self, text: &str, locale: Locale) -> Vec<usize>;
    /// The names' numbers in the order of the language's lists: "Đông" after "Dương", "Sơn" before
    /// "Tây". All at once, since every name that crosses into a browser's Intl costs time.
    fn sort(&self, names: &[&str], locale: Locale) -> Vec<usize>;
    /// What is the same for two spellings of one name: composed (NFC) and in lower case.
    fn fold(&self, name: &str) -> String;
    /// How BCP 47 has the tag of a language: as it stands where that is right, else the one that may be meant; nothing
    /// where there is none like it.
    #[cfg(feature = "tools")]
    fn language(&self, tag: &str) -> String {
        tag.to_owned()
    }
    /// The numbers of the texts that hold `query`, whatever its case and marks: "son dong" is in "Sơn
    /// Đồng". All at once, as in [`Platform::sort`].
    #[cfg(feature = "tools")]
    fn find(&self, texts: &[&str], query: &str) -> Vec<usize>;
}

/// How much room a line of text is given, in CSS pixels: that of a common sans-serif font, and a little more. It is the
/// same everywhere, so that a picture that is laid out without knowing the page's font fits it.
///
/// ```
/// use village_charts::platform::{common_width, Font};
/// let font = Font { size: 14.0, bold: false };
/// assert!(common_width("tỷ đồng", font) > 40.0);
/// assert_eq!(common_width("Ộ", font), common_width("O", font));
/// ```
pub fn common_width(text: &str, font: Font) -> f64 {
    let thousandths: u32 = text.chars().map(advance).sum();
    // in a wider font than Helvetica nothing may collide
    let wide = if font.bold { 1.19 } else { 1.09 };
    f64::from(thousandths) / 1000.0 * font.size * wide
}

/// Of the letters from the blank to "~", the place of the width in [`WIDTHS`], as a letter from "a" on.
const ASCII: &[u8] =
    b"bbfeemfaccfgbcbbeeeeeeeeeebbgggffiijjihkjbdihljkikjihjiniihcfcfefffdffbffaadalffffcdbfdjdddfaff";

/// Advance widths in thousandths of the font size, from Helvetica's published metrics.
const WIDTHS: [u16; 14] = [222, 278, 333, 500, 556, 570, 584, 611, 680, 740, 800, 833, 889, 1000];

/// Other letters that are not as wide as most.
const OTHERS: [(u16, &str); 10] = [
    (222, "ìíĩỉị"),
    (278, "·ÌÍĨỈỊ"),
    (333, "²³¹⁰⁴⁵⁶⁷⁸⁹"),
    (500, "ýỳỵỷỹ"),
    (556, "–"),
    (584, "×÷≈≤≥"),
    (740, "ĐƯỨỪỬỮỰ"),
    (800, "ÔƠỐỒỔỖỘỚỜỞỠỢ"),
    (1000, "—…"),
    (1300, "‰"),
];

/// The advance width of a letter; one with marks is as wide as the letter. Tables, since a `match` of as many letters
/// is 0.2 KB more after compression.
fn advance(c: char) -> u32 {
    let place = (c as usize).wrapping_sub(0x20);
    let of_ascii = ASCII.get(place).and_then(|of| WIDTHS.get(usize::from(of - b'a')));
    let other = || OTHERS.iter().find(|(_, letters)| letters.chars().any(|letter| letter == c));
    let width = of_ascii.or_else(|| other().map(|(width, _)| width));
    match (width, c) {
        (Some(width), _) => u32::from(*width),
        (_, '\u{0300}'..='\u{036F}' | '\u{200B}'..='\u{200D}') => 0,
        // Thai vowels and tones above and under their letters
        (_, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}') => 0,
        _ if is_capital(c) => 680,
        _ if (c as u32) < 0x2000 => 570,
        _ => 1000, // CJK, symbols, emoji
    }
}

/// Letters of Latin, Greek and Cyrillic. `char::is_uppercase` knows those of all writing, by a table of 0.5 KB.
fn is_capital(c: char) -> bool {
    let even = c as u32 % 2 == 0;
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ϋ' | 'Ѐ'..='Я' | 'Ư' => true,
        // elsewhere a capital stands before its small letter
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17E}' | '\u{1CD}'..='\u{1DC}' => !even,
        '\u{100}'..='\u{137}' | '\u{14A}'..='\u{178}' | '\u{1A0}'..='\u{1A5}' | '\u{1DE}'..='\u{233}' => even,
        '\u{460}'..='\u{481}' | '\u{48A}'..='\u{4BF}' | '\u{4D0}'..='\u{52F}' => even,
        '\u{1E00}'..='\u{1E95}' | '\u{1EA0}'..='\u{1EFF}' => even,
        _ => false,
    }
}

#[cfg(feature = "native")]
mod native;
#[cfg(feature = "native")]
pub use native::{languages, Native};

#[cfg(test)]
mod tests {
    use super::is_capital;

    /// What is laid out before a page's font is known needs the widths of the letters that names are written in.
    #[test]
    fn capitals_are_those_of_unicode_where_names_are_written() {
        let written =
            ['\u{20}'..='\u{17E}', '\u{1CD}'..='\u{1EF}', '\u{1F8}'..='\u{220}', '\u{391}'..='\u{3C9}']
                .into_iter()
                .chain([
                    '\u{400}'..='\u{481}',
                    '\u{48A}'..='\u{4BF}',
                    '\u{4D0}'..='\u{52F}',
                    '\u{1E00}'..='\u{1E95}',
                ])
                .chain(['\u{1EA0}'..='\u{1EFF}', 'Ơ'..='ơ', 'Ư'..='ư', 'ก'..='๛', '一'..='龥']);
        let other: String = written.flatten().filter(|c| is_capital(*c) != c.is_uppercase()).collect();
        // no letter at all
        assert_eq!(other, "\u{3A2}");
    }
}
