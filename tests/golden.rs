//! The pictures, as SVG, against those that were looked at and found good.
//!
//! After a change that is meant: `INSTA_UPDATE=always cargo test --test golden`, and look at the
//! files under `tests/snapshots` in a browser before committing them.

#[cfg(feature = "tools")]
use village_charts::card;
use village_charts::data::{self, Dataset, Period};
use village_charts::draw::{self, Theme};
use village_charts::platform::Native;
use village_charts::text::Locale;
use village_charts::view::{Action, Kind, Sort, View};
use village_charts::{chart, scene};

fn dataset(json: &str) -> Dataset {
    let reading = data::read(json.as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn hanoi() -> Dataset {
    dataset(include_str!("../www/data/hanoi-2024.json"))
}

fn view(kind: Kind, locale: Locale, width: f64) -> View {
    View::new(kind, locale, width)
}

fn picture(data: &Dataset, view: &View, theme: Theme) -> String {
    let platform = Native::default();
    let scene = chart::scene(data, view, &platform).expect("the section is there");
    fits(&scene);
    draw::svg(&scene, &theme, view.locale, &platform)
}

/// What is drawn lies within the picture.
fn fits(scene: &scene::Scene) {
    for item in &scene.items {
        let area = item.area;
        assert!(area.x >= 0.0 && area.x + area.width <= scene.width + 0.5, "{item:?}");
        assert!(area.y >= 0.0 && area.y + area.height <= scene.height + 0.5, "{item:?}");
        assert!(area.height >= 24.0, "a finger needs 24 pixels: {item:?}");
    }
}

/// `golden_svg!(name, svg)`: the file `tests/snapshots/name.svg`.
macro_rules! golden_svg {
    ($name:expr, $svg:expr) => {
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_binary_snapshot!(concat!($name, ".svg"), $svg.into_bytes());
        });
    };
}

#[test]
fn revenue() {
    golden_svg!("revenue-320", picture(&hanoi(), &view(Kind::Revenue, Locale::VI, 320.0), Theme::Light));
    golden_svg!("revenue-720", picture(&hanoi(), &view(Kind::Revenue, Locale::VI, 720.0), Theme::Light));
    golden_svg!("revenue-en-dark", picture(&hanoi(), &view(Kind::Revenue, Locale::EN, 560.0), Theme::Dark));
}

#[test]
fn revenue_by_name() {
    let mut by_name = view(Kind::Revenue, Locale::VI, 560.0);
    by_name.update(Action::Sort(Sort::Name));
    golden_svg!("revenue-by-name", picture(&hanoi(), &by_name, Theme::Light));
}

#[test]
#[cfg(feature = "tools")]
fn revenue_with_a_threshold() {
    let mut over = view(Kind::Revenue, Locale::VI, 640.0);
    over.update(Action::Threshold(Some(1000.0)));
    golden_svg!("revenue-threshold", picture(&hanoi(), &over, Theme::Light));
    over.update(Action::Width(320.0));
    golden_svg!("revenue-threshold-320", picture(&hanoi(), &over, Theme::Dark));
}

#[test]
#[cfg(feature = "tools")]
fn cells() {
    let mut cells = view(Kind::Clusters, Locale::VI, 360.0);
    cells.update(Action::Cells(Some("new".to_owned())));
    golden_svg!("clusters-cells", picture(&hanoi(), &cells, Theme::Light));
}

#[test]
fn income_by_month_and_by_year() {
    let mut view = view(Kind::Income, Locale::VI, 360.0);
    golden_svg!("income-month", picture(&hanoi(), &view, Theme::Light));
    view.update(Action::Unit(Some(Period::Year)));
    golden_svg!("income-year", picture(&hanoi(), &view, Theme::Light));
    view.update(Action::Locale(Locale::EN));
    golden_svg!("income-en", picture(&hanoi(), &view, Theme::Dark));
}

#[test]
fn clusters_villages_and_petitions() {
    golden_svg!("clusters-320", picture(&hanoi(), &view(Kind::Clusters, Locale::VI, 320.0), Theme::Light));
    golden_svg!("clusters-720", picture(&hanoi(), &view(Kind::Clusters, Locale::EN, 720.0), Theme::Dark));
    golden_svg!("villages-320", picture(&hanoi(), &view(Kind::Villages, Locale::EN, 320.0), Theme::Light));
    golden_svg!("villages-720", picture(&hanoi(), &view(Kind::Villages, Locale::VI, 720.0), Theme::Light));
    golden_svg!("petitions-320", picture(&hanoi(), &view(Kind::Petitions, Locale::VI, 320.0), Theme::Light));
    golden_svg!("petitions-720", picture(&hanoi(), &view(Kind::Petitions, Locale::EN, 720.0), Theme::Light));
}

