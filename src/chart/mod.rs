//! The charts: each makes a [`Scene`] of its section of a dataset. A new chart is a file or folder beside these and a
//! line in the list.

pub mod breakdown;
mod card;
/// The pages of what is too long for one picture.
#[cfg(not(feature = "indicators"))]
#[path = "no_pages.rs"]
mod pages;
#[cfg(feature = "indicators")]
mod pages;
mod places;
/// What only the tools ask of a chart.
#[cfg(feature = "tools")]
mod tools;
#[cfg(not(feature = "tools"))]
#[path = "no_tools.rs"]
mod tools;

/// The charts that have a section of their own in a data file, in the order in which findings and documents name
/// them: `Kind = module(key)`. The module's name is the word of the attribute `type`, and of the message `title-…` that
/// stands for a title; under the key a data file has the chart's section. The module has the section's type, `Data`,
/// which is a `Section` of the data, what the schema says of it, `ABOUT`, and `scene(&Desk, &Data) -> Scene`.
/// `if "feature"` behind it: a module without that does not know the chart. `by "feature"`: only a module with that
/// draws it, and a page that has such a chart asks for one (`PARTS` in www/src/attributes.ts).
macro_rules! sections {
    ($with:ident $(, $($more:tt)*)?) => {
        $with! {
            Revenue = revenue(revenue) by "article",
            Income = income(income) by "article",
            Clusters = clusters(clusters) by "article",
            Villages = villages(village_counts) by "article",
            Petitions = petitions(petitions) by "article",
            Ranking = ranking(indicators) if "indicators" by "ranking",
            $($($more)*)?
        }
    };
}

/// All charts: after those above, others that draw the same sections.
macro_rules! charts {
    ($with:ident) => {
        $crate::chart::sections! { $with,
            Trend = trend(indicators) if "many" by "trend",
            Spread = spread(indicators) if "many" by "spread",
            Scatter = scatter(indicators) if "many" by "scatter",
            Groups = groups(indicators) if "many" by "groups",
            Makeup = makeup(indicators) if "many" by "makeup",
        }
    };
}

