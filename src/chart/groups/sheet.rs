//! The groups as a table, and as CSV.

use super::split::Split;
use super::*;
use crate::table::{flags, key, Facts, Heading, Lines, Order, Orders, Sheet};

/// A column of the table.
struct Column {
    heading: String,
    /// What is read of each group, and what is heard.
    cells: Vec<[String; 2]>,
    order: Order,
}

/// The groups with what they are called, and what the desk cites of them.
fn with_groups<T>(desk: &Desk, made: &dyn Fn(&Desk, &Ranked, &[Group]) -> T) -> Option<T> {
    let indicators = desk.data.indicators.as_ref()?;
    let ranked = ranked(desk, indicators);
    let desk = &ranked.desk(desk);
    let lasting = ranking::lasting(desk, &ranked);
    let list = &ranking::select(desk, &ranked, &lasting);
    let groups = groups(desk, &ranked, list);
    Some(made(&desk.citing(&lasting.cited), &ranked, &groups))
}

/// Their table. Each says its unit at its figures, as the chart does.
pub(in crate::chart) fn sheet(desk: &Desk) -> Option<Sheet> {
    if let Some(sheet) = with_split(desk, &|desk, ranked, split| {
        sheet_of(desk, ranked, split_columns(desk, split), split.groups.len())
    }) {
        return Some(sheet);
    }
    with_groups(desk, &|desk, ranked, groups| {
        sheet_of(desk, ranked, columns(desk, ranked, groups), groups.len())
    })
}

fn sheet_of(desk: &Desk, ranked: &Ranked, columns: Vec<Column>, groups: usize) -> Sheet {
    let mut sheet = Sheet { title: ranked.title.clone(), source: desk.provenance(), ..Sheet::default() };
    for _ in 0..groups {
        sheet.rows.push(Vec::new());
        sheet.heard.push(Vec::new());
    }
    let mut orders = Vec::new();
    for Column { heading, cells, order } in columns {
        sheet.head.push(Heading::of(&heading));
        orders.push(order);
        for (([text, heard], row), aloud) in cells.into_iter().zip(&mut sheet.rows).zip(&mut sheet.heard) {
            aloud.push(if heard == text { String::new() } else { heard });
            row.push(text);
        }
    }
    sheet.orders = Orders::new(orders, vec![true; groups]);
    sheet
}

/// The groups that are split; `None` where they are not.
fn with_split<T>(desk: &Desk, made: &dyn Fn(&Desk, &Ranked, &Split) -> T) -> Option<T> {
    let (by, indicators) = (split::by(desk)?, desk.data.indicators.as_ref()?);
    let ranked = split::ranked(desk, by, indicators);
    let lasting = ranking::lasting(&ranked.desk(desk), &ranked);
    let list = &ranking::select(desk, &ranked, &lasting);
    let cited = desk.cited(&[]);
    let desk = &desk.citing(&cited);
    Some(made(desk, &ranked, &Split::new(desk, by, list)))
}

/// A column of numbers of places.
fn counts(desk: &Desk, heading: String, of: &[usize]) -> Column {
    let aloud = &desk.aloud();
    Column {
        heading,
        cells: of.iter().map(|count| [desk, aloud].map(|desk| desk.voice().count(*count))).collect(),
        order: Order::Figures(of.iter().map(|count| Some((*count as f64, 0))).collect()),
    }
}

/// A column of words, the first of which are what groups are called.
fn texts(desk: &Desk, heading: String, groups: &[Group], say: &dyn Fn(&Desk, &Group) -> String) -> Column {
    let aloud = &desk.aloud();
    let in_words = |text: &str| desk.voice().ranges_in_words(text);
    let cells: Vec<[String; 2]> =
        groups.iter().map(|group| [say(desk, group), in_words(&say(aloud, group))]).collect();
    let order = Order::Texts(cells.iter().map(|[text, _]| text.clone()).collect());
    Column { heading, cells, order }
}

/// How many places each has, and how many of them are what.
fn split_columns(desk: &Desk, split: &Split) -> Vec<Column> {
    let groups = &split.groups;
    let all: Vec<usize> = groups.iter().map(|group| group.members.len()).collect();
    let mut columns = vec![
        texts(desk, ranking::name_of_by(desk).1, groups, &said::name),
        counts(desk, desk.voice().say_of_places(message!("groups-places"), &[]), &all),
    ];
    let each: Vec<Vec<usize>> = groups.iter().map(|group| split.counts(desk, group)).collect();
    for part in 0..split.parts.len() + usize::from(split.rest > 0) {
        let own: Vec<usize> = each.iter().map(|of| of.get(part).copied().unwrap_or_default()).collect();
        columns.push(counts(desk, split.name(desk, part), &own));
    }
    columns
}

/// The same for programs.
fn split_csv(desk: &Desk, split: &Split) -> String {
    let mut csv = Lines::csv();
    let columns = split_columns(desk, split);
    let mut head: Vec<String> = columns.iter().map(|column| column.heading.clone()).collect();
    head.push(desk.say(message!("column-source"), &[]));
    csv.line(&mut head.iter().map(String::as_str));
    let mut sources = Vec::new();
    for source in &desk.cited.sources {
        sources.push(desk.source_name(*source));
    }
    let sources = desk.voice().long_list(&sources);
    for (row, group) in split.groups.iter().enumerate() {
        let mut cells = Vec::new();
        for Column { cells: own, order, .. } in &columns {
            cells.push(match order {
                Order::Figures(counts) => {
                    text::digits(counts.get(row).copied().flatten().map_or(0, |(count, _)| count as usize))
                }
                _ => own.get(row).map_or(String::new(), |[text, _]| text.clone()),
            });
        }
        cells.push(sources.clone());
        debug_assert_eq!(cells.len(), head.len(), "{}", group.name);
        csv.line(&mut cells.iter().map(String::as_str));
    }
    csv.text
}

