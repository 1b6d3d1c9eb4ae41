//! What the places of each group are in a dimension of the file, such as a status: how many of each, none left out.

use super::*;
use crate::data::Village;

/// No more words are told apart: see `makeup/looks.rs`.
const MOST_PARTS: usize = 8;

/// The dimension by which the view splits groups, by its place in the file's list.
pub(super) fn by(desk: &Desk) -> Option<usize> {
    let id = desk.view.split.as_ref()?;
    desk.data.dimensions.0.iter().position(|dimension| dimension.id == *id)
}

/// What the view asks to split groups by, and the file does not have, or no picture tells apart.
pub(in crate::chart) fn unknown(data: &Dataset, view: &View) -> Option<Fault> {
    let id = view.split.as_ref()?;
    let Some(by) = data.dimensions.0.iter().position(|dimension| dimension.id == *id) else {
        let expected = || {
            let mut ids = Vec::new();
            for dimension in &data.dimensions.0 {
                ids.push(&*dimension.id);
            }
            match ids.is_empty() {
                true => "no split: the file has no dimensions".to_owned(),
                false => one_of(&ids, id),
            }
        };
        return Some(wrong("split", "unknown_dimension", id, expected));
    };
    let count = parts(&data.villages, by, view.locale).len();
    let expected = || "a dimension of at most 8 different words, since no more can be told apart".to_owned();
    (count > MOST_PARTS).then(|| wrong("split", "too_many_parts", id, expected))
}

/// What places are in a dimension: each word once, in the order in which the file first has them.
fn parts(villages: &[Village], by: usize, locale: Locale) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for village in villages {
        if let Some(label) = village.dimensions.get(by) {
            let word = label.get(locale);
            // of one that no picture can show it is enough that there are too many
            if !parts.contains(&word) && parts.len() <= MOST_PARTS {
                parts.push(word);
            }
        }
    }
    parts
}

/// Groups, and what their places are.
pub(super) struct Split<'l> {
    /// By which dimension they are split, by its place in the file's list.
    by: usize,
    pub parts: Vec<&'l str>,
    /// In the order of the view; the figure of each is how many places it has.
    pub groups: Vec<Group<'l>>,
    /// Of how many places the file does not say it.
    pub rest: usize,
    /// Which look a part has.
    pub look: fn(usize) -> usize,
}