macro_rules! modules {
    ($($kind:ident = $chart:ident($key:ident) $(if $feature:literal)? $(by $draws:literal)?,)*) => {
        $(pub mod $chart;)*

        /// The scene of the chart that the view is of; `None` where the data has no section for it.
        fn lay_out(desk: &Desk) -> Option<Scene> {
            #[cfg(all(feature = "article", feature = "indicators"))]
            if desk.view.kind == Kind::Income {
                if let Some(scene) = income::scene_of_indicator(desk) {
                    return Some(scene);
                }
            }
            match desk.view.kind {
                $(
                    $(#[cfg(feature = $feature)])?
                    $(#[cfg(feature = $draws)])?
                    Kind::$kind => desk.data.$key.as_ref().map(|data| $chart::scene(desk, data)),
                )*
                #[allow(unreachable_patterns)]
                _ => None,
            }
        }

        /// The message that stands for a title which the data does not give.
        fn title_of(kind: Kind) -> Message {
            match kind {
                $($(#[cfg(feature = $feature)])? Kind::$kind => message!(concat!("title-", stringify!($chart))),)*
            }
        }

        /// What a file has for a chart though its section is missing.
        #[cfg(all(feature = "native", feature = "tools"))]
        fn unread(kind: Kind, data: &Dataset) -> Option<[&'static str; 2]> {
            match kind {
                $(Kind::$kind => <$chart::Data as Section>::unread(&data.villages),)*
            }
        }
    };
}

charts!(modules);
pub(crate) use {charts, sections};

#[cfg(all(feature = "native", feature = "tools"))]
use crate::data::Section;
#[cfg(feature = "many")]
use crate::data::TimePeriod;
use crate::data::{Dataset, Date, Finding, Severity, Village};
use crate::figure::{Figure, Value};
use crate::platform::{Font, Platform};
use crate::scale::Axis;
use crate::scene::{Anchor, Builder, Choices, Controls, Item, Point, Rect, Role, Scene, Threshold};
use crate::sort;
#[cfg(feature = "tools")]
use crate::table::{self, Form, Table};
use crate::text::{self, concat, Argument, Label, Locale, Message};
#[cfg(feature = "tools")]
use crate::view::Action;
use crate::view::{Kind, View};
#[cfg(all(feature = "native", feature = "tools"))]
pub(crate) use card::{card, Card};
#[cfg(feature = "many")]
pub use places::within;
pub use ranking::Kept;
#[cfg(feature = "tools")]
use std::ops::Range;
use tools::{fault, refusal, Fault};
#[cfg(feature = "indicators")]
use tools::{one_of, wrong};

/// The picture of a chart.
///
/// # Errors
/// Where the dataset has no figure for the chart, or more than a picture can hold, the finding says so; without the
/// tools it has no words.
///
/// ```
/// use village_charts::{chart, data, platform::Native, text::Locale, view::{Kind, View}};
/// let platform = Native::default();
/// let json = br#"{ "format": "village-charts/1", "revenue": { "unit": "billion_vnd", "per": "year" },
///                  "villages": [{ "name": "A", "revenue": { "more_than": 1300 } }] }"#;
/// let data = data::read(json, &platform).dataset.unwrap();
/// let scene = chart::scene(&data, &View::new(Kind::Revenue, Locale::EN, 640.0), &platform).unwrap();
/// assert_eq!(scene.items[0].value, "over 1,300 billion đồng a year");
/// ```
pub fn scene(data: &Dataset, view: &View, platform: &dyn Platform) -> Result<Scene, Finding> {
    drawn(&Desk::new(data, view, platform, false))
}

/// The same, with what layouts before it have found out: see [`Kept`].
///
/// # Errors
/// Those of [`scene`].
pub fn scene_again(
    data: &Dataset,
    view: &View,
    platform: &dyn Platform,
    kept: &Kept,
) -> Result<Scene, Finding> {
    drawn(&Desk::new(data, view, platform, false).keeping(kept))
}

fn drawn(desk: &Desk) -> Result<Scene, Finding> {
    let view = desk.view;
    if let Some(fault) = ranking::unknown(desk) {
        return Err(refusal(fault));
    }
    let scene = lay_out(desk);
    // what the reader looks for may be nowhere, and a group may have no figure: that is an answer
    let is_narrowed = view.filter != Default::default();
    #[cfg(feature = "many")]
    let is_narrowed = is_narrowed || ranking::is_one(desk);
    let drawn = scene.filter(|scene| !scene.items.is_empty() || is_narrowed);
    let key = view.kind.key();
    let nothing = || {
        let expected = || "the section that this type of chart draws, with at least one figure".to_owned();
        refusal(fault(key, "missing_section", "nothing", expected))
    };
    let scene = drawn.ok_or_else(nothing)?;
    if scene.height > HIGHEST {
        let expected = || "fewer figures or shorter texts".to_owned();
        return Err(refusal(fault(key, "too_long", "more than one picture can hold", expected)));
    }
    Ok(scene)
}

/// Why the charts that a file has sections for cannot be drawn: an empty section, or more than a picture can hold. A
/// file of which this finds nothing can be drawn at every width that a fragment has.
///
/// ```
/// use village_charts::{chart, data, platform::Native};
/// let platform = Native::default();
/// let json = br#"{ "format": "village-charts/1", "villages": [{ "name": "A", "revenue": 1300 }] }"#;
/// let data = data::read(json, &platform).dataset.unwrap();
/// assert_eq!(chart::refused(&data, &platform)[0].path, "$.revenue"); // 1,300 of what?
/// ```
#[cfg(all(feature = "native", feature = "tools"))]
pub fn refused(data: &Dataset, platform: &dyn Platform) -> Vec<Finding> {
    let sections = data.sections();
    let mut refused = Vec::new();
    let mut given = false;
    // others draw what a ranking does, and a file whose figures name no time is right without a trend
    let is_other = |kind: &Kind| kind.key() == Kind::Ranking.key() && *kind != Kind::Ranking;
    for (_, kind) in Kind::ALL.into_iter().filter(|(_, kind)| !is_other(kind)) {
        let unread = unread(kind, data).filter(|_| sections.iter().all(|(key, _)| *key != kind.key()));
        if unread.is_none() && sections.iter().all(|(key, _)| *key != kind.key()) {
            continue;
        }
        given = true;
        let indicators = data.indicators.as_ref().filter(|_| kind == Kind::Ranking);
        let of_each = indicators.map_or(vec![None], |all| {
            let drawn = all.0.iter().enumerate().filter(|(at, _)| ranking::is_given(data, &all.0, *at));
            drawn.map(|(_, indicator)| Some(indicator.id.clone())).collect()
        });
        for indicator in of_each {
            refused.extend(first_refusal(data, kind, indicator, unread, platform));
        }
    }
    if !given {
        refused.push(Finding {
            severity: Severity::Error,
            code: "missing_section",
            path: "$".to_owned(),
            found: "nothing to draw".to_owned(),
            expected: concat(&["at least one of: ", &Kind::ALL.map(|(_, kind)| kind.key()).join(", ")]),
            place: None,
        });
    }
    refused
}

/// Why a chart cannot be drawn at one of the widths that a fragment has.
#[cfg(all(feature = "native", feature = "tools"))]
fn first_refusal(
    data: &Dataset,
    kind: Kind,
    indicator: Option<String>,
    unread: Option<[&str; 2]>,
    platform: &dyn Platform,
) -> Option<Finding> {
    // of charts that have no pages the narrowest picture is the highest
    for width in crate::embed::WIDTHS {
        let mut view = View::new(kind, Locale::VI, f64::from(width));
        view.update(Action::Indicator(indicator.clone()));
        match scene(data, &view, platform) {
            Ok(scene) if scene.controls.pages > 1 => return None,
            Ok(_) => {}
            Err(finding) => {
                let [found, expected] =
                    unread.map(|told| told.map(str::to_owned)).unwrap_or([finding.found, finding.expected]);
                return Some(Finding { found, expected, ..finding });
            }
        }
    }
    None
}

/// All figures of a chart that the view's filter lets through, on all pages.
///
/// `None` where the dataset has no figure for the chart.
///
/// ```
/// use village_charts::{chart, data, platform::Native, text::Locale, view::{Kind, View}};
/// let platform = Native::default();
/// let json = br#"{ "format": "village-charts/1", "revenue": { "unit": "billion_vnd", "per": "year" },
///                  "villages": [{ "name": "A", "revenue": { "more_than": 1300 } }] }"#;
/// let data = data::read(json, &platform).dataset.unwrap();
/// let table = chart::table(&data, &View::new(Kind::Revenue, Locale::EN, 640.0), &platform).unwrap();
/// assert_eq!(table.rows[0][3..6], ["over 1,300 billion đồng a year", "over", "1300"]);
/// ```
#[cfg(feature = "tools")]
pub fn table(data: &Dataset, view: &View, platform: &dyn Platform) -> Option<Table> {
    let desk = Desk::new(data, view, platform, true);
    Some(table::table(&lay_out(&desk)?, &desk.voice()))
}

/// The table of a static picture, over the line `said`, and what there is to say of which figures are in it: those of
/// all pages, or where it is not `whole` those that are drawn. Lines over time are a row each, with a column for each
/// time; places of two indicators have a column for each of them.
#[cfg(feature = "tools")]
pub(crate) fn rows_html(
    data: &Dataset,
    view: &View,
    platform: &dyn Platform,
    whole: bool,
    said: &str,
) -> [String; 2] {
    let desk = &Desk { whole, ..Desk::new(data, view, platform, true) };
    if view.kind == Kind::Groups {
        let sheet = groups::sheet(desk).unwrap_or_default();
        let source = Some(&sheet.source).filter(|source| *source != said).map_or("", String::as_str);
        return [sheet.html(view.locale), source.to_owned()];
    }
    if view.kind == Kind::Trend || is_of_several(view) {
        let form = if view.kind == Kind::Trend { Form::Times } else { Form::Chart };
        let sheet = ranking::sheet(desk, form).unwrap_or_default();
        // other figures than those of the picture may have other sources
        let source = Some(&sheet.source).filter(|source| *source != said).map_or("", String::as_str);
        let drawn = match view.kind {
            _ if whole => String::new(),
            Kind::Trend => trend::how_many(desk),
            _ if data.villages.len() <= desk.page_size() => String::new(),
            _ => desk.voice().page(0, data.villages.len().div_ceil(desk.page_size())),
        };
        return [sheet.html(view.locale), text::line(&[drawn, source.to_owned()])];
    }
    let Some(scene) = lay_out(desk) else { return Default::default() };
    let page = match scene.controls.pages {
        pages if pages > 1 && !whole => desk.voice().page(0, pages),
        _ => String::new(),
    };
    [table::table(&scene, &desk.voice()).rows_html(said, view.locale), page]
}

/// Has each place figures of several indicators in the chart? Then its table has a column for each.
#[cfg(feature = "tools")]
fn is_of_several(view: &View) -> bool {
    matches!(view.kind, Kind::Scatter | Kind::Makeup)
}

/// A table for a reader of a page, over the line `said`: one of a [`Form`] whose figures are not those of a whole file.
///
/// `None` where the dataset has no figure for the chart, and of forms that it has not.
#[cfg(feature = "tools")]
pub fn sheet(
    data: &Dataset,
    view: &View,
    platform: &dyn Platform,
    form: Form,
    said: &str,
) -> Option<table::Sheet> {
    sheet_again(data, view, platform, form, said, &Kept::default())
}

/// The same, with what layouts before it have found out: see [`Kept`].
#[cfg(feature = "tools")]
pub fn sheet_again(
    data: &Dataset,
    view: &View,
    platform: &dyn Platform,
    form: Form,
    said: &str,
    kept: &Kept,
) -> Option<table::Sheet> {
    let desk = Desk::new(data, view, platform, true).keeping(kept);
    match form {
        Form::Chart if view.kind == Kind::Groups => groups::sheet(&desk),
        Form::Chart if !is_of_several(view) => {
            Some(table::table(&lay_out(&desk)?, &desk.voice()).sheet(said))
        }
        _ => ranking::sheet(&desk, form),
    }
}

/// Figures as CSV: those of a chart, or, where it is a ranking, all of the file's.
///
/// `None` where the dataset has no figure for the chart, and of forms that it has not.
///
/// ```
/// use village_charts::{chart, data, platform::Native, table::Form, text::Locale, view::{Kind, View}};
/// let platform = Native::default();
/// let json = br#"{ "format": "village-charts/1",
///     "indicators": [{ "id": "poor", "name": "Poverty rate", "kind": "rate", "unit": "percent" }],
///     "villages": [{ "name": "A", "figures": { "poor": { "2014": 3.2, "2016": { "less_than": 2 } } } }] }"#;
/// let data = data::read(json, &platform).dataset.unwrap();
/// let view = View::new(Kind::Ranking, Locale::EN, 640.0);
/// let csv = |form| chart::csv(&data, &view, &platform, form).unwrap().lines().count();
/// // a line of headings, then a line for each figure, or for each place
/// assert_eq!((csv(Form::Long), csv(Form::Wide)), (3, 2));
/// ```
#[cfg(feature = "tools")]
pub fn csv(data: &Dataset, view: &View, platform: &dyn Platform, form: Form) -> Option<String> {
    match form {
        Form::Chart if view.kind == Kind::Groups => groups::csv(&Desk::new(data, view, platform, true)),
        Form::Chart if !is_of_several(view) => Some(table(data, view, platform)?.csv()),
        _ => ranking::csv(&Desk::new(data, view, platform, true), form, 0..usize::MAX),
    }
}

/// A part of that: the rows of so many places from one on, in the order of the file; those of a chart in its own order.
/// It begins with the headings where that is the first, and is empty after the last. Of a chart that is no list of
/// places all is one part. `kept` is what layouts and parts before it have found out.
#[cfg(feature = "tools")]
pub fn csv_part(
    data: &Dataset,
    view: &View,
    platform: &dyn Platform,
    form: Form,
    part: Range<usize>,
    kept: &Kept,
) -> Option<String> {
    if form != Form::Chart || is_of_several(view) {
        return ranking::csv(&Desk::new(data, view, platform, true).keeping(kept), form, part);
    }
    let is_list = matches!(view.kind, Kind::Revenue | Kind::Ranking | Kind::Spread);
    if part.is_empty() || (!is_list && part.start > 0) {
        return Some(String::new());
    }
    if view.kind == Kind::Groups {
        return groups::csv(&Desk::new(data, view, platform, true).keeping(kept));
    }
    // a part is a page of so many rows
    let page = part.start / part.len().max(1);
    let mut at = view.clone();
    at.update(Action::Page(page));
    let desk = Desk::new(data, &at, platform, true).keeping(kept);
    let desk = Desk { whole: !is_list, rows: Some(part.len()), ..desk };
    let scene = lay_out(&desk)?;
    if scene.controls.page < page {
        return Some(String::new());
    }
    Some(table::table(&scene, &desk.voice()).csv_part(page == 0))
}

/// Some browsers have no canvas that is higher.
const HIGHEST: f64 = 16_384.0;

const NAME: Font = Font { size: 15.0, bold: true };
const VALUE: Font = Font { size: 14.0, bold: true };
const BODY: Font = Font { size: 14.0, bold: false };
const SMALL: Font = Font { size: 12.0, bold: false };

/// Rows on a page. Two pages of them still fit a phone's largest canvas at three pixels to one.
pub(crate) const PAGE: usize = 20;
/// What every chart works with.
#[derive(Clone, Copy)]
struct Desk<'a> {
    data: &'a Dataset,
    view: &'a View,
    platform: &'a dyn Platform,
    locale: Locale,
    /// A long list as a whole, not a page of it.
    whole: bool,
    /// So many rows of it are on a page, where a file is written in parts.
    #[cfg(feature = "tools")]
    rows: Option<usize>,
    /// What is made is a table.
    tabled: bool,
    /// What is said is to be heard, not to be read.
    aloud: bool,
    cited: &'a Cited,
    /// The day that figures speak of which name none.
    as_of: Option<Date>,
    /// The id of the source of figures that name none; the file's first where there is none.
    source: Option<&'a str>,
    numbers: text::Numbers,
    /// The time that figures are of, where they have one of their own; only tables say it of each.
    #[cfg(feature = "tools")]
    time: Option<TimePeriod>,
    /// The chart is to be a card.
    #[cfg(all(feature = "native", feature = "tools"))]
    card: Option<Card>,
    /// What the layouts before this one found out.
    #[cfg(feature = "indicators")]
    kept: Option<&'a Kept>,
    /// A reader draws a box: the picture is to say where each place is.
    #[cfg(feature = "many")]
    boxed: bool,
}

/// What the figures of a picture cite, in reading order, once each. The first source and the first date are said of the
/// whole chart, the others also at their figures.
#[derive(Default)]
struct Cited {
    /// By their places in the file.
    sources: Vec<Option<usize>>,
    /// Of each source of the file its number among these, from 1; 0 where it is none of them.
    numbers: Vec<usize>,
    dates: Vec<Option<Date>>,
}

/// The source of a figure, by its place in the file, and the day that it speaks of.
type Cite = (Option<usize>, Option<Date>);

/// Before anyone knows what is drawn.
static NOTHING: Cited = Cited { sources: Vec::new(), numbers: Vec::new(), dates: Vec::new() };

/// A [`Scene`]'s texts beside its picture.
struct Texts<'a> {
    /// The chart's own title; empty where it has none.
    title: String,
    note: &'a Option<Label>,
    /// What a listener hears before the figures, and after them.
    opening: String,
    summary: String,
    answers: Vec<String>,
}

/// Dates of figures, once each, in their order; the file's own first where it is among them.
fn once(all: &[Option<Date>], own: Option<Date>) -> Vec<Option<Date>> {
    let number = |date: &Option<Date>| {
        date.map(|d| {
            (u32::from(d.year) << 16) | u32::from_be_bytes([0, 0, d.month.unwrap_or(0), d.day.unwrap_or(0)])
        })
    };
    let mut again = vec![false; all.len()];
    let mut before = None;
    for i in sort::order(all, &|a, b| number(a).cmp(&number(b))) {
        let date = all.get(i);
        if let Some(again) = again.get_mut(i) {
            *again = date == before;
        }
        before = date;
    }
    let mut list = Vec::new();
    for (date, again) in all.iter().zip(again) {
        if !again {
            list.insert(if *date == own { 0 } else { list.len() }, *date);
        }
    }
    list
}

/// The mark of a source by its place among those that a picture cites: none, "¹", "²", … "¹⁰".
fn source_mark(place: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    if place == 0 {
        return String::new();
    }
    let raised = |digit: u8| DIGITS.get(usize::from(digit.wrapping_sub(b'0'))).copied();
    text::digits(place).bytes().filter_map(raised).collect()
}

impl<'a> Desk<'a> {
    /// For a picture, or for a table of all pages.
    fn new(data: &'a Dataset, view: &'a View, platform: &'a dyn Platform, tabled: bool) -> Desk<'a> {
        Desk {
            data,
            view,
            platform,
            locale: view.locale,
            whole: tabled,
            #[cfg(feature = "tools")]
            rows: None,
            tabled,
            aloud: false,
            cited: &NOTHING,
            as_of: data.as_of,
            source: None,
            numbers: text::Numbers::default(),
            #[cfg(feature = "tools")]
            time: None,
            #[cfg(all(feature = "native", feature = "tools"))]
            card: None,
            #[cfg(feature = "indicators")]
            kept: None,
            #[cfg(feature = "many")]
            boxed: false,
        }
    }

    /// What these figures cite. The file's own source leads where one of them has it, else that of the first; so does
    /// its date.
    fn cited(&self, figures: &[&Figure]) -> Cited {
        self.cited_besides(figures, &[])
    }

    /// The same, and after them what others come from.
    fn cited_besides(&self, figures: &[&Figure], others: &[Cite]) -> Cited {
        let mut origins = Vec::new();
        for figure in figures {
            origins.push(self.origin(figure));
        }
        origins.extend(others);
        self.cited_of(&origins)
    }

    /// The same of figures by their sources and dates.
    fn cited_of(&self, origins: &[Cite]) -> Cited {
        let own = self.origin(&Figure::default());
        let mut cited = Cited { numbers: vec![0; self.data.sources.len()], ..Cited::default() };
        let mut cite = |source: Option<usize>| match source.and_then(|i| cited.numbers.get_mut(i)) {
            Some(number) if *number == 0 => {
                cited.sources.push(source);
                *number = cited.sources.len();
            }
            _ => {}
        };
        // the file's own source leads, where a figure has it
        if origins.is_empty() || origins.iter().any(|origin| origin.0 == own.0) {
            cite(own.0);
        }
        let mut dates = Vec::new();
        for (source, date) in origins {
            cite(*source);
            dates.push(*date);
        }
        cited.dates = once(&dates, own.1);
        if cited.dates.is_empty() {
            cited.dates.push(own.1);
        }
        cited
    }

    /// The same desk for the picture that cites these.
    #[inline(never)]
    fn citing<'b>(&self, cited: &'b Cited) -> Desk<'b>
    where
        'a: 'b,
    {
        Desk { cited, ..*self }
    }

    /// The same for what is heard.
    #[inline(never)]
    fn aloud(&self) -> Desk<'a> {
        Desk { aloud: true, ..*self }
    }

    #[inline(never)]
    fn voice(&self) -> text::Voice<'a> {
        text::Voice {
            locale: self.locale,
            platform: self.platform,
            aloud: self.aloud,
            numbers: self.numbers,
            places: self.data.into(),
        }
    }

    /// The voice of numbers with as many decimals as they have: round amounts need no zeros.
    fn brief(&self) -> text::Voice<'a> {
        text::Voice { numbers: text::Numbers { least: 0, ..self.numbers }, ..self.voice() }
    }

    /// How many places of a long list are on a page: rows, or dots, which take no room of their own.
    fn page_size(&self) -> usize {
        #[cfg(feature = "tools")]
        if let Some(rows) = self.rows {
            return rows.max(1);
        }
        #[cfg(feature = "many")]
        if matches!(self.view.kind, Kind::Spread | Kind::Scatter) {
            return pages::MOST_AT_ONCE;
        }
        PAGE
    }

    /// The same of a list, all of which a whole one has.
    fn list_size(&self) -> usize {
        if self.whole {
            usize::MAX
        } else {
            self.page_size()
        }
    }

    fn builder(&self) -> Builder<'a> {
        // narrower than this nothing can be read, wider no canvas can be
        Builder::new(self.platform, self.locale, self.view.width.clamp(120.0, 4000.0), self.view.sizes)
    }

    fn id(&self, id: &Option<String>, name: &Label) -> String {
        if let Some(id) = id {
            return id.clone();
        }
        let mut made = String::new();
        for letter in self.platform.fold(name.own()).chars() {
            made.push(if letter == ' ' { '-' } else { letter });
        }
        made
    }

    /// The same of a village: two of a name lie in different districts, and neither is the total.
    fn village_id(&self, village: &Village) -> String {
        let id = self.id(&village.id, &village.name);
        match &village.district {
            Some(district) if village.id.is_none() => concat(&[&*id, "-", &self.id(&None, district)]),
            _ => id,
        }
    }

    /// A label in the reader's language; nothing where there is none.
    fn label<'l>(&self, label: &'l Option<Label>) -> &'l str {
        label.as_ref().map_or("", |l| l.get(self.locale))
    }

    fn quantity(&self, figure: &Figure, unit: &str) -> String {
        self.voice().quantity(figure, unit, false)
    }

    /// A message of the reader's language: see [`Voice::say`](text::Voice::say).
    fn say(&self, message: Message, arguments: &[(Argument, &str)]) -> String {
        self.voice().say(message, arguments)
    }

    /// A figure's item; `say` puts it into words at a desk, for readers and for listeners.
    fn item(&self, id: String, area: Rect, say: &dyn Fn(&Desk) -> ItemTexts, figure: &Figure) -> Item {
        let quote =
            figure.quote.as_ref().map(|q| self.say(message!("quote"), &[(arg!("text"), q.get(self.locale))]));
        let mut flags = Vec::new();
        for flag in figure.flags.iter() {
            flags.push(self.say(flag.message(), &[]));
        }
        let (mut first, mut spoken) = (String::new(), String::new());
        // of a table its cells are heard, each by itself
        if !self.tabled {
            let heard = say(&self.aloud());
            let voice = self.voice();
            first = voice.ranges_in_words(&heard.heard());
            let mut all = vec![first.clone()];
            let mut also = |texts: &[String]| {
                for text in texts {
                    all.push(voice.ranges_in_words(text));
                }
            };
            also(&heard.notes);
            also(&flags);
            also(quote.as_slice());
            also(self.aloud().other_origin(figure).as_slice());
            spoken = voice.sentences(&all);
        }
        let ItemTexts { title, subtitle, value, unit, mut notes, .. } = say(self);
        let (source, date) = self.origin(figure);
        let source = self.source_name(source);
        let as_of = self.date(date);
        let provenance = self.voice().provenance(source, &as_of);
        let cells = tools::cells(self, figure, [unit, source.to_owned(), as_of, first], say, &quote);
        notes.extend(flags);
        notes.extend(quote);
        Item { id, area, title, subtitle, value, notes, provenance, spoken, cells }
    }

    /// The item of what has no figure of its own: a heading, or a count.
    #[cfg(feature = "indicators")]
    fn item_of_none(&self, id: String, area: Rect, say: &dyn Fn(&Desk) -> ItemTexts) -> Item {
        self.item(id, area, say, &Figure::default())
    }

    /// A figure's source, by its place in the file, and its date.
    fn origin(&self, figure: &Figure) -> Cite {
        let sources = &self.data.sources;
        let source = match figure.source.as_deref().or(self.source) {
            Some(id) => sources.find(id),
            None => sources.first().map(|_| 0),
        };
        (source, figure.as_of.or(self.as_of))
    }

    fn source_name(&self, source: Option<usize>) -> &'a str {
        let source = source.and_then(|i| self.data.sources.get(i));
        source.map_or("", |s| s.name.get(self.locale))
    }

    fn date(&self, date: Option<Date>) -> String {
        date.map_or(String::new(), |d| self.voice().date(d))
    }

    /// Where a figure comes from and the day it speaks of, as far as they are not those that lead the chart.
    fn other_origin(&self, figure: &Figure) -> [String; 2] {
        let (source, date) = self.origin(figure);
        let source = if self.cited.sources.first().copied().flatten() == source {
            ""
        } else {
            self.source_name(source)
        };
        let as_of = if self.cited.dates.first() == Some(&date) { String::new() } else { self.date(date) };
        self.voice().origin(source, &as_of)
    }

    /// A text of the picture that says a figure, and what the picture tells the figure from the others by: a date that
    /// is not theirs, and the mark of another source, which the line under the chart explains.
    fn marked(&self, mut text: String, figure: &Figure) -> String {
        let (source, date) = self.origin(figure);
        let lead = self.cited.dates.first().copied().flatten();
        if let Some(date) = date.filter(|d| Some(*d) != lead) {
            // its year tells it where that is another one; the line has the whole date, and so has the table
            let year_tells = lead.is_none_or(|lead| lead.year != date.year);
            let date = if year_tells { Date { month: None, day: None, ..date } } else { date };
            let date = self.voice().date(date);
            text = self.say(message!("in-brackets"), &[(arg!("text"), &text), (arg!("note"), &date)]);
        }
        let mut letters = Vec::new();
        for flag in figure.flags.iter() {
            letters.push(self.say(flag.letter(), &[]));
        }
        if !letters.is_empty() {
            text = self.say(
                message!("in-brackets"),
                &[(arg!("text"), &text), (arg!("note"), &self.voice().list(&text::borrowed(&letters)))],
            );
        }
        self.with_source(text, source)
    }

    /// A text with the mark of its source; as it is where that is the first of the picture.
    fn with_source(&self, mut text: String, source: Option<usize>) -> String {
        let number = source.and_then(|i| self.cited.numbers.get(i)).map_or(0, |n| n.saturating_sub(1));
        let mark = source_mark(number);
        if !mark.is_empty() && text.as_bytes().last().is_some_and(u8::is_ascii_digit) {
            text.push(' '); // no power of the number
        }
        text + &mark
    }

    /// A figure of the picture in its parts, with what the picture tells it by.
    fn marked_parts(&self, figure: &Figure, unit: &str) -> Vec<text::Part> {
        let mut parts = self.voice().parts(figure, unit, false);
        match parts.last_mut().filter(|last| !last.strong) {
            Some(last) => last.text = self.marked(std::mem::take(&mut last.text), figure),
            None => {
                let text = text::trimmed(&self.marked(String::new(), figure)).to_owned();
                if !text.is_empty() {
                    parts.push(text::Part { text, strong: false, spaced: true });
                }
            }
        }
        parts
    }

    /// All sources and dates of the drawn figures: the line under the chart, and aloud what ends its summary.
    fn provenance(&self) -> String {
        let voice = self.voice();
        let first_date = self.date(self.cited.dates.first().copied().flatten());
        let [source, as_of] =
            voice.origin(self.source_name(self.cited.sources.first().copied().flatten()), &first_date);
        let mut others = Vec::new();
        for date in self.cited.dates.iter().skip(1) {
            others.push(self.date(*date));
        }
        let mut parts = vec![source, as_of];
        if !others.is_empty() {
            parts.push(
                self.say(message!("some-as-of"), &[(arg!("dates"), &voice.list(&text::borrowed(&others)))]),
            );
        }
        for (i, source) in self.cited.sources.iter().enumerate().skip(1) {
            let id = if self.aloud { message!("source-other-spoken") } else { message!("source-marked") };
            parts.push(
                self.say(id, &[(arg!("mark"), &source_mark(i)), (arg!("source"), self.source_name(*source))]),
            );
        }
        if self.aloud {
            voice.sentences(&parts)
        } else {
            text::line(&parts)
        }
    }

    fn finish(&self, b: Builder, texts: Texts, controls: Controls) -> Scene {
        let given = [texts.title, self.label(&self.data.title).to_owned()];
        let title = given.into_iter().find(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| self.say(title_of(self.view.kind), &[]));
        let mut items = b.items;
        own_ids(&mut items);
        let voice = self.voice();
        let source_in_words = self.aloud().provenance();
        // names of sources have years in them
        let heard_source = voice.ranges_in_words(&source_in_words);
        let end = voice.sentences(&[texts.summary, b.reading, heard_source]);
        let summary = voice.sentences(&[texts.opening.clone(), end.clone()]);
        let description = tools::description(self, texts.opening, &controls, &items, end);
        Scene {
            width: b.width,
            height: b.y.ceil(),
            marks: b.marks,
            items,
            #[cfg(feature = "many")]
            targets: b.targets,
            #[cfg(feature = "many")]
            spots: b.spots,
            title,
            note: self.label(texts.note).to_owned(),
            source: self.provenance(),
            source_in_words,
            summary,
            description,
            answers: texts.answers,
            controls,
        }
    }
}

