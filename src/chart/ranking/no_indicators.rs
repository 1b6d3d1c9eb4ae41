//! The module that most pages load ranks by revenue alone: there are no groups and no references, and no list of
//! thousands. See `indicators.rs`, `groups.rs`, `references.rs` and `room.rs`.

use super::rows::{Measures, Placed, Row};
use super::*;
use crate::scale::Reach;

/// Which figures of places these are: no others than their revenue.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::chart) enum Key {}

impl Key {
    pub fn figure<'a>(&self, _: &'a Village) -> Option<&'a Figure> {
        match *self {}
    }

    pub fn date(&self, _: &mut Desk) {}
}

pub(in crate::chart) fn unknown(_: &Desk) -> Option<Fault> {
    None
}

/// Nothing is said of a place beside its revenue and its craft. See `also.rs`.
pub(in crate::chart) struct Also<'a>(std::marker::PhantomData<&'a ()>);

impl<'a> Also<'a> {
    pub fn new(_: &Desk<'a>, _: &Ranked) -> Also<'a> {
        Also(std::marker::PhantomData)
    }

    pub fn is_empty(&self) -> bool {
        true
    }

    pub fn about<'l>(&self, _: &Desk, of: &Listed<'l>) -> About<'l> {
        About(of.about)
    }

    pub fn notes(&self, _: &Desk, _: &Listed) -> Vec<String> {
        Vec::new()
    }

    pub fn cited(&self, _: &Desk, _: &[&Listed]) -> [(&'a Figure, Cite); 0] {
        []
    }
}

/// What else a place is.
pub(super) struct About<'l>(&'l str);

impl<'l> About<'l> {
    pub fn line(&self) -> &'l str {
        self.0
    }

    pub fn lines(&self, b: &Builder, room: f64) -> Vec<String> {
        b.wrap(self.0, SMALL, room)
    }

    pub fn beside(&self, _: &Builder, _: f64, _: bool) -> [&'l str; 1] {
        [self.0]
    }
}

pub(super) enum Head {}

impl Head {
    pub fn height(&self) -> f64 {
        match *self {}
    }
}

/// Of a short list nothing takes long to find out. See `kept.rs`.
#[derive(Default)]
pub struct Kept {}

impl Desk<'_> {
    pub(in crate::chart) fn keeping(self, _: &Kept) -> Self {
        self
    }
}

pub(super) fn lasting(desk: &Desk, ranked: &Ranked) -> Lasting {
    Lasting::new(desk, ranked)
}

#[derive(Clone, Copy)]
pub(super) enum By {}

pub(super) fn by(_: &Desk) -> Option<By> {
    None
}

pub(super) fn of<'a>(_: &Desk, _: Option<By>, _: &'a Village) -> &'a str {
    ""
}

pub(super) fn notes(_: &Desk, _: &Village) -> Vec<String> {
    Vec::new()
}

pub(super) fn choices(_: &Desk, _: &List) -> Option<Options> {
    None
}

/// No two have one name: such a file is left to the other module.
pub(super) struct Apart;

pub(super) fn apart(_: &Desk) -> Apart {
    Apart
}

impl Apart {
    pub fn of(&self, _: usize) -> &str {
        ""
    }
}

pub(super) fn is_one(_: &Desk) -> bool {
    false
}

pub(super) fn only(_: &Desk, _: &List) -> Option<Options> {
    None
}

pub(super) fn order(_: &Desk, order: Vec<usize>) -> Vec<usize> {
    order
}

pub(super) fn heads(_: &Desk, _: &Builder, _: &Ranked, rows: &[Row], _: &[&Listed]) -> Vec<Option<Head>> {
    rows.iter().map(|_| None).collect()
}

pub(super) struct Lines;

pub(super) fn labels(_: &Desk, _: &mut Builder, _: &Ranked, _: &Measures) -> Lines {
    Lines
}

pub(super) fn compared(_: &Ranked) -> Vec<(Reach, Reach)> {
    Vec::new()
}

/// Draws a head, where there is one.
pub(super) fn draw(_: &Desk, _: &mut Builder, _: &Ranked, head: &Head, _: f64, _: &[&Listed]) {
    match *head {}
}

pub(super) fn draw_lines(_: &mut Builder, _: Lines, _: &Placed) {}
