//! Where no indicators are read, there are no lists to choose from. See `options.rs`.

use crate::wire::{ToWire, Writer};

/// One of several things, and what else could be chosen: nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Options {}

impl ToWire for Options {
    fn write(&self, _: &mut Writer) {
        match *self {}
    }
    #[cfg(feature = "native")]
    fn script() -> String {
        "Options".to_owned()
    }
}
