//! What a reader asks of the list: who is called so, who makes that, who is over an amount.

use super::groups::names;
use super::rows::Placed;
use super::*;
use crate::view::Filter;
use std::cell::{Cell, OnceCell};

/// What is the same for every letter of a search, made for the first one.
#[derive(Default)]
pub(in crate::chart) struct Asked {
    /// Of each village what is searched.
    texts: OnceCell<Vec<String>>,
    choices: OnceCell<Choices>,
    /// What was looked for last, and found: by the picture, and then by the table under it.
    last: Cell<Option<(Filter, Vec<usize>)>>,
}

/// Those of `order`, which are indices into all, that the reader's filter lets through.
pub(super) fn find(desk: &Desk, list: &List, order: &[usize]) -> Vec<usize> {
    if desk.view.filter == Filter::default() {
        return order.to_vec();
    }
    let asked = &list.lasting.asked;
    let found = match asked.last.take() {
        Some((filter, found)) if filter == desk.view.filter => found,
        _ => look_for(desk, list.all(), asked, order),
    };
    asked.last.set(Some((desk.view.filter.clone(), found.clone())));
    found
}

fn look_for(desk: &Desk, listed: &[Listed], asked: &Asked, order: &[usize]) -> Vec<usize> {
    let mut order = order.to_vec();
    let Filter { query, craft, district } = &desk.view.filter;
    let fits = |of: &Listed| {
        (craft.is_empty() || parts(desk.label(&of.village.craft)).any(|c| c == craft))
            && (district.is_empty() || desk.label(&of.village.district) == district)
    };
    order.retain(|i| listed.get(*i).is_some_and(fits));
    if query.trim().is_empty() {
        return order;
    }
    let text = |of: &Listed| {
        let village = of.village;
        let mut texts = vec![village.name.get(desk.locale), of.about, desk.label(&village.district)];
        // as rows may say: `also`
        let all = 0..desk.data.dimensions.0.len();
        texts.extend(all.filter_map(|at| Some(village.dimensions.get(at)?.get(desk.locale))));
        texts.join(" · ")
    };
    let texts = asked.texts.get_or_init(|| listed.iter().map(text).collect());
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    // a browser may answer anything: each village once, where it was
    let mut holds = vec![false; listed.len()];
    for i in desk.platform.find(&texts, query) {
        if let Some(holds) = holds.get_mut(i) {
            *holds = true;
        }
    }
    order.retain(|i| holds.get(*i) == Some(&true));
    order
}

/// The places that a reader looks for, by their places in the file, and how many of all they are, as it is heard: of
/// charts that are no list.
pub(in crate::chart) fn found(desk: &Desk, ranked: &Ranked) -> (Vec<usize>, Vec<String>) {
    let desk = &ranked.desk(desk);
    let lasting = kept::lasting(desk, ranked);
    let list = select(desk, ranked, &lasting);
    let answers = answers(&desk.aloud(), ranked, &list, &list.shown());
    (list.order, answers)
}

