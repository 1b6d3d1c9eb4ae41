//! The head of each group: its name, how many places it has, and what their figures make together where that is honest,
//! else between which they lie.

use super::rows::Row;
use super::*;
use crate::scene::line_height;

/// What stands above the first row of a group on a page.
pub(super) struct Head {
    group: String,
    /// What is read of it.
    words: [String; 2],
    pub height: f64,
}

const ABOVE: f64 = 10.0;
const BELOW: f64 = 6.0;

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
