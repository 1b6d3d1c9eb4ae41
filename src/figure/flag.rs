//! What offices say of figures beside their numbers, and what authors repeat.

use crate::data::{Period, Unit};
use crate::text::Message;

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
    pub(crate) fn message(self) -> Message {
        match self {
            Flag::Provisional => message!("flag-provisional"),
            Flag::FewCases => message!("flag-few-cases"),
            Flag::Revised => message!("flag-revised"),
            Flag::Break => message!("flag-break"),
        }
    }

    /// That of the letter that stands for it.
    pub(crate) fn letter(self) -> Message {
        match self {
            Flag::Provisional => message!("flag-provisional-letter"),
            Flag::FewCases => message!("flag-few-cases-letter"),
            Flag::Revised => message!("flag-revised-letter"),
            Flag::Break => message!("flag-break-letter"),
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

    /// One alone.
    pub(crate) fn of(flag: Flag) -> Flags {
        Flags(1 << flag as u8)
    }

    /// Those of both.
    #[cfg(feature = "many")]
    pub(crate) fn and(self, others: Flags) -> Flags {
        Flags(self.0 | others.0)
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

/// What an author repeats at a figure of the section that it is of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Repeated {
    /// Its unit.
    pub unit: Option<Unit>,
    /// Its period.
    pub per: Option<Period>,
}

impl Repeated {
    /// Is there a unit that is another one than that of the section?
    pub(crate) fn has_other_unit(&self, own: &dyn Fn() -> Option<Unit>) -> bool {
        self.unit.is_some() && self.unit != own()
    }

    /// The same of the period.
    pub(crate) fn has_other_period(&self, own: Option<Period>) -> bool {
        self.per.is_some() && self.per != own
    }
}
