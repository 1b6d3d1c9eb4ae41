//! What the core asks of the place it runs in: how wide text is, how numbers are written, how names
//! sort. A browser knows all of it (`measureText`, `Intl`); natively [`Native`] stands in for it.

use crate::text::Locale;

/// A font of the chart: the family is the page's, size and weight are the scene's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// In CSS pixels.
    pub size: f64,
    /// Bold or regular.
    pub bold: bool,
}

/// See the module's text.
pub trait Platform {
    /// The advance width of a line of text in CSS pixels, in the font that it is drawn in.
    fn text_width(&self, text: &str, font: Font) -> f64;
    /// How much wider the font's letters are than [`common_width`] has them; 1 where they are not.
    fn stretch(&self) -> f64 {
        1.0
    }
    /// A number as the locale writes it, with at most `decimals` decimals: `1.300`, `4,17`.
    fn number(&self, x: f64, decimals: u8, locale: Locale) -> String;
    /// The names' numbers in the order of the language's lists: "Đông" after "Dương", "Sơn" before
    /// "Tây". All at once, since every name that crosses into a browser's Intl costs time.
    fn sort(&self, names: &[&str], locale: Locale) -> Vec<usize>;
    /// What is the same for two spellings of one name: composed (NFC) and in lower case.
    fn fold(&self, name: &str) -> String;
    /// The numbers of the texts that hold `query`, whatever its case and marks: "son dong" is in "Sơn
    /// Đồng". All at once, as in [`Platform::sort`].
    #[cfg(feature = "tools")]
    fn find(&self, texts: &[&str], query: &str) -> Vec<usize>;
    /// A number as programs read it, with at most six decimals: `1300`, `4.166667`.
    #[cfg(feature = "tools")]
    fn plain(&self, x: f64) -> String;
}

/// How much room a line of text is given, in CSS pixels: that of a common sans-serif font, and a little more. It is the same
/// everywhere, so that a picture that is laid out without knowing the page's font fits it.
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

/// Advance widths in thousandths of the font size, from Helvetica's published metrics; a letter
/// with marks is as wide as the letter.
fn advance(c: char) -> u32 {
    match c {
        ' ' | '!' | ',' | '.' | '/' | ':' | ';' | 'I' | 'f' | 't' | 'Ì' | 'Í' | 'Ĩ' | 'Ị' | 'Ỉ' | '·' => {
            278
        }
        'i' | 'j' | 'l' | '|' | '\'' | 'ì' | 'í' | 'ĩ' | 'ị' | 'ỉ' => 222,
        '(' | ')' | '-' | 'r' | '[' | ']' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => 333,
        '0'..='9' | '$' | '–' | '_' | '#' => 556,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' | 'ý' | 'ỳ' | 'ỹ' | 'ỵ' | 'ỷ' => 500,
        'm' | 'M' => 833,
        'W' | '…' | '—' => 1000,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'Đ' | 'Ư' | 'Ừ' | 'Ứ' | 'Ữ' | 'Ự' | 'Ử' => 740,
        'G' | 'O' | 'Q' | 'Ơ' | 'Ờ' | 'Ớ' | 'Ỡ' | 'Ợ' | 'Ở' | 'Ô' | 'Ồ' | 'Ố' | 'Ỗ' | 'Ộ' | 'Ổ' => {
            800
        }
        'F' | 'L' | 'T' | 'Z' => 611,
        '%' => 889,
        '+' | '=' | '<' | '>' | '÷' | '×' | '≈' | '≥' | '≤' => 584,
        '\u{0300}'..='\u{036F}' | '\u{200B}'..='\u{200D}' => 0,
        c if c.is_uppercase() => 680,
        c if (c as u32) < 0x2000 => 570,
        _ => 1000, // CJK, symbols, emoji
    }
}

#[cfg(feature = "native")]
pub use native::Native;

#[cfg(feature = "native")]
mod native {
    use super::*;
    use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
    use icu_collator::{
        options::{CollatorOptions, Strength},
        Collator, CollatorBorrowed,
    };
    use icu_decimal::{options::DecimalFormatterOptions, DecimalFormatter};
    use icu_locale_core::locale;
    use icu_normalizer::ComposingNormalizerBorrowed;

    /// The platform outside a browser: ICU's data, and the widths of a common sans-serif font.
    pub struct Native {
        collator: CollatorBorrowed<'static>,
        /// Tells letters apart, not their marks; not Vietnamese, to which đ is no d.
        letters: CollatorBorrowed<'static>,
        vi: DecimalFormatter,
        en: DecimalFormatter,
    }

    #[expect(clippy::expect_used, reason = "no input reaches it")]
    impl Default for Native {
        fn default() -> Self {
            const COMPILED_IN: &str = "ICU's data for Vietnamese and English is compiled in";
            let decimal = |locale: icu_locale_core::Locale| {
                DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default())
                    .expect(COMPILED_IN)
            };
            Native {
                collator: Collator::try_new(locale!("vi").into(), CollatorOptions::default())
                    .expect(COMPILED_IN),
                letters: {
                    let mut options = CollatorOptions::default();
                    options.strength = Some(Strength::Primary);
                    Collator::try_new(locale!("en").into(), options).expect(COMPILED_IN)
                },
                vi: decimal(locale!("vi")),
                en: decimal(locale!("en")),
            }
        }
    }

    impl Platform for Native {
        fn text_width(&self, text: &str, font: Font) -> f64 {
            common_width(text, font)
        }

        fn number(&self, x: f64, decimals: u8, locale: Locale) -> String {
            let format = match locale {
                Locale::Vi => &self.vi,
                Locale::En => &self.en,
            };
            // from the fewest digits that are this number, as `Intl` does, not from all that its binary form has
            let digits = format!("{x}");
            match Decimal::try_from_str(&digits) {
                Ok(mut decimal) => {
                    decimal.round_with_mode(
                        -i16::from(decimals),
                        SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand),
                    );
                    decimal.absolute.trim_end();
                    format.format(&decimal).to_string()
                }
                Err(_) => digits, // NaN and infinities, in messages
            }
        }

        fn sort(&self, names: &[&str], _: Locale) -> Vec<usize> {
            crate::sort::order(names, &|a, b| self.collator.compare(a, b))
        }

        fn fold(&self, name: &str) -> String {
            ComposingNormalizerBorrowed::new_nfc().normalize(name).to_lowercase()
        }

        fn find(&self, texts: &[&str], query: &str) -> Vec<usize> {
            let query: Vec<char> = self.fold(query.trim()).chars().collect();
            let wanted: String = query.iter().collect();
            let holds = |text: &str| {
                let text: Vec<char> = self.fold(text).chars().collect();
                let mut parts = text.windows(query.len().max(1));
                parts.any(|part| self.letters.compare(&part.iter().collect::<String>(), &wanted).is_eq())
            };
            (0..).zip(texts).filter(|(_, text)| query.is_empty() || holds(text)).map(|(i, _)| i).collect()
        }

        fn plain(&self, x: f64) -> String {
            let text = format!("{x:.6}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    }
}