/// Gives what has the id of another one of its own: selecting one of two of a name is not to mark the other.
fn own_ids(items: &mut [Item]) {
    loop {
        let id = |i: usize| items.get(i).map(|item| &item.id);
        let mut twins = Vec::new();
        for pair in sort::order(items, &|a, b| a.id.cmp(&b.id)).windows(2) {
            if let [first, second] = *pair {
                if id(first) == id(second) {
                    twins.push(second);
                }
            }
        }
        if twins.is_empty() {
            return;
        }
        for i in twins {
            if let Some(item) = items.get_mut(i) {
                item.id = concat(&[&*item.id, "-", &text::digits(i + 1)]);
            }
        }
    }
}

/// The words of an item.
#[derive(Default)]
struct ItemTexts {
    title: String,
    subtitle: String,
    value: String,
    unit: String,
    notes: Vec<String>,
    /// Where its place lies; only tables say it by itself.
    #[cfg_attr(not(feature = "tools"), allow(dead_code))]
    district: String,
    /// It is one of several that are alike, such as places; only tables ask.
    #[cfg_attr(not(feature = "tools"), allow(dead_code))]
    listed: bool,
    /// The figure is heard before its name, which goes on from it: "9 points that introduce products".
    figure_first: bool,
}

impl ItemTexts {
    /// Without notes.
    fn new(title: String, value: String, unit: String) -> ItemTexts {
        ItemTexts { title, value, unit, ..ItemTexts::default() }
    }

