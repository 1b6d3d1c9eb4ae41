//! All figures of a file, whichever the picture has: tables of which each row is a place, and CSV.

use super::indicators::Key;
use super::*;
use crate::data::TimePeriod;
use crate::table::{flags, key, Facts, Form, Heading, Lines, Order, Orders, Sheet, Writing};
use std::ops::Range;

/// An indicator at one of its times.
struct Column<'a> {
    ranked: Ranked<'a>,
    /// At which its figures are written.
    desk: Desk<'a>,
    name: &'a str,
    time: Option<TimePeriod>,
    /// Some place has a figure of it, not only what is compared with.
    of_places: bool,
}

impl<'a> Column<'a> {
    /// `None` where it has no figure at all.
    fn new(
        desk: &Desk<'a>,
        indicators: &'a Indicators,
        at: usize,
        time: Option<TimePeriod>,
    ) -> Option<Column<'a>> {
        let ranked = indicators::at_time(desk, indicators, at, time);
        let of_places = desk.data.villages.iter().any(|village| ranked.figure(village).is_some());
        if !of_places && ranked.totals.is_empty() && ranked.references.is_empty() {
            return None;
        }
        let name = indicators.0.get(at).map_or("", |i| i.name.get(desk.locale));
        Some(Column { desk: ranked.desk(desk), ranked, name, time, of_places })
    }

    /// "Poverty rate (%)"; "Pupils" of pupils.
    fn named(&self, desk: &Desk) -> String {
        let unit = self.ranked.amount(&desk.voice());
        match &*unit {
            "" => self.name.to_owned(),
            unit if desk.platform.fold(unit) == desk.platform.fold(self.name) => self.name.to_owned(),
            unit => desk.say(message!("in-brackets"), &[(arg!("text"), self.name), (arg!("note"), unit)]),
        }
    }

    /// "Poverty rate (%), 2018".
    fn heading(&self, desk: &Desk) -> String {
        match self.time {
            Some(time) => {
                let title = [(arg!("title"), &*self.named(desk)), (arg!("time"), &*desk.time(time))];
                desk.say(message!("title-at-time"), &title)
            }
            None => self.named(desk),
        }
    }

    /// What the figure is compared with, by its name.
    fn compared(&self) -> Vec<(&str, &'a Figure)> {
        let totals = self.ranked.totals.iter().map(|(name, figure)| (&**name, *figure));
        totals.chain(self.ranked.references.iter().copied()).collect()
    }
}

/// A row of several columns: a place, or what places are compared with.
struct Line<'a> {
    name: String,
    village: Option<&'a Village>,
    /// One for each column; `None` where the file has none.
    figures: Vec<Option<&'a Figure>>,
}

impl<'a> Line<'a> {
    /// The figure of a column, by its place.
    fn figure(&self, at: usize) -> Option<&'a Figure> {
        self.figures.get(at).copied().flatten()
    }
}

/// What places are compared with: a line for each name. Two of a name in one column are two lines.
fn compared<'a>(columns: &[Column<'a>]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        for (name, figure) in column.compared() {
            let free = |line: &&mut Line| line.name == name && line.figures.get(at).is_none();
            let line = match lines.iter_mut().find(free) {
                Some(line) => line,
                None => {
                    lines.push(Line { name: name.to_owned(), village: None, figures: Vec::new() });
                    let Some(line) = lines.last_mut() else { continue };
                    line.figures.resize(at, None);
                    line
                }
            };
            line.figures.push(Some(figure));
        }
        lines.iter_mut().for_each(|line| line.figures.resize(at + 1, None));
    }
    lines
}

/// The indicators of the file, where it is they that are drawn.
fn indicators<'a>(desk: &Desk<'a>) -> Option<&'a Indicators> {
    desk.data.indicators.as_ref().filter(|_| desk.view.kind.key() == Kind::Ranking.key())
}

