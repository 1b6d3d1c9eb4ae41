//! The platform outside a browser.

use super::{common_width, Digits, Font, Platform};
use crate::text::{Argument, Locale, Message, CLOSE, OPEN};
use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use icu_collator::{
    options::{CollatorOptions, Strength},
    Collator, CollatorBorrowed,
};
use icu_decimal::{
    options::{DecimalFormatterOptions, GroupingStrategy},
    DecimalFormatter,
};
#[cfg(feature = "tools")]
use icu_locale::LocaleCanonicalizer;
use icu_locale::LocaleExpander;
use icu_locale_core::{locale, LanguageIdentifier};
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_segmenter::{options::WordBreakInvariantOptions, WordSegmenter};
use std::rc::Rc;

/// The tags of languages, each with its file: see `build.rs`.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The tags of all languages that there are words in, in alphabetical order.
///
/// ```
/// assert!(village_charts::platform::languages().any(|tag| tag == "vi"));
/// ```
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(tag, _)| *tag)
}

/// What is known of a language.
struct Language {
    locale: Locale,
    messages: FluentBundle<FluentResource>,
    grouped: Option<DecimalFormatter>,
    plain: Option<DecimalFormatter>,
    names: Option<CollatorBorrowed<'static>>,
}

impl Language {
    /// A wrong message of the file is left out: its id stands for it.
    fn new(tag: &str, file: &str) -> Option<Language> {
        let icu: icu_locale_core::Locale = tag.parse().ok()?;
        let mut messages = FluentBundle::new(vec![tag.parse().ok()?]);
        // marks around each argument are for texts in two directions
        messages.set_use_isolating(false);
        let marked = file.replace("<b>", &OPEN.to_string()).replace("</b>", &CLOSE.to_string());
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(marked);
        messages.add_resource_overriding(resource);
        let decimal = |grouping| {
            let mut options = DecimalFormatterOptions::default();
            options.grouping_strategy = Some(grouping);
            DecimalFormatter::try_new(icu.clone().into(), options).ok()
        };
        Some(Language {
            locale: Locale::new(tag)?,
            messages,
            grouped: decimal(GroupingStrategy::Auto),
            plain: decimal(GroupingStrategy::Never),
            names: Collator::try_new(icu.clone().into(), CollatorOptions::default()).ok(),
        })
    }

    fn message(&self, id: &str, arguments: &FluentArgs) -> Option<String> {
        let pattern = self.messages.get_message(id)?.value()?;
        Some(self.messages.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
    }
}

thread_local! {
    /// Read once: a file has some hundred messages.
    static LANGUAGES: Rc<[Language]> =
        FILES.iter().filter_map(|(tag, file)| Language::new(tag, file)).collect();
}

/// The platform outside a browser: ICU's data, the messages of `texts/`, and the widths of a common sans-serif font.
pub struct Native {
    /// Tells letters apart, not their marks; not Vietnamese, to which đ is no d.
    letters: CollatorBorrowed<'static>,
    languages: Rc<[Language]>,
}

impl Native {
    /// The language that a tag names, of those that there are words in: `vi-VN` is `vi`, `zh-CN` is `zh-Hans`.
    ///
    /// ```
    /// use village_charts::{platform::Native, text::Locale};
    /// assert_eq!(Native::default().locale("vi-VN"), Some(Locale::VI));
    /// assert_eq!(Native::default().locale("de"), None);
    /// ```
    pub fn locale(&self, tag: &str) -> Option<Locale> {
        let expander = LocaleExpander::new_common();
        let whole = |tag: &str| {
            let mut id: LanguageIdentifier = tag.parse().ok()?;
            expander.maximize(&mut id);
            Some((id.language, id.script))
        };
        let wanted = whole(tag)?;
        let fits = |locale: &Locale| whole(&locale.tag()) == Some(wanted);
        self.languages.iter().map(|language| language.locale).find(fits)
    }

    /// The language, or English.
    fn language(&self, locale: Locale) -> Option<&Language> {
        let of = |locale: Locale| self.languages.iter().find(|language| language.locale == locale);
        of(locale).or_else(|| of(Locale::EN))
    }
}

#[expect(clippy::expect_used, reason = "no input reaches it")]
impl Default for Native {
    fn default() -> Self {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Primary);
        let letters = Collator::try_new(locale!("en").into(), options);
        Native {
            letters: letters.expect("ICU's data for English is compiled in"),
            languages: LANGUAGES.with(Rc::clone),
        }
    }
}

