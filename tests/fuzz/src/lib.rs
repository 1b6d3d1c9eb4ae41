//! What the fuzzers share: files of the format made from random bytes, right and wrong ones, and everything that is
//! done with a file, each result looked at.

#[path = "../../sound/mod.rs"]
mod sound;

use arbitrary::{Result, Unstructured};
use serde_json::{json, Map, Value as Json};
use sound::{replace, sound, well_formed};
use village_charts::data::{self, Dataset, Period, TimePeriod};
use village_charts::draw::{self, Theme};
use village_charts::platform::Native;
use village_charts::scene;
use village_charts::table::Form;
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, Sizes, Sort, View};
use village_charts::{card, chart, embed};

/// The platform of all runs: ICU's data takes long to load.
pub fn platform() -> &'static Native {
    thread_local!(static PLATFORM: &'static Native = Box::leak(Box::default()));
    PLATFORM.with(|platform| *platform)
}

/// Texts that have gone wrong somewhere before, or may.
const TEXTS: [&str; 32] = [
    "La Phù",
    "Phùng Xá",
    "Hữu Bằng",
    "A",
    "a",
    "A  B",
    "A B",
    "A\u{a0}B",
    "%",
    "=1+1",
    "-",
    "<5",
    "..",
    "10-19",
    "1.300",
    "n/a",
    "\u{202e}abc",
    "e\u{301}",
    "x\u{200b}",
    "Đông",
    "Ðông",
    "аbc",
    "村",
    "👩‍👩‍👧",
    "<script>",
    "\"&'<>",
    "a\tb\nc",
    "\u{0}",
    "https://%HOST%/x",
    "x; y, z",
    "W W W W W W W W W W W W W W W W W W W W W W W W W",
    "1 2",
];
const WRONG_TEXTS: [&str; 3] = ["", " ", "\u{feff}"];

const NUMBERS: [f64; 22] = [
    0.0,
    1.0,
    0.1,
    0.2,
    0.3,
    0.30000000000000004,
    0.05,
    1e-6,
    2.5,
    3.0,
    7.0,
    10.0,
    50.0,
    60.0,
    99.9999999,
    100.0,
    101.0,
    1000.0,
    1300.0,
    24000.0,
    1e9,
    1e15,
];
const WRONG_NUMBERS: [f64; 4] = [9e-7, 1e16, -1.0, -0.0];

/// Makes the parts of a file.
struct Maker<'a, 'b> {
    u: &'a mut Unstructured<'b>,
    /// Texts and numbers may be wrong, too.
    wild: bool,
    /// How many names there are, so that each is its own.
    names: u32,
    /// The indicators of the file: of each, is it a change, and are its figures of several times?
    indicators: Vec<(bool, bool)>,
    /// Numbers may be below zero.
    signed: bool,
}

const TIMES: [&str; 6] = ["2014", "2016", "2018-07", "2019-Q3", "2020/21", "0000"];
const WRONG_TIMES: [&str; 4] = ["20", "2018-13", "2019/21", "2019-Q5"];

impl Maker<'_, '_> {
    fn words(&mut self) -> Result<String> {
        if self.wild && self.u.ratio(1, 8)? {
            return Ok((*self.u.choose(&WRONG_TEXTS)?).to_owned());
        }
        let text = *self.u.choose(&TEXTS)?;
        Ok(if self.u.ratio(1, 16)? { text.repeat(self.u.int_in_range(1..=9)?) } else { text.to_owned() })
    }

    fn text(&mut self) -> Result<Json> {
        Ok(match self.u.int_in_range(0..=7)? {
            0 if self.wild => Json::from(self.u.arbitrary::<&str>()?),
            1 => json!({ "vi": self.words()?, "en": self.words()? }),
            _ => Json::from(self.words()?),
        })
    }

    fn name(&mut self) -> Result<Json> {
        if self.wild {
            return self.text();
        }
        self.names += 1;
        Ok(Json::from(format!("{} {}", self.words()?, self.names)))
    }

    fn number(&mut self) -> Result<f64> {
        let sign = if self.signed && self.u.ratio(1, 2)? { -1.0 } else { 1.0 };
        Ok(sign * self.magnitude()?)
    }

    fn magnitude(&mut self) -> Result<f64> {
        Ok(match self.u.int_in_range(0..=5)? {
            0 if self.wild => self.u.arbitrary::<f64>()?,
            1 if self.wild => *self.u.choose(&WRONG_NUMBERS)?,
            2 => f64::from(self.u.arbitrary::<u16>()?) / 10.0,
            3 => f64::from(self.u.arbitrary::<u8>()?),
            _ => *self.u.choose(&NUMBERS)?,
        })
    }

