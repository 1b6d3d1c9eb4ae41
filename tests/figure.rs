//! What order, rank and sum mean for figures with qualifiers.

#![cfg(feature = "many")]

use proptest::prelude::*;
use village_charts::figure::{ranks, Change, Domain, End, Interval, Order, Rank, Value};

/// Any value of numbers from `least` on, few enough that ties and touching ends are common.
fn from(least: i8) -> impl Strategy<Value = Value> {
    let n = move || (least..12i8).prop_map(f64::from);
    // nothing is nearly zero, and of what is never below zero nothing is under it
    let not_zero = move || {
        n().prop_filter("zero", move |x| *x != 0.0).prop_map(move |x| if least < 0 { x } else { x.abs() })
    };
    prop_oneof![
        n().prop_map(Value::Exact),
        n().prop_map(Value::About),
        not_zero().prop_map(Value::Nearly),
        n().prop_map(Value::MoreThan),
        n().prop_map(Value::AtLeast),
        not_zero().prop_map(Value::LessThan),
        n().prop_map(Value::AtMost),
        (least..11i8, 1..6i8).prop_map(|(low, more)| Value::Range(f64::from(low), f64::from(low + more))),
        (least..11i8, 0..4i8, 0..4i8).prop_map(|(low, at, more)| Value::Estimate {
            low: f64::from(low),
            at: f64::from(low + at),
            high: f64::from(low + at + more),
        }),
    ]
}

/// Any value of a quantity that may be below zero.
fn value() -> impl Strategy<Value = Value> {
    from(-12)
}

/// Any value of one that is not.
fn amount() -> impl Strategy<Value = Value> {
    from(0)
}

/// Numbers that a value leaves possible: around all ends that any value here can have.
fn possible(value: &Value, domain: Domain) -> Vec<f64> {
    let interval = value.interval().within(domain);
    (-120..120).map(|i| f64::from(i) / 4.0).filter(|x| interval.contains(*x)).collect()
}

/// Any interval beside zero or around it, with ends so near that they often touch it.
fn interval() -> impl Strategy<Value = Interval> {
    let end = || (-6..7i8, any::<bool>(), 0..5u8);
    (end(), end()).prop_filter_map("no number is in it", |((a, a_open, a_far), (b, b_open, b_far))| {
        let (low, high) = (f64::from(a.min(b)), f64::from(a.max(b)));
        let (low, low_open) = if a_far == 0 { (f64::NEG_INFINITY, true) } else { (low, a_open) };
        let (high, high_open) = if b_far == 0 { (f64::INFINITY, true) } else { (high, b_open) };
        let any = low < high || !(low_open || high_open);
        any.then_some(Interval { low, low_open, high, high_open })
    })
}

/// Does a bar from zero to `x` cover `point`?
fn covers(x: f64, point: f64) -> bool {
    (x.min(0.0)..=x.max(0.0)).contains(&point)
}

