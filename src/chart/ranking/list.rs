//! The villages of a file: which a reader asked for, in which order, and which of them are on the page.

use super::*;

/// A village of the list.
#[derive(Clone, Copy)]
pub(in crate::chart) struct Listed<'a> {
    pub village: &'a Village,
    /// Where the file has none for it, a missing one.
    pub figure: &'a Figure,
    /// What tells it from others of its name: its district, and its id where that is not enough. Else empty.
    pub apart: &'a str,
    /// That, and what it makes; may be empty.
    pub about: &'a str,
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
        match self.apart {
            "" => name.to_owned(),
            apart => desk.say(message!("in-brackets"), &[(arg!("text"), name), (arg!("note"), apart)]),
        }
    }
}

/// What is known of a list whatever its reader looks for in it. Of thousands of villages it takes longer to find out
/// than all else: see `kept.rs`.
pub(in crate::chart) struct Lasting {
    /// What stands for the figure of a village that has none.
    pub none: Figure,
    apart: groups::Apart,
    /// Of each village that is listed: see [`Listed`].
    about: Vec<String>,
    places: Vec<Option<figure::Place>>,
    /// All of them in the order of the view, or those of the one group that is shown.
    pub order: Vec<usize>,
    /// What all of them cite.
    pub cited: Cited,
    #[cfg_attr(not(feature = "tools"), allow(dead_code))]
    pub asked: tools::Asked,
}

impl Lasting {
    pub fn new(desk: &Desk, ranked: &Ranked) -> Lasting {
        let none = no_figure(desk);
        let figures = figures(desk, ranked, &none);
        let apart = groups::apart(desk);
        let (mut about, mut values) = (Vec::new(), Vec::new());
        for (i, (village, figure)) in desk.data.villages.iter().zip(&figures).enumerate() {
            about.push(desk.voice().list(&[apart.of(i), desk.label(&village.craft)]));
            values.push(&figure.value);
        }
        let places = figure::places(&values);
        let order = groups::order(desk, order(desk, &figures));
        let cited = desk.cited(&figures);
        Lasting { none, apart, about, places, order, cited, asked: Default::default() }
    }
}

/// Of thousands of villages most charts need but a few: see [`List::all`].
#[cfg(feature = "many")]
type All<T> = std::cell::OnceCell<T>;
#[cfg(not(feature = "many"))]
type All<T> = T;

/// The villages of a file, and which of them the reader asked for.
pub(in crate::chart) struct List<'a> {
    #[cfg(feature = "many")]
    of: Origin<'a>,
    all: All<Vec<Listed<'a>>>,
    /// Those that the reader's filter lets through, in the order of the view: indices into `all`.
    pub order: Vec<usize>,
    #[cfg_attr(not(feature = "tools"), allow(dead_code))]
    pub lasting: &'a Lasting,
}

/// What the villages of a list are made of.
#[derive(Clone, Copy)]
struct Origin<'a> {
    desk: Desk<'a>,
    of: Of,
    by: Option<groups::By>,
    lasting: &'a Lasting,
}

impl<'a> Origin<'a> {
    fn listed(&self, at: usize, village: &'a Village) -> Option<Listed<'a>> {
        let Origin { ref desk, of, by, lasting } = *self;
        let (about, place) = (lasting.about.get(at)?, lasting.places.get(at)?);
        let figure = of.figure(village).unwrap_or(&lasting.none);
        let (apart, group) = (lasting.apart.of(at), groups::of(desk, by, village));
        Some(Listed { village, figure, apart, about, group, place: *place })
    }

    fn all(&self) -> Vec<Listed<'a>> {
        let mut all = Vec::new();
        for (at, village) in self.desk.data.villages.iter().enumerate() {
            let Some(of) = self.listed(at, village) else { break };
            all.push(of);
        }
        all
    }
}

impl<'a> List<'a> {
    /// All, in the order of the file. Many are made when they are asked for.
    #[cfg(feature = "many")]
    pub fn all(&self) -> &[Listed<'a>] {
        self.all.get_or_init(|| self.of.all())
    }

    #[cfg(not(feature = "many"))]
    pub fn all(&self) -> &[Listed<'a>] {
        &self.all
    }

