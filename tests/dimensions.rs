//! Places in groups: by district, craft, or a dimension of the file, and one group alone.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::platform::Native;
use village_charts::scene::{Options, Scene};
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, View};
use village_charts::{chart, data};

fn file() -> Json {
    let village = |name: &str, terrain: Option<&str>, district: &str, pupils: Json| {
        let terrain =
            terrain.map(|vi| json!({ "vi": vi, "en": if vi == "núi" { "hills" } else { "plain" } }));
        json!({
            "name": name,
            "district": district,
            "dimensions": { "terrain": terrain },
            "figures": { "pupils": pupils, "poor": 5 },
        })
    };
    json!({
        "format": "village-charts/1",
        "dimensions": [{ "id": "terrain", "name": { "vi": "Địa hình", "en": "Terrain" } }],
        "indicators": [
            { "id": "pupils", "name": "Pupils", "kind": "count", "unit": "pupils" },
            { "id": "poor", "name": "Poor", "kind": "rate", "unit": "percent" },
        ],
        "villages": [
            village("A", Some("núi"), "X", json!(100)),
            village("B", Some("bằng"), "X", json!({ "more_than": 300 })),
            village("C", Some("núi"), "Y", json!(50)),
            village("D", None, "Y", json!(70)),
        ],
    })
}

