//! The module that pages load first: no one chooses places. See `tools.rs`.

use super::*;

pub(super) fn asked(_: &Desk, _: &Trend, _: &[Series], _: &Apart) -> Asked {
    Asked::default()
}

pub(in crate::chart) fn picked<'n>(
    _: &Desk,
    _: &[usize],
    _: &[usize],
    _: &dyn Fn(usize) -> &'n str,
) -> Option<Picked> {
    None
}
