//! How many places lie in each cell between round numbers of both axes: what is drawn where dots would hide one
//! another.

use super::*;

pub(super) struct Cells {
    /// Of the figures across, and of those upwards.
    pub columns: [Columns; 2],
    /// How many places lie in each, column after column, and how many of them stand out.
    pub counts: Vec<(usize, usize)>,
    /// The least counts of squares of each size.
    steps: Vec<usize>,
    most: usize,
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
        let mut cells = Cells { counts, columns, steps: Vec::new(), most: 0 };
        for (i, place) in pairs.places.iter().enumerate().filter(|(_, place)| place.is_exact) {
            if let Some(cell) = cells.of(i).and_then(|at| cells.counts.get_mut(at)) {
                cell.0 += 1;
                cell.1 += usize::from(pairs.stands_out(place));
                cells.most = cells.most.max(cell.0);
            }
        }
        cells.steps = steps(cells.most);
        cells
    }

    /// The cell of a place.
    pub fn of(&self, place: usize) -> Option<usize> {
        let [x, y] = &self.columns;
        let (across, upwards) = (x.of.get(place).copied()??, y.of.get(place).copied()??);
        Some(across * y.counts.len() + upwards)
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
        let last = self.steps.len().saturating_sub(1).max(1);
        let step = self.steps.iter().skip(1).filter(|least| **least <= count).count();
        LEAST + (1.0 - LEAST) * step as f64 / last as f64
    }

    /// The least and the greatest count of each size that there is.
    pub fn sizes(&self) -> Vec<(usize, usize)> {
        let mut sizes = Vec::new();
        for (i, least) in self.steps.iter().enumerate() {
            let most = self.steps.get(i + 1).map_or(self.most, |next| next - 1);
            sizes.push((*least, most));
        }
        sizes
    }
}

/// 1, and 2 or 5 or 10 and so on, with none left out or as many as it takes.
fn steps(most: usize) -> Vec<usize> {
    let mut all = Vec::new();
    let mut power = 1;
    while power <= most {
        for n in [1, 2, 5] {
            if n * power <= most {
                all.push(n * power);
            }
        }
        power *= 10;
    }
    let apart = all.len().div_ceil(SIZES).max(1);
    let mut steps = Vec::new();
    for (i, step) in all.into_iter().enumerate() {
        if i % apart == 0 {
            steps.push(step);
        }
    }
    steps
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_few_and_of_all_counts() {
        assert!(steps(0).is_empty());
        assert_eq!(steps(1), [1]);
        assert_eq!(steps(12), [1, 2, 5, 10]);
        assert_eq!(steps(40), [1, 2, 5, 10, 20]);
        assert_eq!(steps(120), [1, 5, 20, 100]);
        for most in 1..5_000 {
            let steps = steps(most);
            assert!(steps.len() <= SIZES && steps.first() == Some(&1) && steps.is_sorted());
        }
    }
}