proptest! {
    #[test]
    fn an_extent_is_what_all_and_what_some_possible_bars_cover(of in interval()) {
        let extent = of.extent();
        // bars end between the points that are asked about, too
        let ends: Vec<f64> = (-160..=160).map(|i| f64::from(i) / 8.0).filter(|x| of.contains(*x)).collect();
        let goes_on = |end| matches!(end, End::Beyond | End::AtOrBeyond);
        for point in (-60..=60).map(|i| f64::from(i) / 4.0) {
            let ((from, to), (low, high)) = (extent.certain, extent.possible);
            let certain = ends.iter().all(|x| covers(*x, point));
            prop_assert_eq!(certain, (from..=to).contains(&point), "{} in {:?}", point, extent);
            let within = (low <= point || goes_on(extent.low)) && (point <= high || goes_on(extent.high));
            let excluded = (point == low && extent.low == End::Excluded)
                || (point == high && extent.high == End::Excluded);
            let possible = ends.iter().any(|x| covers(*x, point));
            prop_assert_eq!(possible, within && !excluded, "{} in {:?}", point, extent);
        }
        for (end, number) in [(extent.low, extent.possible.0), (extent.high, extent.possible.1)] {
            match end {
                End::Closed => prop_assert!(number == 0.0 || of.contains(number)),
                End::AtOrBeyond => prop_assert!(of.contains(number)),
                End::Excluded | End::Beyond => prop_assert!(!of.contains(number)),
                End::Short | End::About => prop_assert!(false, "an interval knows its ends"),
            }
        }
    }

    #[test]
    fn an_extent_on_the_other_side_of_zero_is_the_mirror_image(of in interval()) {
        let Interval { low, low_open, high, high_open } = of;
        let there = Interval { low: -high, low_open: high_open, high: -low, high_open: low_open }.extent();
        let here = of.extent();
        prop_assert_eq!(there.certain, (-here.certain.1, -here.certain.0));
        prop_assert_eq!(there.possible, (-here.possible.1, -here.possible.0));
        prop_assert_eq!((there.low, there.high), (here.high, here.low));
    }

    #[test]
    fn a_value_has_the_extent_of_its_interval_but_for_what_is_close_to_a_number(a in amount()) {
        let (extent, (_, stated)) = (a.extent(Domain::FromZero).unwrap(), a.stated().unwrap());
        prop_assert_eq!(extent.possible, (0.0, stated), "what an axis shows");
        prop_assert_eq!(extent.low, End::Closed);
        match a {
            Value::Nearly(x) => prop_assert_eq!((extent.certain, extent.high), ((0.0, x), End::Short)),
            Value::About(x) => prop_assert_eq!((extent.certain, extent.high), ((0.0, x), End::About)),
            Value::Estimate { at, low, high } => {
                prop_assert_eq!((extent.certain, extent.whisker), ((0.0, at), Some((low, high))));
            }
            _ => prop_assert_eq!(extent, a.interval().within(Domain::FromZero).extent()),
        }
    }

    #[test]
    fn below_zero_a_value_has_the_extent_of_its_mirror_image(a in value()) {
        // what "nearly" and "about" are close to is on the same side of zero
        let mirrored = match &a {
            Value::LessThan(x) => Value::MoreThan(-x),
            Value::MoreThan(x) => Value::LessThan(-x),
            Value::AtMost(x) => Value::AtLeast(-x),
            Value::AtLeast(x) => Value::AtMost(-x),
            Value::Range(low, high) => Value::Range(-high, -low),
            Value::Estimate { at, low, high } => Value::Estimate { at: -at, low: -high, high: -low },
            other => other.times(-1.0),
        };
        let here = a.extent(Domain::Signed).unwrap();
        let there = mirrored.extent(Domain::Signed).unwrap();
        prop_assert_eq!(there.possible, (-here.possible.1, -here.possible.0));
        prop_assert_eq!(there.certain, (-here.certain.1, -here.certain.0));
        prop_assert_eq!(there.whisker, here.whisker.map(|(low, high)| (-high, -low)));
        if a.stated() != Some((0.0, 0.0)) {
            prop_assert_eq!((there.low, there.high), (here.high, here.low));
        }
    }

    #[test]
    fn certainly_below_is_below_for_all_possible_numbers(a in value(), b in value()) {
        let (xs, ys) = (possible(&a, Domain::Signed), possible(&b, Domain::Signed));
        let all = |holds: fn(f64, f64) -> bool| xs.iter().all(|x| ys.iter().all(|y| holds(*x, *y)));
        match a.order(&b) {
            Order::Below => prop_assert!(all(|x, y| x < y)),
            Order::Above => prop_assert!(all(|x, y| x > y)),
            Order::Same => prop_assert!(all(|x, y| x == y)),
            // left open means open: some possible numbers stand one way and some do not
            Order::Open => prop_assert!(!all(|x, y| x < y) && !all(|x, y| x > y)),
        }
    }

    #[test]
    fn order_is_the_same_from_both_sides(a in value(), b in value()) {
        let back = match b.order(&a) {
            Order::Below => Order::Above,
            Order::Above => Order::Below,
            same_or_open => same_or_open,
        };
        prop_assert_eq!(a.order(&b), back);
    }

    #[test]
    fn certain_order_is_transitive(a in value(), b in value(), c in value()) {
        if a.order(&b) == Order::Below && b.order(&c) == Order::Below {
            prop_assert_eq!(a.order(&c), Order::Below);
        }
    }

    #[test]
    fn a_sum_holds_the_sum_of_whatever_its_parts_are(a in amount(), b in amount()) {
        let sum = Value::sum([&a, &b]);
        prop_assert_eq!(&sum, &Value::sum([&b, &a]));
        // a range is closed, so it may hold a point more; it never holds one less
        if let Some(sum) = sum {
            for x in possible(&a, Domain::FromZero) {
                for y in possible(&b, Domain::FromZero) {
                    prop_assert!(sum.interval().contains(x + y), "{} + {} is not in {:?}", x, y, sum);
                }
            }
        }
    }

    #[test]
    fn another_unit_keeps_the_qualifier(a in value()) {
        let year = a.times(12.0);
        prop_assert_eq!(std::mem::discriminant(&a), std::mem::discriminant(&year));
        prop_assert_eq!(year.stated(), a.stated().map(|(low, high)| (low * 12.0, high * 12.0)));
    }

    #[test]
    fn a_rank_is_all_places_that_the_others_leave(list in prop::collection::vec(value(), 1..9)) {
        let list: Vec<&Value> = list.iter().collect();
        let ranks = ranks(&list);
        for (a, rank) in list.iter().zip(&ranks) {
            let count = |order| list.iter().filter(|b| b.order(a) == order).count();
            let expected = Rank { best: 1 + count(Order::Above), worst: list.len() - count(Order::Below) };
            prop_assert_eq!(*rank, Some(expected));
            prop_assert!(expected.best <= expected.worst);
        }
        for (i, a) in list.iter().enumerate() {
            for (j, b) in list.iter().enumerate() {
                if let (Order::Open, Some(one), Some(other)) = (a.order(b), ranks[i], ranks[j]) {
                    let apart = one.worst < other.best || other.worst < one.best;
                    prop_assert!(!apart, "an open order has no certain places: {:?} {:?}", a, b);
                }
            }
        }
    }
}

