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
            let at =
                series.figures.iter().position(|(other, _)| *other >= time).unwrap_or(series.figures.len());
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

    /// The number by which lines are put in order: that of the last figure, the greatest first.
    fn key(&self) -> f64 {
        self.stated(usize::MAX).map_or(NONE, |(_, figure)| 0.0 - marks::middle(&figure.value))
    }
}

/// The key of what has no number.
const NONE: f64 = f64::INFINITY;
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
    let mut keys = Vec::new();
    let mut given = 0;
    for village in villages {
        let is_asked = match asked.is_empty() {
            true => ranking::is_shown(desk, village),
            false => asked.iter().any(|name| places::is(village, name)),
        };
        keys.push(if is_asked { Series::new(&village.figures.0, indicator).key() } else { NONE });
        given += usize::from(keys.last() != Some(&NONE));
    }
    for of in references {
        keys.push(Series::new(&of.figures.0, indicator).key());
    }
    let ends = asked.is_empty() && given > MOST;
    let count = if ends { 2 * ENDS } else { given };
    let of_all = trend.indicator.kind.is_summable();
    let mut series = Vec::new();
    let (mut place, mut rank) = (0, 0);
    for i in sort::ascending(&keys) {
        // those without a number are the last
        if keys.get(i) == Some(&NONE) {
            break;
        }
        let mut of;
        if let Some(village) = villages.get(i) {
            rank += 1;
            if ends && rank > ENDS && rank + ENDS <= given {
                continue;
            }
            of = Series::new(&village.figures.0, indicator);
            of.id = desk.village_id(village);
            of.name = name(desk, village, apart.of(i));
            of.village = Some(i);
            // what lies side by side differs in both
            of.role = if place % 2 == 0 { Role::Solid } else { Role::Ink };
            of.shape = place + place / 4;
            of.size = 4.5;
            place += 1;
        } else if let Some(reference) = references.get(i - villages.len()).filter(|_| !of_all && given > 0) {
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
pub(in crate::chart) fn unknown(desk: &Desk, indicator: usize) -> Option<Fault> {
    let unknown = places::unknown(desk.data, desk.view);
    if unknown.is_some() || desk.data.indicators.is_none() || !ranking::times(desk, indicator).is_empty() {
        return unknown;
    }
    let expected = || "figures of several times: { \"2020\": 2.8, \"2023\": 2 }".to_owned();
    Some(fault("indicators", "no_times", "figures that name no time", expected))
}
