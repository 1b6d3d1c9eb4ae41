//! Villages by revenue: bars from the greatest down, the total of all villages as a headline.

mod ask;
mod rows;
mod section;

use super::*;
use crate::data::Village;
use crate::figure::{self, Value};
use crate::scene::how_to_read;
use crate::view::Sort;
#[cfg(feature = "tools")]
use ask::find;
use ask::{choices, over, threshold, SLIDER_ROW};
use rows::{narrow_row, wide_row, Layout, Row};
pub use section::Revenue;

/// Its section of a data file.
pub type Data = Revenue;

/// What the schema says of that section.
pub const ABOUT: &str = "How to read the villages' `revenue`; required for the revenue chart.";

/// Rows on a page. Two pages of them still fit a phone's largest canvas at three pixels to one.
pub(crate) const PAGE: usize = 20;

pub(super) fn scene(desk: &Desk, revenue: &Revenue) -> Scene {
    #[cfg(feature = "native")]
    if let Some(card) = &desk.card {
        return compact::revenue(desk, revenue, card);
    }
    let none = no_figure(&desk.voice());
    let listed = listed(desk, revenue, &none);
    let values: Vec<&Value> = listed.iter().map(|l| &l.figure.value).collect();
    // a place among all, whatever the reader looks for
    let places = figure::places(&values);
    let missing = listed.iter().filter(|l| !l.is_measured()).count();
    let known = listed.len() - missing;

    // one village has no controls, with which a reader could take back what was asked of others
    let several = listed.len() > 1;
    let order = order(desk, &listed);
    #[cfg(feature = "tools")]
    let order = if several { find(desk, &listed, order) } else { order };
    let mut shown = Vec::new();
    for i in &order {
        shown.extend(listed.get(*i));
    }
    let page_size = if desk.whole { usize::MAX } else { PAGE };
    let pages = order.len().div_ceil(page_size).max(1);
    let page = desk.view.page.min(pages.saturating_sub(1));
    let before = page.saturating_mul(page_size);
    let mut drawn: Vec<&Figure> = revenue.total.iter().collect();
    drawn.extend(shown.iter().skip(before).take(page_size).map(|of| of.figure));
    // the axis has room for what any page says of its figures
    let cited_by_all = desk.cited(&listed.iter().map(|of| of.figure).collect::<Vec<_>>());
    let all = &desk.citing(&cited_by_all);
    let cited = desk.cited(&drawn);
    let desk = &desk.citing(&cited);

    let mut b = desk.builder();
    let unit = desk.voice().money(revenue.unit, revenue.per);
    if let Some(total) = &revenue.total {
        headline(desk, &mut b, revenue, total, &shown);
    }
    let answers = |desk: &Desk| {
        let mut answers = Vec::new();
        if TOOLS && several && desk.view.filter != Filter::default() {
            let voice = desk.voice();
            let (some, all) = (voice.count(shown.len()), voice.villages(listed.len()));
            answers.push(match shown.len() {
                0 => voice.say("found-none", &[]),
                _ => voice.say("found-some", &[("some", &some), ("villages", &all)]),
            });
        }
        if let Some(at) = desk.view.threshold.filter(|_| TOOLS && several) {
            answers.push(over(desk, revenue, &shown, at));
        }
        answers
    };
    for answer in answers(desk) {
        b.paragraph(&answer, 0.0, b.width, VALUE, Role::Ink);
        b.y += 8.0;
    }

    let unit_alone = desk.voice().money_unit(revenue.unit);
    let mut rows = Vec::new();
    for i in order.into_iter().skip(before).take(page_size) {
        let Some(of) = listed.get(i) else { continue };
        let label = ValueLabel::new(desk, of.figure, &unit_alone);
        rows.push(Row { of, label, place: places.get(i).copied().flatten() });
    }

    let layout = Layout::new(all, &b, &listed, &rows, &unit_alone);
    if TOOLS && several && desk.view.threshold.is_some() {
        b.y += SLIDER_ROW;
    }
    let top = b.y;
    let bands = Axis::bands(rows.len(), top, layout.row);
    let bottom = bands.map(rows.len() as f64);
    let mut field = Field { bands: Vec::new(), labels: Vec::new() };
    for (i, row) in rows.iter().enumerate() {
        let y = bands.map(i as f64);
        match b.is_narrow() {
            // on a phone the lines would run through the names: there they stand behind the bars alone
            true => field.bands.push((y + layout.bar_top - 3.0, y + layout.bar_top + layout.bar + 3.0)),
            false => field.labels.push(layout.label(&b, row, y)),
        }
    }
    if !b.is_narrow() {
        field.bands.push((top, bottom + 4.0));
    }
    let axis_height = match rows.iter().any(|r| r.of.is_measured()) {
        false => 0.0,
        // what the rows' labels leave out, the axis says: for which time their amounts are
        true => grid(desk, &mut b, &layout.axis, &field, bottom, &unit),
    };
    for row in &rows {
        let first = b.marks.len();
        match b.is_narrow() {
            true => narrow_row(desk, &mut b, row, &layout),
            false => wide_row(desk, &mut b, row, &layout),
        }
        let Listed { village, figure, about, apart } = row.of;
        let say = |desk: &Desk| {
            let mut notes = Vec::new();
            let place = row.place.as_ref().filter(|_| known > 1);
            notes.extend(place.map(|p| desk.voice().rank(p, known, revenue.selection)));
            let district = desk.label(&village.district);
            if !district.is_empty() && apart.is_empty() {
                notes.push(desk.say("district-of-village", &[("district", district)]));
            }
            let unit = desk.voice().money(revenue.unit, revenue.per);
            ItemTexts {
                title: village.name.get(desk.locale).to_owned(),
                subtitle: about.clone(),
                value: desk.quantity(figure, &unit),
                unit,
                notes,
                figure_first: false,
            }
        };
        let area = Rect { x: 0.0, y: b.y, width: b.width, height: layout.row };
        b.item(first, desk.item(desk.village_id(village), area, &say, figure));
        b.y += layout.row;
    }
    let tools = TOOLS && several;
    let threshold = match tools {
        true => threshold(desk, &mut b, &layout.axis, &field, top, &unit_alone),
        false => None,
    };
    b.y += axis_height;
    say_missing(desk, &mut b, &shown);
    how_to_read(&mut b, &rows.iter().map(|r| r.of.figure).collect::<Vec<_>>());
    let controls = Controls {
        sort: several.then_some(desk.view.sort),
        page,
        pages,
        find: tools.then(|| choices(desk, &listed)),
        threshold,
        ..Controls::default()
    };
    let texts = Texts {
        title: &revenue.title,
        note: &revenue.note,
        opening: opening(&desk.aloud(), revenue, &listed, pages),
        summary: String::new(),
        answers: answers(&desk.aloud()),
    };
    desk.finish(b, texts, controls)
}

