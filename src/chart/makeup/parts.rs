//! Of which whole and which parts, at which time, and by which of them places are in order.

use super::*;
use crate::scene::Options;

/// One of the parts.
pub(super) struct Part<'a> {
    pub name: &'a str,
    pub ranked: Ranked<'a>,
}

/// What is drawn.
pub(super) struct Makeup<'a> {
    pub name: &'a str,
    pub whole: Ranked<'a>,
    pub parts: Vec<Part<'a>>,
    pub sums: Sums<'a>,
    /// By what the places are in order: the whole, or the part at that place among the parts. With the title of the
    /// chart.
    pub lead: Ranked<'a>,
    pub led_by: Option<usize>,
    /// Has any place or reference a figure of the whole?
    is_measured: bool,
    /// Bars are shares of the whole of their place, not amounts.
    pub in_shares: bool,
    all: &'a [Indicator],
}

/// The indicator with parts that the view asks for, else the first, by its place in the file's list.
fn asked(view: &View, all: &[Indicator]) -> Option<usize> {
    let mut first = None;
    for (at, of) in all.iter().enumerate() {
        if of.parts.is_empty() {
            continue;
        }
        if view.indicator.as_ref() == Some(&of.id) {
            return Some(at);
        }
        first = first.or(Some(at));
    }
    first
}

/// The whole and its parts by their places in the file's list, the time that is shown, and all that can be.
fn times<'a>(desk: &Desk, indicators: &'a Data) -> Option<(Sums<'a>, Option<TimePeriod>, Vec<TimePeriod>)> {
    let all = &indicators.0[..];
    let sums = Sums::new(desk.data, all, asked(desk.view, all)?)?;
    let mut times = ranking::times(desk, sums.whole);
    for part in &sums.parts {
        for time in ranking::times(desk, *part) {
            ranking::insert(&mut times, time);
        }
    }
    let time = ranking::shown(desk, &times);
    Some((sums, time, times))
}

/// Those of a table: the whole, where it has figures, and its parts; the time that is shown, and all that can be.
#[cfg(feature = "tools")]
pub(in crate::chart) fn shown(
    desk: &Desk,
    indicators: &Data,
) -> (Vec<usize>, Option<TimePeriod>, Vec<TimePeriod>) {
    let Some((sums, time, times)) = times(desk, indicators) else { return Default::default() };
    let mut drawn = Vec::new();
    if ranking::is_given(desk.data, &indicators.0, sums.whole) {
        drawn.push(sums.whole);
    }
    drawn.extend(&sums.parts);
    (drawn, time, times)
}

/// What a table is made by, with its title.
#[cfg(feature = "tools")]
pub(in crate::chart) fn lead<'a>(desk: &Desk<'a>, indicators: &'a Data) -> Option<Ranked<'a>> {
    Some(Makeup::new(desk, indicators)?.lead)
}

/// What the view asks for and the file does not have.
pub(in crate::chart) fn unknown(view: &View, all: &[Indicator]) -> Option<Fault> {
    if all.is_empty() {
        return None;
    }
    let Some(whole) = asked(view, all).and_then(|at| all.get(at)) else {
        let expected = || "an indicator with its \"parts\", the ids of others".to_owned();
        return Some(fault("indicators", "no_parts", "no indicator with parts", expected));
    };
    if let Some(id) = view.indicator.as_ref().filter(|id| **id != whole.id) {
        let expected = || {
            let mut ids = Vec::new();
            for of in all {
                if !of.parts.is_empty() {
                    ids.push(&*of.id);
                }
            }
            concat(&["an indicator with parts, ", &one_of(&ids, id)])
        };
        return Some(wrong("indicator", "no_parts", id, expected));
    }
    let id = view.order.as_ref().filter(|id| !whole.parts.contains(id))?;
    let parts = || whole.parts.iter().map(String::as_str).collect::<Vec<_>>();
    Some(wrong("order", "unknown_part", id, || one_of(&parts(), id)))
}

