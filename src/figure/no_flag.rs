//! Where no indicators are read, no figure has flags. See `flag.rs`.

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

    pub(crate) fn message(self) -> &'static str {
        match self {}
    }
}

/// The flags of a figure: none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags;

impl Flags {
    pub(crate) fn are_hatched(self) -> bool {
        false
    }

    /// Those that there are.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.into_iter()
    }
}
