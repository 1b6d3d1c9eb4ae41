//! Petitions and what became of them: numbers first, then the groups that they were put into.

use super::breakdown::{self, Breakdown, Leading};
use super::{Desk, Scene};

/// Its section of a data file.
pub type Data = Breakdown;

/// What the schema says of that section.
pub const ABOUT: &str = "What was asked of the authorities; required for the petitions chart.";

pub(super) fn scene(desk: &Desk, data: &Data) -> Scene {
    breakdown::scene(desk, data, Leading::Counts)
}
