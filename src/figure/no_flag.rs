//! Where no indicators are read, no figure has flags, and nothing is repeated. See `flag.rs`.

use crate::data::{Period, Unit};
use crate::text::Message;

/// What a statistics office says of a figure beside its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {}

impl Flag {
    /// All there are.
    pub const ALL: [Flag; 0] = [];

    /// Its key in data files.
    pub fn key(self) -> &'static str {
        match self {}
    }

    pub(crate) fn is_hatched(self) -> bool {
        match self {}
    }

    pub(crate) fn message(self) -> Message {
        match self {}
    }

    pub(crate) fn letter(self) -> Message {
        match self {}
    }
}

/// The flags of a figure: none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags;

impl Flags {
    pub(crate) fn of(flag: Flag) -> Flags {
        match flag {}
    }

    pub(crate) fn are_hatched(self) -> bool {
        false
    }

    /// Those that there are.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.into_iter()
    }
}

/// What an author repeats at a figure: nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Repeated;

impl Repeated {
    pub(crate) fn has_other_unit(&self, _: &dyn Fn() -> Option<Unit>) -> bool {
        false
    }

    pub(crate) fn has_other_period(&self, _: Option<Period>) -> bool {
        false
    }
}
