//! What tells places apart and together: what each is called that has a name like others, and the head of each group:
//! its name, how many places it has, and what their figures make together where that is honest,
//! else between which they lie.

use super::rows::Row;
use super::*;
use crate::scene::line_height;

/// What stands above the first row of a group on a page.
pub(in crate::chart) struct Head {
    group: String,
    /// What is read of it.
    words: [String; 2],
    height: f64,
    /// What is ranked by is what the chart is of.
    is_told: bool,
}

impl Head {
    /// How much room it takes above its row.
    pub fn height(&self) -> f64 {
        self.height
    }
}

const ABOVE: f64 = 10.0;
const BELOW: f64 = 6.0;

/// By what the places are grouped.
#[derive(Clone, Copy)]
pub(super) enum By {
    District,
    Craft,
    /// By its place in the file's list.
    Dimension(usize),
}

impl By {
    /// `None` where there are no groups.
    fn of(data: &Dataset, view: &View) -> Option<By> {
        if !has_groups(view) {
            return None;
        }
        match view.group.as_deref() {
            None if is_of_groups(view) => By::first(data),
            Some("district") => Some(By::District),
            Some("craft") => Some(By::Craft),
            id => data.dimensions.0.iter().position(|d| id == Some(&*d.id)).map(By::Dimension),
        }
    }

    /// The first by which a place is in a group.
    fn first(data: &Dataset) -> Option<By> {
        let is_given = |by: By| data.villages.iter().any(|village| by.label(village).is_some());
        for by in [By::District, By::Craft] {
            if is_given(by) {
                return Some(by);
            }
        }
        (0..data.dimensions.0.len()).map(By::Dimension).find(|by| is_given(*by))
    }

    /// What views name it by.
    fn id(self, data: &Dataset) -> &str {
        match self {
            By::District => "district",
            By::Craft => "craft",
            By::Dimension(at) => data.dimensions.0.get(at).map_or("", |dimension| &dimension.id),
        }
    }

    /// The group of a village; `None` where it is in none.
    fn label(self, village: &Village) -> Option<&Label> {
        match self {
            By::District => village.district.as_ref(),
            By::Craft => village.craft.as_ref(),
            By::Dimension(at) => village.dimensions.get(at),
        }
    }

    /// The group of this name in whatever language.
    fn find<'a>(self, data: &'a Dataset, name: &str) -> Option<&'a Label> {
        for village in &data.villages {
            let label = self.label(village).filter(|label| label.is(name));
            if label.is_some() {
                return label;
            }
        }
        None
    }
}

/// Is the chart of places that may be grouped? Villages that are ranked by their revenue are not.
fn has_groups(view: &View) -> bool {
    view.kind.key() == Kind::Ranking.key()
}

/// Are groups what the chart is of? Then all of them are shown, and the one that the view names stands out.
fn is_of_groups(view: &View) -> bool {
    #[cfg(feature = "many")]
    if view.kind == Kind::Groups {
        return true;
    }
    #[cfg(not(feature = "many"))]
    let _ = view;
    false
}

/// The group that alone is shown.
fn alone(view: &View) -> Option<&String> {
    view.only.as_ref().filter(|_| !is_of_groups(view))
}

/// What the view asks for and the file does not have: by what places are grouped, or the group that alone is shown.
pub(in crate::chart) fn unknown(data: &Dataset, view: &View) -> Option<Fault> {
    if !has_groups(view) {
        return None;
    }
    if view.group.is_none() && !is_of_groups(view) {
        let expected = || "group beside it, which says by what places are grouped".to_owned();
        return view.only.as_ref().map(|only| wrong("only", "unknown_group", only, expected));
    }
    let Some(by) = By::of(data, view) else {
        let Some(id) = &view.group else {
            let expected = || "places with a district, a craft, or one of the file's dimensions".to_owned();
            return Some(fault("villages", "no_groups", "places in no group", expected));
        };
        let expected = || {
            let mut all = vec!["none", "district", "craft"];
            all.extend(data.dimensions.0.iter().map(|dimension| &*dimension.id));
            one_of(&all, id)
        };
        return Some(wrong("group", "unknown_dimension", id, expected));
    };
    let only = view.only.as_ref().filter(|only| by.find(data, only).is_none())?;
    let expected = || {
        let mut all = Vec::new();
        for village in &data.villages {
            all.extend(by.label(village).map(|label| label.get(view.locale)));
        }
        let again = sort::repeated(&all);
        let once: Vec<&str> =
            all.iter().zip(again).filter(|(_, before)| before.is_none()).map(|(name, _)| *name).collect();
        one_of(&once, only)
    };
    Some(wrong("only", "unknown_group", only, expected))
}

