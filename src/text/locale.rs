/// A language by its tag, such as `vi`, `en` or `zh-Hans`.
///
/// ```
/// use village_charts::text::Locale;
/// assert_eq!(Locale::new("vi"), Some(Locale::VI));
/// assert_eq!(Locale::new("Tiếng Việt"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// ASCII, and zeros after its end.
    tag: [u8; LONGEST],
}

/// In letters: room for a language, a script and a country.
const LONGEST: usize = 16;

impl Locale {
    /// Vietnamese.
    pub const VI: Locale = Locale::of(*b"vi");
    /// English, which a reader is given where nothing says another language.
    pub const EN: Locale = Locale::of(*b"en");

    const fn of([first, second]: [u8; 2]) -> Locale {
        Locale { tag: [first, second, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }
    }

    /// A language tag of at most 16 letters (BCP 47), as it is written; `None` for any other text.
    pub fn new(tag: &str) -> Option<Locale> {
        let mut parts = tag.split('-');
        let is_language = parts.next().is_some_and(|first| {
            (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic())
        });
        let are_subtags = parts
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if is_language && are_subtags {
            let mut letters = [0; LONGEST];
            letters.get_mut(..tag.len())?.copy_from_slice(tag.as_bytes());
            Some(Locale { tag: letters })
        } else {
            None
        }
    }

    /// Its tag.
    pub fn tag(&self) -> &str {
        let letters = self.tag.split(|letter| *letter == 0).next();
        letters.and_then(|letters| std::str::from_utf8(letters).ok()).unwrap_or("")
    }

    /// The same language, whichever script or country it is written for?
    pub(super) fn is_language_of(&self, tag: &str) -> bool {
        let language = |tag: &'_ str| tag.find('-').unwrap_or(tag.len());
        let [own, other] = [self.tag(), tag].map(|tag| tag.get(..language(tag)).unwrap_or(""));
        own.eq_ignore_ascii_case(other)
    }
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

impl Default for Locale {
    fn default() -> Locale {
        Locale::EN
    }
}
