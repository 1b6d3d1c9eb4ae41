//! What the places of a file are called.

use super::Locale;
use crate::data::{Dataset, Nouns};

/// What the file's places are called, where they are no villages.
#[derive(Clone, Copy, Default)]
pub(crate) struct Places<'a>(Option<&'a Nouns>);

impl<'a> From<&'a Dataset> for Places<'a> {
    fn from(data: &'a Dataset) -> Places<'a> {
        Places(data.places.as_ref())
    }
}

impl Places<'_> {
    /// The word for one of them, and that for several.
    pub fn nouns(&self, locale: Locale) -> Option<[String; 2]> {
        let Nouns { one, many } = self.0?;
        Some([one.get(locale).to_owned(), many.get(locale).to_owned()])
    }
}