/// A table of the places that the reader asked for, or of those that are drawn as lines where not all are wanted: all
/// times of the indicator that is shown, or all indicators at the time that is shown. `None` of other forms.
pub(in crate::chart) fn sheet(desk: &Desk, form: Form) -> Option<Sheet> {
    let indicators = indicators(desk)?;
    let is_of_several = is_of_several(desk.view);
    let shown = match desk.view.kind {
        Kind::Makeup => makeup::lead(desk, indicators)?,
        Kind::Scatter => scatter::lead(desk, indicators),
        _ => indicators::ranked(desk, indicators),
    };
    let mut columns = Vec::new();
    match (form, shown.of) {
        (Form::Chart | Form::Times, _) if is_of_several => {
            columns = of_several(desk, indicators, form == Form::Times);
        }
        (Form::Times, Of::Indicator(Key { indicator: at, time })) => {
            let times = indicators::times(desk, at);
            let each = if times.is_empty() { vec![time] } else { times.into_iter().map(Some).collect() };
            columns.extend(each.into_iter().filter_map(|time| Column::new(desk, indicators, at, time)));
        }
        (Form::Indicators, _) => {
            for at in 0..indicators.0.len() {
                let time = indicators::shown(desk, &indicators::times(desk, at));
                columns.extend(Column::new(desk, indicators, at, time));
            }
        }
        _ => return None,
    }
    let lasting = kept::lasting(&shown.desk(desk), &shown);
    let list = select(&shown.desk(desk), &shown, &lasting);
    let mut lines = compared(&columns);
    let of_page = match desk.view.kind {
        Kind::Trend if !desk.whole => list.at(&trend::drawn(desk, indicators)),
        Kind::Scatter | Kind::Makeup if !desk.whole => {
            list.shown().into_iter().take(desk.page_size()).collect()
        }
        _ => list.shown(),
    };
    for of in of_page {
        let figures = columns.iter().map(|column| column.ranked.figure(of.village)).collect();
        lines.push(Line { name: of.name(desk), village: Some(of.village), figures });
    }
    let first = columns.first()?;
    let title = match form {
        _ if is_of_several => shown.title.clone(),
        Form::Times => first.named(desk),
        _ => match desk.label(&desk.data.title) {
            "" => desk.say(message!("title-ranking"), &[]),
            title => title.to_owned(),
        },
    };
    // each column has the name of its indicator
    let form = if is_of_several { Form::Chart } else { form };
    Some(written(desk, form, title, &columns, &lines, &lasting.none))
}

/// A column as it is shown.
struct Shown {
    heading: Heading,
    /// Of each line what is read, and what is heard.
    cells: Vec<[String; 2]>,
    order: Order,
}

impl Shown {
    /// Names, each heard as it is read but for what voices pass over.
    fn names(desk: &Desk, heading: String, names: Vec<String>) -> Shown {
        let cell = |name: &String| [name.clone(), desk.voice().ranges_in_words(name)];
        Shown {
            heading: Heading::of(&heading),
            cells: names.iter().map(cell).collect(),
            order: Order::Texts(names),
        }
    }
}

