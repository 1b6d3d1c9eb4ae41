//! The modules without charts of many times: no figures are in lines. See `lines.rs`.

use super::{Mark, Scene};
use crate::view::View;

impl Scene {
    #[inline(always)]
    pub(super) fn pointed_line(&self, _: &View) -> Vec<Mark> {
        Vec::new()
    }

    /// The nearest item of another line: there is none.
    #[inline(always)]
    pub fn across(&self, _: usize, _: bool) -> Option<usize> {
        None
    }

    /// The marks of the picture where a line is pointed at: there is none.
    #[inline(always)]
    pub fn quieted(&self, _: &[Mark], _: &View) -> Option<Vec<Mark>> {
        None
    }
}
