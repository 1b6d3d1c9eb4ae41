//! What tells places apart and together: what each is called that has a name like others, and the head of each group:
//! its name, how many places it has, and what their figures make together where that is honest,
//! else between which they lie.

use super::rows::Row;
use super::*;
use crate::scene::line_height;

/// What stands above the first row of a group on a page.
pub(super) struct Head {
    group: String,
    /// What is read of it.
    words: [String; 2],
    height: f64,
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
        match view.group.as_deref().filter(|_| has_groups(view))? {
            "district" => Some(By::District),
            "craft" => Some(By::Craft),
            id => data.dimensions.0.iter().position(|d| d.id == id).map(By::Dimension),
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
}

/// Is the chart of places that may be grouped? Villages that are ranked by their revenue are not, nor are lines.
fn has_groups(view: &View) -> bool {
    #[cfg(feature = "many")]
    if view.kind == Kind::Spread {
        return true;
    }
    view.kind == Kind::Ranking
}

/// What the view asks for and the file does not have, what it has, and a name for the fault: by what places are
/// grouped, or the group that alone is shown.
pub(super) fn unknown(data: &Dataset, view: &View) -> Option<(&'static str, [String; 2])> {
    if !has_groups(view) {
        return None;
    }
    let Some(id) = &view.group else {
        let expected = || "group beside it, which says by what places are grouped".to_owned();
        return view.only.as_ref().map(|only| ("unknown_group", [only.clone(), expected()]));
    };
    let Some(by) = By::of(data, view) else {
        let mut ids = vec!["none".to_owned(), "district".to_owned(), "craft".to_owned()];
        for dimension in &data.dimensions.0 {
            ids.push(dimension.id.clone());
        }
        return Some(("unknown_dimension", [id.clone(), concat(&["one of: ", &text::join(&ids, ", ")])]));
    };
    let only = view.only.as_ref()?;
    let mut first = None;
    for label in data.villages.iter().filter_map(|village| by.label(village)) {
        if label.is(only) {
            return None;
        }
        first = first.or(Some(label));
    }
    let such = first.map_or("", |label| label.get(view.locale));
    Some(("unknown_group", [only.clone(), concat(&["a group of the file, such as \"", such, "\""])]))
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
            let [name, value] = [&dimension.name, label].map(|label| label.get(desk.locale));
            notes.push(
                desk.say(message!("dimension-of-village"), &[(arg!("name"), name), (arg!("value"), value)]),
            );
        }
    }
    notes
}

/// The names of what something has several of, each once, in the order of the language.
pub(super) fn names<'n>(desk: &Desk, all: &mut dyn Iterator<Item = &'n str>) -> Vec<&'n str> {
    let all: Vec<&str> = all.filter(|name| !name.is_empty()).collect();
    let mut unique: Vec<&str> = Vec::new();
    // alike ones come together, so that thousands of them are told apart at once
    for i in sort::order(&all, &|a, b| a.cmp(b)) {
        let name = all.get(i).filter(|name| unique.last() != Some(name));
        unique.extend(name);
    }
    let mut names = Vec::new();
    for i in sort::complete(desk.platform.sort(&unique, desk.locale), unique.len()) {
        names.extend(unique.get(i));
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
        for part in [village.name.get(desk.locale), "\t", desk.label(&village.district), "\n"] {
            all += part;
        }
    }
    let all = desk.platform.fold(&all);
    let places: Vec<&str> = all.split('\n').collect();
    let place = |i: usize| places.get(i).copied().unwrap_or("");
    let name = |place: &'_ str| place.split('\t').next().map_or(0, str::len);
    let order = sort::order(&places, &|a, b| a.cmp(b));
    let mut apart = vec![String::new(); villages.len()];
    for (k, i) in order.iter().enumerate() {
        let neighbours = [k.wrapping_sub(1), k + 1].map(|k| order.get(k).map_or("", |i| place(*i)));
        let own = place(*i);
        let same_name = |other: &str| other.get(..=name(other)) == own.get(..=name(own));
        let (Some(village), Some(apart)) = (villages.get(*i), apart.get_mut(*i)) else { continue };
        if neighbours.into_iter().any(same_name) {
            let district = desk.label(&village.district);
            let enough = !district.is_empty() && !neighbours.contains(&own);
            let id = village.id.as_deref().filter(|_| !enough).unwrap_or("");
            *apart = desk.voice().list(&[district, id]);
        }
    }
    Apart(apart)
}

/// By what the list can be grouped, where there are several groups.
pub(super) fn choices(desk: &Desk, list: &List) -> Option<Options> {
    if !list.is_long() || !has_groups(desk.view) {
        return None;
    }
    let mut all = vec![["none".to_owned(), desk.say(message!("none"), &[])]];
    let mut add = |id: &str, name: String, by: By| {
        let given = desk.data.villages.iter().filter(|v| by.label(v).is_some()).count();
        if given > 1 {
            all.push([id.to_owned(), name]);
        }
    };
    for (id, name, by) in
        [("district", message!("district"), By::District), ("craft", message!("craft"), By::Craft)]
    {
        add(id, desk.say(name, &[]), by);
    }
    for (at, dimension) in desk.data.dimensions.0.iter().enumerate() {
        add(&dimension.id, dimension.name.get(desk.locale).to_owned(), By::Dimension(at));
    }
    Options::of(desk.view.group.as_deref().unwrap_or("none"), all)
}

