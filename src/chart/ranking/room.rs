//! How much room labels need at most. Words and widths are asked of the browser, which takes a hundredth of a
//! millisecond a label: of thousands of them, only those are asked for that could decide how long the axis is.

use super::rows::with_label;
use super::*;
use crate::scale::Reach;
use crate::scene::reach_both;

/// Adds how far bars and their labels go, as far as that could decide how long the axis is, whose zero is at `start`.
pub(super) fn ends(
    desk: &Desk,
    b: &Builder,
    ranked: &Ranked,
    all: &[Listed],
    (start, bar): (f64, f64),
    ends: &mut Vec<(Reach, Reach)>,
) {
    let (unit, domain) = (ranked.unit(&desk.voice()), ranked.domain);
    let label = |of: &Listed| ValueLabel::new(desk, of.figure, &unit).width(b);
    if domain.is_signed() {
        let measured = all.iter().filter(|of| of.is_measured());
        ends.extend(measured.map(|of| with_label(of.figure, domain, bar, label(of))));
        return;
    }
    let amount = |of: &Listed| reach_both(&of.figure.value, domain, bar).1 .0;
    let mut axis = Axis::fit_both(start, b.width, domain, ends);
    // the greatest first: beside its bar most others need no words to be known to fit
    let mut greatest = (None, f64::NEG_INFINITY);
    for of in all {
        let amount = amount(of);
        if amount >= greatest.1 {
            greatest = (Some(of), amount);
        }
    }
    let mut most = Most::new(desk, b, &unit, all);
    for of in greatest.0.into_iter().chain(all) {
        let end = |label: f64| with_label(of.figure, domain, bar, label).1;
        let (amount, room) = end(most.room(desk, b, of.figure));
        if !axis.is_easy(b.width, amount, room) {
            let (amount, room) = end(label(of));
            axis.make_room(b.width, amount, room);
            ends.push(((0.0, 0.0), (amount, room)));
        }
    }
}

/// The most room of labels, by what they say beside their numbers.
struct Most<'a> {
    unit: &'a str,
    /// A number that is as wide as that of any figure, and how much wider one of zeros may be.
    widest: (f64, f64),
    known: Vec<(&'a Figure, f64)>,
}

/// So many ways to say a number are told apart; the labels of others are measured each.
const WAYS: usize = 12;

impl<'a> Most<'a> {
    /// For the labels of these villages.
    pub fn new(desk: &Desk, b: &Builder, unit: &'a str, all: &[Listed]) -> Most<'a> {
        let (mut whole, mut decimals) = (1, 0);
        for (low, high) in all.iter().filter_map(|of| of.figure.value.stated()) {
            for x in [low, high] {
                let [n, d] = digits(x * desk.numbers.factor);
                (whole, decimals) = (n.max(whole), d.max(decimals));
            }
        }
        let mut digit = (0.0, 1.0);
        let width = |n: usize| b.text_width(&text::digits(n), VALUE);
        for n in 1..10 {
            if width(n) > digit.0 {
                digit = (width(n), n as f64);
            }
        }
        let (mut number, mut part) = (0.0, 1.0);
        for _ in 0..whole {
            number = number * 10.0 + digit.1;
        }
        for _ in 0..decimals {
            part /= 10.0;
            number += digit.1 * part;
        }
        let zeros = (width(0) - digit.0).max(0.0) * f64::from(whole + decimals);
        // letters that stand closer in pairs than by themselves never stand wider by more than this
        Most { unit, widest: (number / desk.numbers.factor, zeros + 2.0), known: Vec::new() }
    }

    /// At least as much room as the label of a figure needs.
    pub fn room(&mut self, desk: &Desk, b: &Builder, figure: &'a Figure) -> f64 {
        let alike = |known: &Figure| {
            let told = |f: &Figure| (std::mem::discriminant(&f.value), f.estimated, f.flags, f.as_of);
            told(known) == told(figure) && known.source == figure.source
        };
        if let Some((_, room)) = self.known.iter().find(|(known, _)| alike(known)) {
            return *room;
        }
        if self.known.len() == WAYS {
            return f64::INFINITY;
        }
        let (number, more) = self.widest;
        let widest = Figure { value: figure.value.map(&|_| number), ..figure.clone() };
        // of an interval each end is a number
        let room = ValueLabel::new(desk, &widest, self.unit).width(b) + more * 3.0;
        self.known.push((figure, room));
        room
    }
}

/// How many digits a number is written with before its sign of decimals, and after it.
fn digits(x: f64) -> [u8; 2] {
    let (mut whole, mut rest) = (1, x.abs());
    while rest >= 10.0 {
        rest /= 10.0;
        whole += 1;
    }
    // of large ones only so much is known: whether there are any
    let mut millionths = match x.abs() {
        x if x < 1e9 => (x * 1e6 + 0.5) as u64,
        x => u64::from(x != x.trunc()),
    };
    let mut decimals = 6;
    while decimals > 0 && millionths % 10 == 0 {
        millionths /= 10;
        decimals -= 1;
    }
    [whole, decimals]
}

#[cfg(all(test, feature = "native", feature = "indicators"))]
mod tests {
    use super::*;
    use crate::platform::Native;
    use proptest::prelude::*;