#[test]
fn every_qualifier_has_a_mark_of_its_own() {
    let data = dataset(include_str!("data/qualifiers.json"));
    golden_svg!("qualifiers-320", picture(&data, &view(Kind::Revenue, Locale::VI, 320.0), Theme::Light));
    golden_svg!("qualifiers-720", picture(&data, &view(Kind::Revenue, Locale::EN, 720.0), Theme::Light));
}

#[test]
#[cfg(feature = "indicators")]
fn indicators_of_every_kind() {
    let data = dataset(include_str!("data/communes.json"));
    let ranking = |indicator: &str, locale, width, theme| {
        let mut view = view(Kind::Ranking, locale, width);
        view.update(Action::Indicator(Some(indicator.to_owned())));
        picture(&data, &view, theme)
    };
    golden_svg!("ranking-rate-320", ranking("poor", Locale::VI, 320.0, Theme::Light));
    golden_svg!("ranking-rate-720", ranking("poor", Locale::EN, 720.0, Theme::Dark));
    golden_svg!("ranking-interval-320", ranking("income", Locale::EN, 320.0, Theme::Light));
    golden_svg!("ranking-interval-720", ranking("income", Locale::VI, 720.0, Theme::Light));
    golden_svg!("ranking-change-320", ranking("migration", Locale::VI, 320.0, Theme::Dark));
    golden_svg!("ranking-change-720", ranking("migration", Locale::EN, 720.0, Theme::Light));
    golden_svg!("ranking-count-560", ranking("people", Locale::EN, 560.0, Theme::Light));
    let mut grouped = view(Kind::Ranking, Locale::VI, 360.0);
    grouped.update(Action::Group(Some("district".to_owned())));
    golden_svg!("ranking-groups-360", picture(&data, &grouped, Theme::Light));
    golden_svg!("ranking-amount-560", ranking("grants", Locale::VI, 560.0, Theme::Light));
}

#[test]
#[cfg(feature = "many")]
fn lines_over_time() {
    let data = dataset(include_str!("data/years.json"));
    let trend = |indicator: &str, locale, width, theme| {
        let mut view = view(Kind::Trend, locale, width);
        view.update(Action::Indicator(Some(indicator.to_owned())));
        picture(&data, &view, theme)
    };
    golden_svg!("trend-count-328", trend("jobs", Locale::VI, 328.0, Theme::Light));
    golden_svg!("trend-count-1168", trend("jobs", Locale::EN, 1168.0, Theme::Light));
    golden_svg!("trend-index-328", trend("prices", Locale::EN, 328.0, Theme::Light));
    golden_svg!("trend-index-1168", trend("prices", Locale::VI, 1168.0, Theme::Dark));
    golden_svg!("trend-change-328", trend("balance", Locale::EN, 328.0, Theme::Dark));
    golden_svg!("trend-change-608", trend("balance", Locale::VI, 608.0, Theme::Light));
    let many = dataset(include_str!("../www/data/mau.json"));
    let mut ends = view(Kind::Trend, Locale::VI, 728.0);
    ends.update(Action::Indicator(Some("income".to_owned())));
    golden_svg!("trend-ends-728", picture(&many, &ends, Theme::Light));
}

