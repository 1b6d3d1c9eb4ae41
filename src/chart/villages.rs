//! Numbers of villages: wholes and subsets of them, and numbers that stand alone.

use super::breakdown::{self, Breakdown, Leading};
use super::{Desk, Scene};

/// Its section of a data file.
pub type Data = Breakdown;

/// What the schema says of that section.
pub const ABOUT: &str = "Numbers of villages; required for the villages chart.";

pub(super) fn scene(desk: &Desk, data: &Data) -> Scene {
    breakdown::scene(desk, data, Leading::Groups)
}
