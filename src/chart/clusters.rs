//! Industrial clusters: a whole and subsets of it.

use super::breakdown::{self, Breakdown, Leading};
use super::{Desk, Scene};

/// Its section of a data file.
pub type Data = Breakdown;

/// What the schema says of that section.
pub const ABOUT: &str = "Industrial clusters (cụm công nghiệp); required for the clusters chart.";

pub(super) fn scene(desk: &Desk, data: &Data) -> Scene {
    breakdown::scene(desk, data, Leading::Groups)
}
