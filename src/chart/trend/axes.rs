use super::*;
use crate::data::Unit;
use crate::scale::{Linear, Time};

/// Where times and amounts stand.
pub(super) struct Axes {
    // days are equally long, as a `Time` scale has them, and its ticks are not asked for: names stand at the times
    time: Axis,
    value: Axis,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    /// The lower edge of all of it.
    pub end: f64,
    ticks: Vec<(f64, String)>,
    /// Each time with its name: its pixel, and whether that has room.
    times: Vec<(f64, Vec<String>)>,
    /// Where the amounts begin, where that is not zero.
    pub from: Option<f64>,
}

/// Between numbers and lines, and between the edge and the first and the last time.
const GAP: f64 = 8.0;
/// Above the greatest amount, and under the least of those below zero: what goes on from there needs that.
const ABOVE: f64 = 22.0;
/// Of a line of the names of times.
const LINE: f64 = 15.0;

impl Axes {
    /// Under what is there so far.
    pub fn new(desk: &Desk, b: &mut Builder, trend: &Trend, series: &[Series], labels: &Labels) -> Axes {
        let unit = trend.ranked.amount(&desk.voice());
        if !is_sign(trend) && !unit.is_empty() {
            b.paragraph(&unit, 0.0, b.width, SMALL, Role::Muted);
        }
        let least = match desk.card() {
            Some(_) => 150.0,
            None if labels.are_beside() => 300.0,
            None => 240.0,
        };
        let top = b.y;
        let bottom = top + ABOVE + labels.height().max(least);
        let (low, high) = bounds(trend, series, bottom - top - ABOVE);
        let under = if trend.domain.is_signed() { ABOVE } else { 0.0 };
        let value = Axis::new(Linear, (low, high), (bottom - under, top + ABOVE));
        let voice = text::Voice { numbers: text::Numbers { least: 0, ..desk.numbers }, ..desk.voice() };
        let sign = trend.ranked.unit(&desk.voice());
        let mut ticks = Vec::new();
        let mut left: f64 = 0.0;
        for tick in value.ticks(48.0) {
            let label = match is_sign(trend) {
                true => voice.quantity(&Figure::from(Value::Exact(tick)), &sign, false),
                false => voice.number(tick, 6),
            };
            left = left.max(b.text_width(&label, SMALL));
            ticks.push((tick, label));
        }
        let (left, right) = (left + GAP, b.width - labels.width);
        let days: Vec<f64> = trend.times.iter().map(|time| middle(*time)).collect();
        let ends = (days.first().copied().unwrap_or(0.0), days.last().copied().unwrap_or(0.0));
        // one alone is in the middle
        let days = if ends.0 < ends.1 { ends } else { (ends.0 - 1.0, ends.1 + 1.0) };
        let time = Axis::new(Linear, days, (left + GAP, right - GAP));
        let mut axes = Axes {
            time,
            value,
            left,
            right,
            top,
            bottom,
            end: bottom,
            ticks,
            times: Vec::new(),
            from: Some(low).filter(|low| *low > 0.0),
        };
        axes.name(desk, b, trend, if labels.are_beside() { right + GAP } else { b.width });
        axes
    }

    /// Names for as many times as have room for them up to the pixel `end`, the last first: it is what readers ask for.
    fn name(&mut self, desk: &Desk, b: &Builder, trend: &Trend, end: f64) {
        let room = ((self.right - self.left) / 2.0 - GAP).clamp(40.0, 120.0);
        let mut taken: Vec<(f64, f64)> = Vec::new();
        let mut lines = 1;
        let last = trend.times.len().saturating_sub(1);
        let mut order: Vec<usize> = vec![last, 0];
        order.extend((1..last).rev());
        for (place, i) in order.into_iter().enumerate() {
            let Some(time) = trend.times.get(i).filter(|_| place == 0 || i < last) else { continue };
            let x = self.x(*time);
            let name = b.wrap(&desk.time(*time), SMALL, room);
            let width = name.iter().map(|line| b.text_width(line, SMALL)).fold(0.0, f64::max);
            let from = (x - width / 2.0).min(end - width).max(0.0);
            let is_free = taken.iter().all(|(left, right)| from > right + GAP || from + width < left - GAP);
            if is_free {
                taken.push((from, from + width));
                lines = lines.max(name.len());
                self.times.push((from + width / 2.0, name));
            }
        }
        self.end = self.bottom + 10.0 + LINE * lines as f64 + 4.0;
    }