impl<'l> Split<'l> {
    pub fn new(desk: &Desk<'l>, by: usize, list: &'l ranking::List<'l>) -> Split<'l> {
        let mut groups = by_name(desk, list);
        for group in &mut groups {
            group.figure = Figure::from(Value::Exact(group.members.len() as f64));
            group.key = group.figure.value.sort_key();
        }
        let mut values = Vec::new();
        for group in &groups {
            values.push(group.figure.value.clone());
        }
        let mut all = Vec::new();
        for value in &values {
            all.push(value);
        }
        for (group, place) in groups.iter_mut().zip(figure::places(&all)) {
            group.place = place;
        }
        let parts = parts(&desk.data.villages, by, desk.locale);
        let look = if parts.len() > 3 { |part| part } else { looks::falling };
        let mut split = Split { by, parts, groups: in_order(desk, groups), rest: 0, look };
        let mut rest = 0;
        for group in &split.groups {
            rest += split.counts(desk, group).last().copied().unwrap_or_default();
        }
        split.rest = rest;
        split
    }

    /// What a place is, by its place among the parts; one behind all where the file does not say it.
    pub fn part(&self, desk: &Desk, of: &Listed) -> usize {
        let word = of.village.dimensions.get(self.by).map(|label| label.get(desk.locale));
        self.parts.iter().position(|part| Some(*part) == word).unwrap_or(self.parts.len())
    }

    /// How many places of a group are each of the parts, and behind them of how many it is not said.
    pub fn counts(&self, desk: &Desk, group: &Group) -> Vec<usize> {
        let mut counts = vec![0; self.parts.len() + 1];
        for of in &group.members {
            if let Some(count) = counts.get_mut(self.part(desk, of)) {
                *count += 1;
            }
        }
        counts
    }

    /// What a part is called.
    pub fn name(&self, desk: &Desk, part: usize) -> String {
        self.parts
            .get(part)
            .map_or_else(|| desk.say(message!("dimension-unsaid"), &[]), |part| (*part).to_owned())
    }

    /// "5 operating", "4 being built": those that there are.
    fn words(&self, desk: &Desk, counts: &[usize]) -> Vec<String> {
        let mut words = Vec::new();
        for (part, count) in counts.iter().enumerate() {
            if *count > 0 {
                let (number, name) = (desk.voice().count(*count), self.name(desk, part));
                words.push(
                    desk.say(message!("groups-part"), &[(arg!("number"), &number), (arg!("part"), &name)]),
                );
            }
        }
        words
    }

    /// "12: 5 operating, 4 being built".
    fn value(&self, desk: &Desk, of: &str, counts: &[usize]) -> String {
        let words = desk.voice().list(&text::borrowed(&self.words(desk, counts)));
        desk.voice().speak(spoken!("groups-split"), &[(arg!("all"), of), (arg!("parts"), &words)])
    }

    /// The same of all groups, in words.
    fn of_all(&self, desk: &Desk) -> String {
        let mut counts = vec![0; self.parts.len() + 1];
        let mut all = 0;
        for group in &self.groups {
            all += group.members.len();
            for (sum, count) in counts.iter_mut().zip(self.counts(desk, group)) {
                *sum += count;
            }
        }
        self.value(desk, &desk.voice().villages(all), &counts)
    }

    /// A place that is looked for, with what it is.
    fn named(&self, desk: &Desk, of: &Listed) -> String {
        let what = self.name(desk, self.part(desk, of));
        desk.say(message!("dimension-of-village"), &[(arg!("name"), &of.name(desk)), (arg!("value"), &what)])
    }

    /// What is said of a group beside its marks: what its places are, in lines that have room, and what those are that
    /// are looked for.
    pub fn about(&self, desk: &Desk, group: &Group, has_room: &dyn Fn(&str) -> bool) -> Vec<String> {
        let join = |line: &str, words: &str| desk.voice().list(&[line, words]);
        // a line that others follow ends with the sign between them
        let open = |line: &str| {
            let list = desk.say(message!("list"), &[(arg!("list"), line), (arg!("item"), "")]);
            text::trimmed(&list).to_owned()
        };
        let words = self.words(desk, &self.counts(desk, group));
        let mut about = in_lines(&words, &join, &|line| has_room(&open(line)));
        let last = about.len().saturating_sub(1);
        for line in about.iter_mut().take(last) {
            *line = open(line);
        }
        for of in group.named.iter().take(said::MOST_NAMES) {
            about.push(self.named(desk, of));
        }
        about
    }

    /// The item of a group.
    pub fn item(&self, desk: &Desk, group: &Group) -> ItemTexts {
        let voice = desk.voice();
        let all = group.members.len();
        let all = if desk.aloud { voice.villages(all) } else { voice.count(all) };
        let value = self.value(desk, &all, &self.counts(desk, group));
        let mut texts = ItemTexts::new(said::name(desk, group), value, String::new());
        let groups = self.groups.len();
        if let Some(place) = group.place.as_ref().filter(|_| groups > 1) {
            texts.notes.push(voice.rank_among(place, groups, &said::count(desk, groups)));
        }
        for of in &group.named {
            texts.notes.push(self.named(desk, of));
        }
        texts.listed = true;
        texts
    }
}

/// What the chart is called; of no indicator it has totals, references or choices.
pub(super) fn ranked<'a>(desk: &Desk<'a>, by: usize, indicators: &'a Data) -> Ranked<'a> {
    let mut ranked = ranking::ranked(desk, indicators);
    let name = desk.data.dimensions.0.get(by).map_or("", |dimension| dimension.name.get(desk.locale));
    ranked.title = title(desk, name);
    ranked.note = &None;
    ranked.totals.clear();
    ranked.references.clear();
    ranked.lists.clear();
    ranked
}

pub(super) fn scene(desk: &Desk, by: usize, indicators: &Data) -> Scene {
    let ranked = ranked(desk, by, indicators);
    let lasting = ranking::lasting(&ranked.desk(desk), &ranked);
    let list = &ranking::select(desk, &ranked, &lasting);
    let split = &Split::new(desk, by, list);
    let cited = desk.cited(&[]);
    let desk = &desk.citing(&cited);
    let (page, number, pages) = page(desk, &split.groups);

    let mut b = desk.builder();
    let shown = list.shown();
    ranking::begin(desk, &mut b, &ranked, list, &shown);
    let plan = squares::plan(desk, &b, split, page);
    b.paragraph(&split.of_all(desk), 0.0, b.width, BODY, Role::Ink);
    b.y += 2.0;
    plan.key(desk, &mut b, split);
    plan.draw(desk, &mut b, split, page);
    if desk.card().is_some() {
        let more = said::more(desk, split.groups.len().saturating_sub(page.len()));
        b.paragraph(&more, 0.0, b.width, BODY, Role::Ink);
    }

    let controls = controls(desk, &split.groups, list, (number, pages));
    let aloud = &desk.aloud();
    let opening = aloud.voice().sentences(&[said::count(aloud, split.groups.len()), split.of_all(aloud)]);
    ranking::end(desk, b, &ranked, list, &shown, controls, [opening, String::new()])
}
