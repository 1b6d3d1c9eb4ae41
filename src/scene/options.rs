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
    /// `None` where there is nothing to choose.
    pub(crate) fn of(chosen: &str, all: Vec<[String; 2]>) -> Option<Options> {
        let mut options = Options { chosen: chosen.to_owned(), ids: Vec::new(), names: Vec::new() };
        for [id, name] in all {
            options.ids.push(id);
            options.names.push(name);
        }
        (options.ids.len() > 1).then_some(options)
    }
}