fn columns(desk: &Desk, ranked: &Ranked, groups: &[Group]) -> Vec<Column> {
    let aloud = &desk.aloud();
    let unit = |desk: &Desk| ranked.amount(&desk.voice());
    let texts = |heading: String, say: &dyn Fn(&Desk, &Group) -> String| texts(desk, heading, groups, say);
    let counts = |heading: String, of: &dyn Fn(&Group) -> usize| {
        let of: Vec<usize> = groups.iter().map(of).collect();
        counts(desk, heading, &of)
    };
    let figures = |heading: Message, of: &dyn Fn(&Group) -> Option<Figure>| Column {
        heading: desk.say(heading, &[]),
        cells: groups
            .iter()
            .map(|group| {
                [desk, aloud].map(|desk| match of(group) {
                    Some(figure) => {
                        let written = desk.quantity(&figure, &unit(desk));
                        match &*flags(&figure, &desk.voice()) {
                            "" => written,
                            flags => desk.voice().list(&[&written, flags]),
                        }
                    }
                    None => String::new(),
                })
            })
            .collect(),
        order: Order::Figures(groups.iter().map(|group| key(&of(group)?.value)).collect()),
    };
    let voice = desk.voice();
    let mut columns = vec![
        texts(ranking::name_of_by(desk).1, &|desk, group| said::name(desk, group)),
        counts(voice.say_of_places(message!("groups-places"), &[]), &|group| group.members.len()),
        counts(desk.say(message!("groups-known"), &[]), &|group| group.measured.len()),
    ];
    if ranked.is_summable {
        columns.push(texts(desk.say(message!("groups-sum"), &[]), &|desk, group| {
            let written = said::value(desk, ranked, group);
            let flags = flags(&group.figure, &desk.voice());
            desk.voice().list(&[&written, &flags])
        }));
        if let Some(column) = columns.last_mut() {
            column.order = Order::Figures(groups.iter().map(|group| key(&group.figure.value)).collect());
        }
        columns.push(texts(desk.say(message!("groups-in-sum"), &[]), &|desk, group| match group
            .figure
            .value
            .stated()
        {
            Some(_) => said::places(desk, group),
            None => String::new(),
        }));
        return columns;
    }
    let end = |of: Option<&&Listed>| of.map(|of| of.figure.clone());
    columns.push(figures(message!("groups-lowest"), &|group| end(group.measured.first())));
    columns.push(figures(message!("groups-median-column"), &|group| {
        group.figure.value.stated().map(|_| group.figure.clone())
    }));
    columns.push(figures(message!("groups-greatest"), &|group| end(group.greatest())));
    columns
}

/// The same with the numbers by themselves, as programs read them.
pub(in crate::chart) fn csv(desk: &Desk) -> Option<String> {
    if let Some(csv) = with_split(desk, &|desk, _, split| split_csv(desk, split)) {
        return Some(csv);
    }
    with_groups(desk, &|desk, ranked, groups| {
        let mut csv = Lines::csv();
        let facts = Facts::new(&desk.voice());
        let factor = desk.numbers.factor;
        let columns = columns(desk, ranked, groups);
        let beside = [message!("column-qualifier"), message!("column-number"), message!("column-to")];
        let mut head = Vec::new();
        let is_figure = |at: usize| if ranked.is_summable { at == 3 } else { at > 2 };
        for (at, column) in columns.iter().enumerate() {
            head.push(column.heading.clone());
            if is_figure(at) {
                for id in beside {
                    head.push(text::line(&[column.heading.clone(), desk.say(id, &[])]));
                }
            }
        }
        for id in [message!("column-unit"), message!("time"), message!("column-source")] {
            head.push(desk.say(id, &[]));
        }
        csv.line(&mut head.iter().map(String::as_str));
        let unit = ranked.amount(&desk.voice());
        let time = desk.time.map_or(String::new(), |time| time.text());
        let mut sources = Vec::new();
        for source in &desk.cited.sources {
            sources.push(desk.source_name(*source));
        }
        let sources = desk.voice().long_list(&sources);
        let none = Figure::default();
        for (row, group) in groups.iter().enumerate() {
            let mut cells = Vec::new();
            let end = |of: Option<&&Listed>| of.map_or(none.clone(), |of| of.figure.clone());
            let own = match ranked.is_summable {
                true => vec![group.figure.clone()],
                false => vec![end(group.measured.first()), group.figure.clone(), end(group.greatest())],
            };
            let mut own = own.into_iter();
            for (at, column) in columns.iter().enumerate() {
                let text = column.cells.get(row).map_or("", |[text, _]| text);
                let digits = [group.members.len(), group.measured.len()];
                cells.push(match at {
                    1 | 2 => text::digits(digits.get(at - 1).copied().unwrap_or_default()),
                    _ => text.to_owned(),
                });
                if let Some(figure) = if is_figure(at) { own.next() } else { None } {
                    let [qualifier, number, to, ..] = facts.of(&figure, factor);
                    cells.extend([qualifier, number, to]);
                }
            }
            cells.extend([unit.clone(), time.clone(), sources.clone()]);
            csv.line(&mut cells.iter().map(String::as_str));
        }
        csv.text
    })
}
