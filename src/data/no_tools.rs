//! The modules that pages load first: what is wrong is counted, not told. See `tools.rs`.

use super::decode::{Context, Counts};
use super::finding::{Finding, Severity};
#[cfg(feature = "indicators")]
use super::model::Village;
use super::node::Node;
#[cfg(feature = "indicators")]
use crate::text::Label;
use std::borrow::Cow;

/// The code of what is not wrong: the file has something that this module does not read. See `element.ts`.
const MORE: &str = "more";

#[derive(Default)]
pub(super) struct Told;

impl Told {
    #[inline(always)]
    pub fn enter_key(&mut self, _: impl Into<Cow<'static, str>>) {}

    #[inline(always)]
    pub fn enter_index(&mut self, _: usize) {}

    #[inline(always)]
    pub fn leave(&mut self) {}

    #[inline(always)]
    pub fn is_full(_: usize) -> bool {
        true
    }

    #[inline(always)]
    pub fn put(_: impl FnOnce() -> String) -> String {
        String::new()
    }

    #[inline(always)]
    pub fn tell(&mut self, _: Severity, _: &'static str, _: impl Into<String>, _: &str, _: &Counts) {}

    /// One finding without words, the worst, where there is one.
    pub fn into_findings(self, _: &Node, counts: &Counts) -> Vec<Finding> {
        let severity = match counts {
            Counts { is_more: true, .. } => Severity::Error,
            Counts { errors: 0, warnings: 0, .. } => return Vec::new(),
            Counts { errors: 0, .. } => Severity::Warning,
            _ => Severity::Error,
        };
        let code = if counts.is_more { MORE } else { "" };
        let (path, found, expected) = Default::default();
        vec![Finding { severity, code, path, found, expected, place: None }]
    }
}

#[inline(always)]
pub(super) fn figure(_: &str, _: bool) -> Option<String> {
    None
}

#[inline(always)]
pub(super) fn same<'n>(_: Option<&str>, _: &[&'n str]) -> Option<&'n str> {
    None
}

#[inline(always)]
pub(super) fn money(_: &Node) -> Option<String> {
    None
}

#[inline(always)]
pub(super) fn name(_: &str, _: &mut Context) {}

#[inline(always)]
pub(super) fn language(_: &str, _: &mut Context) {}

#[cfg(feature = "indicators")]
#[inline(always)]
pub(super) fn unit(_: &Label, _: &mut Context) {}

#[cfg(feature = "indicators")]
#[inline(always)]
pub(super) fn look_alikes(_: &[Village], _: &[&str], _: &mut Context) {}

#[cfg(feature = "indicators")]
#[inline(always)]
pub(super) fn currency(_: &str, _: &mut Context) {}