/// By the number stated, and of equal numbers by how far the figure reaches.
fn by_value(a: &Figure, b: &Figure) -> std::cmp::Ordering {
    let (a, b) = (a.value.sort_key(), b.value.sort_key());
    a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
}

/// Whose total it is.
pub(super) fn total_name(desk: &Desk, revenue: &Revenue) -> String {
    let given = revenue.total_name.as_ref().map(|name| name.get(desk.locale).to_owned());
    given.unwrap_or_else(|| desk.say("total-revenue", &[]))
}

/// A village of the list.
pub(super) struct Listed<'a> {
    pub village: &'a Village,
    /// Where the file has none for it, a missing one: see [`no_figure`].
    pub figure: &'a Figure,
    /// What tells it from others of its name: its district, and its id where that is not enough. Else empty.
    pub apart: String,
    /// That, and what it makes; may be empty.
    pub about: String,
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

/// What stands for the figure of a village that has none.
pub(crate) fn no_figure(voice: &text::Voice) -> Figure {
    Figure::from(Value::Missing((&*voice.say("no-figure", &[])).into()))
}

/// All villages of the file, those without a figure, too: a list that leaves them out would be taken for all there are.
/// None where not one has a figure: such a file has a list of villages for other charts.
pub(super) fn listed<'a>(desk: &Desk<'a>, revenue: &Revenue, none: &'a Figure) -> Vec<Listed<'a>> {
    let villages = &desk.data.villages;
    let mut listed = Vec::new();
    if revenue.total.is_none() && villages.iter().all(|v| v.revenue.is_none()) {
        return listed;
    }
    for (village, apart) in villages.iter().zip(apart(desk, villages)) {
        let figure = village.revenue.as_ref().unwrap_or(none);
        let craft = desk.label(&village.craft);
        let about = desk.voice().list(&[&apart, craft]);
        listed.push(Listed { village, figure, apart, about });
    }
    listed
}

