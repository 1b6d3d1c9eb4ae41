//! Which places are drawn: those that the author names, else all of a few, else the highest and the lowest of many.

use super::*;

/// A line of the chart: a place, or what places are compared with.
pub(in crate::chart) struct Series<'a> {
    pub id: String,
    pub name: String,
    /// Which place of the file it is; `None` of what places are compared with.
    pub village: Option<usize>,
    /// Those that name a time, in their order.
    pub figures: Vec<(TimePeriod, &'a Figure)>,
    /// What tells it from the others where they meet: its colour, the shape of its dots, and how large it all is.
    pub role: Role,
    pub shape: usize,
    pub size: f64,
}

impl<'a> Series<'a> {
    pub fn new(figures: &'a [Observation], indicator: usize) -> Series<'a> {
        let (id, name) = (String::new(), String::new());
        let (figures_of, village) = (Vec::new(), None);
        let mut series =
            Series { id, name, village, figures: figures_of, role: Role::Muted, shape: 0, size: 2.5 };
        for of in figures {
            let Some(time) = of.time.filter(|_| of.indicator == indicator) else { continue };
            let at = series.figures.partition_point(|(other, _)| *other < time);
            series.figures.insert(at, (time, &of.figure));
        }
        series
    }

    /// The place and the figure of the last that has a number, before another one.
    pub fn stated(&self, before: usize) -> Option<(usize, &'a Figure)> {
        let mut stated = None;
        for (place, (_, figure)) in self.figures.iter().take(before).enumerate() {
            if figure.value.stated().is_some() {
                stated = Some((place, *figure));
            }
        }
        stated
    }

    /// The number by which lines are put in order: that of the last figure.
    fn key(&self) -> f64 {
        self.stated(usize::MAX).map_or(NONE, |(_, figure)| marks::middle(&figure.value))
    }
}

/// Puts a time among others, in their order and once.
pub(in crate::chart) fn insert(times: &mut Vec<TimePeriod>, time: TimePeriod) {
    // the standard library's sort would be 16 KB
    if let Err(at) = times.binary_search(&time) {
        times.insert(at, time);
    }
}

/// The key of what has no number.
const NONE: f64 = f64::NEG_INFINITY;
/// So many lines can be told apart.
const MOST: usize = 8;
/// So many of the highest, and of the lowest, are drawn of more.
const ENDS: usize = 3;

/// As the labels stand, from the highest of the last figures down. What all places make together, for which no axis of
/// single ones has room, is `said`, and which places are drawn of all.
pub(super) fn chosen<'a>(
    desk: &Desk<'a>,
    trend: &Trend,
    indicator: usize,
    apart: &Apart,
    said: &mut Vec<String>,
) -> Vec<Series<'a>> {
    let (villages, asked) = (&desk.data.villages, places::asked(desk.view));
    let references = &desk.data.references;
    // places, and after them what they are compared with: the number by which each is put in order
    let (mut keys, mut order) = (Vec::new(), Vec::new());
    for village in villages {
        let is_asked = asked.is_empty() || asked.iter().any(|name| places::is(village, name));
        let key = if is_asked { Series::new(&village.figures.0, indicator).key() } else { NONE };
        if key > NONE {
            order.push(keys.len());
        }
        keys.push(key);
    }
    for of in references {
        keys.push(Series::new(&of.figures.0, indicator).key());
    }
    let key = |i: usize| keys.get(i).copied().unwrap_or(NONE);
    let by_key = |a: &usize, b: &usize| key(*b).total_cmp(&key(*a));
    let ends = asked.is_empty() && order.len() > MOST;
    let mut drawn = Vec::new();
    for (place, i) in sort::order(&order, &by_key).into_iter().enumerate() {
        if !ends || place < ENDS || place + ENDS >= order.len() {
            drawn.extend(order.get(i));
        }
    }
    let count = drawn.len();
    let of_all = trend.indicator.kind.is_summable();
    if !of_all && !drawn.is_empty() {
        for i in villages.len()..keys.len() {
            if key(i) > NONE {
                drawn.push(i);
            }
        }
    }
    let mut series = Vec::new();
    let mut place = 0;
    for i in sort::order(&drawn, &by_key) {
        let Some(i) = drawn.get(i).copied() else { continue };
        let mut of;
        if let Some(village) = villages.get(i) {
            of = Series::new(&village.figures.0, indicator);
            of.id = desk.village_id(village);
            of.name = name(desk, village, apart.of(i));
            of.village = Some(i);
            // what lies side by side differs in both
            of.role = if place % 2 == 0 { Role::Solid } else { Role::Ink };
            of.shape = place + place / 4;
            of.size = 4.5;
            place += 1;
        } else if let Some(reference) = references.get(i - villages.len()) {
            of = Series::new(&reference.figures.0, indicator);
            of.name = reference.name.get(desk.locale).to_owned();
            of.id = concat(&["reference-", &*of.name]);
        } else {
            continue;
        }
        series.push(of);
    }
    for reference in references.iter().filter(|of| of_all && of.indicator.0 == indicator) {
        let of = Series::new(&reference.figures.0, indicator);
        said.push(concat(&[reference.name.get(desk.locale), ": ", &said::summary(desk, trend, &of)]));
    }
    said.push(said::some(desk, count));
    if ends {
        let count = text::digits(ENDS);
        said.push(desk.say(message!("trend-ends"), &[(arg!("highest"), &count), (arg!("lowest"), &count)]));
    }
    series
}

/// What a line is called: the name of a place, and what tells it from others of its name.
pub(super) fn name(desk: &Desk, village: &Village, apart: &str) -> String {
    desk.voice().list(&[village.name.get(desk.locale), apart])
}

/// What the view asks for and the file does not have: places, or any time of the indicator.
pub(in crate::chart) fn unknown(data: &Dataset, view: &View, indicator: usize) -> Option<Fault> {
    let unknown = places::unknown(data, view);
    if unknown.is_some() || data.indicators.is_none() || !ranking::times(data, indicator).is_empty() {
        return unknown;
    }
    let expected = || "figures of several times: { \"2020\": 2.8, \"2023\": 2 }".to_owned();
    Some(fault("no_times", "figures that name no time", expected))
}