/// By what the view asks for groups; `None` where there are none.
pub(super) fn by(desk: &Desk) -> Option<By> {
    By::of(desk.data, desk.view)
}

/// The group of a village; empty where it is in none.
pub(super) fn of<'a>(desk: &Desk, by: Option<By>, village: &'a Village) -> &'a str {
    by.and_then(|by| by.label(village)).map_or("", |label| label.get(desk.locale))
}

/// What a village is in each of the file's dimensions, in words.
pub(super) fn notes(desk: &Desk, village: &Village) -> Vec<String> {
    let mut notes = Vec::new();
    for (at, dimension) in desk.data.dimensions.0.iter().enumerate() {
        if let Some(label) = village.dimensions.get(at) {
            let (name, value) = (dimension.name.get(desk.locale), label.get(desk.locale));
            notes.push(
                desk.say(message!("dimension-of-village"), &[(arg!("name"), name), (arg!("value"), value)]),
            );
        }
    }
    notes
}

/// The names of what something has several of, each once, in the order of the language.
pub(in crate::chart) fn names<'n>(desk: &Desk, all: &[&'n str]) -> Vec<&'n str> {
    let mut unique: Vec<&str> = Vec::new();
    for (name, before) in all.iter().zip(sort::repeated(all)) {
        if before.is_none() && !name.is_empty() {
            unique.push(name);
        }
    }
    let mut names = Vec::new();
    for i in sort::complete(desk.platform.sort(&unique, desk.locale), unique.len()) {
        if let Some(name) = unique.get(i) {
            names.push(*name);
        }
    }
    names
}

/// What tells each village from the others of its name.
pub(in crate::chart) struct Apart(Vec<String>);

impl Apart {
    /// Of the village at this place in the file; empty where no other has its name.
    pub fn of(&self, at: usize) -> &str {
        self.0.get(at).map_or("", String::as_str)
    }
}

pub(in crate::chart) fn apart(desk: &Desk) -> Apart {
    let villages = &desk.data.villages;
    // no text has a line end, so that all of them cross into a browser as one
    let mut all = String::new();
    for village in villages {
        all += village.name.get(desk.locale);
        all += "\t";
        all += desk.label(&village.district);
        all += "\n";
    }
    let all = desk.platform.fold(&all);
    let (mut names, mut places) = (Vec::new(), Vec::new());
    for place in text::pieces(&all, '\n') {
        names.push(text::pieces(place, '\t').next().unwrap_or(""));
        places.push(place);
    }
    // how many words tell each from the others
    let mut words = vec![0_u8; places.len()];
    for (texts, count) in [(names, 1), (places, 2)] {
        for (i, before) in sort::repeated(&texts).into_iter().enumerate() {
            for i in before.map_or([None, None], |before| [Some(before), Some(i)]) {
                if let Some(words) = i.and_then(|i| words.get_mut(i)) {
                    *words = count;
                }
            }
        }
    }
    let mut apart = Vec::new();
    for (village, words) in villages.iter().zip(words) {
        let district = desk.label(&village.district);
        let enough = words < 2 && !district.is_empty();
        let id = village.id.as_deref().filter(|_| !enough).unwrap_or("");
        apart.push(if words > 0 { desk.voice().list(&[district, id]) } else { String::new() });
    }
    Apart(apart)
}

