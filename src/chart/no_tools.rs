//! The modules that pages load first: there are no tables and no fragments. See `tools.rs`.

use super::*;
use crate::scene::Cells;

#[inline(always)]
pub(super) fn cells(
    _: &Desk,
    _: &Figure,
    _: [String; 4],
    _: &dyn Fn(&Desk) -> ItemTexts,
    _: &Option<String>,
) -> Cells {
    Cells
}

#[inline(always)]
pub(super) fn description(_: &Desk, _: String, _: &Controls, _: &[Item], _: String) -> String {
    String::new()
}