impl<'a> Makeup<'a> {
    /// `None` where no indicator has parts.
    pub fn new(desk: &Desk<'a>, indicators: &'a Data) -> Option<Makeup<'a>> {
        let all = &indicators.0[..];
        let (sums, time, times) = times(desk, indicators)?;
        let name = |at: usize| all.get(at).map_or("", |of| of.name.get(desk.locale));
        let mut parts = Vec::new();
        for at in &sums.parts {
            parts.push(Part { name: name(*at), ranked: ranking::at_time(desk, indicators, *at, time) });
        }
        let whole = ranking::at_time(desk, indicators, sums.whole, time);
        let is_measured = ranking::is_given(desk.data, all, sums.whole);
        let has_whole = desk.data.villages.iter().any(|village| whole.figure(village).is_some());
        let mut led_by = if has_whole { None } else { Some(0) };
        if let Some(id) = &desk.view.order {
            led_by = sums.parts.iter().position(|at| all.get(*at).is_some_and(|of| of.id == *id)).or(led_by);
        }
        let by = led_by.and_then(|at| sums.parts.get(at)).copied().unwrap_or(sums.whole);
        let mut lead = ranking::at_time(desk, indicators, by, time);
        lead.title = ranking::title(desk, name(sums.whole), time);
        lead.note = whole.note;
        // of what places are compared with each has a row
        lead.totals.clear();
        lead.references.clear();
        let is_whole = |at| all.get(at).is_some_and(|of: &Indicator| !of.parts.is_empty());
        let caption = desk.say(message!("indicator"), &[]);
        lead.lists.extend(ranking::choices(desk, "indicator", caption, all, sums.whole, &is_whole));
        lead.lists.extend(ranking::time_choices(desk, time, &times));
        let in_shares = is_measured && desk.view.shown.is_some();
        Some(Makeup { name: name(sums.whole), whole, parts, sums, lead, led_by, is_measured, in_shares, all })
    }

    /// The figure of a place's whole; `None` where the file has none.
    pub fn whole(&self, village: &'a Village) -> Option<&'a Figure> {
        self.whole.figure(village)
    }

    /// Those of its parts.
    pub fn figures<'l>(&self, village: &'a Village, none: &'l Figure) -> Vec<&'l Figure>
    where
        'a: 'l,
    {
        let mut figures = Vec::new();
        for part in &self.parts {
            figures.push(part.ranked.figure(village).unwrap_or(none));
        }
        figures
    }

    /// What places are compared with: of each its name and its figures.
    pub fn compared<'l>(
        &self,
        desk: &Desk<'a>,
        none: &'l Figure,
    ) -> Vec<(String, Option<&'l Figure>, Vec<&'l Figure>)>
    where
        'a: 'l,
    {
        let mut rows: Vec<(String, Option<&Figure>, Vec<&Figure>)> = Vec::new();
        let ranking::Of::Indicator(key) = self.whole.of else { return rows };
        for reference in &desk.data.references {
            let part = self.sums.parts.iter().position(|at| *at == reference.indicator.0);
            if part.is_none() && reference.indicator.0 != self.sums.whole {
                continue;
            }
            let figure = reference.figures.0.iter().find(|of| of.time == key.time);
            let Some(figure) = figure.map(|of| &of.figure) else { continue };
            let name = reference.name.get(desk.locale);
            let at = rows.iter().position(|row| row.0 == name).unwrap_or(rows.len());
            if at == rows.len() {
                rows.push((name.to_owned(), None, vec![none; self.parts.len()]));
            }
            let Some(row) = rows.get_mut(at) else { continue };
            match part {
                None => row.1 = Some(figure),
                Some(part) => {
                    if let Some(of) = row.2.get_mut(part) {
                        *of = figure;
                    }
                }
            }
        }
        // of the whole alone there is nothing to be seen of what it is made of
        rows.retain(|row| row.2.iter().any(|figure| figure.value.stated().is_some()));
        rows
    }

    /// Adds where these figures are from, those that have a number.
    pub fn cite(
        &self,
        desk: &Desk<'a>,
        whole: Option<&Figure>,
        parts: &[&Figure],
        origins: &mut Vec<(Option<usize>, Option<Date>)>,
    ) {
        let mut cite = |ranked: &Ranked<'a>, figure: &Figure| {
            if figure.value.stated().is_some() {
                origins.push(ranked.desk(desk).origin(figure));
            }
        };
        if let Some(whole) = whole {
            cite(&self.whole, whole);
        }
        for (part, figure) in self.parts.iter().zip(parts) {
            cite(&part.ranked, figure);
        }
    }

    pub fn row<'l>(
        &self,
        desk: &Desk,
        place: Option<&'l Listed<'l>>,
        name: String,
        whole: Option<&'l Figure>,
        parts: Vec<&'l Figure>,
    ) -> Row<'l> {
        let unit = self.whole.unit(&desk.voice());
        let mut label = match whole {
            Some(figure) => ValueLabel::new(&self.whole.desk(desk), figure, &unit),
            None if self.is_measured => {
                let text = desk.say(message!("makeup-no-whole"), &[]);
                ValueLabel(vec![text::Part { text, strong: false, spaced: false }])
            }
            None => ValueLabel(Vec::new()),
        };
        let bar = Bar::new(self, whole, &parts);
        let text = self.marks(desk, whole, &parts);
        // where each part has a line of its own, they stand there
        if !text.is_empty() && !bar.is_split {
            label.0.push(text::Part { text, strong: false, spaced: true });
        }
        let about = place.map_or("", |of| of.about);
        Row { place, name, about, whole, parts, bar, label }
    }

    /// What tells figures of parts from the others, where it is not said of their whole: letters of flags, other dates,
    /// marks of other sources.
    pub fn marks(&self, desk: &Desk, whole: Option<&Figure>, parts: &[&Figure]) -> String {
        let mut marks: Vec<String> = Vec::new();
        for (part, figure) in self.parts.iter().zip(parts) {
            let is_plain =
                figure.source.is_none() && figure.as_of.is_none() && figure.flags.iter().next().is_none();
            let as_whole = |whole: &Figure| {
                (whole.flags, &whole.source, whole.as_of) == (figure.flags, &figure.source, figure.as_of)
            };
            if is_plain || figure.value.stated().is_none() || whole.is_some_and(as_whole) {
                continue;
            }
            let mark = text::trimmed(&part.ranked.desk(desk).marked(String::new(), figure)).to_owned();
            if !mark.is_empty() && !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        text::join(&marks, " ")
    }

    /// The shares of a part are in another order than its amounts; groups stay together.
    pub fn order(&self, desk: &Desk, list: &mut List<'a>) {
        let Some(part) = self.led_by.filter(|_| self.in_shares && desk.view.sort == Sort::Value) else {
            return;
        };
        let none = Figure::default();
        let (mut shares, mut groups) = (Vec::new(), Vec::new());
        let (mut group, mut before) = (0.0, None);
        for of in list.at(&list.order) {
            group += if before.is_some_and(|before| before != of.group) { 1.0 } else { 0.0 };
            before = Some(of.group);
            let figures = self.figures(of.village, &none);
            let share = |whole: &Figure| bar::percent(&figures.get(part)?.value, &whole.value);
            let share = self.whole(of.village).and_then(share).unwrap_or_default();
            shares.push(share.sort_key());
            groups.push((group, 0));
        }
        let by_share = sort::by_keys(sort::all_of(shares.len()), &shares, true);
        let mut order = Vec::new();
        for i in sort::by_keys(by_share, &groups, false) {
            order.extend(list.order.get(i));
        }
        list.order = order;
    }

    /// By what the places can be in order.
    pub fn orders(&self, desk: &Desk) -> Option<Options> {
        if desk.view.sort != Sort::Value || desk.data.villages.len() < 2 {
            return None;
        }
        let id = |at: &usize| self.all.get(*at).map_or("", |of| &*of.id);
        let caption = desk.say(message!("order"), &[]);
        let mut options =
            Options::new("order", caption, self.led_by.and_then(|at| self.sums.parts.get(at)).map_or("", id));
        if desk.data.villages.iter().any(|village| self.whole(village).is_some()) {
            options.add("", self.name.to_owned());
        }
        for (at, part) in self.sums.parts.iter().zip(&self.parts) {
            options.add(id(at), part.name.to_owned());
        }
        options.given()
    }

    /// As what bars can be drawn.
    pub fn shows(&self, desk: &Desk) -> Option<Options> {
        if !self.is_measured {
            return None;
        }
        let caption = desk.say(message!("shown"), &[]);
        let mut options = Options::new("shown", caption, if self.in_shares { "shares" } else { "" });
        options.add("", desk.say(message!("makeup-amounts"), &[]));
        options.add("shares", desk.say(message!("makeup-shares"), &[]));
        Some(options)
    }

    /// What its numbers are on the axis: the unit with its period, or the sign of shares.
    pub fn unit(&self, desk: &Desk) -> String {
        match self.in_shares {
            true => desk.voice().unit(&Unit::Percent),
            false => self.whole.amount(&desk.voice()),
        }
    }

    /// Are its bars parts of a hundred?
    pub fn is_of_hundred(&self) -> bool {
        self.in_shares || self.sums.is_hundred
    }
}