/// By what the list can be grouped, where there are several groups.
pub(super) fn choices(desk: &Desk, list: &List) -> Option<Options> {
    if !list.is_long() || !has_groups(desk.view) {
        return None;
    }
    let chosen = By::of(desk.data, desk.view).map_or("none", |by| by.id(desk.data));
    let mut options = Options::new("group", desk.say(message!("group"), &[]), chosen);
    if !is_of_groups(desk.view) {
        options.add("none", desk.say(message!("none"), &[]));
    }
    let mut add = |id: &str, name: String, by: By| {
        let mut given = desk.data.villages.iter().filter(|village| by.label(village).is_some());
        if given.next().is_some() && given.next().is_some() {
            options.add(id, name);
        }
    };
    add("district", desk.voice().district(), By::District);
    add("craft", desk.say(message!("craft"), &[]), By::Craft);
    for (at, dimension) in desk.data.dimensions.0.iter().enumerate() {
        add(&dimension.id, dimension.name.get(desk.locale).to_owned(), By::Dimension(at));
    }
    // one alone is told, too: a page asks by what a chart is grouped
    if is_of_groups(desk.view) {
        return Some(options);
    }
    options.given()
}

/// Is one group shown alone?
pub(in crate::chart) fn is_one(desk: &Desk) -> bool {
    alone(desk.view).is_some()
}

/// Is a place in the group that is shown alone? All are where none is.
#[cfg(feature = "many")]
pub(in crate::chart) fn is_shown(desk: &Desk, village: &Village) -> bool {
    let (Some(by), Some(only)) = (By::of(desk.data, desk.view), alone(desk.view)) else { return true };
    by.label(village).is_some_and(|group| group.is(only))
}

/// The groups, one of which can be shown alone.
pub(super) fn only(desk: &Desk, list: &List) -> Option<Options> {
    if !list.is_long() || is_of_groups(desk.view) {
        return None;
    }
    By::of(desk.data, desk.view)?;
    let mut groups = Vec::new();
    for of in list.all() {
        groups.push(of.group);
    }
    let names = names(desk, &groups);
    if names.len() < 2 {
        return None;
    }
    let caption = desk.say(message!("only"), &[]);
    let mut options = Options::new("only", caption, chosen(desk).unwrap_or(""));
    options.add("", desk.say(message!("all-groups"), &[]));
    for name in names {
        options.add(name, name.to_owned());
    }
    options.given()
}

/// The name of the group that alone is shown, in the language of the view: the view may have it in another one, since a
/// page that changes its language goes on.
pub(super) fn chosen<'a>(desk: &Desk<'a>) -> Option<&'a str> {
    alone(desk.view)?;
    named(desk)
}

/// That of the group that the view names, whether it is shown alone or stands out.
fn named<'a>(desk: &Desk<'a>) -> Option<&'a str> {
    let (by, only) = (By::of(desk.data, desk.view)?, desk.view.only.as_ref()?);
    Some(by.find(desk.data, only)?.get(desk.locale))
}

/// That of the group that stands out among the others, where one does.
#[cfg(feature = "many")]
pub(in crate::chart) fn standing_out<'a>(desk: &Desk<'a>) -> Option<&'a str> {
    named(desk).filter(|_| is_of_groups(desk.view))
}

/// The words for one group and for several, where the file has them.
#[cfg(feature = "many")]
pub(in crate::chart) fn nouns(desk: &Desk) -> Option<[String; 2]> {
    let is_district = matches!(By::of(desk.data, desk.view), Some(By::District));
    desk.voice().places.districts(desk.locale).filter(|_| is_district)
}

/// By what places are grouped: the word for it in views, and its name.
#[cfg(feature = "many")]
pub(in crate::chart) fn name_of_by<'a>(desk: &Desk<'a>) -> (&'a str, String) {
    match By::of(desk.data, desk.view) {
        Some(by @ By::District) => (by.id(desk.data), desk.voice().district()),
        Some(by @ By::Craft) => (by.id(desk.data), desk.say(message!("craft"), &[])),
        Some(by @ By::Dimension(at)) => {
            let name = desk.data.dimensions.0.get(at).map_or("", |of| of.name.get(desk.locale));
            (by.id(desk.data), name.to_owned())
        }
        None => ("", String::new()),
    }
}

