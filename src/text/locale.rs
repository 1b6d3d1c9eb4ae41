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
        let mut parts = super::pieces(tag, '-');
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
    pub fn tag(&self) -> String {
        // from_utf8 would be half a KB of the module
        let mut tag = String::new();
        for letter in up_to(&self.tag, 0) {
            tag.push(char::from(*letter));
        }
        tag
    }

    /// Is this its tag, in capitals or not?
    pub(super) fn is(&self, tag: &str) -> bool {
        up_to(&self.tag, 0).eq_ignore_ascii_case(tag.as_bytes())
    }

    /// The same language, whichever script or country it is written for?
    pub(super) fn is_language_of(&self, tag: &str) -> bool {
        let own = up_to(up_to(&self.tag, 0), b'-');
        own.eq_ignore_ascii_case(up_to(tag.as_bytes(), b'-'))
    }
}

/// What stands before a letter, or all.
fn up_to(letters: &[u8], end: u8) -> &[u8] {
    letters.split(|letter| *letter == end).next().unwrap_or(&[])
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.tag())
    }
}

impl Default for Locale {
    fn default() -> Locale {
        Locale::EN
    }
}