    #[test]
    fn digits_are_those_that_are_written() {
        assert_eq!([0.0, 9.0, 10.0, 1300.0].map(digits), [[1, 0], [1, 0], [2, 0], [4, 0]]);
        assert_eq!([0.1 + 0.2, 47.6, -2.000001, 999.999].map(digits), [[1, 1], [2, 1], [1, 6], [3, 3]]);
        assert_eq!([1e15, 999_999_999.5, 1_000_000_000.5].map(digits), [[16, 0], [9, 1], [10, 6]]);
    }

    fn value() -> impl Strategy<Value = Value> {
        let number = prop_oneof![
            (0_u32..2_000_000_000).prop_map(f64::from),
            (0_u32..99_999_999).prop_map(|n| f64::from(n) / 1e4),
            Just(1e15),
        ];
        (number, 0..9, 0.0..9.0).prop_map(|(x, kind, more)| match kind {
            0 => Value::About(x),
            1 => Value::Nearly(x),
            2 => Value::MoreThan(x),
            3 => Value::AtLeast(x),
            4 => Value::LessThan(x),
            5 => Value::Range(x, x + f64::from(more as u32)),
            6 => Value::Estimate { at: x, low: 0.0, high: x },
            7 => Value::Missing("no survey".into()),
            _ => Value::Exact(x),
        })
    }

    proptest! {
        /// A label that is not measured would be cut off where it needed more room than was thought.
        #[test]
        fn no_label_needs_more_room(
            figures in prop::collection::vec((value(), any::<bool>(), any::<bool>()), 1..30),
            tag in prop::sample::select(vec!["vi", "en", "fr", "th", "en-IN"]),
        ) {
            let platform = Native::default();
            let data = Dataset::default();
            let view = View::new(Kind::Revenue, Locale::new(tag).unwrap_or_default(), 640.0);
            let desk = Desk::new(&data, &view, &platform, false);
            let village = Village::default();
            let flags = |revised: bool| {
                let mut flags = figure::Flags::default();
                if revised { flags.insert(figure::Flag::Revised); }
                flags
            };
            let figures: Vec<Figure> = figures
                .into_iter()
                .map(|(value, estimated, revised)| {
                    Figure { value, estimated, flags: flags(revised), ..Figure::default() }
                })
                .collect();
            let listed = |figure| Listed {
                village: &village, figure, apart: "", about: "", group: "", place: None,
            };
            let all: Vec<Listed> = figures.iter().map(listed).collect();
            let b = desk.builder();
            let mut most = Most::new(&desk, &b, "%", &all);
            for of in &all {
                let width = ValueLabel::new(&desk, of.figure, "%").width(&b);
                prop_assert!(most.room(&desk, &b, of.figure) >= width || !of.is_measured());
            }
        }
    }
}
