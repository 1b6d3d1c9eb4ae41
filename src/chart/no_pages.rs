//! The module that most pages load draws what one picture holds: the data's check leaves the rest. See `pages.rs`.

use super::breakdown::{Breakdown, Leading, Shown};
use super::*;

impl Desk<'_> {
    pub(super) fn paged(&self, blocks: &[usize]) -> ((usize, usize), usize, usize) {
        ((0, blocks.len()), 0, 1)
    }
}

pub(super) fn shown<'a>(_: &Desk, section: &'a Breakdown, _: Leading) -> (Shown<'a>, usize, usize) {
    (Shown { groups: &section.groups, counts: &section.counts }, 0, 1)
}