/// The table of these lines.
fn written(
    desk: &Desk,
    form: Form,
    title: String,
    columns: &[Column],
    lines: &[Line],
    none: &Figure,
) -> Sheet {
    let mut origins = Vec::new();
    // the source of a column whose figures have one
    let mut sources = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let figures = lines.iter().filter_map(|line| line.figure(at));
        let own: Vec<_> = figures.map(|figure| column.desk.origin(figure)).collect();
        let first = own.first().map(|origin| origin.0);
        sources.push(first.filter(|first| own.iter().all(|origin| origin.0 == *first)));
        origins.extend(own);
    }
    let mut cited = desk.cited_of(&origins);
    // of some figures the time is said, and of them no date: the date of the others is not that of all
    if let Some(at) = cited.dates.iter().position(Option::is_none) {
        cited.dates.remove(at);
        cited.dates.insert(0, None);
    }
    let desk = &desk.citing(&cited);

    let mut shown = Vec::new();
    shown.push(Shown::names(
        desk,
        desk.say(message!("column-name"), &[]),
        lines.iter().map(|line| line.name.clone()).collect(),
    ));
    let district = |line: &Line| line.village.map_or("", |village| desk.label(&village.district)).to_owned();
    let districts: Vec<String> = lines.iter().map(district).collect();
    if districts.iter().any(|district| !district.is_empty()) {
        shown.push(Shown::names(desk, desk.voice().district(), districts));
    }
    for ((at, column), source) in columns.iter().enumerate().zip(sources) {
        let heading = |desk: &Desk| match (form, column.time) {
            (Form::Times, Some(time)) => desk.time(time),
            (Form::Times, None) => desk.say(message!("column-figure"), &[]),
            _ => column.heading(desk),
        };
        let heading = beside(desk, &heading(desk), &heading(&desk.aloud()), source.flatten());
        let own = column.desk.citing(&cited);
        let writings = [&own, &own.aloud()].map(|desk| Writing::new(desk.voice(), String::new()));
        let cells = lines.iter().map(|line| match line.figure(at) {
            Some(figure) => cell(&own, &writings, figure, source.is_none()),
            None => cell(&own, &writings, none, false),
        });
        let [text, heard] = heading;
        shown.push(Shown {
            heading: Heading { heard: if heard == text { String::new() } else { heard }, text },
            cells: cells.collect(),
            order: Order::Figures(lines.iter().map(|line| key(&line.figure(at)?.value)).collect()),
        });
    }

    let mut sheet = Sheet { title, source: desk.provenance(), ..Sheet::default() };
    for _ in lines {
        sheet.rows.push(Vec::new());
        sheet.heard.push(Vec::new());
    }
    let mut orders = Vec::new();
    for Shown { heading, cells, order } in shown {
        sheet.head.push(heading);
        orders.push(order);
        for (([text, heard], row), aloud) in cells.into_iter().zip(&mut sheet.rows).zip(&mut sheet.heard) {
            aloud.push(if heard == text { String::new() } else { heard });
            row.push(text);
        }
    }
    sheet.orders = Orders::new(orders, lines.iter().map(|line| line.village.is_some()).collect());
    sheet
}

/// A figure in a cell under a heading that has its unit, as it is read and as it is heard: what its label in a picture
/// says, with its flags in words. `is_marked`: with its source, where that is another than the table's first.
fn cell(desk: &Desk, writings: &[Writing; 2], figure: &Figure, is_marked: bool) -> [String; 2] {
    let [read, aloud] = writings;
    let [text, heard] = [(read, false), (aloud, true)].map(|(writing, aloud)| {
        let voice = text::Voice { aloud, ..desk.voice() };
        let figure_in_words = writing.of(figure);
        let date = figure.as_of.filter(|date| desk.data.as_of != Some(*date));
        let date = date.map_or(String::new(), |date| voice.date(date));
        let note = voice.list(&[&date, &flags(figure, &voice)]);
        match (&*note, aloud) {
            ("", _) => figure_in_words,
            (note, true) => voice.list(&[&figure_in_words, note]),
            (note, false) => {
                voice.say(message!("in-brackets"), &[(arg!("text"), &figure_in_words), (arg!("note"), note)])
            }
        }
    });
    let heard = desk.voice().ranges_in_words(&heard);
    match is_marked {
        true => beside(desk, &text, &heard, desk.origin(figure).0),
        false => [text, heard],
    }
}

/// A text with the mark of its source, and what is heard with its name; as they are where it is the table's first.
fn beside(desk: &Desk, text: &str, heard: &str, source: Option<usize>) -> [String; 2] {
    let marked = desk.with_source(text.to_owned(), source);
    match marked == text {
        true => [marked, heard.to_owned()],
        false => [marked, desk.voice().list(&[heard, desk.source_name(source)])],
    }
}

