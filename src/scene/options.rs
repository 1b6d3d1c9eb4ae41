//! What readers choose from in a list.

use crate::wire::wire;

wire! {
    /// A list to choose from: one of several things that is shown, and what else could be. @internal
    pub struct Options {
        /// The attribute that says which one it is; a reader's choice is written there.
        pub attribute: &'static str,
        /// What stands over the list.
        pub caption: String,
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
    pub(crate) fn new(attribute: &'static str, caption: String, chosen: &str) -> Options {
        Options { attribute, caption, chosen: chosen.to_owned(), ids: Vec::new(), names: Vec::new() }
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
