//! Where dots and lines stand that are not to hide one another: heights above, or lanes under, one axis.

/// How high the dots of a radius stand whose middles are at `xs`, from the left to the right: each as low as those
/// before it let it, at 0 the lowest. `None` where one would be higher than `most`.
///
/// A dot looks at those that are near enough to touch it, of which `most` lets only so many be.
pub(in crate::chart) fn swarm(xs: &[f64], radius: f64, most: f64) -> Option<Vec<f64>> {
    let apart = 2.0 * radius + GAP;
    // below the axis stands none yet
    let mut heights = Vec::new();
    for _ in xs {
        heights.push(-1.0);
    }
    let mut near: Vec<(f64, f64)> = Vec::new();
    // from the left to the right piles would lean: first one in the middle, then halves, and so on
    let bits = usize::BITS - xs.len().leading_zeros();
    for turn in 0..1_usize << bits {
        let i = (turn << 1).reverse_bits() >> (usize::BITS - 1 - bits);
        let Some(x) = xs.get(i).copied() else { continue };
        near.clear();
        let mut is_near = |other: usize| {
            let (Some(at), Some(height)) = (xs.get(other), heights.get(other)) else { return false };
            let away = apart * apart - (x - at) * (x - at);
            if away > 0.0 && *height >= 0.0 {
                near.push((*height, away.sqrt()));
            }
            away > 0.0
        };
        let mut other = i;
        while other > 0 && is_near(other - 1) {
            other -= 1;
        }
        other = i + 1;
        while is_near(other) {
            other += 1;
        }
        let mut height = 0.0;
        // whichever it touches it climbs over: what it passes by is taken
        while let Some((at, away)) = near.iter().find(|(at, away)| (height - at).abs() < away - TOUCH) {
            height = at + away;
            if height > most {
                return None;
            }
        }
        if let Some(at) = heights.get_mut(i) {
            *at = height;
        }
    }
    Some(heights)
}

/// Between two dots.
const GAP: f64 = 1.0;
/// What is nearer than this only by rounding touches nothing.
const TOUCH: f64 = 1e-6;

/// Of lines from and to these places, in the order of their beginnings, the lane of each: none touches another.
/// `None` where there would be more than `most` lanes.
pub(in crate::chart) fn lanes(lines: &[(f64, f64)], most: usize) -> Option<Vec<usize>> {
    const APART: f64 = 3.0;
    let mut ends: Vec<f64> = Vec::new();
    let mut lanes = Vec::with_capacity(lines.len());
    for (from, to) in lines {
        let free = ends.iter().position(|end| end + APART <= *from);
        let lane = free.unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = *to,
            None if lane < most => ends.push(*to),
            None => return None,
        }
        lanes.push(lane);
    }
    Some(lanes)
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_two_dots_overlap_and_all_are_there(
            mut xs in prop::collection::vec(0.0..400.0_f64, 0..300),
            rounded in any::<bool>(),
            radius in prop::sample::select(vec![3.0, 4.0, 5.0, 6.0]),
        ) {
            if rounded {
                xs.iter_mut().for_each(|x| *x = x.round());
            }
            xs.sort_by(f64::total_cmp);
            let heights = swarm(&xs, radius, f64::INFINITY).unwrap_or_default();
            prop_assert_eq!(heights.len(), xs.len());
            let again = swarm(&xs, radius, f64::INFINITY).unwrap_or_default();
            prop_assert_eq!(&again, &heights, "it is the same each time");
            for (i, (x, y)) in xs.iter().zip(&heights).enumerate() {
                prop_assert!(*y >= 0.0);
                for (other, at) in xs.iter().zip(&heights).skip(i + 1) {
                    let far = (x - other).hypot(y - at);
                    prop_assert!(far >= 2.0 * radius, "{} {}: {}", x, other, far);
                }
            }
            let most = heights.iter().fold(0.0_f64, |a, b| a.max(*b));
            prop_assert!(swarm(&xs, radius, most).is_some());
            prop_assert!(most == 0.0 || swarm(&xs, radius, most - 0.5).is_none());
        }

        #[test]
        fn no_two_lines_of_a_lane_touch(
            lines in prop::collection::vec((0.0..400.0_f64, 0.0..90.0_f64), 0..100)
        ) {
            let mut lines: Vec<(f64, f64)> = lines.into_iter().map(|(from, long)| (from, from + long)).collect();
            lines.sort_by(|a, b| a.0.total_cmp(&b.0));
            let lanes = lanes(&lines, usize::MAX).unwrap_or_default();
            prop_assert_eq!(lanes.len(), lines.len());
            for (i, (one, lane)) in lines.iter().zip(&lanes).enumerate() {
                for (next, other) in lines.iter().zip(&lanes).skip(i + 1) {
                    prop_assert!(lane != other || one.1 < next.0);
                }
            }
        }
    }

    /// As many as a country has, all at one place: it is told at once that they do not fit.
    #[test]
    fn what_does_not_fit_takes_no_time() {
        assert_eq!(swarm(&vec![100.0; 1_000_000], 3.0, 300.0), None);
    }
}
