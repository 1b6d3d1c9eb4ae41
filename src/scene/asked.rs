//! What readers can ask of a chart with the tools.

use crate::wire::wire;

wire! {
    /// What a list can be narrowed down to. A list of which all are alike is empty. @internal
    #[derive(Default)]
    pub struct Choices {
        /// The name of the search: "Find a village".
        pub find: String,
        /// How many there are when nothing is asked, in a sentence.
        pub all: String,
        /// What the villages make.
        pub crafts: Vec<String>,
        /// Where they lie.
        pub districts: Vec<String>,
    }
}

wire! {
    /// The line that tells what is over an amount, and the slider that moves it. @internal
    #[derive(Copy)]
    pub struct Threshold {
        /// Where the line is; nowhere where it is not shown.
        pub at: Option<f64>,
        /// A round amount to begin with.
        pub suggested: f64,
        /// The greatest amount of the axis.
        pub most: f64,
        /// A step of the slider.
        pub step: f64,
        /// Where 0 is, in CSS pixels.
        pub start: f64,
        /// From 0 to `most`, in CSS pixels.
        pub length: f64,
        /// The middle of the slider's row, in CSS pixels.
        pub y: f64,
    }
}

wire! {
    /// A subset that can be shown cell by cell. @internal
    pub struct Subset {
        /// Its item's id.
        pub id: String,
        /// Its name in the reader's language.
        pub name: String,
    }
}
