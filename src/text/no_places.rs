//! Where no indicators are read, all places are villages. See `places.rs`.

use super::{Locale, Voice};
use crate::data::Dataset;
use std::marker::PhantomData;

#[derive(Clone, Copy, Default)]
pub(crate) struct Places<'a>(PhantomData<&'a ()>);

impl<'a> From<&'a Dataset> for Places<'a> {
    fn from(_: &'a Dataset) -> Places<'a> {
        Places::default()
    }
}

impl Places<'_> {
    pub fn nouns(&self, _: Locale) -> Option<[String; 2]> {
        None
    }
}

impl Voice<'_> {
    #[inline(always)]
    pub fn lies_in(&self, district: &str) -> String {
        self.say(message!("district-of-village"), &[(arg!("district"), district)])
    }
}