/// Is one group shown alone?
pub(super) fn is_one(desk: &Desk) -> bool {
    desk.view.only.is_some()
}

/// The groups, one of which can be shown alone.
pub(super) fn only(desk: &Desk, list: &List) -> Option<Options> {
    if !list.is_long() {
        return None;
    }
    By::of(desk.data, desk.view)?;
    let names = names(desk, &mut list.all.iter().map(|of| of.group));
    if names.len() < 2 {
        return None;
    }
    let mut all = vec![[String::new(), desk.say(message!("all-groups"), &[])]];
    for name in names {
        all.push([name.to_owned(), name.to_owned()]);
    }
    Options::of(chosen(desk).unwrap_or(""), all)
}

/// The name of the group that alone is shown, in the language of the view: the view may have it in another one, since a
/// page that changes its language goes on.
pub(super) fn chosen<'a>(desk: &Desk<'a>) -> Option<&'a str> {
    let (by, only) = (By::of(desk.data, desk.view)?, desk.view.only.as_ref()?);
    let mut labels = desk.data.villages.iter().filter_map(|village| by.label(village));
    labels.find(|label| label.is(only)).map(|label| label.get(desk.locale))
}

/// Of indices of villages those group by group, who is in none at the end; within a group in the same `order`. Where
/// one group is to be shown alone, those of it.
pub(super) fn order(desk: &Desk, mut order: Vec<usize>) -> Vec<usize> {
    let Some(by) = By::of(desk.data, desk.view) else {
        return order;
    };
    let villages = &desk.data.villages;
    let group = |village| of(desk, Some(by), village);
    if let Some(only) = &desk.view.only {
        let label = |i: &usize| villages.get(*i).and_then(|village| by.label(village));
        order.retain(|i| label(i).is_some_and(|label| label.is(only)));
        return order;
    }
    let names = names(desk, &mut villages.iter().map(group));
    let mut by_name: Vec<(&str, usize)> = Vec::new();
    for (place, name) in names.iter().enumerate() {
        by_name.push((name, place));
    }
    let sorted: Vec<(&str, usize)> = sort::order(&by_name, &|a, b| a.0.cmp(b.0))
        .into_iter()
        .filter_map(|i| by_name.get(i).copied())
        .collect();
    let place = |i: &usize| {
        let group = villages.get(*i).map_or("", group);
        let at = sorted.binary_search_by(|(name, _)| (*name).cmp(group)).ok();
        at.and_then(|at| sorted.get(at)).map_or(usize::MAX, |(_, place)| *place)
    };
    let mut grouped = Vec::new();
    for i in sort::order(&order, &|a, b| place(a).cmp(&place(b))) {
        grouped.extend(order.get(i));
    }
    grouped
}

/// For each row the head of its group, where it is the first of it on the page.
pub(super) fn heads(
    desk: &Desk,
    b: &Builder,
    ranked: &Ranked,
    rows: &[Row],
    shown: &[&Listed],
) -> Vec<Option<Head>> {
    let mut heads = Vec::new();
    let mut before = None;
    let is_grouped = By::of(desk.data, desk.view).is_some();
    for row in rows {
        let group = row.of.group;
        let begins = is_grouped && desk.card().is_none() && before != Some(group);
        before = Some(group);
        heads.push(begins.then(|| {
            let [name, about] = words(desk, ranked, group, shown);
            let lines = |text: &str, font| line_height(font) * b.wrap(text, font, b.width).len() as f64;
            let height = ABOVE + lines(&name, NAME) + lines(&about, SMALL) + BELOW;
            Head { group: group.to_owned(), words: [name, about], height }
        }));
    }
    heads
}

/// A group's name, and what there is to say of it.
fn words(desk: &Desk, ranked: &Ranked, group: &str, shown: &[&Listed]) -> [String; 2] {
    let name = if group.is_empty() { desk.say(message!("no-group"), &[]) } else { group.to_owned() };
    let mut members = Vec::new();
    for of in shown {
        if of.group == group {
            members.push(*of);
        }
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
pub(super) fn draw(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    Head { group, words: read, height }: &Head,
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
        let [title, value] = if desk.aloud { words(desk, ranked, group, shown) } else { read.clone() };
        ItemTexts { title, value, ..ItemTexts::default() }
    };
    if !desk.tabled {
        let area = Rect { x: 0.0, y: top, width: b.width, height: *height };
        b.item(first, desk.item(concat(&["group-", group]), area, &say, &Figure::default()));
    }
}