/// Of indices of villages those group by group, who is in none at the end; within a group in the same `order`. Where
/// one group is to be shown alone, those of it.
pub(super) fn order(desk: &Desk, order: Vec<usize>) -> Vec<usize> {
    let Some(by) = By::of(desk.data, desk.view) else {
        return order;
    };
    let villages = &desk.data.villages;
    let group = |i: &usize| villages.get(*i).and_then(|village| by.label(village));
    if let Some(only) = alone(desk.view) {
        let mut alone = Vec::new();
        for i in order {
            if group(&i).is_some_and(|group| group.is(only)) {
                alone.push(i);
            }
        }
        return alone;
    }
    let mut groups = Vec::new();
    for village in villages {
        groups.push(of(desk, Some(by), village));
    }
    // the place of each among the names of all, who is in none behind them
    let names = names(desk, &groups);
    let by_name = sort::texts(&names);
    let name = |place: &usize| names.get(*place).copied().unwrap_or("");
    let mut places = Vec::new();
    for group in groups {
        let at = by_name.binary_search_by(|place| name(place).cmp(group)).ok();
        places.push((at.and_then(|at| by_name.get(at)).map_or(f64::INFINITY, |place| *place as f64), 0));
    }
    sort::by_keys(order, &places, false)
}

/// For each row the head of its group, where it is the first of it on the page.
pub(super) fn heads(
    desk: &Desk,
    b: &Builder,
    ranked: &Ranked,
    rows: &[Row],
    shown: &[&Listed],
) -> Vec<Option<Head>> {
    let mut places = Vec::new();
    for row in rows {
        places.push(row.of);
    }
    heads_of(desk, b, ranked, &places, shown, true)
}

/// The same of the places of rows; of their figures nothing is said where they are not what the chart `is_told` of.
pub(in crate::chart) fn heads_of(
    desk: &Desk,
    b: &Builder,
    ranked: &Ranked,
    places: &[&Listed],
    shown: &[&Listed],
    is_told: bool,
) -> Vec<Option<Head>> {
    let mut heads = Vec::new();
    let mut before = None;
    let is_grouped = By::of(desk.data, desk.view).is_some();
    for of in places {
        let group = of.group;
        let begins = is_grouped && desk.card().is_none() && before != Some(group);
        before = Some(group);
        heads.push(begins.then(|| {
            let [name, about] = words(desk, ranked, group, shown, is_told);
            let lines = |text: &str, font| line_height(font) * b.wrap(text, font, b.width).len() as f64;
            let height = ABOVE + lines(&name, NAME) + lines(&about, SMALL) + BELOW;
            Head { group: group.to_owned(), words: [name, about], height, is_told }
        }));
    }
    heads
}

/// A group's name, and what there is to say of it.
fn words(desk: &Desk, ranked: &Ranked, group: &str, shown: &[&Listed], is_told: bool) -> [String; 2] {
    let name = if group.is_empty() { desk.say(message!("no-group"), &[]) } else { group.to_owned() };
    let mut members = Vec::new();
    for of in shown {
        if of.group == group {
            members.push(*of);
        }
    }
    if !is_told {
        return [name, desk.voice().villages(members.len())];
    }
    let sum =
        || said::sum(desk, ranked, &members, [message!("group-sum-of-all"), message!("group-sum-of-some")]);
    let missing = said::missing(desk, &members).unwrap_or_default();
    let said = match if ranked.is_summable { sum() } else { None } {
        // it says how many they are
        Some(sum) => [sum, missing, String::new()],
        None => {
            let ends = said::ends(desk, ranked, &members).unwrap_or_default();
            [desk.voice().villages(members.len()), ends, missing]
        }
    };
    [name, desk.voice().sentences(&said)]
}

/// Draws a head that ends at `bottom`, where its first row begins. A table has no row for it: its sum is no figure of
/// the file.
pub(in crate::chart) fn draw(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    Head { group, words: read, height, is_told }: &Head,
    bottom: f64,
    shown: &[&Listed],
) {
    let (top, first) = (bottom - height, b.marks.len());
    let [name, about] = read;
    b.y = top + ABOVE;
    b.paragraph(name, 0.0, b.width, NAME, Role::Ink);
    b.paragraph(about, 0.0, b.width, SMALL, Role::Muted);
    let say = |desk: &Desk| {
        // all places of the list are gone through for them: once to be read, and once to be heard
        let [title, value] =
            if desk.aloud { words(desk, ranked, group, shown, *is_told) } else { read.clone() };
        ItemTexts::new(title, value, String::new())
    };
    if !desk.tabled {
        let area = Rect { x: 0.0, y: top, width: b.width, height: *height };
        b.item(first, desk.item_of_none(concat(&["group-", group]), area, &say));
    }
}
