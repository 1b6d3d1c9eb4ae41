//! What the places of a file are called, and what they lie in.

use super::{Locale, Voice};
use crate::data::{Dataset, Nouns};

/// What the file's places are called, where they are no villages, and what its districts are, where they are none.
#[derive(Clone, Copy, Default)]
pub(crate) struct Places<'a> {
    places: Option<&'a Nouns>,
    districts: Option<&'a Nouns>,
}

impl<'a> From<&'a Dataset> for Places<'a> {
    fn from(data: &'a Dataset) -> Places<'a> {
        Places { places: data.places.as_ref(), districts: data.districts.as_ref() }
    }
}

impl Places<'_> {
    /// The word for one of them, and that for several.
    pub fn nouns(&self, locale: Locale) -> Option<[String; 2]> {
        both(self.places, locale)
    }

    /// The words for one district and for several, where the file has them.
    pub fn districts(&self, locale: Locale) -> Option<[String; 2]> {
        both(self.districts, locale)
    }
}

fn both(nouns: Option<&Nouns>, locale: Locale) -> Option<[String; 2]> {
    let Nouns { one, many } = nouns?;
    Some([one.get(locale).to_owned(), many.get(locale).to_owned()])
}

impl Voice<'_> {
    /// What a district is called, as a heading has it.
    pub fn district(&self) -> String {
        match self.places.districts(self.locale) {
            Some([one, _]) => heading(&one),
            None => self.say(message!("district"), &[]),
        }
    }

    /// "District: Ba Vì".
    pub fn lies_in(&self, district: &str) -> String {
        match self.places.districts {
            Some(_) => {
                let named = [(arg!("name"), &*self.district()), (arg!("value"), district)];
                self.say(message!("dimension-of-village"), &named)
            }
            None => self.say(message!("district-of-village"), &[(arg!("district"), district)]),
        }
    }
}

/// A word with a capital, as far as words for districts begin with letters that have one: `char::to_uppercase` brings a
/// table of all writing.
fn heading(word: &str) -> String {
    let mut letters = word.chars();
    let mut capital = String::new();
    if let Some(first) = letters.next() {
        capital.push(match first {
            'a'..='z' | 'à'..='ö' | 'ø'..='þ' => char::from_u32(first as u32 - 0x20).unwrap_or(first),
            'đ' | 'ơ' | 'ư' => char::from_u32(first as u32 - 1).unwrap_or(first),
            _ => first,
        });
    }
    capital + letters.as_str()
}
