//! The modules that pages load first: no one asks anything of the list. See `tools.rs`.

use super::rows::Placed;
use super::*;

#[derive(Default)]
pub(in crate::chart) struct Asked;

pub(super) fn find(_: &Desk, _: &List, order: &[usize]) -> Vec<usize> {
    order.to_vec()
}

pub(super) fn choices(_: &Desk, _: &List) -> Option<Choices> {
    None
}

pub(super) fn answers(_: &Desk, _: &Ranked, _: &List, _: &[&Listed]) -> Vec<String> {
    Vec::new()
}

pub(in crate::chart) fn slider_room(_: &Desk, _: &List) -> f64 {
    0.0
}

pub(in crate::chart) fn threshold(
    _: &Desk,
    _: &mut Builder,
    _: &Ranked,
    _: &List,
    _: &Axis,
    _: &Placed,
) -> Option<Threshold> {
    None
}
