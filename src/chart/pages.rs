//! Charts that are read as a whole have pages where that is too long for one picture.

use super::breakdown::{Breakdown, Leading, Shown};
use super::*;

/// So many figures are one picture in charts that are read as a whole; those of more have pages.
pub(super) const MOST_AT_ONCE: usize = 100;

impl Desk<'_> {
    /// Which of a chart's blocks are on the page that the view is at, as `(first, end)`; which page that is, and how
    /// many there are. Each block is of so many figures, which stay together.
    pub(super) fn paged(&self, blocks: &[usize]) -> ((usize, usize), usize, usize) {
        if self.whole || self.card().is_some() || blocks.iter().sum::<usize>() <= MOST_AT_ONCE {
            return ((0, blocks.len()), 0, 1);
        }
        let mut pages = vec![(0, 0)];
        let mut figures = 0;
        for (i, block) in blocks.iter().enumerate() {
            if figures > 0 && figures + block > PAGE {
                pages.push((i, i));
                figures = 0;
            }
            figures += block;
            if let Some((_, end)) = pages.last_mut() {
                *end = i + 1;
            }
        }
        let page = self.view.page.min(pages.len().saturating_sub(1));
        (pages.get(page).copied().unwrap_or_default(), page, pages.len())
    }
}

/// What is on the page that the view is at, which page that is, and how many there are.
pub(super) fn shown<'a>(desk: &Desk, section: &'a Breakdown, leading: Leading) -> (Shown<'a>, usize, usize) {
    let (groups, counts) = (&section.groups[..], &section.counts[..]);
    let (first_count, first_group) = match leading {
        Leading::Groups => (groups.len(), 0),
        Leading::Counts => (0, counts.len()),
    };
    let mut blocks = vec![1; groups.len() + counts.len()];
    for (block, group) in blocks.iter_mut().skip(first_group).zip(groups) {
        *block += group.subsets.len();
    }
    let ((first, end), page, pages) = desk.paged(&blocks);
    let part = |before: usize, all: usize| {
        first.saturating_sub(before).min(all)..end.saturating_sub(before).min(all)
    };
    let shown = Shown {
        groups: groups.get(part(first_group, groups.len())).unwrap_or_default(),
        counts: counts.get(part(first_count, counts.len())).unwrap_or_default(),
    };
    (shown, page, pages)
}