/// How BCP 47 has the tag of a language: see [`Platform::language`]. `None` where there is none like it.
#[cfg(feature = "tools")]
fn language(tag: &str) -> Option<String> {
    let dashed = tag.replace('_', "-");
    let mut locale: icu_locale_core::Locale = dashed.parse().ok()?;
    let given = locale.id.language;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    let expander = LocaleExpander::new_extended();
    let whole = |tag: &str| -> Option<LanguageIdentifier> {
        let mut id = tag.parse().ok()?;
        expander.maximize(&mut id);
        Some(id)
    };
    // a language is written in some script, as far as anyone knows it
    if whole(locale.id.language.as_str())?.script.is_some() {
        return Some(if locale.id.language == given { dashed } else { locale.to_string() });
    }
    // a country's code instead of its language's; of one that is none it is said to be English
    let of_country = whole(&format!("und-{given}"))?.language;
    Some(of_country.as_str().to_owned()).filter(|language| !matches!(&**language, "en" | "und"))
}

impl Platform for Native {
    #[cfg(feature = "tools")]
    fn language(&self, tag: &str) -> String {
        language(tag).unwrap_or_default()
    }

    fn text_width(&self, text: &str, font: Font) -> f64 {
        common_width(text, font)
    }

    fn message(&self, message: Message, arguments: &[(Argument, &str)], locale: Locale) -> String {
        let mut named = FluentArgs::new();
        for (name, text) in arguments {
            // plain digits are a number, which has a plural form; so is one with a half
            let number = text.parse::<u32>().ok().filter(|number| number.to_string() == **text);
            let half = text.strip_suffix(".5").and_then(|whole| whole.parse::<u32>().ok());
            match (number, half) {
                (Some(number), _) => named.set(name.name(), number),
                (None, Some(whole)) => named.set(name.name(), f64::from(whole) + 0.5),
                (None, None) => named.set(name.name(), FluentValue::from(*text)),
            }
        }
        let said = |locale| self.language(locale)?.message(message.name(), &named);
        said(locale).or_else(|| said(Locale::EN)).unwrap_or_else(|| message.name().to_owned())
    }

    fn number(&self, x: f64, Digits { least, most, grouped }: Digits, locale: Locale) -> String {
        fn format(language: &Language, grouped: bool) -> Option<&DecimalFormatter> {
            match grouped {
                true => language.grouped.as_ref(),
                false => language.plain.as_ref(),
            }
        }
        // from the fewest digits that are this number, as `Intl` does, not from all that its binary form has
        let digits = format!("{x}");
        match (Decimal::try_from_str(&digits), self.language(locale).and_then(|of| format(of, grouped))) {
            (Ok(mut decimal), Some(format)) => {
                decimal.round_with_mode(
                    -i16::from(most),
                    SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand),
                );
                decimal.absolute.trim_end();
                decimal.absolute.pad_end(-i16::from(least));
                format.format(&decimal).to_string()
            }
            _ => digits, // NaN and infinities, in messages
        }
    }

    fn breaks(&self, text: &str, _: Locale) -> Vec<usize> {
        let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
        let (mut breaks, mut start, mut letters) = (Vec::new(), 0, 0);
        for (end, kind) in segmenter.segment_str(text).iter_with_word_type() {
            if kind.is_word_like() && start > 0 {
                breaks.push(letters);
            }
            letters += text.get(start..end).map_or(0, |word| word.chars().count());
            start = end;
        }
        breaks
    }

    fn sort(&self, names: &[&str], locale: Locale) -> Vec<usize> {
        let of_language = self.language(locale).and_then(|language| language.names.as_ref());
        let collator = of_language.unwrap_or(&self.letters);
        crate::sort::order(names, &|a, b| collator.compare(a, b))
    }

    fn fold(&self, name: &str) -> String {
        ComposingNormalizerBorrowed::new_nfc().normalize(name).to_lowercase()
    }

    #[cfg(feature = "tools")]
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
}