/// Both indicators of a scatter, or the whole and the parts of a make-up, at its time or at all that it can be of.
fn of_several<'a>(desk: &Desk<'a>, indicators: &'a Indicators, all: bool) -> Vec<Column<'a>> {
    let (drawn, time, times) = match desk.view.kind {
        Kind::Makeup => makeup::shown(desk, indicators),
        _ => {
            let (both, time, times) = scatter::shown(desk, indicators);
            (both.to_vec(), time, times)
        }
    };
    let mut columns = Vec::new();
    for at in drawn {
        if !all || times.is_empty() {
            columns.extend(Column::new(desk, indicators, at, time));
            continue;
        }
        for time in &times {
            columns.extend(Column::new(desk, indicators, at, Some(*time)));
        }
    }
    columns
}

/// All figures of the file as CSV, in a row for each or in a row for each place; of the places, and of what they are
/// compared with after them, a part. `None` of other forms.
pub(in crate::chart) fn csv(desk: &Desk, form: Form, part: Range<usize>) -> Option<String> {
    let indicators = indicators(desk)?;
    let mut columns = Vec::new();
    if form == Form::Chart && is_of_several(desk.view) {
        return Some(wide(desk, &of_several(desk, indicators, false), &no_figure(desk), part));
    }
    for (at, times) in all_times(desk.data, indicators).into_iter().enumerate() {
        let each = if times.is_empty() { vec![None] } else { times.into_iter().map(Some).collect() };
        columns.extend(each.into_iter().filter_map(|time| Column::new(desk, indicators, at, time)));
    }
    let none = no_figure(desk);
    match form {
        Form::Long => Some(long(desk, &columns, &none, part)),
        Form::Wide => Some(wide(desk, &columns, &none, part)),
        _ => None,
    }
}

/// Of each indicator the times at which a place has a figure, or what places are compared with, in their order.
fn all_times(data: &Dataset, indicators: &Indicators) -> Vec<Vec<TimePeriod>> {
    let mut all = vec![Vec::new(); indicators.0.len()];
    let mut add = |indicator: usize, time: Option<TimePeriod>| {
        let (Some(times), Some(time)) = (all.get_mut(indicator), time) else { return };
        // the standard library's sort would be 16 KB
        if let Err(place) = times.binary_search(&time) {
            times.insert(place, time);
        }
    };
    for of in data.villages.iter().flat_map(|village| &village.figures.0) {
        add(of.indicator, of.time);
    }
    for reference in &data.references {
        for of in &reference.figures.0 {
            add(reference.indicator.0, of.time);
        }
    }
    all
}

/// What CSV says of a place, or of what places are compared with: name, id, district, craft, what it is in each
/// dimension of the file, and which of both it is, in the words of [`kinds`].
fn identity<'a>(desk: &Desk, line: &'a Line, kinds: &'a [String; 2]) -> Vec<&'a str> {
    let (dimensions, [place, reference]) = (desk.data.dimensions.0.len(), kinds);
    let mut identity = match line.village {
        Some(village) => vec![
            village.name.get(desk.locale),
            village.id.as_deref().unwrap_or_default(),
            desk.label(&village.district),
            desk.label(&village.craft),
        ],
        None => vec![&*line.name, "", "", ""],
    };
    for at in 0..dimensions {
        let label = line.village.and_then(|village| village.dimensions.get(at));
        identity.push(label.map_or("", |label| label.get(desk.locale)));
    }
    identity.push(if line.village.is_some() { place } else { reference });
    identity
}

/// The words for a place, and for what places are compared with.
fn kinds(desk: &Desk) -> [String; 2] {
    [desk.voice().say_of_places(message!("kind-place"), &[]), desk.say(message!("kind-reference"), &[])]
}