    /// The one at a place in the file, without all others.
    #[cfg(feature = "many")]
    pub fn one(&self, at: usize) -> Option<Listed<'a>> {
        self.of.listed(at, self.of.desk.data.villages.get(at)?)
    }

    /// Those that the reader asked for, in the order of the view.
    pub fn shown(&self) -> Vec<&Listed<'a>> {
        self.at(&self.order)
    }

    /// Those at these places in the file.
    pub fn at(&self, places: &[usize]) -> Vec<&Listed<'a>> {
        let mut at = Vec::new();
        for i in places {
            if let Some(of) = self.all().get(*i) {
                at.push(of);
            }
        }
        at
    }

    /// One village has no controls, with which a reader could take back what was asked of others.
    pub fn is_long(&self) -> bool {
        self.lasting.places.len() > 1
    }

    /// How many villages have a figure.
    pub fn known(&self) -> usize {
        self.all().iter().filter(|of| of.is_measured()).count()
    }
}

/// What stands for the figure of a village that has none.
pub(in crate::chart) fn no_figure(desk: &Desk) -> Figure {
    Figure::from(Value::Missing((&*desk.say(message!("no-figure"), &[])).into()))
}

/// All villages of the file, those without a figure, too: a list that leaves them out would be taken for all there are.
/// None where not one has a figure: such a file has a list of villages for other charts. `none` stands for what is
/// missing.
fn figures<'a>(desk: &Desk<'a>, ranked: &Ranked<'a>, none: &'a Figure) -> Vec<&'a Figure> {
    let villages = &desk.data.villages;
    if ranked.totals.is_empty() && villages.iter().all(|v| ranked.figure(v).is_none()) {
        return Vec::new();
    }
    let mut figures = Vec::new();
    for village in villages {
        figures.push(ranked.figure(village).unwrap_or(none));
    }
    figures
}

/// All villages, and those that the view lets through.
pub(in crate::chart) fn select<'a>(desk: &Desk<'a>, ranked: &Ranked<'a>, lasting: &'a Lasting) -> List<'a> {
    let of = Origin { desk: *desk, of: ranked.of, by: groups::by(desk), lasting };
    #[cfg(feature = "many")]
    let all = All::new();
    #[cfg(not(feature = "many"))]
    let all = of.all();
    let mut list = List {
        #[cfg(feature = "many")]
        of,
        all,
        order: Vec::new(),
        lasting,
    };
    let order = &lasting.order;
    list.order = if list.is_long() { tools::find(desk, &list, order) } else { order.clone() };
    list
}

/// By the number stated, and of equal numbers by how far the figure reaches.
pub(in crate::chart) fn by_value(a: &Figure, b: &Figure) -> std::cmp::Ordering {
    let (a, b) = (a.value.sort_key(), b.value.sort_key());
    a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
}

/// The indices of figures from the least to the greatest, or where the order falls the other way round.
pub(in crate::chart) fn ordered(figures: &[&Figure], falls: bool) -> Vec<usize> {
    let mut keys = Vec::with_capacity(figures.len());
    for figure in figures {
        keys.push(figure.value.sort_key());
    }
    sort::by_keys(sort::all_of(keys.len()), &keys, falls)
}

/// Indices of villages with these figures, in the order that the view asks for.
fn order(desk: &Desk, figures: &[&Figure]) -> Vec<usize> {
    match desk.view.sort {
        Sort::Value => ordered(figures, true),
        Sort::Name => {
            let mut names = Vec::new();
            for (village, _) in desk.data.villages.iter().zip(figures) {
                names.push(village.name.get(desk.locale));
            }
            sort::complete(desk.platform.sort(&names, desk.locale), names.len())
        }
    }
}

/// The villages that are drawn.
pub(in crate::chart) struct Page<'l> {
    /// From 0.
    pub number: usize,
    /// How many pages there are.
    pub of: usize,
    pub villages: &'l [&'l Listed<'l>],
}

/// The page that the view is at; for a table all villages are on one, for a card as many as it has room for.
pub(in crate::chart) fn page<'l>(desk: &Desk, shown: &'l [&'l Listed<'l>]) -> Page<'l> {
    let size = desk.list_size();
    let of = shown.len().div_ceil(size).max(1);
    let number = desk.view.page.min(of.saturating_sub(1));
    // a card says how many there are besides
    let (most, number, of) = desk.card().map_or((size, number, of), |card| (size.min(card.most), 0, 1));
    let villages = shown.get(number.saturating_mul(size)..).unwrap_or_default();
    Page { number, of, villages: villages.get(..most).unwrap_or(villages) }
}
