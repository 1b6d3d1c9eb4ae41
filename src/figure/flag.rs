//! What offices say of figures beside their numbers.

/// What a statistics office says of a figure beside its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Not final yet.
    Provisional,
    /// From few cases: little is certain of it.
    FewCases,
    /// Other than first published.
    Revised,
    /// Not comparable with the figures of the times before it.
    Break,
}

impl Flag {
    /// All there are, in the order in which they are said.
    pub const ALL: [Flag; 4] = [Flag::Provisional, Flag::FewCases, Flag::Revised, Flag::Break];

    /// Its key in data files.
    pub fn key(self) -> &'static str {
        match self {
            Flag::Provisional => "provisional",
            Flag::FewCases => "few_cases",
            Flag::Revised => "revised",
            Flag::Break => "break",
        }
    }

    /// Is its mark in the bar? That of the others is a letter beside the figure.
    pub(crate) fn is_hatched(self) -> bool {
        self == Flag::FewCases
    }

    /// The message that names it.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Flag::Provisional => "flag-provisional",
            Flag::FewCases => "flag-few-cases",
            Flag::Revised => "flag-revised",
            Flag::Break => "flag-break",
        }
    }
}

/// The flags of a figure.
///
/// ```
/// use village_charts::figure::{Flag, Flags};
/// let mut flags = Flags::default();
/// flags.insert(Flag::Revised);
/// assert!(flags.has(Flag::Revised) && !flags.has(Flag::Break));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags(u8);

impl Flags {
    /// Adds one.
    pub fn insert(&mut self, flag: Flag) {
        self.0 |= 1 << flag as u8;
    }

    /// Is it among them?
    pub fn has(self, flag: Flag) -> bool {
        self.0 & 1 << flag as u8 != 0
    }

    /// Is one of them marked in the bar?
    pub(crate) fn are_hatched(self) -> bool {
        self.has(Flag::FewCases)
    }

    /// Those that there are.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.into_iter().filter(move |flag| self.has(*flag))
    }
}