    /// Name and figure in one sentence.
    fn heard(&self) -> String {
        let between = if self.subtitle.is_empty() { "" } else { ", " };
        match self.figure_first {
            true => concat(&[&*self.value, " ", &self.title]),
            false => concat(&[&*self.title, between, &self.subtitle, ": ", &self.value]),
        }
    }
}

/// Texts in lines, none of them broken: what has no room behind the last one begins another.
#[cfg(feature = "indicators")]
fn in_lines(
    texts: &[String],
    join: &dyn Fn(&str, &str) -> String,
    has_room: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        let longer = lines.last().map(|line| join(line, text)).filter(|line| has_room(line));
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(text.clone()),
        }
    }
    lines
}

/// A figure's label beside its bar: the number with its qualifier in bold, its unit in regular; why there is no
/// number in regular, too.
struct ValueLabel(Vec<text::Part>);

impl ValueLabel {
    fn new(desk: &Desk, figure: &Figure, unit: &str) -> ValueLabel {
        ValueLabel(desk.marked_parts(figure, unit))
    }

    fn font(part: &text::Part) -> (Font, Role) {
        match part.strong {
            true => (VALUE, Role::Ink),
            false => (BODY, Role::Muted),
        }
    }

    fn width(&self, b: &Builder) -> f64 {
        ValueLabel::width_of(&self.0, b)
    }

