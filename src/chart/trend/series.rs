//! Which places are drawn: those that the author names, else all of a few, else the highest and the lowest of many.

use super::*;

/// A line of the chart: a place, or what places are compared with.
pub(super) struct Series<'a> {
    pub id: String,
    pub name: String,
    /// `None` of what places are compared with.
    pub village: Option<&'a Village>,
    /// Those that name a time, in their order.
    pub figures: Vec<(TimePeriod, &'a Figure)>,
}

impl<'a> Series<'a> {
    fn new(figures: &'a [Observation], indicator: usize) -> Series<'a> {
        let mut series =
            Series { id: String::new(), name: String::new(), village: None, figures: Vec::new() };
        for of in figures.iter().filter(|of| of.indicator == indicator) {
            let Some(time) = of.time else { continue };
            // the standard library's sort would be 16 KB
            if let Err(at) = series.figures.binary_search_by(|(other, _)| other.cmp(&time)) {
                series.figures.insert(at, (time, &of.figure));
            }
        }
        series
    }

    /// Its figures that have a number, each with its place among all.
    pub fn stated(&self) -> Vec<(usize, TimePeriod, &'a Figure)> {
        let mut stated = Vec::new();
        for (place, (time, figure)) in self.figures.iter().enumerate() {
            if figure.value.stated().is_some() {
                stated.push((place, *time, *figure));
            }
        }
        stated
    }

    pub fn last(&self) -> Option<(TimePeriod, &'a Figure)> {
        self.stated().last().map(|(_, time, figure)| (*time, *figure))
    }

    fn at(&self, time: TimePeriod) -> Option<&'a Figure> {
        let own = self.figures.iter().find(|(other, _)| *other == time);
        own.map(|(_, figure)| *figure).filter(|figure| figure.value.stated().is_some())
    }
}

/// What is drawn, and what is said of that.
pub(super) struct Chosen<'a> {
    pub series: Vec<Series<'a>>,
    /// What all places make together, for which no axis of single ones has room.
    pub totals: Vec<Series<'a>>,
    pub drawn: Drawn,
}

/// Which of all places are drawn.
#[derive(Default)]
pub(super) struct Drawn {
    /// How many there are, how many of them are drawn, and how many of those that were asked for have no figure.
    pub all: usize,
    pub some: usize,
    pub missing: usize,
    /// Of a choice of the chart's own: how many are the highest, how many the lowest, and of which time.
    pub ends: Option<(usize, usize, TimePeriod)>,
}

/// So many lines can be told apart.
const MOST: usize = 8;
/// So many of the highest, and of the lowest, are drawn of more.
const ENDS: usize = 3;

pub(super) fn chosen<'a>(desk: &Desk<'a>, trend: &Trend, indicator: usize) -> Chosen<'a> {
    let villages = &desk.data.villages;
    let mut measured = Vec::new();
    let mut drawn = Drawn { all: villages.len(), ..Drawn::default() };
    let asked = asked(desk.view);
    for (i, village) in villages.iter().enumerate() {
        if !asked.is_empty() && !asked.iter().any(|name| is(village, name)) {
            continue;
        }
        let series = Series { village: Some(village), ..Series::new(&village.figures.0, indicator) };
        match series.last() {
            Some(_) => measured.push((i, series)),
            None => drawn.missing += 1,
        }
    }
    if asked.is_empty() && measured.len() > MOST {
        measured = ends(measured, &trend.measured, &mut drawn);
    }
    drawn.some = measured.len();
    let apart = ranking::apart(desk);
    let mut chosen = Chosen { series: Vec::new(), totals: Vec::new(), drawn };
    for (i, series) in measured {
        let Some(village) = series.village else { continue };
        let (name, apart) = (village.name.get(desk.locale), apart.of(i));
        let name = match apart {
            "" => name.to_owned(),
            apart => desk.say("in-brackets", &[("text", name), ("note", apart)]),
        };
        chosen.series.push(Series { id: desk.village_id(village), name, ..series });
    }
    for reference in desk.data.references.iter().filter(|of| of.indicator.0 == indicator) {
        let name = reference.name.get(desk.locale);
        let id = ["reference-", &desk.id(&None, &Label::from(name))].concat();
        let series = Series { id, name: name.to_owned(), ..Series::new(&reference.figures.0, indicator) };
        if series.last().is_some() && !chosen.series.is_empty() {
            let of_all = trend.indicator.kind.is_summable();
            if of_all { &mut chosen.totals } else { &mut chosen.series }.push(series);
        }
    }
    chosen
}

