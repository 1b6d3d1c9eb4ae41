//! What the rows of a ranking say of each place beside the figure by which it is ranked: where it lies, what it is in a
//! dimension of the file, its figures of other indicators.

use super::*;
use crate::data::TimePeriod;

enum Thing<'a> {
    District,
    /// By its place in the file's list.
    Dimension(usize),
    Indicator(Box<Ranked<'a>>, String),
}

/// What the view asks for, in its order; nothing of other charts.
#[derive(Default)]
pub(in crate::chart) struct Also<'a>(Vec<Thing<'a>>);

/// The view's own words for them.
fn asked(view: &View) -> Vec<String> {
    text::listed(view.also.as_deref().filter(|_| view.kind == Kind::Ranking).unwrap_or(""))
}

/// The first of those that the file does not have.
pub(super) fn unknown(data: &Dataset, view: &View) -> Option<Fault> {
    for id in asked(view) {
        let is_indicator = data.indicators.as_ref().is_some_and(|all| all.0.iter().any(|of| of.id == id));
        if is_indicator || id == "district" || data.dimensions.0.iter().any(|of| of.id == id) {
            continue;
        }
        let expected = || {
            let mut all = vec!["district"];
            all.extend(data.dimensions.0.iter().map(|of| &*of.id));
            all.extend(data.indicators.iter().flat_map(|all| &all.0).map(|of| &*of.id));
            one_of(&all, &id)
        };
        return Some(wrong("also", "unknown_also", &id, expected));
    }
    None
}

/// What else a place is: what every list says of it, and what the view asks for.
pub(super) struct About<'l>(&'l str, Vec<String>);

impl About<'_> {
    pub fn line(&self) -> String {
        text::line(&self.parts())
    }

    /// The same in lines, which end between what it says where there is room for each.
    pub fn lines(&self, b: &Builder, room: f64) -> Vec<String> {
        let mut lines = Vec::new();
        let join = |line: &str, text: &str| text::line(&[line.to_owned(), text.to_owned()]);
        for line in in_lines(&self.parts(), &join, &|line| b.text_width(line, SMALL) <= room) {
            lines.extend(b.wrap(&line, SMALL, room));
        }
        lines
    }

    /// What stands under a name beside a bar: one line, which may be cut, or several.
    pub fn beside(&self, b: &Builder, room: f64, are_several: bool) -> Vec<String> {
        match are_several {
            true => self.lines(b, room),
            false => vec![self.line()],
        }
    }

    fn parts(&self) -> Vec<String> {
        let mut parts = Vec::new();
        if !self.0.is_empty() {
            parts.push(self.0.to_owned());
        }
        for part in &self.1 {
            if !part.is_empty() {
                parts.push(part.clone());
            }
        }
        parts
    }
}

impl<'a> Also<'a> {
    pub fn new(desk: &Desk<'a>, ranked: &Ranked) -> Also<'a> {
        let mut things = Vec::new();
        for id in asked(desk.view) {
            if id == "district" {
                things.push(Thing::District);
            } else if let Some(at) = desk.data.dimensions.0.iter().position(|of| of.id == id) {
                things.push(Thing::Dimension(at));
            } else if let Some(thing) = indicator(desk, ranked, &id) {
                things.push(thing);
            }
        }
        Also(things)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What stands under the name of a place, at a desk that cites what the picture does.
    pub fn about<'l>(&self, desk: &Desk, of: &'l Listed) -> About<'l> {
        let mut parts = Vec::new();
        for thing in &self.0 {
            match thing {
                // else it tells the place from others already
                Thing::District if of.apart.is_empty() => {
                    parts.push(desk.label(&of.village.district).to_owned());
                }
                Thing::District => {}
                Thing::Dimension(at) => {
                    parts.push(match of.village.dimensions.get(*at) {
                        Some(label) => label.get(desk.locale).to_owned(),
                        None => unsaid(desk, *at),
                    });
                }
                Thing::Indicator(ranked, name) => {
                    let own = &own(desk, ranked);
                    let none = list::no_figure(own);
                    let figure = ranked.figure(of.village).unwrap_or(&none);
                    let value = own.quantity(figure, &ranked.unit(&own.voice()));
                    let value =
                        if figure.value.stated().is_some() { own.marked(value, figure) } else { value };
                    parts.push(named(desk, name, &value));
                }
            }
        }
        About(of.about, parts)
    }