    fn width_of(parts: &[text::Part], b: &Builder) -> f64 {
        let mut width = 0.0;
        for (i, part) in parts.iter().enumerate() {
            let blank = if i > 0 && part.spaced { b.text_width(" ", BODY) } else { 0.0 };
            width += blank + b.text_width(&part.text, ValueLabel::font(part).0);
        }
        width
    }

    /// Draws it from `x`, or so that it ends there, in the middle of a line at `y`.
    fn draw(&self, b: &mut Builder, at: Point, anchor: Anchor) {
        ValueLabel::draw_parts(&self.0, b, at, anchor);
    }

    /// As many of its parts as a line has room for, at least one, and the others under them. What is one part, such as
    /// why there is no number, goes on under itself.
    fn draw_in_two(&self, b: &mut Builder, (x, y): Point, below: f64) {
        if let [only] = &self.0[..] {
            let (font, role) = ValueLabel::font(only);
            let room = b.width - x;
            if let Some(first) = b.wrap(&only.text, font, room).first() {
                b.text(first, (x, y), Anchor::Start, font, role, room);
                let rest = only.text.get(first.len()..).unwrap_or("");
                b.text(text::trimmed(rest), (x, below), Anchor::Start, font, role, room);
            }
            return;
        }
        let fits = |n: &usize| self.0.get(..*n).is_some_and(|p| ValueLabel::width_of(p, b) <= b.width - x);
        let first = (2..=self.0.len()).rev().find(fits).unwrap_or(1);
        if let Some((first, others)) = self.0.split_at_checked(first) {
            ValueLabel::draw_parts(first, b, (x, y), Anchor::Start);
            ValueLabel::draw_parts(others, b, (x, below), Anchor::Start);
        }
    }