/// What a change says of the way from `x` to `y`, where numbers are written with so many decimals at most: `by` is the
/// way upwards.
fn allows(change: &Change, by: f64, hair: f64) -> bool {
    let within = |amount: &Value, by: f64| {
        let i = amount.interval().within(Domain::FromZero);
        [by, by + hair, by - hair].iter().any(|by| i.contains(*by))
            || i.low - hair <= by && by <= i.high + hair
    };
    match change {
        Change::Up(amount) => by >= 0.0 && within(amount, by),
        Change::Down(amount) => by <= 0.0 && within(amount, -by),
        Change::Same => by == 0.0,
        Change::Open => true,
    }
}

proptest! {
    /// Brute force over the numbers that both figures leave possible, their corners among them.
    #[test]
    fn a_change_is_never_surer_than_its_figures(a in value(), b in value(), signed in any::<bool>()) {
        let domain = if signed { Domain::Signed } else { Domain::FromZero };
        let Some(change) = Change::between(&a, &b, domain) else { panic!("both have a number") };
        let (xs, ys) = (possible(&a, domain), possible(&b, domain));
        let ways = || xs.iter().flat_map(|x| ys.iter().map(move |y| y - x));
        for by in ways() {
            prop_assert!(allows(&change, by, 0.0), "{by} of {change:?}");
        }
        // and it says as much as they do: what is open goes both ways, and an end that is said is come near to
        let (least, most) = (ways().fold(f64::INFINITY, f64::min), ways().fold(f64::NEG_INFINITY, f64::max));
        if xs.is_empty() || ys.is_empty() {
            return Ok(());
        }
        match &change {
            Change::Open => prop_assert!(least <= 0.0 && most >= 0.0),
            Change::Up(by) => prop_assert!(least - by.interval().within(Domain::FromZero).low <= 0.5),
            Change::Down(by) => prop_assert!(-most - by.interval().within(Domain::FromZero).low <= 0.5),
            _ => {}
        }
    }

    #[test]
    fn growth_is_never_surer_than_its_figures(a in amount(), b in amount(), scale in 1u16..2000) {
        let (a, b) = (a.times(f64::from(scale) / 7.0), b.times(3.0));
        let Some(change) = Change::in_percent(&a, &b) else {
            prop_assert!(a.interval().within(Domain::FromZero).low <= 0.0);
            return Ok(());
        };
        let corners = |value: &Value| {
            let i = value.interval().within(Domain::FromZero);
            let far = i.low + 1e5;
            let all = [i.low, i.high.min(far), i.low + 1e-7, i.high.min(far) - 1e-7, (i.low + i.high.min(far)) / 2.0];
            all.into_iter().filter(|x| i.contains(*x)).collect::<Vec<_>>()
        };
        for x in corners(&a) {
            for y in corners(&b) {
                let by = (y / x - 1.0) * 100.0;
                // of an exact growth at least two digits are written
                let is_exact = matches!(&change, Change::Up(Value::Exact(_)) | Change::Down(Value::Exact(_)));
                let hair = if is_exact { (by.abs() * 0.05).max(1e-6) } else { by.abs() * 1e-9 };
                prop_assert!(allows(&change, by, hair), "{by} of {change:?}");
            }
        }
    }
}