    /// Lines at round amounts with their numbers, and times with their names.
    pub fn draw(&self, b: &mut Builder, trend: &Trend) {
        for (tick, label) in &self.ticks {
            let y = self.y(*tick);
            let role = if *tick == 0.0 { Role::WholeLine } else { Role::Grid };
            b.rect(self.left, y - 0.5, self.right - self.left, 1.0, role);
            b.text(label, (self.left - GAP, y), Anchor::End, SMALL, Role::Muted, self.left);
        }
        for time in &trend.times {
            b.rect(self.x(*time) - 0.5, self.bottom + 2.0, 1.0, 5.0, Role::WholeLine);
        }
        for (x, name) in &self.times {
            for (i, line) in name.iter().enumerate() {
                let at = (*x, self.bottom + 10.0 + LINE * (i as f64 + 0.5));
                b.text(line, at, Anchor::Middle, SMALL, Role::Muted, b.width);
            }
        }
    }

    pub fn x(&self, time: TimePeriod) -> f64 {
        self.time.map(middle(time))
    }

    pub fn y(&self, value: f64) -> f64 {
        self.value.map(value)
    }

    /// The least amount that is on the axis.
    pub fn low(&self) -> f64 {
        self.value.domain().0
    }

    /// From which height to which the mark of a value goes; of a missing one the lower edge.
    pub fn height(&self, value: &Value, domain: Domain) -> (f64, f64) {
        let reach = marks::reach(value, domain);
        reach.map_or((self.bottom, self.bottom), |(low, high)| (self.y(high), self.y(low)))
    }

    /// Where a figure answers to a pointer whose mark goes from `top` to `bottom`: as large as a finger needs.
    pub fn area(&self, width: f64, x: f64, (top, bottom): (f64, f64)) -> Rect {
        const FINGER: f64 = 28.0;
        let height = (bottom - top).max(FINGER);
        let y = ((top + bottom - height) / 2.0).min(self.end - height).max(0.0);
        Rect { x: (x - FINGER / 2.0).min(width - FINGER).max(0.0), y, width: FINGER, height }
    }
}

/// Is the unit a sign that stands at each number?
fn is_sign(trend: &Trend) -> bool {
    matches!(trend.ranked.unit, Unit::Percent | Unit::Permille) && trend.ranked.per.is_none()
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

/// The amounts that the axis goes from and to. What is counted or paid begins at zero: half as high is half as much.
/// Others may begin at a round amount above it, which is said then.
fn bounds(trend: &Trend, series: &[Series], height: f64) -> (f64, f64) {
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for (_, figure) in series.iter().flat_map(|of| &of.figures) {
        let Some((low, high)) = marks::reach(&figure.value, trend.domain) else { continue };
        (least, most) = (least.min(low), most.max(high));
    }
    let (low, high) = (least.min(0.0), most.max(0.0));
    let span = most - least;
    if trend.domain.is_signed() || trend.indicator.kind.is_summable() || least < most / 2.0 || span <= 0.0 {
        return (low, if low < high { high } else { 1.0 });
    }
    let near = Axis::new(Linear, ((least - span * 0.25).max(0.0), most), (height, 0.0));
    let under = near.ticks(48.0).into_iter().rev().find(|tick| *tick <= least);
    (under.unwrap_or(0.0), most)
}
