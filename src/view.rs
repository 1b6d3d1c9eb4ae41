//! What a reader can change, and the only way to change it: `View::update(Action)`.

use crate::data::{Node, Period, TimePeriod};
use crate::text::Locale;
use crate::wire::{wire, FromWire, ToWire, Writer};
use std::ops::Deref;

macro_rules! kinds {
    ($($kind:ident = $chart:ident($key:ident) $(if $feature:literal)? $(by $draws:literal)?,)*) => {
        /// Which chart of a dataset.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind {
            $(
                #[doc = concat!("See [`", stringify!($chart), "`](mod@crate::chart::", stringify!($chart), ").")]
                $(#[cfg(feature = $feature)])?
                $kind,
            )*
        }

        impl Kind {
            /// Every chart there is, with its name in attributes and on the command line.
            pub const ALL: [(&'static str, Kind); [$($(#[cfg(feature = $feature)])? Kind::$kind,)*].len()] =
                [$($(#[cfg(feature = $feature)])? (stringify!($chart), Kind::$kind),)*];

            /// The names of those that only a module with a feature draws, and that feature: `PARTS` in attributes.ts.
            #[cfg(feature = "native")]
            pub const DRAWN_BY: &[(&'static str, &'static str)] = &[$($((stringify!($chart), $draws),)?)*];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? Kind::$kind => stringify!($chart),)*
                }
            }

            /// The key of its section in a data file.
            pub fn key(self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? Kind::$kind => stringify!($key),)*
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

/// A state and the changes of it, declared once: a field with its name in `www/src/wire.ts`, and the action that sets
/// it. What only one feature of the crate can change is not there without it.
macro_rules! state {
    ($($(#[doc = $doc:literal])* $field:ident: $change:ident($type:ty) $(if $feature:literal)?,)*) => {
        /// The state of one chart, beside its data.
        #[derive(Debug, Clone, PartialEq)]
        pub struct State {
            $(
                $(#[doc = $doc])*
                $(#[cfg(feature = $feature)])?
                pub $field: $type,
                $(
                    /// Nothing changes it.
                    #[cfg(not(feature = $feature))]
                    pub $field: Unchanged,
                )?
            )*
        }

        /// One change of a [`View`].
        #[derive(Debug, Clone, PartialEq)]
        pub enum Action { $($(#[doc = $doc])* $change($type),)* }

        impl Action {
            /// What a page asks of a field; `None` where it has no such value.
            pub(crate) fn of(field: &str, node: &Node) -> Option<Action> {
                $(
                    $(#[cfg(feature = $feature)])?
                    {
                        if field == stringify!($field) {
                            return FromWire::back(node).map(Action::$change);
                        }
                    }
                )*
                None
            }
        }

        impl ToWire for State {
            fn write(&self, to: &mut Writer) {
                to.record(concat!($(stringify!($field), " "),*), &[$(&self.$field),*]);
            }
            #[cfg(feature = "native")]
            fn script() -> String {
                "View".to_owned()
            }
        }

        #[cfg(feature = "native")]
        impl crate::wire::Declared for State {
            fn declaration() -> String {
                let doc = " The state of one chart, beside its data. @internal";
                crate::wire::interface(&[doc], "View", &[
                    $((&[$($doc),*], stringify!($field), <$type as ToWire>::script())),*
                ])
            }
        }
    };
}

/// What nothing changes in a module that does not have the feature for it.
#[cfg(not(all(feature = "indicators", feature = "tools")))]
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Unchanged;

#[cfg(not(all(feature = "indicators", feature = "tools")))]
impl ToWire for Unchanged {
    fn write(&self, to: &mut Writer) {
        None::<bool>.write(to);
    }
    #[cfg(feature = "native")]
    fn script() -> String {
        "null".to_owned()
    }
}

state! {
    /// Which chart.
    kind: Kind(Kind),
    /// The reader's language.
    locale: Locale(Locale),
    /// The width to draw for, in CSS pixels.
    width: Width(f64),
    /// How high bars are and how far apart.
    sizes: Sizes(Sizes),
    /// The period that income is shown in; without one it is that of the first row.
    unit: Unit(Option<Period>),
    /// The id of the indicator that a ranking is of; without one it is the first.
    indicator: Indicator(Option<String>) if "indicators",
    /// The id of the indicator that a scatter has across; without one it is the first that places have figures of.
    x: X(Option<String>) if "many",
    /// That of the one that it has upwards; without one it is the next.
    y: Y(Option<String>) if "many",
    /// The id of the part by which the places of a make-up are in order; without one they are by the whole.
    order: Order(Option<String>) if "many",
    /// What the bars of a make-up are: `amounts`, which they are without one, or `shares` of the whole.
    shown: Shown(Option<String>) if "many",
    /// The id of the dimension by which groups are split: then they are of how many places are what in it, not of an
    /// indicator.
    split: Split(Option<String>) if "many",
    /// The time that its figures are of; without one, or where it has none of it, it is the last.
    time: Time(Option<TimePeriod>) if "indicators",
    /// The order of villages.
    sort: Sort(Sort),
    /// By what places are grouped: `district`, `craft` or the id of a dimension; without one they are one list, and
    /// groups those of the first that places have.
    group: Group(Option<String>) if "indicators",
    /// The name of the group that alone is shown, or stands out; without one all are shown.
    only: Only(Option<String>) if "indicators",
    /// The places that a trend is of, that are named in a spread, a scatter or groups, and that lead a make-up, with
    /// commas between their names or ids; without any a trend chooses some.
    places: Places(Option<String>) if "many",
    /// What the rows of a ranking say beside their figures, with commas between: `district`, ids of dimensions and of
    /// other indicators.
    also: Also(Option<String>) if "indicators",
    /// What the reader looks for in a list of villages.
    filter: Filter(Filter) if "tools",
    /// Which page of a long list, from 0.
    page: Page(usize),
    /// The id of the item under the pointer or with the focus.
    hover: Hover(Option<String>),
    /// The id of the item that the reader has selected.
    selected: Select(Option<String>),
    /// The reader's own line across a list of villages, in the unit of the data.
    threshold: Threshold(Option<f64>) if "tools",
    /// The id of the subset that is shown cell by cell.
    cells: Cells(Option<String>) if "tools",
}

/// What a chart is asked to show: a [`State`] that [`View::update`] alone changes.
#[derive(Debug, Clone, PartialEq)]
pub struct View(State);

impl Deref for View {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

wire! {
    /// The page's own measures, as factors of the chart's. @internal
    #[derive(Copy)]
    pub struct Sizes {
        /// The height of a bar, from 0.5 to 2.
        pub bar: f64,
        /// The room between rows, from 0.5 to 2.
        pub gap: f64,
    } and back
}

impl Default for Sizes {
    fn default() -> Sizes {
        Sizes { bar: 1.0, gap: 1.0 }
    }
}

impl Sizes {
    /// The same, where a chart can still be read.
    ///
    /// ```
    /// use village_charts::view::Sizes;
    /// assert_eq!(Sizes { bar: 100.0, gap: f64::NAN }.within_reason(), Sizes { bar: 2.0, gap: 1.0 });
    /// ```
    #[must_use]
    pub fn within_reason(self) -> Sizes {
        let within = |factor: f64| if factor.is_nan() { 1.0 } else { factor.clamp(0.5, 2.0) };
        Sizes { bar: within(self.bar), gap: within(self.gap) }
    }
}

wire! {
    /// What a reader narrows a list of villages down to. What is empty lets all through. @internal
    #[derive(Default)]
    pub struct Filter {
        /// A part of a village's name, craft or district; case and marks do not matter.
        pub query: String,
        /// A craft, as `Choices` lists it.
        pub craft: String,
        /// A district, as `Choices` lists it.
        pub district: String,
    } and back
}

impl View {
    /// A view of a chart as it is before a reader touches it.
    pub fn new(kind: Kind, locale: Locale, width: f64) -> View {
        View(State {
            kind,
            locale,
            width,
            sizes: Sizes::default(),
            unit: None,
            indicator: Default::default(),
            x: Default::default(),
            y: Default::default(),
            order: Default::default(),
            shown: Default::default(),
            split: Default::default(),
            time: Default::default(),
            group: Default::default(),
            only: Default::default(),
            places: Default::default(),
            also: Default::default(),
            sort: Sort::Value,
            page: 0,
            hover: None,
            selected: None,
            filter: Default::default(),
            threshold: Default::default(),
            cells: Default::default(),
        })
    }

    /// The state without what says where in a picture one is, and how wide that is: layouts that have the rest in
    /// common are of the same places in the same order.
    #[cfg(feature = "many")]
    pub(crate) fn of_places(&self) -> State {
        State {
            width: 0.0,
            sizes: Sizes::default(),
            page: 0,
            hover: None,
            selected: None,
            threshold: Default::default(),
            ..self.0.clone()
        }
    }

    /// Changes the view; `true` where the scene has to be made anew, `false` where only the
    /// frames over it change.
    pub fn update(&mut self, action: Action) -> bool {
        fn set<T: PartialEq>(field: &mut T, value: T) -> bool {
            let changed = *field != value;
            *field = value;
            changed
        }
        let state = &mut self.0;
        match action {
            Action::Kind(kind) => set(&mut state.kind, kind) && self.rank_anew(),
            Action::Locale(locale) => set(&mut state.locale, locale),
            Action::Width(width) => set(&mut state.width, width),
            Action::Sizes(sizes) => set(&mut state.sizes, sizes.within_reason()),
            Action::Unit(unit) => set(&mut state.unit, unit),
            #[cfg(feature = "indicators")]
            Action::Indicator(id) => {
                set(&mut state.indicator, id.filter(|id| !id.is_empty())) && self.rank_anew()
            }
            #[cfg(feature = "indicators")]
            Action::Time(time) => set(&mut state.time, time) && self.restart_pages(),
            #[cfg(feature = "indicators")]
            Action::Group(group) => {
                set(&mut state.group, group.filter(|id| id != "none" && !id.is_empty()))
                    && self.restart_pages()
            }
            #[cfg(feature = "indicators")]
            Action::Only(only) => {
                set(&mut state.only, only.filter(|name| !name.is_empty())) && self.restart_pages()
            }
            #[cfg(feature = "indicators")]
            Action::Also(also) => set(&mut state.also, also.filter(|list| !list.is_empty())),
            #[cfg(feature = "many")]
            Action::X(x) => set(&mut state.x, x.filter(|id| !id.is_empty())) && self.restart_pages(),
            #[cfg(feature = "many")]
            Action::Y(y) => set(&mut state.y, y.filter(|id| !id.is_empty())) && self.restart_pages(),
            #[cfg(feature = "many")]
            Action::Order(id) => {
                set(&mut state.order, id.filter(|id| !id.is_empty())) && self.restart_pages()
            }
            #[cfg(feature = "many")]
            Action::Shown(shown) => set(&mut state.shown, shown.filter(|shown| shown == "shares")),
            #[cfg(feature = "many")]
            Action::Split(id) => {
                set(&mut state.split, id.filter(|id| !id.is_empty())) && self.restart_pages()
            }
            #[cfg(feature = "many")]
            Action::Places(places) => set(&mut state.places, places.filter(|list| !list.is_empty())),
            Action::Sort(sort) => set(&mut state.sort, sort) && self.restart_pages(),
            #[cfg(feature = "tools")]
            Action::Filter(filter) => set(&mut state.filter, filter) && self.restart_pages(),
            Action::Page(page) => set(&mut state.page, page),
            #[cfg(feature = "tools")]
            Action::Threshold(at) => set(&mut state.threshold, at.filter(|at| at.is_finite())),
            #[cfg(feature = "tools")]
            Action::Cells(cells) => set(&mut state.cells, cells),
            #[cfg(not(feature = "tools"))]
            Action::Filter(_) | Action::Threshold(_) | Action::Cells(_) => false,
            #[cfg(not(feature = "indicators"))]
            Action::Indicator(_) | Action::Time(_) | Action::Group(_) | Action::Only(_) | Action::Also(_) => {
                false
            }
            #[cfg(not(feature = "many"))]
            Action::X(_)
            | Action::Y(_)
            | Action::Order(_)
            | Action::Shown(_)
            | Action::Split(_)
            | Action::Places(_) => false,
            Action::Hover(hover) => {
                state.hover = hover;
                false
            }
            Action::Select(selected) => {
                state.selected = selected;
                false
            }
        }
    }

    /// An amount of other figures is none of these.
    fn rank_anew(&mut self) -> bool {
        self.0.threshold = Default::default();
        self.restart_pages()
    }

    fn restart_pages(&mut self) -> bool {
        self.0.page = 0;
        true
    }
}
