//! What a reader asks of the list: who is called so, who makes that, who is over an amount.

use super::*;

/// Those of `order`, which are indices into `listed`, that the reader's filter lets through.
#[cfg(feature = "tools")]
pub(super) fn find(desk: &Desk, listed: &[(&Village, &Figure)], mut order: Vec<usize>) -> Vec<usize> {
    let Filter { query, craft, district } = &desk.view.filter;
    order.retain(|i| {
        let Some((village, _)) = listed.get(*i) else { return false };
        (craft.is_empty() || parts(desk.label(&village.craft)).any(|c| c == craft))
            && (district.is_empty() || desk.label(&village.district) == district)
    });
    if query.trim().is_empty() {
        return order;
    }
    let text = |i: &usize| {
        let Some((village, _)) = listed.get(*i) else { return String::new() };
        let texts =
            [village.name.get(desk.locale), desk.label(&village.craft), desk.label(&village.district)];
        texts.join(" · ")
    };
    let texts: Vec<String> = order.iter().map(text).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = desk.platform.find(&texts, query);
    // a browser may answer anything: each village once, where it was
    let mut holds = vec![false; order.len()];
    for i in found {
        if let Some(holds) = holds.get_mut(i) {
            *holds = true;
        }
    }
    let mut holds = holds.into_iter();
    order.retain(|_| holds.next() == Some(true));
    order
}

/// The crafts of a village that are named in one label: "confectionery, knitting".
fn parts(label: &str) -> impl Iterator<Item = &str> {
    label.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// What a reader can narrow the list down to.
pub(super) fn choices(desk: &Desk, listed: &[(&Village, &Figure)]) -> Choices {
    // more of them no one looks through
    const MOST: usize = 200;
    let several = |names: &mut dyn Iterator<Item = &str>| {
        let mut unique: Vec<&str> = Vec::new();
        for name in names {
            if unique.len() < MOST && !unique.contains(&name) {
                unique.push(name);
            }
        }
        if unique.len() < 2 {
            unique.clear();
        }
        let sorted = sort::complete(desk.platform.sort(&unique, desk.locale), unique.len());
        sorted.into_iter().filter_map(|i| Some((*unique.get(i)?).to_owned())).collect()
    };
    Choices {
        crafts: several(&mut listed.iter().flat_map(|(v, _)| parts(desk.label(&v.craft)))),
        districts: several(
            &mut listed.iter().map(|(v, _)| desk.label(&v.district)).filter(|d| !d.is_empty()),
        ),
        villages: listed.len(),
    }
}

/// The room above the rows for the slider of a threshold: as high as a finger needs.
pub(super) const SLIDER_ROW: f64 = 32.0;

/// The reader's line through all rows, with its amount beside the slider's handle.
pub(super) fn threshold(
    desk: &Desk,
    b: &mut Builder,
    axis: &Axis,
    field: &Field,
    top: f64,
    unit: &str,
) -> Option<Threshold> {
    let most = axis.greatest;
    if most <= 0.0 || axis.per_unit <= 0.0 {
        return None;
    }
    let y = top - SLIDER_ROW / 2.0;
    let at = desk.view.threshold;
    if let Some(at) = at {
        // beyond this page's greatest amount there is no line, and the handle waits at the end
        let x = axis.x(at.min(most));
        if at <= most {
            b.rect(x - 1.0, top - 6.0, 2.0, 6.0, Role::Focus);
            field.line(b, x, 2.0, Role::Focus);
        }
        let amount = desk.platform.number(at, 6, desk.locale);
        let label = format!("{amount} {unit}");
        // beside the handle, where there is room
        let (width, handle) = (b.text_width(&label, VALUE), 18.0);
        let (x, anchor) = match x + handle + width <= b.width {
            true => (x + handle, Anchor::Start),
            false => (x - handle, Anchor::End),
        };
        b.text(&label, (x, y), anchor, VALUE, Role::Focus, width);
    }
    // 1, 2 or 5 with zeros: the greatest such number that is on the axis, and a hundredth or so of it
    let mut power = 1.0;
    while power * 10.0 <= most {
        power *= 10.0;
    }
    while power > most {
        power /= 10.0;
    }
    let suggested = [5.0, 2.0, 1.0].into_iter().map(|n| n * power).find(|n| *n <= most).unwrap_or(power);
    let length = most * axis.per_unit;
    Some(Threshold { at, suggested, most, step: suggested / 100.0, start: axis.start, length, y })
}

/// "Trên 1.000 tỷ đồng/năm: 5 làng. …": how many are over an amount, as far as their figures say it.
pub(super) fn over(desk: &Desk, revenue: &Revenue, shown: &[(&Village, &Figure)], at: f64) -> String {
    const MOST: usize = 3;
    let unit = text::money_unit(revenue.unit, desk.locale);
    let (mut over, mut not_over, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for (village, figure) in shown {
        let i = figure.value.interval();
        let group = match () {
            () if i.low > at || (i.low == at && i.low_open) => &mut over,
            () if i.high <= at => &mut not_over,
            () => &mut open,
        };
        group.push(format!("{} ({})", village.name.get(desk.locale), desk.quantity(figure, unit)));
    }
    let count = |n: usize| match desk.locale {
        Locale::Vi => format!("{n} làng"),
        Locale::En if n == 1 => "1 village".to_owned(),
        Locale::En => format!("{n} villages"),
    };
    // who is over is seen; who is not, and why one cannot know, is named
    let named = |names: &[String]| match names.len() {
        0 => count(0),
        1..=MOST => text::join(names, ", "),
        n => count(n),
    };
    let amount = desk.platform.number(at, 6, desk.locale);
    let (first, second, third) = match desk.locale {
        Locale::Vi => ("Trên", "Không quá mức ấy", "Số liệu để ngỏ"),
        Locale::En => ("Over", "Not over it", "Left open by their figures"),
    };
    let per = text::money(revenue.unit, revenue.per, desk.locale);
    let mut text = format!("{first} {amount} {per}: {}.", count(over.len()));
    for (name, group) in [(second, &not_over), (third, &open)] {
        if !group.is_empty() {
            text += &format!(" {name}: {}.", named(group));
        }
    }
    text
}
