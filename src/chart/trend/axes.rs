use super::labels::Labels;
use super::*;
use crate::scale::{Linear, Time};

/// Where times and amounts stand.
pub(super) struct Axes {
    // days are equally long, as a `Time` scale has them, and its ticks are not asked for: names stand at the times
    time: Axis,
    value: Axis,
    pub right: f64,
    pub top: f64,
    /// The lower edge of all of it.
    pub end: f64,
    /// The least amount that is on the axis.
    pub low: f64,
}

/// Between numbers and lines, and between the edge and the first and the last time.
const GAP: f64 = 8.0;
/// Above the greatest amount, and under the least of those below zero: what goes on from there needs that.
const ABOVE: f64 = 22.0;
/// Between numbers.
const APART: f64 = 48.0;

impl Axes {
    /// Under what is there so far, with lines at round amounts and names at times. What is to be `said` to who sees
    /// it: that the axis does not begin at zero.
    pub fn new(
        desk: &Desk,
        b: &mut Builder,
        trend: &Trend,
        series: &[Series],
        labels: &Labels,
        said: &mut Vec<String>,
    ) -> Axes {
        let voice = desk.brief();
        let mut unit = trend.ranked.amount(&voice);
        // a sign stands at each number
        if !trend.ranked.unit.is_sign() {
            b.paragraph(&unit, 0.0, b.width, SMALL, Role::Muted);
            unit.clear();
        }
        let least = match desk.card() {
            Some(_) => 140.0,
            None if labels.height > 0.0 => 300.0,
            None => 220.0,
        };
        let top = b.y + ABOVE;
        let bottom = top + labels.height.max(least);
        let (low, high) = bounds(trend.indicator.kind.is_summable(), span(trend, series), bottom - top);
        let value = Axis::new(Linear, (low, high), (bottom, top));
        let numbers = Numbers::new(desk, b, &value, &unit);
        said.extend(begins(desk, &trend.ranked, low));
        let (left, right) = (numbers.left, b.width - labels.width);
        let day = |time: Option<&TimePeriod>| time.map_or(0.0, |time| middle(*time));
        // one alone is at the left
        let days = (day(trend.times.first()), day(trend.times.last()));
        let time = Axis::new(Linear, days, (left + GAP, right - GAP));
        let bottom = if low < 0.0 { bottom + ABOVE } else { bottom };
        let axes = Axes { time, value, right, top, end: bottom + 30.0, low };
        numbers.draw(b, right, &|value| axes.y(value));
        // as many names as have room, the last first: it is what readers ask for
        let mut free = if labels.width > 0.0 { right + GAP } else { b.width };
        for time in trend.times.iter().rev() {
            let x = axes.x(*time);
            b.rect(x - 0.5, bottom + 2.0, 1.0, 5.0, Role::WholeLine);
            let name = desk.time(*time);
            let width = b.text_width(&name, SMALL);
            let mut from = (x - width / 2.0).max(0.0);
            if free >= right {
                from = from.min(free - width);
            }
            if from + width <= free {
                b.text(&name, (from, bottom + 18.0), Anchor::Start, SMALL, Role::Muted, width);
                free = from - GAP;
            }
        }
        axes
    }

    pub fn x(&self, time: TimePeriod) -> f64 {
        self.time.map(middle(time))
    }

    pub fn y(&self, value: f64) -> f64 {
        self.value.map(value)
    }
}

/// The numbers at the left of an axis that goes upwards.
pub(in crate::chart) struct Numbers {
    all: Vec<(f64, String)>,
    /// What they take, up to where their lines begin.
    pub left: f64,
}

impl Numbers {
    /// Each with a unit, where there is one.
    pub fn new(desk: &Desk, b: &Builder, axis: &Axis, unit: &str) -> Numbers {
        let voice = desk.brief();
        let mut numbers = Numbers { all: Vec::new(), left: GAP };
        for tick in axis.ticks(APART) {
            let label = voice.quantity(&Figure::from(Value::Exact(tick)), unit, false);
            numbers.left = numbers.left.max(b.text_width(&label, SMALL) + GAP);
            numbers.all.push((tick, label));
        }
        numbers
    }

    /// With lines that end at `right`.
    pub fn draw(&self, b: &mut Builder, right: f64, y: &dyn Fn(f64) -> f64) {
        let left = self.left;
        for (tick, label) in &self.all {
            let y = y(*tick);
            let role = if *tick == 0.0 { Role::WholeLine } else { Role::Grid };
            b.rect(left, y - 0.5, right - left, 1.0, role);
            b.text(label, (left - GAP, y), Anchor::End, SMALL, Role::Muted, left);
        }
    }
}

/// Where an axis begins, if that is above zero; only who sees it is told.
pub(in crate::chart) fn begins(desk: &Desk, ranked: &Ranked, low: f64) -> Option<String> {
    let voice = desk.brief();
    if desk.aloud || low <= 0.0 {
        return None;
    }
    let from = voice.quantity(&Figure::from(Value::Exact(low)), &ranked.unit(&voice), false);
    Some(desk.say(message!("trend-axis"), &[(arg!("amount"), &from)]))
}

/// The day in the middle of a time.
fn middle(time: TimePeriod) -> f64 {
    let year = i64::from(time.year());
    match (time.date(), time.quarter()) {
        (Some(Date { month: Some(month), .. }), _) => Time::day(year, month, 16),
        (Some(_), _) => Time::day(year, 7, 2),
        (None, Some(quarter)) => Time::day(year, quarter.saturating_mul(3).saturating_sub(1), 16),
        // two years: where the second begins
        (None, None) => Time::day(year + 1, 1, 1),
    }
}

/// The least and the greatest number that is drawn.
fn span(trend: &Trend, series: &[Series]) -> (f64, f64) {
    let mut span = NOTHING;
    for (_, figure) in series.iter().flat_map(|of| &of.figures) {
        span = within(span, marks::reach(&figure.value, trend.domain));
    }
    span
}

/// Before there is any number.
pub(in crate::chart) const NOTHING: (f64, f64) = (f64::INFINITY, f64::NEG_INFINITY);

/// The same span with what a mark takes.
#[inline(never)]
pub(in crate::chart) fn within(span: (f64, f64), reach: Option<(f64, f64)>) -> (f64, f64) {
    reach.map_or(span, |(low, high)| (span.0.min(low), span.1.max(high)))
}

/// The amounts that an axis of so many pixels goes from and to. What is counted or paid begins at zero: half as high is
/// half as much. Others may begin at a round amount above it, which is said then.
pub(in crate::chart) fn bounds(is_summable: bool, (least, most): (f64, f64), length: f64) -> (f64, f64) {
    let span = most - least;
    let mut low = least.min(0.0);
    if !is_summable && least >= most / 2.0 && span > 0.0 {
        for tick in Axis::new(Linear, (least - span * 0.25, most), (length, 0.0)).ticks(APART) {
            if tick <= least {
                low = tick;
            }
        }
    }
    (low, if most > low { most } else { low + 1.0 })
}