#[test]
fn a_change_says_what_its_figures_do() {
    let change = |a, b| Change::between(&a, &b, Domain::FromZero);
    let growth = |a: Value, b: Value| Change::in_percent(&a, &b);
    use Value::{About, AtLeast, AtMost, Exact, LessThan, MoreThan, Nearly, Range};
    assert_eq!(change(Exact(8.4), Exact(4.9)), Some(Change::Down(Exact(3.5))), "not 3.5000000000000004");
    assert_eq!(change(Exact(5.0), Exact(5.0)), Some(Change::Same));
    assert_eq!(change(Range(4.0, 6.0), Exact(9.0)), Some(Change::Up(Range(3.0, 5.0))));
    assert_eq!(change(Exact(5.0), AtLeast(5.0)), Some(Change::Open), "it may be the same");
    assert_eq!(change(Exact(5.0), MoreThan(5.0)), Some(Change::Up(MoreThan(0.0))));
    assert_eq!(change(AtLeast(5.0), LessThan(5.0)), Some(Change::Down(MoreThan(0.0))));
    assert_eq!(change(MoreThan(5.0), MoreThan(8.0)), Some(Change::Open), "it may have been 20 before");
    assert_eq!(change(About(5.0), Exact(50.0)), Some(Change::Open));
    assert_eq!(change(Exact(9.0), Nearly(6.0)), Some(Change::Down(Range(3.0, 9.0))));
    assert_eq!(change(Value::Missing("not surveyed".into()), Exact(5.0)), None);
    assert_eq!(growth(Exact(1100.0), Exact(1300.0)), Some(Change::Up(Exact(18.0))));
    assert_eq!(growth(Exact(1000.0), Exact(1001.0)), Some(Change::Up(Exact(0.1))));
    assert_eq!(growth(Exact(1100.0), AtLeast(1300.0)), Some(Change::Up(AtLeast(18.0))));
    assert_eq!(growth(Exact(1300.0), AtMost(1100.0)), Some(Change::Down(AtLeast(15.0))));
    assert_eq!(growth(MoreThan(1300.0), Exact(1100.0)), Some(Change::Down(MoreThan(15.0))));
    assert_eq!(growth(Exact(10.0), Exact(0.0)), Some(Change::Down(Exact(100.0))));
    assert_eq!(growth(Exact(0.0), Exact(10.0)), None);
}

/// The article's six villages, in its order.
const SIX: [Value; 6] = [
    Value::MoreThan(1300.0),
    Value::Exact(1200.0),
    Value::Exact(1100.0),
    Value::MoreThan(1000.0),
    Value::MoreThan(1000.0),
    Value::Nearly(1000.0),
];

#[test]
fn six_villages_sum_to_over_5600_not_to_6600() {
    assert_eq!(Value::sum(&SIX), Some(Value::MoreThan(5600.0)));
}

#[test]
fn equal_statements_share_their_places_and_nearly_is_last() {
    let ranks = ranks(&SIX.iter().collect::<Vec<_>>());
    let place = |best, worst| Some(Rank { best, worst });
    assert_eq!(ranks[3], ranks[4], "two villages over 1,000");
    assert_eq!(ranks[0], place(1, 3), "over 1,300: above 1,200, but not surely above over 1,000");
    assert_eq!(ranks[5], place(6, 6), "nearly 1,000 is below all others");
}

#[test]
fn nearly_1000_is_below_over_1000_and_below_1000_itself() {
    let (nearly, over) = (Value::Nearly(1000.0), Value::MoreThan(1000.0));
    assert_eq!(nearly.order(&over), Order::Below);
    assert_eq!(nearly.order(&Value::Exact(1000.0)), Order::Below);
    assert_eq!(over.order(&over), Order::Open, "both over 1,000, and no more is known");
}

#[test]
fn from_50_a_year_is_at_least_its_twelfth_a_month() {
    let month = Value::AtLeast(50.0).times(1.0 / 12.0);
    assert!(matches!(month, Value::AtLeast(x) if (x - 4.1667).abs() < 1e-4), "{month:?}");
    assert_eq!(Value::Range(4.0, 5.5).times(12.0), Value::Range(48.0, 66.0));
}

#[test]
fn nothing_is_known_of_a_missing_figure() {
    let missing = Value::Missing("not measured".into());
    assert_eq!(ranks(&[&missing, &Value::Exact(1.0)]), [None, Some(Rank { best: 1, worst: 1 })]);
    assert_eq!(Value::sum([&missing]), None);
    assert_eq!(Value::sum([&missing, &Value::Exact(3.0)]), Some(Value::AtLeast(3.0)));
}