fn dataset(file: &Json) -> data::Dataset {
    let reading = data::read(file.to_string().as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn view(group: &str, only: &str) -> View {
    let mut view = View::new(Kind::Ranking, Locale::EN, 640.0);
    view.update(Action::Group(Some(group.to_owned())));
    view.update(Action::Only(Some(only.to_owned())));
    view
}

fn scene(view: &View) -> Scene {
    chart::scene(&dataset(&file()), view, &Native::default()).expect("figures")
}

fn ids(scene: &Scene) -> Vec<&str> {
    scene.items.iter().map(|item| &*item.id).collect()
}

fn names(options: Option<&Options>) -> Vec<&str> {
    options.iter().flat_map(|options| &options.names).map(String::as_str).collect()
}

#[test]
fn places_are_grouped_by_a_dimension_of_the_file() {
    let scene = scene(&view("terrain", ""));
    assert_eq!(ids(&scene), ["group-hills", "a-x", "c-y", "group-plain", "b-x", "group-", "d-y"]);
    assert_eq!(names(scene.controls.list("group")), ["None", "District", "Terrain"]);
    assert_eq!(names(scene.controls.list("only")), ["All", "hills", "plain"]);
    assert_eq!(scene.items[0].value, "2 villages together: 150 pupils.");
    let hills = &scene.items[1];
    assert!(hills.notes.contains(&"Terrain: hills".to_owned()) && hills.spoken.contains("Terrain: hills"));
}

#[test]
fn one_group_alone_keeps_the_ranks_and_the_axis_of_all() {
    let all = scene(&view("terrain", ""));
    let hills = scene(&view("terrain", "hills"));
    assert_eq!(ids(&hills), ["group-hills", "a-x", "c-y"]);
    assert_eq!(hills.title, "Pupils – hills");
    assert!(hills.summary.starts_with("2 villages."), "{}", hills.summary);
    let rank =
        |scene: &Scene| scene.items.iter().find(|item| item.title == "C").map(|item| item.notes.clone());
    assert_eq!(rank(&hills), rank(&all));
    assert_eq!(hills.controls.list("only").map(|only| &*only.chosen), Some("hills"));
    let table =
        chart::table(&dataset(&file()), &view("terrain", "hills"), &Native::default()).expect("a table");
    assert_eq!(table.rows.len(), 2);
    // the name in another language of the file is that of the same group
    assert_eq!(ids(&scene(&view("terrain", "núi"))), ids(&hills));
}

#[test]
fn what_the_file_does_not_have_is_told_with_what_it_has() {
    let refused = |group: &str, only: &str| {
        let finding =
            chart::scene(&dataset(&file()), &view(group, only), &Native::default()).expect_err("none");
        (finding.code, finding.found, finding.expected)
    };
    let expected_group = "one of: none, district, craft, terrain (\"terrain\", perhaps)";
    let (code, found, expected) = refused("terain", "");
    assert_eq!((code, &*found, &*expected), ("unknown_dimension", "\"terain\"", expected_group));
    let (code, found, expected) = refused("none", "hills");
    assert_eq!((code, &*found), ("unknown_group", "\"hills\""));
    assert_eq!(expected, "group beside it, which says by what places are grouped");
    let (code, found, expected) = refused("district", "hills");
    assert_eq!((code, &*found, &*expected), ("unknown_group", "\"hills\"", "one of: X, Y"));
}

/// A district may be a province, a region or a commune: the file says what it is called, to be read and to be heard.
#[test]
fn districts_are_called_what_the_file_calls_them() {
    let mut named = file();
    named["districts"] = json!({
        "one": { "en": "province", "vi": "tỉnh", "fr": "État" },
        "many": { "en": "provinces", "vi": "tỉnh", "fr": "États" },
    });
    let named = dataset(&named);
    let drawn = |data: &data::Dataset, kind: Kind, tag: &str| {
        let mut view = View::new(kind, Locale::new(tag).expect("a language"), 640.0);
        view.update(Action::Indicator(Some("pupils".to_owned())));
        view.update(Action::Group((kind == Kind::Groups).then(|| "district".to_owned())));
        chart::scene(data, &view, &Native::default()).expect("figures")
    };
    let titles = ["en", "vi", "id", "th", "fr", "zh-Hans"].map(|tag| drawn(&named, Kind::Groups, tag).title);
    assert_eq!(
        titles,
        [
            "Pupils, by province",
            "Pupils, theo tỉnh",
            "Pupils, menurut province",
            "Pupils แยกตามprovince",
            "Pupils, par État",
            "Pupils（按province）",
        ]
    );
    let groups = drawn(&named, Kind::Groups, "en");
    assert!(
        groups.items[0].notes.iter().any(|note| note.contains("of 2 provinces")),
        "{:?}",
        groups.items[0].notes
    );
    assert!(names(groups.controls.list("group")).contains(&"Province"));
    let ranking = drawn(&named, Kind::Ranking, "en");
    assert!(ranking.items.iter().all(|item| item.notes.iter().any(|note| note.starts_with("Province: "))));
    assert!(ranking.items[0].spoken.contains("Province: "), "{}", ranking.items[0].spoken);
    assert_eq!(ranking.controls.find.as_ref().map(|find| &*find.district), Some("Province"));
    let vi = drawn(&named, Kind::Ranking, "vi");
    assert_eq!(vi.controls.find.as_ref().map(|find| &*find.district), Some("Tỉnh"));
    let csv =
        |form| chart::csv(&named, &View::new(Kind::Ranking, Locale::EN, 640.0), &Native::default(), form);
    for form in [village_charts::table::Form::Chart, village_charts::table::Form::Wide] {
        let head = csv(form).expect("figures");
        assert!(
            head.lines().next().is_some_and(|head| head.contains("Province") && !head.contains("District")),
            "{head}"
        );
    }
    let plain = dataset(&file());
    assert_eq!(drawn(&plain, Kind::Groups, "en").title, "Pupils, by district");
    assert!(drawn(&plain, Kind::Ranking, "en").items[0]
        .notes
        .iter()
        .any(|note| note.starts_with("District: ")));
}

#[test]
fn wrong_dimensions_are_told_where_they_stand() {
    let errors = |change: &dyn Fn(&mut Json)| {
        let mut file = file();
        change(&mut file);
        let findings = data::read(file.to_string().as_bytes(), &Native::default()).findings;
        findings.into_iter().map(|f| format!("{} {}", f.path, f.code)).collect::<Vec<_>>()
    };
    let id = |id: &'static str| move |file: &mut Json| file["dimensions"][0]["id"] = id.into();
    assert_eq!(errors(&id("district"))[0], "$.dimensions[0].id taken_id");
    let indicator = |file: &mut Json| {
        (file["dimensions"][0]["id"], file["villages"]) = ("poor".into(), json!([]));
    };
    assert_eq!(errors(&indicator), ["$.dimensions[0].id taken_id"]);
    assert_eq!(errors(&id("relief")).len(), 4, "each place names what the file does not know");
    assert_eq!(errors(&id("relief"))[0], "$.villages[0].dimensions.terrain unknown_dimension");
    let twice = |file: &mut Json| {
        let one = file["dimensions"][0].clone();
        file["dimensions"] = json!([one, one]);
    };
    assert_eq!(errors(&twice), ["$.dimensions[1].id duplicate_id"]);
    let number = |file: &mut Json| file["villages"][0]["dimensions"]["terrain"] = json!(3);
    assert_eq!(errors(&number), ["$.villages[0].dimensions.terrain wrong_type"]);
}

#[test]
fn a_column_may_be_a_dimension() {
    let mut columns = file();
    columns["villages"] = json!({
        "columns": ["name", "district", "terrain", "poor", "pupils"],
        "rows": [
            ["A", "X", { "vi": "núi", "en": "hills" }, 5, 100],
            ["B", "X", { "vi": "bằng", "en": "plain" }, 5, { "more_than": 300 }],
            ["C", "Y", { "vi": "núi", "en": "hills" }, 5, 50],
            ["D", "Y", null, 5, 70],
        ],
    });
    assert_eq!(dataset(&columns).villages, dataset(&file()).villages);
}

/// Clusters, and what else the rows of their ranking are to say.
fn clusters(also: &str) -> Result<Scene, data::Finding> {
    let file: Json = serde_json::from_str(include_str!("../www/data/gallery/clusters.json")).expect("JSON");
    let mut view = View::new(Kind::Ranking, Locale::EN, 640.0);
    view.update(Action::Also(Some(also.to_owned())));
    view.update(Action::Page(1));
    chart::scene(&dataset(&file), &view, &Native::default())
}

fn written(scene: &Scene) -> String {
    let mut all = String::new();
    for mark in &scene.marks {
        if let village_charts::scene::Shape::Text(runs, ..) = &mark.shape {
            for run in runs {
                all += &run.text;
                all += "|";
            }
        }
    }
    all
}

#[test]
fn rows_say_what_else_a_place_is_with_its_qualifiers() {
    let scene = clusters("district, status, area").expect("figures");
    let written = written(&scene);
    for text in ["Chương Mỹ · being built|Area: 45–50 ha", "Thạch Thất · planned|Area: about 50 ha"]
    {
        assert!(written.contains(text), "{text} in {written}");
    }
    assert!(written.contains("Area: not yet decided"), "{written}");
    let item = |name: &str| scene.items.iter().find(|item| item.title == name).expect("a place");
    let untold = item("Đầm Sáo");
    assert!(
        untold.notes.contains(&"Status: not stated".to_owned()) && written.contains("Status: not stated")
    );
    let heard = &item("Rừng Cọ").spoken;
    for text in ["District: Quốc Oai", "Status: planned", "Area: at most 45 ha"] {
        assert!(heard.contains(text), "{text} in {heard}");
    }
    assert_eq!(heard.matches("planned").count(), 1, "once: {heard}");
    let plain = clusters("").expect("figures");
    assert!(!plain.items.iter().any(|item| item.spoken.contains("Area")));
    let refused = clusters("status, aera").expect_err("none such");
    assert_eq!((refused.code, &*refused.found), ("unknown_also", "\"aera\""));
    assert_eq!(refused.expected, "one of: district, status, occupancy, area");
}

#[test]
fn a_search_finds_places_by_what_they_are_in_a_dimension() {
    let file: Json = serde_json::from_str(include_str!("../www/data/gallery/clusters.json")).expect("JSON");
    let mut view = View::new(Kind::Ranking, Locale::EN, 640.0);
    let query = "being built".to_owned();
    view.update(Action::Filter(Filter { query, ..Filter::default() }));
    let scene = chart::scene(&dataset(&file), &view, &Native::default()).expect("places");
    let places = file["villages"].as_array().expect("places").iter();
    let built = places.filter(|place| place["dimensions"]["status"]["en"] == "being built");
    let mut names: Vec<&str> = built.map(|place| place["name"].as_str().expect("a name")).collect();
    let mut found: Vec<&str> = scene.items.iter().map(|item| &*item.title).collect();
    names.sort_unstable();
    found.sort_unstable();
    assert!(found.len() > 1);
    assert_eq!(found, names);
}

#[test]
fn what_else_a_place_is_has_time_flags_and_source_of_its_own() {
    let mut file = file();
    file["sources"] = json!([{ "id": "a", "name": "Office" }, { "id": "b", "name": "School board" }]);
    file["as_of"] = json!("2024-03-01");
    file["villages"][0]["figures"] = json!({
        "poor": { "2020": 5, "2023": 4 },
        "pupils": { "2020": { "more_than": 300, "provisional": true, "source": "b" } },
    });
    file["villages"].as_array_mut().expect("places").truncate(1);
    let mut view = View::new(Kind::Ranking, Locale::EN, 1168.0);
    view.update(Action::Indicator(Some("poor".to_owned())));
    view.update(Action::Also(Some("pupils".to_owned())));
    let scene = chart::scene(&dataset(&file), &view, &Native::default()).expect("figures");
    assert_eq!(scene.title, "Poor, 2023");
    assert!(written(&scene).contains("Pupils, 2020: over 300 pupils (p)¹"), "{}", written(&scene));
    assert!(scene.source.contains("¹ Source: School board"), "{}", scene.source);
    assert!(written(&scene).contains("p: provisional"), "{}", written(&scene));
    let notes = scene.items[0].notes.join(". ");
    assert!(notes.contains("Pupils, 2020: over 300 pupils, provisional, Source: School board"), "{notes}");
}