#[test]
#[cfg(feature = "many")]
fn where_places_stand() {
    let spread = |data: &Dataset, indicator: &str, places: Option<&str>, locale, width, theme| {
        let mut view = view(Kind::Spread, locale, width);
        view.update(Action::Indicator(Some(indicator.to_owned())));
        view.update(Action::Places(places.map(str::to_owned)));
        picture(data, &view, theme)
    };
    let province = dataset(include_str!("../www/data/mau.json"));
    let named = Some("Mẫu An, Mẫu Hà");
    golden_svg!("spread-rate-328", spread(&province, "poor", named, Locale::VI, 328.0, Theme::Light));
    golden_svg!("spread-rate-1168", spread(&province, "poor", named, Locale::EN, 1168.0, Theme::Dark));
    let communes = dataset(include_str!("data/communes.json"));
    golden_svg!("spread-change-328", spread(&communes, "migration", None, Locale::EN, 328.0, Theme::Dark));
    golden_svg!("spread-change-1168", spread(&communes, "migration", None, Locale::VI, 1168.0, Theme::Light));
    let named = Some("Bắc Sơn");
    golden_svg!("spread-interval-328", spread(&communes, "income", named, Locale::VI, 328.0, Theme::Light));
    golden_svg!("spread-interval-1168", spread(&communes, "income", None, Locale::EN, 1168.0, Theme::Light));
    // as many as a country has districts and communes, most of them low
    let of = |many: u32| {
        let mut villages = Vec::new();
        for i in 0..many {
            let share = f64::from((i * 7919) % 1009 * ((i * 104_729 % 997) + 1)) / 5e4;
            let figure = match i % 450 {
                7 => serde_json::json!({ "range": [share, share + 6.0] }),
                8 => serde_json::json!({ "more_than": share }),
                _ => serde_json::json!(share),
            };
            let name = format!("Xã {i}");
            villages.push(serde_json::json!({ "name": name, "figures": { "x": figure } }));
        }
        let indicator = serde_json::json!({
            "id": "x", "name": "Tỷ lệ", "kind": "rate", "unit": "percent", "decimals": 1,
        });
        let file = serde_json::json!({ "format": "village-charts/1", "indicators": [indicator], "villages": villages });
        dataset(&file.to_string())
    };
    golden_svg!("spread-60-328", spread(&of(60), "x", Some("Xã 30"), Locale::VI, 328.0, Theme::Light));
    golden_svg!("spread-1350-328", spread(&of(1350), "x", Some("Xã 30"), Locale::VI, 328.0, Theme::Light));
    golden_svg!("spread-1350-1168", spread(&of(1350), "x", None, Locale::EN, 1168.0, Theme::Light));
}

#[test]
#[cfg(feature = "many")]
fn places_at_two_figures() {
    let scatter = |data: &Dataset, both: [&str; 2], asked: &[Action], locale, width, theme| {
        let mut view = view(Kind::Scatter, locale, width);
        let [x, y] = both.map(|id| Some(id.to_owned()));
        for action in [Action::X(x), Action::Y(y)].iter().chain(asked) {
            view.update(action.clone());
        }
        picture(data, &view, theme)
    };
    let named = |names: &str| [Action::Places(Some(names.to_owned()))];
    let by_district = [Action::Group(Some("district".to_owned()))];
    let province = dataset(include_str!("../www/data/mau.json"));
    let (light, dark) = (Theme::Light, Theme::Dark);
    let both = ["poor", "income"];
    let of = named("Mẫu An, Mẫu Hà");
    golden_svg!("scatter-interval-328", scatter(&province, both, &of, Locale::VI, 328.0, light));
    golden_svg!("scatter-interval-1168", scatter(&province, both, &of, Locale::EN, 1168.0, dark));
    let both = ["people", "migration"];
    golden_svg!("scatter-groups-328", scatter(&province, both, &by_district, Locale::EN, 328.0, dark));
    golden_svg!("scatter-groups-1168", scatter(&province, both, &by_district, Locale::VI, 1168.0, light));
    // as many as a province and a country have communes, most of them low
    let of_many = |many: u32| {
        let mut villages = Vec::new();
        for i in 0..many {
            let share = f64::from((i * 7919) % 1009 * ((i * 104_729 % 997) + 1)) / 5e4;
            let change = f64::from((i * 6007) % 911) / 10.0 - 30.0;
            let figure = match i % 45 {
                7 => serde_json::json!({ "range": [share, share + 6.0] }),
                8 => serde_json::json!({ "more_than": share }),
                9 => serde_json::json!({ "missing": "?" }),
                _ => serde_json::json!(share),
            };
            let name = format!("Xã {i}");
            villages.push(serde_json::json!({ "name": name, "figures": { "x": figure, "y": change } }));
        }
        let of = |id: &str, name: &str, kind: &str| {
            serde_json::json!({
                "id": id, "name": name, "kind": kind, "unit": "percent", "decimals": 1,
            })
        };
        let indicators = [of("x", "Tỷ lệ", "rate"), of("y", "Thay đổi", "change")];
        let file = serde_json::json!({
            "format": "village-charts/1", "indicators": indicators, "villages": villages,
        });
        dataset(&file.to_string())
    };
    let both = ["x", "y"];
    let of = named("Xã 30");
    golden_svg!("scatter-60-328", scatter(&of_many(60), both, &[], Locale::VI, 328.0, light));
    golden_svg!("scatter-60-1168", scatter(&of_many(60), both, &of, Locale::EN, 1168.0, light));
    golden_svg!("scatter-1350-328", scatter(&of_many(1350), both, &of, Locale::VI, 328.0, dark));
    golden_svg!("scatter-1350-1168", scatter(&of_many(1350), both, &[], Locale::EN, 1168.0, light));
}