    fn draw_parts(parts: &[text::Part], b: &mut Builder, (x, y): Point, anchor: Anchor) {
        let mut runs = Vec::new();
        for part in parts {
            let (font, role) = ValueLabel::font(part);
            runs.push((&*part.text, font, role, if part.spaced { 4.0 } else { 0.0 }));
        }
        let room = if anchor == Anchor::Start { b.width - x } else { x };
        b.line_of(&runs, (x, y), anchor, room);
    }
}

/// A figure to lead with: its number and what qualifies it large, its unit after it, or under it where the room is
/// short.
fn big_number(desk: &Desk, b: &mut Builder, figure: &Figure, unit: &str, x: f64, room: f64) {
    const GAP: f64 = 7.0;
    let parts = desk.marked_parts(figure, unit);
    let width = |b: &Builder, large: Font| {
        let mut width = 0.0;
        for part in &parts {
            width += if part.spaced { GAP } else { 0.0 }
                + b.text_width(&part.text, if part.strong { large } else { BODY });
        }
        width
    };
    // a figure is not to be cut: it rather gets smaller, and in the end takes several lines
    let sizes = [26.0, 22.0, 18.0].map(|size| Font { size, bold: true });
    let (first, others) = match &parts[..] {
        [only] if !only.strong => return b.paragraph(&only.text, x, room, BODY, Role::Muted),
        [first, others @ ..] => (first, others),
        [] => return,
    };
    // what comes after the unit stays in the line of its number
    let together = others.len() > 1;
    let fitting = sizes.into_iter().find(|font| match together {
        true => width(b, *font) <= room,
        false => b.text_width(&first.text, *font) <= room,
    });
    let Some(font) = fitting else {
        for part in &parts {
            let (font, role) = if part.strong { (NAME, Role::Ink) } else { (BODY, Role::Muted) };
            b.paragraph(&part.text, x, room, font, role);
        }
        return;
    };
    let beside = width(b, font) <= room;
    let mut runs = Vec::new();
    for part in if beside { &parts[..] } else { std::slice::from_ref(first) } {
        let (font, role) = if part.strong { (font, Role::Ink) } else { (BODY, Role::Muted) };
        runs.push((&*part.text, font, role, if part.spaced { GAP } else { 0.0 }));
    }
    b.line_of(&runs, (x, b.y + 18.0), Anchor::Start, room);
    b.y += 38.0;
    if !beside {
        for part in others {
            b.paragraph(&part.text, x, room, BODY, Role::Muted);
        }
    }
}

