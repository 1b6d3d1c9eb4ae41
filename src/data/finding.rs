//! What is wrong with a data file, said so that its author can mend it.

use std::fmt;

/// How bad a [`Finding`] is.
#[cfg_attr(feature = "native", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Drawn all the same, but probably not what was meant.
    Warning,
    /// Nothing is drawn until it is mended.
    Error,
}

impl Severity {
    /// `note`, `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One thing that the checks have found.
///
/// Its text, for example: `$.villages[0].revenue: found the text "1.300"; expected a number …`
#[cfg_attr(feature = "native", derive(serde::Serialize))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name of the kind of finding, such as `range_upside_down`.
    pub code: &'static str,
    /// Where: a JSON path such as `$.villages[3].revenue`. Of an attribute, or an option of the command, that asks for
    /// what the data does not have it is the name, such as `indicator`.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: String,
    /// Where in the file, if that was read as a text.
    #[cfg_attr(feature = "native", serde(flatten))]
    pub place: Option<Place>,
}

/// A place in a text.
#[cfg_attr(feature = "native", derive(serde::Serialize))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The letter of the line, from 1.
    pub column: usize,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Finding { path, found, expected, .. } = self;
        write!(f, "{path}: found {found}; expected {expected}")
    }
}