#[test]
#[cfg(feature = "many")]
fn groups_of_places() {
    let groups = |data: &Dataset, id: &str, asked: &[Action], locale, width, theme| {
        let mut view = view(Kind::Groups, locale, width);
        for action in [Action::Indicator(Some(id.to_owned()))].iter().chain(asked) {
            view.update(action.clone());
        }
        picture(data, &view, theme)
    };
    let province = dataset(include_str!("../www/data/mau.json"));
    let (light, dark) = (Theme::Light, Theme::Dark);
    let named = [Action::Places(Some("Mẫu An, Mẫu Hà".to_owned()))];
    golden_svg!("groups-count-328", groups(&province, "people", &[], Locale::VI, 328.0, light));
    golden_svg!("groups-count-1168", groups(&province, "people", &named, Locale::EN, 1168.0, dark));
    golden_svg!("groups-rate-328", groups(&province, "poor", &named, Locale::EN, 328.0, dark));
    golden_svg!("groups-rate-1168", groups(&province, "poor", &[], Locale::VI, 1168.0, light));
    // as many as a province has communes, a few of a district without a figure
    let of = |many: u32| {
        let mut villages = Vec::new();
        for i in 0..many {
            let share = f64::from((i * 7919) % 1009 * ((i * 104_729 % 997) + 1)) / 5e4;
            let share = (share * 10.0).round() / 10.0;
            let figure = match (i % 11, i % 45) {
                (10, _) => serde_json::json!({ "missing": "không khảo sát" }),
                (_, 7) => serde_json::json!({ "range": [share, share + 6.0] }),
                (_, 8) => serde_json::json!({ "more_than": share }),
                _ => serde_json::json!(share),
            };
            let (name, district) = (format!("Xã {i}"), format!("Huyện {}", i % 11 + 1));
            let figures = serde_json::json!({ "x": figure, "y": figure });
            villages.push(serde_json::json!({ "name": name, "district": district, "figures": figures }));
        }
        let of = |id: &str, kind: &str, unit: &str| {
            let name = "Số liệu";
            serde_json::json!({ "id": id, "name": name, "kind": kind, "unit": unit, "decimals": 1 })
        };
        let indicators = [of("x", "rate", "percent"), of("y", "amount", "ha")];
        let file = serde_json::json!({
            "format": "village-charts/1", "indicators": indicators, "villages": villages,
        });
        dataset(&file.to_string())
    };
    let one = [Action::Only(Some("Huyện 3".to_owned()))];
    golden_svg!("groups-60-328", groups(&of(60), "x", &[], Locale::VI, 328.0, light));
    golden_svg!("groups-1350-328", groups(&of(1350), "x", &[], Locale::EN, 328.0, light));
    golden_svg!("groups-1350-1168", groups(&of(1350), "y", &one, Locale::VI, 1168.0, light));
}

#[test]
#[cfg(feature = "many")]
fn what_else_places_are() {
    let clusters = dataset(include_str!("../www/data/gallery/clusters.json"));
    let also = |locale, width, theme| {
        let mut view = view(Kind::Ranking, locale, width);
        view.update(Action::Also(Some("district, status, area".to_owned())));
        view.update(Action::Page(1));
        picture(&clusters, &view, theme)
    };
    golden_svg!("ranking-also-328", also(Locale::VI, 328.0, Theme::Light));
    golden_svg!("ranking-also-688", also(Locale::EN, 688.0, Theme::Dark));
}

#[test]
#[cfg(feature = "many")]
fn groups_that_are_split() {
    let split = |data: &Dataset, asked: &[Action], locale, width, theme| {
        let mut view = view(Kind::Groups, locale, width);
        view.update(Action::Split(Some("status".to_owned())));
        for action in asked {
            view.update(action.clone());
        }
        picture(data, &view, theme)
    };
    let clusters = dataset(include_str!("../www/data/gallery/clusters.json"));
    let kept =
        [Action::Places(Some("Đồng Mẫu, Đầm Sáo".to_owned())), Action::Only(Some("Chương Mỹ".to_owned()))];
    let (light, dark) = (Theme::Light, Theme::Dark);
    golden_svg!("split-328", split(&clusters, &[], Locale::VI, 328.0, light));
    golden_svg!("split-1168", split(&clusters, &[], Locale::EN, 1168.0, dark));
    golden_svg!("split-kept-328", split(&clusters, &kept, Locale::EN, 328.0, dark));
    golden_svg!("split-kept-688", split(&clusters, &kept, Locale::VI, 688.0, light));
    // eight words are told apart, and where those of a group have no room as squares all groups are bars
    let words = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"];
    let villages: Vec<_> = (0..260)
        .map(|i| {
            let (name, district) = (format!("Cụm {i}"), format!("Huyện {}", i % 13 % 4 + 1));
            let status = words.get((i * i * 3 + i / 5) % 9);
            let (dimensions, figures) =
                (serde_json::json!({ "status": status }), serde_json::json!({ "x": 1 }));
            serde_json::json!({
                "name": name, "district": district, "dimensions": dimensions, "figures": figures,
            })
        })
        .collect();
    let file = serde_json::json!({
        "format": "village-charts/1", "villages": villages,
        "indicators": [{ "id": "x", "name": "Số liệu", "kind": "count" }],
        "dimensions": [{ "id": "status", "name": "Tình trạng" }],
    });
    let many = dataset(&file.to_string());
    golden_svg!("split-260-328", split(&many, &[], Locale::VI, 328.0, light));
    golden_svg!("split-260-1168", split(&many, &[], Locale::VI, 1168.0, dark));
}

