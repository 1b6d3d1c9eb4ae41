//! How a data file says what is measured.

use super::*;
use crate::data::{unique, Context, Section};

impl Section for Indicators {
    // the figures are those of villages, which are checked with them
    fn figures(&self, _: &mut Context, _: &mut dyn FnMut(&Figure, &mut Context)) {}

    fn ids(&self, cx: &mut Context) {
        let mut ids = Vec::new();
        for indicator in &self.0 {
            ids.push(&*indicator.id);
        }
        unique(&ids, cx);
    }

    fn check(&self, _: &'static str, _: &[Village], _: &mut Context) {}
}