    /// What an item says of its place beside all that every ranking does: where it lies and what it is are among that.
    pub fn notes(&self, desk: &Desk, of: &Listed) -> Vec<String> {
        let mut notes = Vec::new();
        for thing in &self.0 {
            let (ranked, name) = match thing {
                Thing::Indicator(ranked, name) => (ranked, name),
                Thing::Dimension(at) if of.village.dimensions.get(*at).is_none() => {
                    notes.push(unsaid(desk, *at));
                    continue;
                }
                _ => continue,
            };
            let own = &own(desk, ranked);
            let none = list::no_figure(own);
            let figure = ranked.figure(of.village).unwrap_or(&none);
            let mut said = vec![own.quantity(figure, &ranked.amount(&own.voice()))];
            for flag in figure.flags.iter() {
                said.push(desk.say(flag.message(), &[]));
            }
            if let Some(quote) = &figure.quote {
                said.push(desk.say(message!("quote"), &[(arg!("text"), quote.get(desk.locale))]));
            }
            if figure.value.stated().is_some() && own.origin(figure) != desk.origin(of.figure) {
                let (source, date) = own.origin(figure);
                said.extend(own.voice().origin(own.source_name(source), &own.date(date)));
            }
            notes.push(named(desk, name, &desk.voice().list(&text::borrowed(&said))));
        }
        notes
    }

    /// The figures of these places that have a number, and where each is from.
    pub fn cited(&self, desk: &Desk, places: &[&Listed<'a>]) -> Vec<(&'a Figure, Cite)> {
        let mut cited = Vec::new();
        for thing in &self.0 {
            let Thing::Indicator(ranked, _) = thing else { continue };
            let own = &own(desk, ranked);
            for of in places {
                let figure = ranked.figure(of.village).filter(|figure| figure.value.stated().is_some());
                cited.extend(figure.map(|figure| (figure, own.origin(figure))));
            }
        }
        cited
    }
}

/// The desk of an indicator: the file's date is that of its figures where these have no time, whatever those of the
/// chart have.
fn own<'d>(desk: &Desk<'d>, ranked: &Ranked) -> Desk<'d> {
    ranked.desk(&Desk { as_of: desk.data.as_of, ..*desk })
}

/// "Status: not stated".
fn unsaid(desk: &Desk, at: usize) -> String {
    let name = desk.data.dimensions.0.get(at).map_or("", |of| of.name.get(desk.locale));
    named(desk, name, &desk.say(message!("dimension-unsaid"), &[]))
}

/// "Area: 44 ha".
fn named(desk: &Desk, name: &str, value: &str) -> String {
    desk.say(message!("dimension-of-village"), &[(arg!("name"), name), (arg!("value"), value)])
}

/// An indicator at the time of the chart, or else at its last, which its name then says.
fn indicator<'a>(desk: &Desk<'a>, ranked: &Ranked, id: &str) -> Option<Thing<'a>> {
    let all = desk.data.indicators.as_ref()?;
    let at = all.0.iter().position(|of| of.id == id)?;
    let shown: Option<TimePeriod> = match ranked.of {
        Of::Indicator(key) => key.time,
        Of::Revenue => None,
    };
    let times = indicators::times(desk, at);
    let time = shown.filter(|time| times.contains(time)).or(times.last().copied());
    let own = indicators::at_time(desk, all, at, time);
    let mut name = all.0.get(at)?.name.get(desk.locale).to_owned();
    if let Some(time) = time.filter(|_| time != shown) {
        name =
            desk.say(message!("title-at-time"), &[(arg!("title"), &name), (arg!("time"), &desk.time(time))]);
    }
    Some(Thing::Indicator(Box::new(own), name))
}