/// The crafts of a village that are named in one label: "confectionery, knitting".
fn parts(label: &str) -> impl Iterator<Item = &str> {
    label.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// What a reader can narrow the list down to: all that there is, since what is not in a list cannot be chosen.
pub(super) fn choices(desk: &Desk, list: &List) -> Option<Choices> {
    let several = |all: Vec<&str>| {
        let names = names(desk, &all);
        if names.len() < 2 {
            return Vec::new();
        }
        names.into_iter().map(str::to_owned).collect()
    };
    let voice = desk.voice();
    let villages = &desk.data.villages;
    let choices = || Choices {
        find: voice.say_of_places(message!("find"), &[]),
        all: voice.say(message!("villages-all"), &[(arg!("villages"), &voice.villages(villages.len()))]),
        crafts: several(villages.iter().flat_map(|v| parts(desk.label(&v.craft))).collect()),
        district: voice.district(),
        districts: several(villages.iter().map(|v| desk.label(&v.district)).collect()),
    };
    list.is_long().then(|| list.lasting.asked.choices.get_or_init(choices).clone())
}

/// What was found, and who is over the threshold, in words.
pub(super) fn answers(desk: &Desk, ranked: &Ranked, list: &List, shown: &[&Listed]) -> Vec<String> {
    let mut answers = Vec::new();
    if !list.is_long() {
        return answers;
    }
    if desk.view.filter != Filter::default() {
        let voice = desk.voice();
        let (some, all) = (voice.count(shown.len()), voice.villages(list.all().len()));
        answers.push(match shown.len() {
            0 => voice.say_of_places(message!("found-none"), &[]),
            _ => voice.say(message!("found-some"), &[(arg!("some"), &some), (arg!("villages"), &all)]),
        });
    }
    if let Some(at) = desk.view.threshold {
        answers.push(over(desk, ranked, shown, at));
    }
    answers
}

/// The room above the rows for the slider of a threshold: as high as a finger needs.
const SLIDER_ROW: f64 = 32.0;

/// That room, where there is a threshold.
pub(in crate::chart) fn slider_room(desk: &Desk, list: &List) -> f64 {
    if list.is_long() && desk.view.threshold.is_some() {
        SLIDER_ROW
    } else {
        0.0
    }
}

/// The reader's line through all rows, with its amount beside the slider's handle.
pub(in crate::chart) fn threshold(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    list: &List,
    axis: &Axis,
    placed: &Placed,
) -> Option<Threshold> {
    let (least, most) = axis.domain();
    if !list.is_long() || most <= least || axis.per_unit() <= 0.0 {
        return None;
    }
    let field = &placed.field;
    let top = placed.rows.first().map_or(placed.bottom, |(top, _)| *top);
    let y = top - SLIDER_ROW / 2.0;
    if let Some(at) = desk.view.threshold {
        // beyond the axis there is no line, and the handle waits at the end
        let x = axis.map(at.min(most).max(least));
        if least <= at && at <= most {
            b.rect(x - 1.0, top - 6.0, 2.0, 6.0, Role::Focus);
            field.line(b, x, 2.0, Role::Focus);
        }
        let label = desk.quantity(&Figure::from(Value::Exact(at)), &ranked.unit(&desk.voice()));
        // beside the handle, where there is room
        let (width, handle) = (b.text_width(&label, VALUE), 18.0);
        let (x, anchor) = match x + handle + width <= b.width {
            true => (x + handle, Anchor::Start),
            false => (x - handle, Anchor::End),
        };
        b.text(&label, (x, y), anchor, VALUE, Role::Focus, width);
    }
    let factor = desk.numbers.factor;
    let (least, most) = (least * factor, most * factor);
    // 1, 2 or 5 with zeros: the number furthest from zero that is on the axis, and a hundredth or so of it
    let (furthest, sign) = if most >= -least { (most, 1.0) } else { (-least, -1.0) };
    let mut power = 1.0;
    while power * 10.0 <= furthest {
        power *= 10.0;
    }
    while power > furthest {
        power /= 10.0;
    }
    let round = [5.0, 2.0, 1.0].into_iter().map(|n| n * power).find(|n| *n <= furthest).unwrap_or(power);
    let at = desk.view.threshold.map(|at| at * factor);
    let (suggested, step) = (round * sign, round / 100.0);
    // from a round one on, since the slider's steps begin there
    let least = (least / step).ceil() * step;
    let (start, length) = (axis.map(least / factor), (most - least) / factor * axis.per_unit());
    Some(Threshold { at, factor, suggested, least, most, step, start, length, y })
}

/// "Trên 1.000 tỷ đồng/năm: 5 làng. …": how many are over an amount, as far as their figures say it.
fn over(desk: &Desk, ranked: &Ranked, shown: &[&Listed], at: f64) -> String {
    const MOST: usize = 3;
    let unit = ranked.unit(&desk.voice());
    let (mut over, mut not_over, mut open, mut none) = (0, Vec::new(), Vec::new(), Vec::new());
    for of in shown {
        let i = of.figure.value.interval();
        match () {
            () if !of.is_measured() => none.push(*of),
            () if i.low > at || (i.low == at && i.low_open) => over += 1,
            () if i.high <= at => not_over.push(*of),
            () => open.push(*of),
        }
    }
    // who is over is seen; who is not, and why one cannot know, is named
    let named = |group: &[&Listed]| {
        if group.len() > MOST {
            return desk.voice().villages(group.len());
        }
        let mut names = Vec::new();
        for of in group {
            let figure = desk.quantity(of.figure, &unit);
            names.push(
                desk.say(message!("in-brackets"), &[(arg!("text"), &of.name(desk)), (arg!("note"), &figure)]),
            );
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        desk.voice().list(&names)
    };
    let per = ranked.amount(&desk.voice());
    let amount = desk.quantity(&Figure::from(Value::Exact(at)), &per);
    let villages = desk.voice().villages(over);
    let mut sentences = vec![
        desk.say(message!("over-threshold"), &[(arg!("amount"), &amount), (arg!("villages"), &villages)])
    ];
    let rest = [
        (message!("not-over-threshold"), &not_over),
        (message!("open-at-threshold"), &open),
        (message!("missing-at-threshold"), &none),
    ];
    for (id, group) in rest {
        if !group.is_empty() {
            sentences.push(desk.say(id, &[(arg!("villages"), &named(group))]));
        }
    }
    desk.voice().sentences(&sentences)
}
