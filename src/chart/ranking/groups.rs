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

/// What a village is grouped by, as the view asks.
pub(super) fn of<'a>(desk: &Desk<'a>, village: &'a Village) -> &'a str {
    let label = match desk.view.group {
        Group::None => return "",
        Group::District => &village.district,
        Group::Craft => &village.craft,
    };
    label.as_ref().map_or("", |label| label.get(desk.locale))
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
pub(super) fn apart(desk: &Desk, villages: &[Village]) -> Vec<String> {
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
    apart
}

/// By what the list can be grouped, where there are several groups.
pub(super) fn choices(desk: &Desk, list: &List) -> Option<Options> {
    if !list.is_long() || desk.view.kind != Kind::Ranking {
        return None;
    }
    let mut all = vec![[Group::None.name().to_owned(), desk.say("none", &[])]];
    for by in [Group::District, Group::Craft] {
        let of = |village: &'_ Village| match by {
            Group::District => village.district.is_some(),
            _ => village.craft.is_some(),
        };
        let given = desk.data.villages.iter().filter(|v| of(v)).count();
        if given > 1 {
            all.push([by.name().to_owned(), desk.say(by.name(), &[])]);
        }
    }
    Options::of(desk.view.group.name(), all)
}

/// Of indices into `listed` those group by group, who is in none at the end; within a group in the same `order`.
pub(super) fn order(desk: &Desk, listed: &[Listed], order: Vec<usize>) -> Vec<usize> {
    if desk.view.group == Group::None {
        return order;
    }
    let names = names(desk, &mut listed.iter().map(|of| of.group));
    let mut by_name: Vec<(&str, usize)> = Vec::new();
    for (place, name) in names.iter().enumerate() {
        by_name.push((name, place));
    }
    let sorted: Vec<(&str, usize)> = sort::order(&by_name, &|a, b| a.0.cmp(b.0))
        .into_iter()
        .filter_map(|i| by_name.get(i).copied())
        .collect();
    let place = |i: &usize| {
        let group = listed.get(*i).map_or("", |of| of.group);
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
    for row in rows {
        let group = row.of.group;
        let begins = desk.view.group != Group::None && desk.card().is_none() && before != Some(group);
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
    let name = if group.is_empty() { desk.say("no-group", &[]) } else { group.to_owned() };
    let mut members = Vec::new();
    for of in shown {
        if of.group == group {
            members.push(*of);
        }
    }
    let sum = || said::sum(desk, ranked, &members, ["group-sum-of-all", "group-sum-of-some"]);
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
        b.item(first, desk.item(["group-", group].concat(), area, &say, &Figure::default()));
    }
}
