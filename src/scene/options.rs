//! What readers choose from in a list.

use crate::wire::wire;

wire! {
    /// One of several things, and what else could be chosen. @internal
    pub struct Options {
        /// The id of the one that is shown.
        pub chosen: String,
        /// The ids of all.
        pub ids: Vec<String>,
        /// Their names in the reader's language.
        pub names: Vec<String>,
    }
}

impl Options {
    /// Before there is any.
    pub(crate) fn new(chosen: &str) -> Options {
        Options { chosen: chosen.to_owned(), ids: Vec::new(), names: Vec::new() }
    }

    pub(crate) fn add(&mut self, id: &str, name: String) {
        self.ids.push(id.to_owned());
        self.names.push(name);
    }

    /// `None` where there is nothing to choose.
    pub(crate) fn given(self) -> Option<Options> {
        (self.ids.len() > 1).then_some(self)
    }
}
