//! What every scale keeps: order, the way back, and ticks that are round and on the axis.

use proptest::prelude::*;
use village_charts::scale::{Axis, Band, Linear, Log, Scale, Step, Time};

/// A number of any size and sign that a source may state.
fn amount() -> impl Strategy<Value = f64> + Clone {
    (-99_999..100_000i32, -9..16i32).prop_map(|(digits, power)| f64::from(digits) * 10f64.powi(power))
}

/// Pixels to the right or upwards.
fn pixels() -> impl Strategy<Value = (f64, f64)> {
    (0..400u16, 40..1600u16, any::<bool>()).prop_map(|(from, length, upwards)| {
        let (from, to) = (f64::from(from), f64::from(from + length));
        if upwards {
            (to, from)
        } else {
            (from, to)
        }
    })
}

fn domain(values: impl Strategy<Value = f64> + Clone) -> impl Strategy<Value = (f64, f64)> {
    (values.clone(), values)
        .prop_filter("a domain has two ends", |(a, b)| a != b)
        .prop_map(|(a, b)| (a.min(b), a.max(b)))
}

/// Some days, months, years or centuries.
fn days() -> impl Strategy<Value = (f64, f64)> {
    let length = prop_oneof![1..70i32, 70..3_000, 3_000..300_000];
    (-200_000..200_000i32, length).prop_map(|(low, length)| (f64::from(low), f64::from(low + length)))
}

/// Is it 1, 2 or 5 × 10ⁿ?
fn is_round(x: f64) -> bool {
    let digits = format!("{:e}", x.abs());
    matches!(digits.split('e').next(), Some("1" | "2" | "5"))
}

/// Ticks rise, are on the axis, and not many more than there is room for.
fn ticks_fit<S: Scale>(axis: &Axis<S>, apart: f64) -> Result<Vec<f64>, TestCaseError> {
    let (ticks, (low, high)) = (axis.ticks(apart), axis.domain());
    let length = (axis.map(high) - axis.map(low)).abs();
    prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
    prop_assert!(ticks.iter().all(|tick| low <= *tick && *tick <= high), "{ticks:?} of {low} to {high}");
    prop_assert!(ticks.len() as f64 <= length / apart + 2.0 && ticks.len() <= 13, "{ticks:?}");
    Ok(ticks)
}

/// A value further on has a pixel further on, and a pixel leads back to its value.
fn maps_back<S: Scale>(axis: &Axis<S>, a: f64, b: f64, precision: f64) -> Result<(), TestCaseError> {
    let (x, y) = (axis.map(a), axis.map(b));
    let onward = if axis.per_unit() > 0.0 { x <= y } else { x >= y };
    prop_assert!(a > b || onward, "{a} at {x}, {b} at {y}");
    prop_assert!((axis.invert(x) - a).abs() <= precision, "{a} comes back as {}", axis.invert(x));
    Ok(())
}

