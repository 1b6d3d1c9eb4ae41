//! The module that most pages load reads what its charts draw. Whatever else stands in a file it leaves to the module
//! that reads the whole format: see `indicator.rs`, `time.rs` and `whole.rs`.

use super::check::Sum;
use super::decode::{Context, Field};
use super::letters::seen;
use super::model::{Dataset, Village};
use super::node::Node;
use super::unit::MoneyUnit;
use super::villages::Villages;
use crate::figure::{Flags, Repeated, Value};
use crate::sort::repeated;
use crate::text;
use std::borrow::Cow;

/// There are no indicators whose figures would be read otherwise.
#[derive(Default)]
pub(super) struct Known {}

impl Known {
    pub fn are_given(&self) -> bool {
        false
    }
}

/// What one picture holds of a chart that is read as a whole: those of more have pages.
const MOST: usize = 100;
/// A list of so many villages is quicker drawn here, where each label is measured, than the other module is loaded.
const LONGEST: usize = 2000;

/// Larger charts are left to the other module.
pub(super) fn check(data: &Dataset, cx: &mut Context) {
    let mut is_large = data.villages.len() > LONGEST;
    for (_, section) in data.sections() {
        let mut figures = 0;
        section.figures(cx, &mut |_, _| figures += 1);
        is_large |= figures > MOST;
    }
    if is_large {
        cx.leave_to_other();
    }
}

/// Two of a name, in any language, are told apart where they are read, or are one by mistake.
pub(super) fn villages(villages: &[Village], cx: &mut Context) {
    let mut names = Vec::new();
    for village in villages {
        names.extend(village.name.texts().iter().map(|text| seen(text)));
    }
    let folded = cx.platform.fold(&text::join(&names, "\n"));
    if repeated(&text::pieces(&folded, '\n').collect::<Vec<_>>()).iter().any(Option::is_some) {
        cx.leave_to_other();
    }
}

/// Whether a sum is too large, or rounded, the other module says.
pub(super) fn above(_: &[&Value], _: &Value, _: &Value, _: bool, cx: &mut Context) -> Sum {
    cx.leave_to_other();
    Sum::Fits
}

pub(super) fn sources(_: &Dataset, _: &dyn Fn(&Option<String>, &mut Context), _: &mut Context) {}

/// Other keys than those of which so many were `taken`: keys of the whole format, or errors of typing.
pub(super) fn left_over(entries: &[(Cow<str>, Node)], _: &[&str], taken: usize, cx: &mut Context) {
    // "$schema" and the like speak to tools
    let others = entries.iter().filter(|(key, _)| !key.starts_with('$')).count();
    if others != taken {
        cx.leave_to_other();
    }
}

/// A figure has nothing beside its qualifier, its source and its words.
#[derive(Default)]
pub(super) struct More {}

impl More {
    pub fn fields<'f>(&'f mut self, _: &mut Vec<Field<'f>>, _: &'f mut Repeated) {}

    pub fn take(self, _: &mut Flags, _: &mut Vec<Value>, _: usize, _: &mut Context) {}
}

impl MoneyUnit {
    pub(super) fn of_currency(&mut self, _: &Node, cx: &mut Context) {
        cx.leave_to_other();
    }
}

impl Villages {
    pub(super) fn columns(&mut self, _: &[(Cow<str>, Node)], _: &Node, cx: &mut Context) {
        cx.leave_to_other();
    }
}

/// A time that a figure is of: here no figure has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimePeriod {}

impl TimePeriod {
    /// The one that a text names: none.
    pub fn parse(_: &str) -> Option<TimePeriod> {
        None
    }

    /// How data files write it.
    pub(crate) fn text(self) -> String {
        match self {}
    }
}