/// The headings over what [`identity`] says.
fn identity_head(desk: &Desk) -> Vec<String> {
    let mut head = Vec::new();
    head.push(desk.say(message!("column-name"), &[]));
    head.push(desk.say(message!("column-id"), &[]));
    head.push(desk.voice().district());
    head.push(desk.say(message!("craft"), &[]));
    for dimension in &desk.data.dimensions.0 {
        head.push(dimension.name.get(desk.locale).to_owned());
    }
    head.push(desk.say(message!("column-kind"), &[]));
    head
}

/// A part of all places in the order of the file, and after them of what they are compared with.
fn lines<'a>(desk: &Desk<'a>, columns: &[Column<'a>], part: &Range<usize>) -> Vec<Line<'a>> {
    let (mut lines, villages) = (Vec::new(), &desk.data.villages);
    for village in villages.iter().take(part.end).skip(part.start) {
        let figures = columns.iter().map(|column| column.ranked.figure(village)).collect();
        lines.push(Line { name: String::new(), village: Some(village), figures });
    }
    let [start, end] = [part.start, part.end].map(|place| place.saturating_sub(villages.len()));
    lines.extend(compared(columns).into_iter().take(end).skip(start));
    lines
}

/// A row for each figure. A place has one for each indicator and time of which any place has a figure.
fn long(desk: &Desk, columns: &[Column], none: &Figure, part: Range<usize>) -> String {
    const FIGURE: [Message; 14] = [
        message!("column-indicator"),
        message!("time"),
        message!("column-figure"),
        message!("column-qualifier"),
        message!("column-number"),
        message!("column-to"),
        message!("column-unit"),
        message!("column-estimated"),
        message!("column-interval-from"),
        message!("column-interval-to"),
        message!("column-flags"),
        message!("column-notes"),
        message!("column-source"),
        message!("column-as-of"),
    ];
    let mut csv = Lines::csv();
    let mut head = identity_head(desk);
    head.extend(FIGURE.iter().map(|id| desk.say(*id, &[])));
    csv.head(&mut head.iter().map(String::as_str), part.start == 0);
    let (facts, kinds) = (Facts::new(&desk.voice()), kinds(desk));
    let mut written = Vec::new();
    for column in columns {
        let (unit, time) = (column.ranked.amount(&desk.voice()), column.time);
        let time = time.map_or(String::new(), |time| time.text());
        let writing = Writing::new(column.desk.voice(), unit.clone());
        written.push((writing, unit, time, (None, String::new())));
    }
    for line in lines(desk, columns, &part) {
        let identity = identity(desk, &line, &kinds);
        for ((column, written), figure) in columns.iter().zip(&mut written).zip(&line.figures) {
            let (writing, unit, time, last_date) = written;
            let (desk, is_row) =
                (&column.desk, figure.is_some() || line.village.is_some() && column.of_places);
            if !is_row {
                continue;
            }
            let (source, date) = figure.map_or((None, None), |figure| desk.origin(figure));
            let figure = figure.unwrap_or(none);
            let words = writing.of(figure);
            let [qualifier, number, to, estimated, from, until, flags] =
                facts.of(figure, desk.numbers.factor);
            if last_date.0 != date {
                *last_date = (date, desk.date(date));
            }
            let quote = figure
                .quote
                .as_ref()
                .map(|q| desk.say(message!("quote"), &[(arg!("text"), q.get(desk.locale))]));
            let cells = [
                column.name,
                time,
                &words,
                &qualifier,
                &number,
                &to,
                unit,
                &estimated,
                &from,
                &until,
                &flags,
                &quote.unwrap_or_default(),
                desk.source_name(source),
                &last_date.1,
            ];
            csv.line(&mut identity.iter().copied().chain(cells));
        }
    }
    csv.text
}

/// What stands beside the words of a figure, where it tells the figures of its column apart.
const BESIDE: [Message; 4] = [
    message!("column-number"),
    message!("column-qualifier"),
    message!("column-flags"),
    message!("column-source"),
];

/// A row for each place: of each indicator and time the figure in words, and beside them what the figures of the column
/// have of number, qualifier, flags and source.
fn wide(desk: &Desk, columns: &[Column], none: &Figure, part: Range<usize>) -> String {
    // which columns there are, all of them say
    let lines = lines(desk, columns, &(0..usize::MAX));
    let mut csv = Lines::csv();
    let (facts, kinds) = (Facts::new(&desk.voice()), kinds(desk));
    // no column that is empty, and no kind where all are places
    let identities: Vec<Vec<&str>> = lines.iter().map(|line| identity(desk, line, &kinds)).collect();
    let mut has = vec![false; identity_head(desk).len()];
    for identity in &identities {
        for (has, text) in has.iter_mut().zip(identity) {
            *has |= !text.is_empty();
        }
    }
    if let Some(kind) = has.last_mut() {
        *kind = lines.iter().any(|line| line.village.is_none());
    }
    // one source of all is said once
    let mut sources = lines
        .iter()
        .flat_map(|line| columns.iter().zip(&line.figures))
        .filter_map(|(column, figure)| Some(column.desk.origin((*figure)?).0));
    let first = sources.next();
    let one_source = first.filter(|first| sources.all(|source| source == *first));
    let mut head = Vec::new();
    for (text, has) in identity_head(desk).into_iter().zip(&has) {
        head.extend(has.then_some(text));
    }
    let mut shapes = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let figures = || lines.iter().filter_map(|line| line.figure(at));
        let stated = |figure: &&Figure| figure.value.stated().is_some();
        let shape = [
            figures().any(|figure| figure.value.stated().is_some_and(|(low, high)| low == high)),
            figures().filter(stated).any(|figure| !matches!(figure.value, Value::Exact(_))),
            figures().any(|figure| figure.estimated || figure.flags.iter().next().is_some()),
            one_source.is_none(),
        ];
        let heading = column.heading(desk);
        head.push(heading.clone());
        for (id, has) in BESIDE.iter().zip(shape) {
            head.extend(has.then(|| text::line(&[heading.clone(), desk.say(*id, &[])])));
        }
        let unit = column.ranked.amount(&desk.voice());
        shapes.push((Writing::new(column.desk.voice(), unit), shape));
    }
    let source_of_all = one_source.map(|source| desk.source_name(source)).filter(|name| !name.is_empty());
    head.extend(source_of_all.map(|_| desk.say(message!("column-source"), &[])));
    csv.head(&mut head.iter().map(String::as_str), part.start == 0);

    let estimated = desk.say(message!("column-estimated"), &[]);
    for (line, identity) in lines.iter().zip(identities).take(part.end).skip(part.start) {
        let mut cells = Vec::new();
        for (text, has) in identity.into_iter().zip(&has) {
            cells.extend(has.then(|| text.to_owned()));
        }
        for ((column, (writing, shape)), figure) in columns.iter().zip(&shapes).zip(&line.figures) {
            let desk = &column.desk;
            let source = figure.map(|figure| desk.origin(figure).0);
            let figure = figure.unwrap_or(none);
            cells.push(writing.of(figure));
            let [qualifier, number, to, is_estimated, _, _, flags] = facts.of(figure, desk.numbers.factor);
            let is_estimated = if is_estimated.is_empty() { "" } else { &*estimated };
            let flags = desk.voice().long_list(&[is_estimated, &flags]);
            let number = if to.is_empty() { number } else { String::new() };
            let source = desk.source_name(source.flatten()).to_owned();
            for (text, has) in [number, qualifier, flags, source].into_iter().zip(*shape) {
                cells.extend(has.then_some(text));
            }
        }
        cells.extend(source_of_all.map(str::to_owned));
        csv.line(&mut cells.iter().map(String::as_str));
    }
    csv.text
}
