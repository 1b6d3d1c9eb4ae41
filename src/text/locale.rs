use tinystr::{tinystr, TinyAsciiStr};

/// A language by its tag, such as `vi`, `en` or `zh-Hans`.
///
/// ```
/// use village_charts::text::Locale;
/// assert_eq!(Locale::new("vi"), Some(Locale::VI));
/// assert_eq!(Locale::new("Tiếng Việt"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale(TinyAsciiStr<16>);

impl Locale {
    /// Vietnamese.
    pub const VI: Locale = Locale(tinystr!(16, "vi"));
    /// English, which a reader is given where nothing says another language.
    pub const EN: Locale = Locale(tinystr!(16, "en"));

    /// A language tag of at most 16 letters (BCP 47), as it is written; `None` for any other text.
    pub fn new(tag: &str) -> Option<Locale> {
        let mut parts = tag.split('-');
        let is_language = parts.next().is_some_and(|first| {
            (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic())
        });
        let are_subtags =
            parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if is_language && are_subtags {
            TinyAsciiStr::try_from_str(tag).ok().map(Locale)
        } else {
            None
        }
    }

    /// Its tag.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The same language, whichever script or country it is written for?
    pub(super) fn is_language_of(&self, tag: &str) -> bool {
        let language = |tag: &'_ str| tag.find('-').unwrap_or(tag.len());
        let [own, other] = [self.tag(), tag].map(|tag| tag.get(..language(tag)).unwrap_or(""));
        own.eq_ignore_ascii_case(other)
    }
}

impl Default for Locale {
    fn default() -> Locale {
        Locale::EN
    }
}