proptest! {
    #[test]
    fn linear((low, high) in domain(amount()), pixels in pixels(), a in 0.0..1.0, b in 0.0..1.0, apart in 20.0..200.0) {
        let axis = Axis::new(Linear, (low, high), pixels);
        let at = |share: f64| low + (high - low) * share;
        prop_assert!((axis.map(low) - pixels.0).abs() < 1e-6 * pixels.0.max(1.0) + 1e-6);
        let size = low.abs().max(high.abs());
        // of a narrow domain far from zero pixels know fewer digits
        maps_back(&axis, at(a), at(b), size * 1e-9)?;
        let ticks = ticks_fit(&axis, apart)?;
        // multiples of one round step: the least difference is one, and zero is a tick where it can be
        for pair in ticks.windows(2) {
            let step = pair[1] - pair[0];
            let steps = pair[0] / step;
            prop_assert!((steps - steps.round()).abs() < 1e-4, "{ticks:?}");
            if size < (high - low) * 1e4 {
                let digits = format!("{step:.5e}");
                let first = digits.split('e').next().unwrap_or("").trim_end_matches('0').trim_end_matches('.');
                prop_assert!(matches!(first, "1" | "2" | "5"), "{step} in {ticks:?}");
            }
        }
        if low <= 0.0 && 0.0 <= high && !ticks.is_empty() {
            prop_assert!(ticks.contains(&0.0), "{ticks:?}");
        }
        let is_short = (pixels.1 - pixels.0).abs() < apart * 6.0;
        prop_assert!(ticks.len() > 1 || is_short || high - low < size * 1e-6, "{ticks:?}");
    }

    #[test]
    fn log(low in (1..1000u16, -6..9i32), times in 1.5..1e9f64, pixels in pixels(), a in 0.0..1.0, b in 0.0..1.0,
           apart in 20.0..200.0) {
        let low = f64::from(low.0) * 10f64.powi(low.1);
        let axis = Axis::new(Log, (low, low * times), pixels);
        let at = |share: f64| low * times.powf(share);
        maps_back(&axis, at(a), at(b), at(a) * 1e-9)?;
        // equal ratios are equally long
        let ratio = axis.map(at(a) * 10.0) - axis.map(at(a));
        prop_assert!((ratio - (axis.map(10.0) - axis.map(1.0))).abs() < 1e-6);
        for tick in ticks_fit(&axis, apart)? {
            prop_assert!(is_round(tick), "{tick}");
        }
    }

    #[test]
    fn time((low, high) in days(), pixels in pixels(), a in 0.0..1.0,
            b in 0.0..1.0, apart in 20.0..200.0) {
        let axis = Axis::new(Time, (low, high), pixels);
        let at = |share: f64| low + (high - low) * share;
        maps_back(&axis, at(a), at(b), 1e-3)?;
        let ticks = ticks_fit(&axis, apart)?;
        let (low, high) = axis.domain();
        let most = ((pixels.1 - pixels.0).abs() / apart) as usize + 1;
        let step = Time::step(low, high, most.min(12));
        for tick in &ticks {
            let (year, month, day) = Time::date(*tick);
            match step {
                Step::Days(days) => prop_assert_eq!(i64::from(day) % days, 1 % days),
                Step::Months(months) => {
                    prop_assert_eq!(day, 1);
                    prop_assert_eq!((year * 12 + i64::from(month) - 1).rem_euclid(months), 0);
                    prop_assert!(matches!(months, 1 | 3) || (months % 12 == 0 && is_round((months / 12) as f64)));
                }
            }
        }
        if let Step::Days(days) = step {
            prop_assert!(ticks.windows(2).all(|pair| pair[1] - pair[0] >= days as f64), "{ticks:?}");
        }
    }

    #[test]
    fn days_of_the_calendar_count_on(day in -800_000..800_000i64) {
        let (year, month, of_month) = Time::date(day as f64);
        prop_assert_eq!(Time::day(year, month, of_month), day as f64);
        let (next_year, next_month, next) = Time::date((day + 1) as f64);
        let months = |year: i64, month: u8| year * 12 + i64::from(month);
        let later = months(next_year, next_month) - months(year, month);
        prop_assert!(next == of_month + 1 && later == 0 || next == 1 && later == 1 && of_month >= 28);
    }

    #[test]
    fn bands(count in 0..400usize, start in 0..500u16, size in 4..60u16, apart in 20.0..200.0) {
        let (start, size) = (f64::from(start), f64::from(size));
        let axis = Axis::bands(count, start, size);
        for place in 0..count {
            let from = axis.map(place as f64);
            prop_assert_eq!(from, start + size * place as f64);
            prop_assert_eq!(axis.band_at(from + size / 2.0), Some(place));
        }
        prop_assert_eq!(axis.band_at(start - 0.5), None);
        prop_assert_eq!(axis.band_at(start + size * count as f64 + 0.5), None);
        let ticks = ticks_fit(&axis, apart)?;
        for pair in ticks.windows(2) {
            prop_assert!(is_round(pair[1] - pair[0]) && ticks[0] == 0.0, "{:?}", ticks);
        }
    }
}

#[test]
fn quarters_are_ticks_of_a_year_and_a_half() {
    let axis = Axis::new(Time, (Time::day(2023, 2, 1), Time::day(2024, 8, 31)), (0.0, 600.0));
    let dates: Vec<_> = axis.ticks(90.0).into_iter().map(Time::date).collect();
    let quarters = [(2023, 4, 1), (2023, 7, 1), (2023, 10, 1), (2024, 1, 1), (2024, 4, 1), (2024, 7, 1)];
    assert_eq!(dates, quarters);
}

#[test]
fn what_has_no_length_or_no_place_has_no_ticks() {
    assert!(Axis::new(Linear, (3.0, 3.0), (0.0, 100.0)).ticks(10.0).is_empty());
    assert!(Axis::new(Linear, (0.0, f64::NAN), (0.0, 100.0)).ticks(10.0).is_empty());
    assert!(Axis::new(Linear, (0.0, f64::INFINITY), (0.0, 100.0)).ticks(10.0).is_empty());
    assert!(Axis::new(Log, (0.0, 10.0), (0.0, 100.0)).ticks(10.0).is_empty());
    assert!(Axis::new(Log, (-5.0, 10.0), (0.0, 100.0)).ticks(10.0).is_empty());
    assert!(Axis::new(Time, (f64::NEG_INFINITY, 0.0), (0.0, 100.0)).ticks(10.0).is_empty());
    assert!(Axis::<Band>::bands(0, 0.0, 20.0).ticks(10.0).is_empty());
    assert_eq!(Axis::new(Linear, (3.0, 3.0), (7.0, 100.0)).map(3.0), 7.0, "all at the start");
}
