//! How many places lie in each cell between round numbers of both axes: what is drawn where dots would hide one
//! another.

use super::*;

pub(super) struct Cells {
    /// Of the figures across, and of those upwards.
    pub columns: [Columns; 2],
    /// How many places lie in each, column after column, and how many of them stand out.
    pub counts: Vec<(usize, usize)>,
    /// The least and the greatest count of each size of squares.
    pub sizes: Vec<(usize, usize)>,
}

/// The least width of a cell; how high it is at least of how wide it is.
pub(super) const NARROWEST: f64 = 11.0;
pub(super) const LOWEST: f64 = 0.5;
/// So many sizes are told apart.
const SIZES: usize = 5;

impl Cells {
    /// Of columns of the figures across and upwards.
    pub fn new(columns: [Columns; 2], pairs: &Pairs) -> Cells {
        let [x, y] = &columns;
        let counts = vec![(0, 0); x.counts.len() * y.counts.len()];
        let mut cells = Cells { counts, columns, sizes: Vec::new() };
        let mut most = 0;
        for (i, place) in
            pairs.places.iter().take(pairs.known).enumerate().filter(|(_, place)| place.is_exact)
        {
            if let Some(cell) = cells.of(i).and_then(|at| cells.counts.get_mut(at)) {
                cell.0 += 1;
                cell.1 += usize::from(pairs.stands_out(place));
                most = cell.0.max(most);
            }
        }
        cells.sizes = sizes(most);
        cells
    }

    /// The cell of a place.
    pub fn of(&self, place: usize) -> Option<usize> {
        let [x, y] = &self.columns;
        let (across, upwards) = (x.of.get(place).copied()??, y.of.get(place).copied()??);
        Some(across * y.counts.len() + upwards)
    }

    /// The first places of each cell that is asked for: as many as are named.
    pub fn members(&self, pairs: &Pairs, is_asked: &dyn Fn(usize) -> bool) -> Vec<Vec<usize>> {
        let mut members = Vec::new();
        let mut are_asked = Vec::new();
        for at in 0..self.counts.len() {
            members.push(Vec::new());
            are_asked.push(is_asked(at));
        }
        if !are_asked.contains(&true) {
            return members;
        }
        for i in 0..pairs.known {
            let Some(at) = self.of(i).filter(|at| are_asked.get(*at) == Some(&true)) else { continue };
            let Some(own) = members.get_mut(at).filter(|own| own.len() < spread::said::MOST_NAMES) else {
                continue;
            };
            if pairs.place(i).is_some_and(|place| place.is_exact) {
                own.push(i);
            }
        }
        members
    }

    /// From which number to below which one a cell goes, across and upwards.
    pub fn ends(&self, cell: usize) -> [(f64, f64); 2] {
        let [x, y] = &self.columns;
        let high = y.counts.len().max(1);
        [x.ends(cell / high), y.ends(cell % high)]
    }

    /// Which part of the width of its cell the square of a count has.
    pub fn part(&self, count: usize) -> f64 {
        const LEAST: f64 = 0.3;
        let last = self.sizes.len().saturating_sub(1).max(1);
        let mut size = 0;
        for (_, most) in &self.sizes {
            size += usize::from(*most < count);
        }
        LEAST + (1.0 - LEAST) * size as f64 / last as f64
    }
}

/// From 1 on, from 2 or 5 or 10 and so on, with none left out or as many as it takes.
fn sizes(most: usize) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut power = 1;
    while power <= most {
        for least in [power, 2 * power, 5 * power] {
            if least <= most {
                all.push(least);
            }
        }
        power *= 10;
    }
    let apart = all.len().div_ceil(SIZES).max(1);
    let mut sizes: Vec<(usize, usize)> = Vec::new();
    for (i, least) in all.iter().enumerate() {
        if i % apart == 0 {
            if let Some((_, before)) = sizes.last_mut() {
                *before = least - 1;
            }
            sizes.push((*least, most));
        }
    }
    sizes
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_few_and_of_all_counts() {
        assert_eq!(sizes(0), []);
        assert_eq!(sizes(1), [(1, 1)]);
        assert_eq!(sizes(12), [(1, 1), (2, 4), (5, 9), (10, 12)]);
        assert_eq!(sizes(120), [(1, 4), (5, 19), (20, 99), (100, 120)]);
        for most in 1..5_000 {
            let sizes = sizes(most);
            assert!(sizes.len() <= SIZES && sizes.last().is_some_and(|last| last.1 == most));
            let mut next = 1;
            for (from, to) in sizes {
                assert!(from == next && from <= to);
                next = to + 1;
            }
        }
    }
}
