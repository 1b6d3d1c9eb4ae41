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
        /// What they lie in: "District".
        pub district: String,
        /// Where they lie.
        pub districts: Vec<String>,
    }
}

wire! {
    /// The line that tells what is over an amount, and the slider that moves it. @internal
    #[derive(Copy)]
    pub struct Threshold {
        /// Where the line is, as all amounts here in the unit that is written; nowhere where it is not shown.
        pub at: Option<f64>,
        /// How many of that unit one of the data's is, in which the view has the line.
        pub factor: f64,
        /// A round amount to begin with.
        pub suggested: f64,
        /// The least round amount of the axis.
        pub least: f64,
        /// The greatest amount of it.
        pub most: f64,
        /// A step of the slider.
        pub step: f64,
        /// Where `least` is, in CSS pixels.
        pub start: f64,
        /// From there to `most`, in CSS pixels.
        pub length: f64,
        /// The middle of the slider's row, in CSS pixels.
        pub y: f64,
    }
}

wire! {
    /// What a reader can choose: a subset to show cell by cell, a place to draw. @internal
    pub struct Named {
        /// Its item's id; of a place how the view names it.
        pub id: String,
        /// Its name in the reader's language.
        pub name: String,
    }
}

wire! {
    /// Places of which a reader chooses several. @internal
    pub struct Picked {
        /// Those that are chosen, in the order in which they were; else those that are drawn.
        pub chosen: Vec<Named>,
        /// Those that the reader looks for, as many as are shown at once.
        pub found: Vec<Named>,
    }
}
