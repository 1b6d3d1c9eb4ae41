//! Without the tools readers can ask nothing. See `asked.rs`.

/// What a list can be narrowed down to.
#[derive(Debug, Clone, PartialEq)]
pub enum Choices {}

/// The line that tells what is over an amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Threshold {}

/// Places of which a reader chooses several.
#[derive(Debug, Clone, PartialEq)]
pub enum Picked {}

/// A subset that can be shown cell by cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Named {}
