//! The modules that pages load first: there are no tables and no fragments, and no words for what is wrong. See
//! `tools.rs`.

use super::*;
use crate::scene::Cells;

pub(super) struct Fault;

#[inline(always)]
pub(super) fn fault(_: &'static str, _: &'static str, _: &str, _: impl FnOnce() -> String) -> Fault {
    Fault
}

#[inline(always)]
#[cfg(feature = "indicators")]
pub(super) fn wrong(_: &'static str, _: &'static str, _: &str, _: impl FnOnce() -> String) -> Fault {
    Fault
}

#[cfg(feature = "indicators")]
pub(super) fn one_of(_: &[&str], _: &str) -> String {
    String::new()
}

pub(super) fn refusal(_: Fault) -> Finding {
    let (code, path, found, expected) = Default::default();
    Finding { severity: Severity::Error, code, path, found, expected, place: None }
}

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