    fn figure(&mut self) -> Result<Json> {
        if self.u.ratio(1, 3)? {
            return Ok(json!(self.number()?));
        }
        let key =
            *self.u.choose(&["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most"])?;
        let mut figure = match self.u.int_in_range(0..=9)? {
            0 => json!({ "missing": self.text()? }),
            1 | 2 => {
                let (a, b) = (self.number()?, self.number()?);
                json!({ "range": [a.min(b), a.max(b) + if self.wild { 0.0 } else { 1.0 }] })
            }
            3 => {
                let (a, b) = (self.number()?, self.number()?);
                let (low, high) = (a.min(b), a.max(b) + if self.wild { 0.0 } else { 1.0 });
                json!({ "estimate": if self.wild { self.number()? } else { low }, "interval": [low, high] })
            }
            _ if self.wild => json!({ key: self.number()? }),
            _ if self.signed => json!({ key: self.number()? - 0.05 }),
            _ => json!({ key: self.number()?.max(0.1) }),
        };
        if self.u.ratio(1, 6)? {
            let flag = *self.u.choose(&["provisional", "few_cases", "revised", "break"])?;
            figure[flag] = json!(self.u.arbitrary::<bool>()?);
        }
        if self.u.ratio(1, 4)? {
            figure["estimated"] = json!(self.u.arbitrary::<bool>()?);
        }
        if self.u.ratio(1, 4)? {
            figure["source"] = json!(self.u.choose(&["s0", "s1", "s2"])?);
        }
        if self.u.ratio(1, 4)? {
            figure["as_of"] = json!(self.u.choose(&["2019", "2024-07", "2024-02-29"])?);
        }
        if self.u.ratio(1, 8)? {
            figure["quote"] = self.text()?;
        }
        Ok(figure)
    }

    /// Sets some of the keys that may be there or not.
    fn some(&mut self, record: &mut Json, keys: &[&str]) -> Result<()> {
        for key in keys {
            if self.u.ratio(1, 3)? {
                record[*key] = if *key == "id" { self.name()? } else { self.text()? };
            }
        }
        Ok(())
    }

    fn count(&mut self) -> Result<Json> {
        let mut count = json!({ "name": self.name()?, "value": self.figure()? });
        self.some(&mut count, &["id", "unit", "note"])?;
        Ok(count)
    }

    fn list(&mut self, most: usize, one: fn(&mut Self) -> Result<Json>) -> Result<Json> {
        let length = self.u.int_in_range(0..=most)?;
        (0..length).map(|_| one(self)).collect::<Result<Vec<_>>>().map(Json::from)
    }

    fn group(&mut self) -> Result<Json> {
        let mut group = json!({ "whole": self.count()?, "subsets": self.list(4, Self::count)? });
        if !self.wild {
            group["whole"]["value"] = json!({ "more_than": 1e14 });
        }
        if self.u.ratio(1, 3)? {
            group["whole"]["value"] = json!(250);
            for subset in group["subsets"].as_array_mut().into_iter().flatten() {
                subset["value"] = json!(self.u.arbitrary::<u8>()?);
                subset["unit"] = Json::Null;
            }
        }
        if self.u.ratio(1, 2)? {
            group["relation"] = json!("disjoint");
            group["layout"] = json!(self.u.choose(&["strips", "stacked"])?);
        } else if self.u.ratio(2, 3)? {
            group["relation"] = json!(self.u.choose(&["unknown", "nested", "overlapping"])?);
        }
        Ok(group)
    }

    fn village(&mut self) -> Result<Json> {
        let mut village = json!({ "name": self.name()? });
        self.some(&mut village, &["id", "craft", "district"])?;
        if self.u.ratio(5, 6)? {
            village["revenue"] = self.figure()?;
        }
        if !self.indicators.is_empty() {
            village["figures"] = self.figures()?;
        }
        Ok(village)
    }

    fn unit(&mut self) -> Result<Json> {
        Ok(match self.u.int_in_range(0..=6)? {
            0 => json!("percent"),
            1 => json!("permille"),
            2 => json!("index"),
            3 => json!("million_vnd"),
            4 => {
                let scale = *self.u.choose(&["one", "lakh", "crore", "billion", "hundred_million"])?;
                json!({ "currency": self.u.choose(&["IDR", "TWD", "XYZ"])?, "scale": scale })
            }
            _ => self.text()?,
        })
    }

    fn indicator(&mut self) -> Result<Json> {
        let kind = *self.u.choose(&["count", "amount", "rate", "average", "index", "change"])?;
        let mut indicator =
            json!({ "id": format!("i{}", self.indicators.len()), "name": self.name()?, "kind": kind });
        self.indicators.push((kind == "change", self.u.arbitrary()?));
        self.some(&mut indicator, &["note"])?;
        if self.u.ratio(3, 4)? {
            indicator["unit"] = self.unit()?;
        }
        if self.u.ratio(1, 3)? {
            indicator["decimals"] = json!(self.u.int_in_range(0..=6)?);
        }
        if self.u.ratio(1, 4)? {
            indicator["source"] = json!(self.u.choose(&["s0", "s2"])?);
        }
        if self.u.ratio(1, 4)? {
            indicator["per"] = json!(self.u.choose(&["month", "year"])?);
        }
        Ok(indicator)
    }

