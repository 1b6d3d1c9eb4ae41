//! The villages of a file: which a reader asked for, in which order, and which of them are on the page.

use super::*;

/// A village of the list.
pub(super) struct Listed<'a> {
    pub village: &'a Village,
    /// Where the file has none for it, a missing one: see [`no_figure`].
    pub figure: &'a Figure,
    /// What tells it from others of its name: its district, and its id where that is not enough. Else empty.
    pub apart: String,
    /// That, and what it makes; may be empty.
    pub about: String,
    /// The name of its group; empty where it is in none.
    #[cfg_attr(not(feature = "indicators"), allow(dead_code))]
    pub group: &'a str,
    /// Its place among all, whatever the reader looks for.
    pub place: Option<figure::Place>,
}

impl Listed<'_> {
    pub fn is_measured(&self) -> bool {
        self.figure.value.stated().is_some()
    }

    /// Its name where it stands alone: "Alue Lhok (Bubon)".
    pub fn name(&self, desk: &Desk) -> String {
        let name = self.village.name.get(desk.locale);
        match &*self.apart {
            "" => name.to_owned(),
            apart => desk.say("in-brackets", &[("text", name), ("note", apart)]),
        }
    }
}

/// The villages of a file, and which of them the reader asked for.
pub(crate) struct List<'a> {
    /// All, in the order of the file.
    pub(super) all: Vec<Listed<'a>>,
    /// Those that the reader's filter lets through, in the order of the view: indices into `all`.
    order: Vec<usize>,
    /// What all of them cite.
    pub(super) cited: Cited,
}

impl<'a> List<'a> {
    /// Those that the reader asked for, in the order of the view.
    pub(super) fn shown(&self) -> Vec<&Listed<'a>> {
        let mut shown = Vec::new();
        for i in &self.order {
            shown.extend(self.all.get(*i));
        }
        shown
    }

    /// One village has no controls, with which a reader could take back what was asked of others.
    pub(super) fn is_long(&self) -> bool {
        self.all.len() > 1
    }

    /// How many villages have a figure.
    pub(super) fn known(&self) -> usize {
        self.all.iter().filter(|of| of.is_measured()).count()
    }
}

/// All villages, and those that the view lets through. `none` is what [`no_figure`] gives.
pub(in crate::chart) fn select<'a>(desk: &Desk<'a>, ranked: &Ranked<'a>, none: &'a Figure) -> List<'a> {
    let mut all = listed(desk, ranked, none);
    let values: Vec<&Value> = all.iter().map(|of| &of.figure.value).collect();
    for (of, place) in all.iter_mut().zip(figure::places(&values)) {
        of.place = place;
    }
    let order = groups::order(desk, &all, order(desk, &all));
    let order = if all.len() > 1 { tools::find(desk, &all, order) } else { order };
    let cited = desk.cited(&all.iter().map(|of| of.figure).collect::<Vec<_>>());
    List { all, order, cited }
}

/// What stands for the figure of a village that has none.
pub(crate) fn no_figure(voice: &text::Voice) -> Figure {
    Figure::from(Value::Missing((&*voice.say("no-figure", &[])).into()))
}

/// All villages of the file, those without a figure, too: a list that leaves them out would be taken for all there are.
/// None where not one has a figure: such a file has a list of villages for other charts.
fn listed<'a>(desk: &Desk<'a>, ranked: &Ranked<'a>, none: &'a Figure) -> Vec<Listed<'a>> {
    let villages = &desk.data.villages;
    let mut listed = Vec::new();
    if ranked.totals.is_empty() && villages.iter().all(|v| ranked.figure(v).is_none()) {
        return listed;
    }
    for (village, apart) in villages.iter().zip(groups::apart(desk, villages)) {
        let figure = ranked.figure(village).unwrap_or(none);
        let craft = desk.label(&village.craft);
        let about = desk.voice().list(&[&apart, craft]);
        let group = groups::of(desk, village);
        listed.push(Listed { village, figure, apart, about, group, place: None });
    }
    listed
}

/// By the number stated, and of equal numbers by how far the figure reaches.
pub(super) fn by_value(a: &Figure, b: &Figure) -> std::cmp::Ordering {
    let (a, b) = (a.value.sort_key(), b.value.sort_key());
    a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
}

/// Indices into `listed`, in the order that the view asks for.
fn order(desk: &Desk, listed: &[Listed]) -> Vec<usize> {
    match desk.view.sort {
        Sort::Value => sort::order(listed, &|a, b| by_value(b.figure, a.figure)),
        Sort::Name => {
            let names: Vec<&str> = listed.iter().map(|l| l.village.name.get(desk.locale)).collect();
            sort::complete(desk.platform.sort(&names, desk.locale), names.len())
        }
    }
}

/// The villages that are drawn.
pub(super) struct Page<'l> {
    /// From 0.
    pub number: usize,
    /// How many pages there are.
    pub of: usize,
    pub villages: Vec<&'l Listed<'l>>,
}

/// The page that the view is at; for a table all villages are on one, for a card as many as it has room for.
pub(super) fn page<'l>(desk: &Desk, shown: &[&'l Listed<'l>]) -> Page<'l> {
    let size = if desk.whole { usize::MAX } else { PAGE };
    let of = shown.len().div_ceil(size).max(1);
    let number = desk.view.page.min(of.saturating_sub(1));
    let from = shown.iter().skip(number.saturating_mul(size));
    match desk.card() {
        // it says how many there are besides
        Some(card) => Page { number: 0, of: 1, villages: from.take(size.min(card.most)).copied().collect() },
        None => Page { number, of, villages: from.take(size).copied().collect() },
    }
}