#[test]
#[cfg(feature = "many")]
fn what_places_are_made_of() {
    let makeup = |data: &Dataset, asked: &[Action], locale, width, theme| {
        let mut view = view(Kind::Makeup, locale, width);
        for action in asked {
            view.update(action.clone());
        }
        picture(data, &view, theme)
    };
    let of = |id: &str| Action::Indicator(Some(id.to_owned()));
    let shares = [Action::Shown(Some("shares".to_owned())), Action::Order(Some("farming".to_owned()))];
    let by_district = [of("roofs"), Action::Group(Some("district".to_owned()))];
    let province = dataset(include_str!("../www/data/gallery/makeup.json"));
    let (light, dark) = (Theme::Light, Theme::Dark);
    golden_svg!("makeup-328", makeup(&province, &[], Locale::VI, 328.0, light));
    golden_svg!("makeup-1168", makeup(&province, &[], Locale::EN, 1168.0, dark));
    golden_svg!("makeup-shares-328", makeup(&province, &shares, Locale::EN, 328.0, dark));
    golden_svg!("makeup-shares-1168", makeup(&province, &shares, Locale::VI, 1168.0, light));
    golden_svg!("makeup-groups-328", makeup(&province, &by_district, Locale::EN, 328.0, light));
    golden_svg!("makeup-groups-1168", makeup(&province, &by_district, Locale::VI, 1168.0, dark));
}

#[test]
fn disjoint_parts_are_stacked_where_asked_for() {
    let data = dataset(include_str!("data/qualifiers.json"));
    golden_svg!("stacked", picture(&data, &view(Kind::Clusters, Locale::VI, 560.0), Theme::Light));
}

#[test]
#[cfg(feature = "tools")]
fn cards() {
    let card = |data, kind, locale, theme| {
        card::svg(data, &view(kind, locale, 0.0), theme, &Native::default()).expect("it has room")
    };
    let hanoi = hanoi();
    golden_svg!("card-revenue", card(&hanoi, Kind::Revenue, Locale::VI, Theme::Light));
    golden_svg!("card-income", card(&hanoi, Kind::Income, Locale::EN, Theme::Dark));
    golden_svg!("card-clusters", card(&hanoi, Kind::Clusters, Locale::VI, Theme::Light));
    golden_svg!("card-villages", card(&hanoi, Kind::Villages, Locale::EN, Theme::Light));
    golden_svg!("card-petitions", card(&hanoi, Kind::Petitions, Locale::VI, Theme::Dark));
    let every = dataset(include_str!("data/qualifiers.json"));
    let communes = dataset(include_str!("data/communes.json"));
    golden_svg!("card-ranking", card(&communes, Kind::Ranking, Locale::VI, Theme::Light));
    let years = dataset(include_str!("../www/data/mau.json"));
    golden_svg!("card-trend", card(&years, Kind::Trend, Locale::VI, Theme::Light));
    golden_svg!("card-spread", card(&years, Kind::Spread, Locale::EN, Theme::Dark));
    golden_svg!("card-scatter", card(&years, Kind::Scatter, Locale::VI, Theme::Light));
    golden_svg!("card-groups", card(&years, Kind::Groups, Locale::VI, Theme::Light));
    let clusters = dataset(include_str!("../www/data/gallery/clusters.json"));
    let mut split = view(Kind::Groups, Locale::VI, 0.0);
    split.update(Action::Split(Some("status".to_owned())));
    let split = card::svg(&clusters, &split, Theme::Light, &Native::default());
    golden_svg!("card-split", split.expect("it has room"));
    let parts = dataset(include_str!("../www/data/gallery/makeup.json"));
    golden_svg!("card-makeup", card(&parts, Kind::Makeup, Locale::VI, Theme::Light));
    golden_svg!("card-qualifiers", card(&every, Kind::Revenue, Locale::VI, Theme::Light));
}