    /// A figure of an indicator, or one for each of some times.
    fn series(&mut self, (signed, timed): (bool, bool)) -> Result<Json> {
        self.signed = signed;
        let mut made = self.figure();
        if timed {
            let mut figures = json!({});
            for _ in 0..self.u.int_in_range(1..=3)? {
                let times: &[&str] = if self.wild && self.u.ratio(1, 8)? { &WRONG_TIMES } else { &TIMES };
                figures[*self.u.choose(times)?] = self.figure()?;
            }
            made = Ok(figures);
        }
        self.signed = false;
        made
    }

    fn figures(&mut self) -> Result<Json> {
        let mut figures = json!({});
        for (i, indicator) in self.indicators.clone().into_iter().enumerate() {
            if self.u.ratio(4, 5)? {
                figures[format!("i{i}")] = self.series(indicator)?;
            }
        }
        Ok(figures)
    }

    fn row(&mut self) -> Result<Json> {
        let (name, value) = (self.name()?, self.figure()?);
        let mut row = json!({ "name": name, "value": value, "per": self.u.choose(&["month", "year"])? });
        if self.u.ratio(1, 3)? {
            row["places"] = self.list(3, Self::text)?;
            row["open_list"] = json!(self.u.arbitrary::<bool>()?);
        }
        Ok(row)
    }

    /// A value of any kind, to stand where another was expected.
    fn junk(&mut self) -> Result<Json> {
        Ok(match self.u.int_in_range(0..=6)? {
            0 => Json::Null,
            1 => json!(self.u.arbitrary::<bool>()?),
            2 => json!(self.u.arbitrary::<f64>()?),
            3 => json!([]),
            4 => json!({}),
            5 => self.figure()?,
            _ => self.text()?,
        })
    }

    fn file(&mut self) -> Result<Json> {
        let mut file = json!({ "format": "village-charts/1" });
        self.some(&mut file, &["title"])?;
        let many = *self.u.choose(&[1, 3, 6, 45])?;
        file["sources"] = json!(["s0", "s1", "s2"].map(|id| json!({ "id": id, "name": id })));
        if self.u.ratio(1, 2)? {
            file["as_of"] = json!(self.u.choose(&["2024-07-05", "2024", "0000-01"])?);
        }
        if self.u.ratio(1, 3)? {
            file["indicators"] = self.list(3, Self::indicator)?;
            file["villages"] = self.list(many, Self::village)?;
            if !self.indicators.is_empty() && self.u.ratio(1, 2)? {
                let at = self.u.choose_index(self.indicators.len())?;
                let figures = self.series(self.indicators.get(at).copied().unwrap_or_default())?;
                let (id, name) = (format!("i{at}"), self.name()?);
                file["references"] = json!([{ "indicator": id, "name": name, "figures": figures }]);
            }
            if self.u.ratio(1, 3)? {
                file["places"] = json!({ "one": self.words()?, "many": self.words()? });
                file["times"] = json!([{ "time": "2016", "name": self.text()? }]);
            }
        }
        if self.u.ratio(2, 3)? {
            let unit = *self.u.choose(&["billion_vnd", "million_vnd"])?;
            let mut revenue = json!({ "unit": unit, "per": self.u.choose(&["month", "year"])? });
            self.some(&mut revenue, &["title", "note", "total_name"])?;
            if self.u.ratio(1, 3)? {
                revenue["total"] = if self.wild { self.figure()? } else { json!({ "at_least": 1e15 }) };
            }
            revenue["selection"] = json!(self.u.arbitrary::<bool>()?);
            file["revenue"] = revenue;
            file["villages"] = self.list(many, Self::village)?;
        }
        if self.u.ratio(1, 3)? {
            file["income"] = json!({ "unit": "million_vnd", "rows": self.list(4, Self::row)? });
        }
        for key in ["clusters", "village_counts", "petitions"] {
            if self.u.ratio(1, 3)? {
                file[key] =
                    json!({ "groups": self.list(2, Self::group)?, "counts": self.list(4, Self::count)? });
            }
        }
        if self.wild && self.u.ratio(1, 2)? {
            for _ in 0..self.u.int_in_range(1..=3)? {
                let by = self.junk()?;
                replace(&mut file, &mut self.u.int_in_range(0..=80)?, &by);
            }
        }
        if self.wild && self.u.ratio(1, 9)? {
            if let Some(record) = file.as_object_mut() {
                *record = record
                    .iter()
                    .map(|(key, value)| (format!("{key}s"), value.clone()))
                    .collect::<Map<_, _>>();
            }
        }
        Ok(file)
    }
}