/// The highest and the lowest of the last time that enough of them have a number of.
fn ends<'a>(
    measured: Vec<(usize, Series<'a>)>,
    times: &[TimePeriod],
    drawn: &mut Drawn,
) -> Vec<(usize, Series<'a>)> {
    let count = |time: TimePeriod| measured.iter().filter(|(_, of)| of.at(time).is_some()).count();
    let enough = times.iter().rev().find(|time| count(**time) >= 2 * ENDS);
    let Some(time) = enough.or(times.last()).copied() else { return measured };
    let mut stated: Vec<(usize, Series)> = Vec::new();
    for of in measured {
        if of.1.at(time).is_some() {
            stated.push(of);
        }
    }
    let key = |of: &(usize, Series)| of.1.at(time).map_or((0.0, 0), |figure| figure.value.sort_key());
    let order = sort::order(&stated, &|a, b| {
        let (a, b) = (key(b), key(a));
        a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
    });
    let (highest, lowest) = (ENDS.min(order.len()), ENDS.min(order.len().saturating_sub(ENDS)));
    drawn.ends = Some((highest, lowest, time));
    let mut kept = vec![false; stated.len()];
    for (place, i) in order.iter().enumerate() {
        if place < highest || place >= order.len() - lowest {
            if let Some(kept) = kept.get_mut(*i) {
                *kept = true;
            }
        }
    }
    let mut kept = kept.into_iter();
    stated.retain(|_| kept.next() == Some(true));
    stated
}

/// As the labels stand: from the highest of the last figures down.
pub(super) fn sort(series: &mut Vec<Series>) {
    let key = |of: &Series| of.last().map_or(0.0, |(_, figure)| marks::middle(&figure.value));
    let order = sort::order(series, &|a, b| key(b).total_cmp(&key(a)));
    let mut taken: Vec<Option<Series>> = series.drain(..).map(Some).collect();
    for i in order {
        series.extend(taken.get_mut(i).and_then(Option::take));
    }
}

/// The names and ids that the view asks for.
fn asked(view: &View) -> Vec<&str> {
    let list = view.places.as_deref().unwrap_or("").split(',').map(str::trim);
    list.filter(|name| !name.is_empty()).collect()
}

fn is(village: &Village, name: &str) -> bool {
    village.id.as_deref() == Some(name) || village.name.is(name)
}

/// What the view asks for and the file does not have: places, or any time of the indicator.
pub(in crate::chart) fn unknown(
    data: &Dataset,
    view: &View,
    indicator: usize,
) -> Option<(&'static str, [String; 2])> {
    for name in asked(view) {
        if !data.villages.iter().any(|village| is(village, name)) {
            return Some(("unknown_place", [name.to_owned(), near(data, view, name)]));
        }
    }
    (data.indicators.is_some() && ranking::times(data, indicator).is_empty()).then(|| {
        let found = "figures that name no time".to_owned();
        ("no_times", [found, "figures of several times, such as { \"2020\": 2.8, \"2023\": 2 }".to_owned()])
    })
}

/// The places whose names begin like this one.
fn near(data: &Dataset, view: &View, name: &str) -> String {
    const MOST: usize = 3;
    let mut near: Vec<(usize, &str)> = Vec::new();
    for village in data.villages.iter() {
        let own = village.name.get(view.locale);
        let alike = own.chars().zip(name.chars()).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
        let at = near.partition_point(|(other, _)| *other >= alike);
        near.insert(at, (alike, own));
        near.truncate(MOST);
    }
    let near: Vec<String> = near.into_iter().map(|(_, name)| ["\"", name, "\""].concat()).collect();
    ["names or ids of places with commas between them, such as ", &text::join(&near, ", ")].concat()
}