/// Where the vertical lines of a chart are drawn.
struct Field {
    /// From one height to another, behind the bars.
    bands: Vec<(f64, f64)>,
    /// From top to bottom, what no line runs through.
    labels: Vec<Rect>,
}

impl Field {
    /// A line through all bands, in the middle of whose width `x` is.
    fn line(&self, b: &mut Builder, x: f64, width: f64, role: Role) {
        const CLEAR: f64 = 4.0;
        for (from, to) in &self.bands {
            let mut from = *from;
            for label in &self.labels {
                if label.x - CLEAR < x && x < label.x + label.width + CLEAR && label.y < *to {
                    b.rect(x - width / 2.0, from, width, label.y - from, role);
                    from = from.max(label.y + label.height);
                }
            }
            b.rect(x - width / 2.0, from, width, to - from, role);
        }
    }
}

/// Light vertical lines at round amounts, with their numbers under `bottom` and the unit once: beside the last number,
/// or in a line of its own where no room is left there. Returns the height of what stands under `bottom`.
fn grid(desk: &Desk, b: &mut Builder, axis: &Axis, field: &Field, bottom: f64, unit: &str) -> f64 {
    const LINE: f64 = 16.0;
    let ticks = axis.ticks(72.0);
    let voice = desk.brief();
    let mut free_from = f64::NEG_INFINITY;
    let mut unit_said = false;
    let mut under = Vec::new();
    for (i, tick) in ticks.iter().enumerate() {
        let x = axis.map(*tick);
        field.line(b, x, 1.0, Role::Grid);
        let number = voice.number(*tick, 6);
        // the number is centred under its line, as far as the edges let it
        let width = b.text_width(&number, SMALL);
        let left = (x - width / 2.0).min(b.width - width).max(0.0);
        if left > free_from {
            let with_unit = voice.quantity(&Figure::from(Value::Exact(*tick)), unit, false);
            let last = i + 1 == ticks.len();
            unit_said = last && left + b.text_width(&with_unit, SMALL) <= b.width;
            let label = if unit_said { with_unit } else { number };
            let width = b.text_width(&label, SMALL);
            under.push((label, left, width));
            free_from = left + width + 8.0;
        }
    }
    let mut middle = bottom + 14.0;
    for (label, left, room) in &under {
        b.text(label, (*left, middle), Anchor::Start, SMALL, Role::Muted, *room);
    }
    if !unit_said {
        middle -= if under.is_empty() { LINE } else { 0.0 };
        for line in b.wrap(unit, SMALL, b.width) {
            middle += LINE;
            b.text(&line, (b.width, middle), Anchor::End, SMALL, Role::Muted, b.width);
        }
    }
    middle - bottom + 10.0
}