/// A file of the format: most are right, so that charts are drawn; the others have wrong values and junk in them.
pub fn file(u: &mut Unstructured) -> Result<Json> {
    let wild = u.ratio(1, 3)?;
    Maker { u, wild, names: 0, indicators: Vec::new(), signed: false }.file()
}

/// A view, and other ones that a reader comes to from it.
fn actions(u: &mut Unstructured) -> Result<Vec<Action>> {
    let one = |u: &mut Unstructured| {
        Ok(match u.int_in_range(0..=11)? {
            8 => Action::Indicator(Some((*u.choose(&["i0", "i1", "i2", "i9"])?).to_owned())),
            10 => Action::Group(
                u.choose(&[None, Some("district"), Some("craft"), Some("terrain")])?.map(str::to_owned),
            ),
            9 => Action::Time(TimePeriod::parse(u.choose(&TIMES)?)),
            0 => Action::Sort(*u.choose(&[Sort::Value, Sort::Name])?),
            1 => Action::Page(usize::from(u.arbitrary::<u8>()?)),
            2 => Action::Page(usize::MAX),
            3 => Action::Unit(*u.choose(&[None, Some(Period::Month), Some(Period::Year)])?),
            4 => Action::Threshold(Some(*u.choose(&NUMBERS)?)),
            5 => Action::Cells(Some((*u.choose(&TEXTS)?).to_owned())),
            6 => Action::Sizes(Sizes { bar: u.arbitrary()?, gap: u.arbitrary()? }),
            7 => Action::Width(u.arbitrary()?),
            _ => {
                let mut text = || Ok((*u.choose(&TEXTS)?).to_owned());
                Action::Filter(Filter { query: text()?, craft: text()?, district: text()? })
            }
        })
    };
    (0..u.int_in_range(0..=4)?).map(|_| one(u)).collect()
}

/// Reads a file, and does with its data what a reader and a page may do; what bytes are left say what.
pub fn explore(json: &[u8], u: &mut Unstructured) -> Result<()> {
    let reading = data::read(json, platform());
    for finding in &reading.findings {
        assert!(finding.path.starts_with('$') && !finding.expected.is_empty(), "{finding:?}");
        assert!((1..=200).contains(&finding.found.chars().count()), "a message is short: {finding:?}");
    }
    match reading.dataset {
        Some(dataset) => draw_all(&dataset, json, u),
        None => Ok(()),
    }
}

fn draw_all(dataset: &Dataset, json: &[u8], u: &mut Unstructured) -> Result<()> {
    let locale = *u.choose(&[Locale::VI, Locale::EN])?;
    let width = *u.choose(&[120.0, 320.0, 640.0, 1200.0])?;
    let actions = actions(u)?;
    let deep = u.ratio(1, 16)?;
    for (_, kind) in Kind::ALL {
        let mut view = View::new(kind, locale, width);
        let Ok(mut before) = chart::scene(dataset, &view, platform()) else { continue };
        sound(&before);
        for action in &actions {
            view.update(action.clone());
            let Ok(after) = chart::scene(dataset, &view, platform()) else { continue };
            sound(&after);
            for t in [0.0, 0.4, 1.0] {
                scene::between(&before, &after, t);
            }
            before = after;
        }
        for item in &before.items {
            assert!(!item.spoken.is_empty());
        }
        well_formed(&draw::svg(&before, &Theme::Light, locale, platform()));
        if let Some(table) = chart::table(dataset, &view, platform()) {
            assert!(table.csv().lines().count() > table.rows.len());
            let _ = table.html("", locale);
        }
        for form in [Form::Long, Form::Wide] {
            let csv = chart::csv(dataset, &view, platform(), form);
            let is_of_indicators = view.kind.key() == Kind::Ranking.key();
            assert_eq!(csv.is_some(), is_of_indicators && dataset.indicators.is_some());
        }
        for form in [Form::Chart, Form::Times, Form::Indicators] {
            let Some(sheet) = chart::sheet(dataset, &view, platform(), form, "") else { continue };
            assert!(sheet.rows.iter().chain(&sheet.heard).all(|row| row.len() == sheet.head.len()));
            for (column, descending) in (0..sheet.head.len()).flat_map(|i| [(i, false), (i, true)]) {
                let mut order = sheet.orders.of(column, descending, platform(), locale);
                order.sort_unstable();
                assert!(order.into_iter().eq(0..sheet.rows.len()), "each row once");
            }
        }
        if deep {
            if let Ok(svg) = card::svg(dataset, &view, Theme::Dark, platform()) {
                well_formed(&svg);
            }
            let text = String::from_utf8_lossy(json);
            let _ = embed::fragment(dataset, &text, &view, &embed::Options::default(), platform());
        }
    }
    Ok(())
}
