//! What a reader can change, and the only way to change it: `View::update(Action)`.

use crate::data::Period;
use crate::text::Locale;
use crate::TOOLS;

macro_rules! kinds {
    ($($kind:ident = $chart:ident($key:ident),)*) => {
        /// Which chart of a dataset.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind {
            $(
                #[doc = concat!("See [`", stringify!($chart), "`](mod@crate::chart::", stringify!($chart), ").")]
                $kind,
            )*
        }

        impl Kind {
            /// Every chart there is, with its name in attributes and on the command line.
            pub const ALL: [(&'static str, Kind); [$(Kind::$kind),*].len()] =
                [$((stringify!($chart), Kind::$kind)),*];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self {
                    $(Kind::$kind => stringify!($chart),)*
                }
            }

            /// The key of its section in a data file.
            pub fn key(self) -> &'static str {
                match self {
                    $(Kind::$kind => stringify!($key),)*
                }
            }
        }
    };
}

crate::chart::charts!(kinds);

impl Kind {
    /// The chart of a name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.iter().find(|k| k.0 == name).map(|k| k.1)
    }
}

/// The order of a list of villages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Greatest first, as far as the figures are stated.
    #[default]
    Value,
    /// By name, as the language sorts.
    Name,
}

impl Sort {
    /// The order of a name: `value` or `name`.
    pub fn from_name(name: &str) -> Option<Sort> {
        match name {
            "value" => Some(Sort::Value),
            "name" => Some(Sort::Name),
            _ => None,
        }
    }

    /// `value` or `name`.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Value => "value",
            Sort::Name => "name",
        }
    }
}

/// The state of one chart, beside its data.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Which chart.
    pub kind: Kind,
    /// The reader's language.
    pub locale: Locale,
    /// The width to draw for, in CSS pixels.
    pub width: f64,
    /// How high bars are and how far apart.
    pub sizes: Sizes,
    /// The period that income is shown in; `None`: that of the first row.
    pub per: Option<Period>,
    /// The order of villages.
    pub sort: Sort,
    /// Which page of a long list, from 0.
    pub page: usize,
    /// The item under the pointer or with the focus: an index into the scene's items.
    pub hover: Option<usize>,
    /// The id of the item that the reader has selected.
    pub selected: Option<String>,
    /// What the reader looks for in a list of villages.
    pub filter: Filter,
    /// The reader's own line across the revenue chart, in the chart's unit.
    pub threshold: Option<f64>,
    /// The id of the subset that is shown cell by cell.
    pub cells: Option<String>,
}

/// The page's own measures, as factors of the chart's.
///
/// ```
/// use village_charts::view::Sizes;
/// assert_eq!(Sizes { bar: 100.0, gap: f64::NAN }.within_reason(), Sizes { bar: 2.0, gap: 1.0 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// The height of a bar, from 0.5 to 2.
    pub bar: f64,
    /// The room between rows, from 0.5 to 2.
    pub gap: f64,
}

impl Default for Sizes {
    fn default() -> Sizes {
        Sizes { bar: 1.0, gap: 1.0 }
    }
}

impl Sizes {
    /// The same, where a chart can still be read.
    #[must_use]
    pub fn within_reason(self) -> Sizes {
        let within = |factor: f64| if factor.is_nan() { 1.0 } else { factor.clamp(0.5, 2.0) };
        Sizes { bar: within(self.bar), gap: within(self.gap) }
    }
}

/// What a reader narrows a list of villages down to. What is empty lets all through.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// A part of a village's name, craft or district; case and marks do not matter.
    pub query: String,
    /// A craft, as [`Choices`](crate::scene::Choices) lists it.
    pub craft: String,
    /// A district, as [`Choices`](crate::scene::Choices) lists it.
    pub district: String,
}

/// One change of a [`View`].
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Another chart.
    Kind(Kind),
    /// Another language.
    Locale(Locale),
    /// Another width, in CSS pixels.
    Width(f64),
    /// Other measures.
    Sizes(Sizes),
    /// Another period for income.
    Per(Option<Period>),
    /// Another order of villages.
    Sort(Sort),
    /// Another page of a long list.
    Page(usize),
    /// The pointer or the focus came to an item, or left all.
    Hover(Option<usize>),
    /// The reader selected an item, or let go.
    Select(Option<String>),
    /// Another narrowing of the list.
    Filter(Filter),
    /// Another line across the revenue chart, or none.
    Threshold(Option<f64>),
    /// Another subset cell by cell, or none.
    Cells(Option<String>),
}

impl View {
    /// A view of a chart as it is before a reader touches it.
    pub fn new(kind: Kind, locale: Locale, width: f64) -> View {
        View {
            kind,
            locale,
            width,
            sizes: Sizes::default(),
            per: None,
            sort: Sort::Value,
            page: 0,
            hover: None,
            selected: None,
            filter: Filter::default(),
            threshold: None,
            cells: None,
        }
    }

    /// Changes the view; `true` where the scene has to be made anew, `false` where only the
    /// highlights over it change.
    pub fn update(&mut self, action: Action) -> bool {
        fn set<T: PartialEq>(field: &mut T, value: T) -> bool {
            let changed = *field != value;
            *field = value;
            changed
        }
        let scene_changed = match action {
            Action::Kind(kind) => set(&mut self.kind, kind) && self.restart_pages(),
            Action::Locale(locale) => set(&mut self.locale, locale),
            Action::Width(width) => set(&mut self.width, width),
            Action::Sizes(sizes) => set(&mut self.sizes, sizes.within_reason()),
            Action::Per(per) => set(&mut self.per, per),
            Action::Sort(sort) => set(&mut self.sort, sort) && self.restart_pages(),
            Action::Page(page) => set(&mut self.page, page),
            Action::Filter(filter) if TOOLS => set(&mut self.filter, filter) && self.restart_pages(),
            Action::Threshold(at) => set(&mut self.threshold, at),
            Action::Cells(cells) if TOOLS => set(&mut self.cells, cells),
            Action::Filter(_) | Action::Cells(_) => false,
            Action::Hover(hover) => {
                self.hover = hover;
                false
            }
            Action::Select(selected) => {
                self.selected = selected;
                false
            }
        };
        if scene_changed {
            // an index into the items of a scene that is gone
            self.hover = None;
        }
        scene_changed
    }

    fn restart_pages(&mut self) -> bool {
        self.page = 0;
        true
    }
}