/// What tells each village from the others of its name.
fn apart(desk: &Desk, villages: &[Village]) -> Vec<String> {
    // no text has a line end, so that all of them cross into a browser as one
    let mut all = String::new();
    for village in villages {
        for part in [village.name.get(desk.locale), "\t", desk.label(&village.district), "\n"] {
            all += part;
        }
    }
    let all = desk.platform.fold(&all);
    let places: Vec<&str> = all.lines().collect();
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

/// Says how many of the villages have no figure, where one has none: they are the last, perhaps pages away.
pub(super) fn say_missing(desk: &Desk, b: &mut Builder, shown: &[&Listed]) {
    let missing = shown.iter().filter(|l| !l.is_measured()).count();
    if missing == 0 {
        return;
    }
    let voice = desk.voice();
    let (count, some, all) = (text::digits(missing), voice.count(missing), voice.villages(shown.len()));
    let said = voice.say("missing-figures", &[("count", &count), ("some", &some), ("villages", &all)]);
    b.y += 8.0;
    b.paragraph(&said, 0.0, b.width, BODY, Role::Ink);
}

/// How many villages, and of a list with pages the greatest and the least of the numbers stated.
fn opening(desk: &Desk, revenue: &Revenue, listed: &[Listed], pages: usize) -> String {
    let unit = desk.voice().money(revenue.unit, revenue.per);
    let measured = || listed.iter().filter(|l| l.is_measured());
    let by_key = |a: &&Listed, b: &&Listed| by_value(a.figure, b.figure);
    let voice = desk.voice();
    let say = |of: &Listed| voice.list(&[&of.name(desk), &desk.quantity(of.figure, &unit)]);
    let missing = listed.len() - measured().count();
    let id = if missing > 0 { "list-opening-missing" } else { "list-opening" };
    let (all, missing) = (voice.villages(listed.len()), voice.count(missing));
    let mut sentences = vec![voice.say(id, &[("villages", &all), ("missing", &missing)])];
    let ends = (measured().max_by(by_key), measured().min_by(by_key));
    if let (Some(most), Some(least), true) = (ends.0, ends.1, pages > 1) {
        sentences.push(voice.say("list-ends", &[("most", &say(most)), ("least", &say(least))]));
    }
    voice.sentences(&sentences)
}

/// Indices into `listed`, in the order of the view.
pub(super) fn order(desk: &Desk, listed: &[Listed]) -> Vec<usize> {
    match desk.view.sort {
        Sort::Value => sort::order(listed, &|a, b| by_value(b.figure, a.figure)),
        Sort::Name => {
            let names: Vec<&str> = listed.iter().map(|l| l.village.name.get(desk.locale)).collect();
            sort::complete(desk.platform.sort(&names, desk.locale), names.len())
        }
    }
}

/// The total of all villages, which no bar of a few villages could share an axis with, and what the
/// listed ones make together.
fn headline(desk: &Desk, b: &mut Builder, revenue: &Revenue, total: &Figure, shown: &[&Listed]) {
    let (top, first) = (b.y, b.marks.len());
    let (room, unit) = (b.width, desk.voice().money(revenue.unit, revenue.per));
    big_number(desk, b, total, &unit, 0.0, room);
    let name = total_name(desk, revenue);
    b.paragraph(&name, 0.0, b.width, BODY, Role::Muted);
    let sum = |desk: &Desk| sum(desk, revenue, shown);
    if let Some(sum) = sum(desk) {
        b.paragraph(&sum, 0.0, b.width, BODY, Role::Muted);
    }
    let area = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    let say = |desk: &Desk| {
        let unit = desk.voice().money(revenue.unit, revenue.per);
        ItemTexts {
            title: name.clone(),
            subtitle: String::new(),
            value: desk.quantity(total, &unit),
            unit,
            notes: sum(desk).into_iter().collect(),
            figure_first: false,
        }
    };
    b.item(first, desk.item("total".to_owned(), area, &say, total));
    b.y += 18.0;
}

/// What villages make together, and how many of them are in that; `None` where nothing is known of it.
fn sum(desk: &Desk, revenue: &Revenue, shown: &[&Listed]) -> Option<String> {
    let sum = Value::sum(shown.iter().map(|l| &l.figure.value)).filter(|_| shown.len() > 1)?;
    let all = shown.len();
    // what is open upwards is the sum of what is certain: one "nearly 1,000" may be next to nothing, and is not in it
    let certain = |l: &&&Listed| {
        let of = l.figure.value.interval();
        of.low > 0.0 || of.high == 0.0
    };
    let counted = match sum {
        Value::MoreThan(_) | Value::AtLeast(_) => shown.iter().filter(certain).count(),
        _ => all,
    };
    let sum = desk.quantity(&Figure::from(sum), &desk.voice().money(revenue.unit, revenue.per));
    let id = if counted < all { "sum-of-some" } else { "sum-of-all" };
    let (some, villages) = (desk.voice().count(counted), desk.voice().villages(all));
    Some(desk.say(id, &[("some", &some), ("villages", &villages), ("sum", &sum)]))
}
