//! What it is made of: a bar a place, of the parts that its author calls parts of a whole, in the file's order. Where
//! all parts of a place are exact they are stacked. Where one is not, no one knows where the next begins: each has a
//! bar of its own then, from zero. What no part covers stays empty where the whole is exact.
//!
//! `parts` says of what, `bar` what is drawn of a place, `rows` where, `looks` how parts are told apart, and `said` has
//! the words.
#![cfg(feature = "many")]

mod bar;
pub(super) mod looks;
mod parts;
mod rows;
mod said;

use super::places;
use super::ranking::{self, List, Listed, Ranked};
use super::trend::picked;
use super::*;
use crate::data::{Indicator, Sums, Unit};
use crate::figure::Domain;
use crate::view::Sort;
use bar::Bar;
pub(super) use parts::unknown;
use parts::Makeup;
#[cfg(feature = "tools")]
pub(super) use parts::{lead, shown};

/// What it draws is what a ranking does.
pub use super::ranking::Data;

/// What a row is of: a place, or what places are compared with.
struct Row<'l> {
    /// `None` of what places are compared with.
    place: Option<&'l Listed<'l>>,
    name: String,
    /// What else the place is; may be empty.
    about: &'l str,
    whole: Option<&'l Figure>,
    /// One for each part, in their order; a missing one where the file has none.
    parts: Vec<&'l Figure>,
    bar: Bar,
    /// The whole, beside its bar.
    label: ValueLabel,
}

impl Row<'_> {
    /// The figure that says where the item of the row is from: the whole, else the first part that has a number.
    fn leading(&self) -> Option<&Figure> {
        let stated = |figure: &&&Figure| figure.value.stated().is_some();
        let part = || self.parts.iter().find(stated).or(self.parts.first()).copied();
        self.whole.filter(|whole| whole.value.stated().is_some()).or_else(part)
    }
}

pub(super) fn scene(desk: &Desk, indicators: &Data) -> Scene {
    let Some(makeup) = &Makeup::new(desk, indicators) else {
        // the view was refused before: see `unknown`
        let (title, opening, summary) = Default::default();
        let texts = Texts { title, note: &None, opening, summary, answers: Vec::new() };
        return desk.finish(desk.builder(), texts, Controls::default());
    };
    let lead = &makeup.lead;
    let desk = &lead.desk(desk);
    let lasting = ranking::lasting(desk, lead);
    let mut list = ranking::select(desk, lead, &lasting);
    makeup.order(desk, &mut list);
    let pinned = rows::pin(desk, &mut list);
    let list = &list;
    let none = &lasting.none;

    let shown = list.shown();
    let page = ranking::page(desk, &shown);
    let mut places: Vec<&ranking::Listed> = Vec::new();
    if desk.card().is_none() {
        places.extend(list.at(&pinned));
    }
    let first = places.len();
    places.extend(page.villages);

    let mut origins = Vec::new();
    let compared = makeup.compared(desk, none);
    for (whole, parts) in compared.iter().map(|of| (of.1, &of.2)) {
        makeup.cite(desk, whole, parts, &mut origins);
    }
    for of in &places {
        makeup.cite(desk, makeup.whole(of.village), &makeup.figures(of.village, none), &mut origins);
    }
    let cited = desk.cited_of(&origins);
    let (all, desk) = (&desk.citing(&lasting.cited), &desk.citing(&cited));

    let mut b = desk.builder();
    ranking::begin(desk, &mut b, lead, list, &shown);
    let mut rows = Vec::new();
    for (name, whole, parts) in compared {
        rows.push(makeup.row(desk, None, name, whole, parts));
    }
    let compared = rows.len();
    for of in &places {
        let (whole, parts) = (makeup.whole(of.village), makeup.figures(of.village, none));
        rows.push(makeup.row(desk, Some(*of), of.village.name.get(desk.locale).to_owned(), whole, parts));
    }
    let measures = rows::measure(all, &b, makeup, list, none, &rows);
    let mut names = Vec::new();
    for part in &makeup.parts {
        names.push(part.name);
    }
    let rest = desk.say(message!("makeup-rest"), &[]);
    let rest = rows.iter().any(|row| row.bar.rest.is_some()).then_some(&*rest);
    looks::legend(&mut b, &names, |part| part, rest, None);
    if list.is_long() && desk.card().is_none() {
        b.paragraph(&said::order(desk, makeup), 0.0, b.width, SMALL, Role::Muted);
        b.y += 4.0;
    }
    rows::draw(desk, &mut b, makeup, list, &shown, &rows, (compared, compared + first), &measures);

    if desk.card().is_some() {
        let more = ranking::more(desk, shown.len().saturating_sub(places.len()));
        b.paragraph(&more, 0.0, b.width, BODY, Role::Ink);
    }
    let mut missing = 0;
    for of in &shown {
        let (whole, parts) = (makeup.whole(of.village), makeup.figures(of.village, none));
        let stated = |figure: &Figure| figure.value.stated().is_some();
        missing += usize::from(!whole.is_some_and(stated) && !parts.iter().any(|figure| stated(figure)));
    }
    if let Some(missing) = ranking::missing_of(desk, missing, shown.len()) {
        b.y += 8.0;
        b.paragraph(&missing, 0.0, b.width, BODY, Role::Ink);
    }
    let under = |desk: &Desk| said::under(desk, makeup, &rows);
    for text in under(desk) {
        b.y += 6.0;
        b.paragraph(&text, 0.0, b.width, SMALL, Role::Muted);
    }
    // of others than those that are split the bars need no key, but their letters do
    let mut flagged = Vec::new();
    for row in &rows {
        for figure in row.parts.iter().chain(&row.whole) {
            flagged.push(Figure { flags: figure.flags, ..Figure::default() });
        }
    }
    let mut marked: Vec<&Figure> = Vec::new();
    for figure in &flagged {
        marked.push(figure);
    }
    for row in &rows {
        if row.bar.is_split {
            marked.extend(&row.parts);
        }
    }
    let first = b.marks.len();
    desk.how_to_read(&mut b, &marked, Domain::FromZero);
    looks::neutral(&mut b, first);

    let is_asked = desk.view.filter != Default::default();
    let controls = Controls {
        lists: makeup.orders(desk).into_iter().chain(makeup.shows(desk)).collect(),
        sort: list.is_long().then_some(desk.view.sort),
        page: page.number,
        pages: page.of,
        picked: picked(desk, if is_asked { &list.order } else { &[] }, &[], &|at| {
            list.all().get(at).map_or("", |of| of.apart)
        }),
        ..Controls::default()
    };
    let aloud = &desk.aloud();
    let opening = said::opening(aloud, makeup, list, page.of);
    let summary = aloud.voice().sentences(&under(aloud));
    ranking::end(desk, b, lead, list, &shown, controls, [opening, summary])
}
