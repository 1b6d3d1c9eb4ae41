//! The names of roles are the same wherever they are said: in style sheets, scripts and documents.

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};
use village_charts::draw::{self, Theme};
use village_charts::scene::Role;
use village_charts::text::Locale;
use village_charts::view::{Kind, View};

fn read(path: &str) -> String {
    let path = [env!("CARGO_MANIFEST_DIR"), "/", path].concat();
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The words that stand between `before` and `after`, in order, once each.
fn between(text: &str, before: &str, after: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in text.split(before).skip(1) {
        let end = part.find(|c: char| c != '-' && !c.is_ascii_alphanumeric()).unwrap_or(part.len());
        let (word, rest) = part.split_at(end);
        if rest.starts_with(after) && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

fn names() -> Vec<&'static str> {
    Role::ALL.iter().map(|role| role.name()).collect()
}

/// What pages set beside colours.
const MEASURES: [&str; 3] = ["padding", "bar", "gap"];

#[test]
fn a_name_tells_its_role() {
    for role in Role::ALL {
        assert_eq!(Role::from_name(role.name()), Some(*role));
    }
    assert_eq!(Role::from_name("border-top-color"), None);
}

#[test]
fn the_page_hands_over_the_colour_of_each_role() {
    let script = read("www/src/roles.ts");
    let list: Vec<&str> =
        script.lines().filter_map(|line| line.trim().split_once(": '")).map(|l| l.0).collect();
    let list: Vec<&str> = list.into_iter().map(|name| name.trim_matches('\'')).collect();
    assert_eq!(list, names());
    // a property that stood for two of them would hand over the colour of one
    let properties = between(&script, ": '", "',");
    assert_eq!(properties.len(), names().len(), "{properties:?}");
}

#[test]
fn style_sheets_have_the_colour_of_each_role() {
    let base = read("www/src/base.css");
    let of_page = between(&base, "--village-chart-", ",");
    for name in names() {
        assert!(base.contains(&format!("--_{name}: ")), "{name} has no colour");
        assert!(of_page.iter().any(|n| n == name), "a page cannot set {name}");
    }
    for name in of_page {
        assert!(names().contains(&&*name) || MEASURES.contains(&&*name), "{name} is no role");
    }
    assert_eq!(between(&read("www/src/static.css"), ".vc-", " {\n  fill"), names());
}

#[test]
fn what_is_documented_is_what_there_is() {
    let element = read("www/src/element.ts");
    for role in Role::ALL {
        let line = format!("@cssprop --village-chart-{} - {}\n", role.name(), role.about());
        assert!(element.contains(&line), "element.ts has no {line}");
    }
    let mut documented = between(&element, "@cssprop --village-chart-", " - ");
    documented.retain(|name| Role::from_name(name).is_none());
    assert_eq!(documented, [""; 0], "no such roles");
    let readme = read("README.md");
    for name in names() {
        assert!(readme.contains(&format!("-{name}")), "README.md does not say {name}");
    }
    for name in between(&read("www/themes.css"), "--village-chart-", ":") {
        assert!(names().contains(&&*name) || MEASURES.contains(&&*name), "themes.css: {name}");
    }
}

#[test]
fn files_have_the_colours_of_pages() {
    let base = read("www/src/base.css");
    for role in [Role::Surface, Role::Solid, Role::Focus] {
        let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| theme.color(role).css());
        let pair = format!("light-dark({}, {dark})", light.replace("#ffffff", "#fff"));
        assert!(base.contains(&format!("--village-chart-{}, {pair}", role.name())), "{role:?}: {pair}");
    }
    for theme in [(".light", Theme::Light), (".dark", Theme::Dark)] {
        let color = theme.1.color(Role::Ink).css();
        assert!(base.contains(&format!("var(--village-chart-ink, {color})")), "{}: {color}", theme.0);
    }
}

/// Two corners and a colour.
type Rectangle = (BackendCoord, BackendCoord, (u8, u8, u8));

/// Keeps the rectangles that it is given.
struct Recorder(Vec<Rectangle>);

impl DrawingBackend for Recorder {
    type ErrorType = std::convert::Infallible;

    fn get_size(&self) -> (u32, u32) {
        (1000, 1000)
    }
    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        Ok(())
    }
    fn present(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        Ok(())
    }
    fn draw_pixel(
        &mut self,
        _: BackendCoord,
        _: BackendColor,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        Ok(())
    }
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        _: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.push((from, to, style.color().rgb));
        Ok(())
    }
}

#[test]
fn any_plotters_backend_gets_colours_of_a_theme_and_its_own_pixels() {
    let platform = village_charts::platform::Native::default();
    let json = br#"{ "format": "village-charts/1", "revenue": { "unit": "billion_vnd", "per": "year" },
                     "villages": [{ "name": "A", "revenue": { "range": [4, 5.5] } }] }"#;
    let data = village_charts::data::read(json, &platform).dataset.expect("it is right");
    let view = View::new(Kind::Revenue, Locale::EN, 640.0);
    let scene = village_charts::chart::scene(&data, &view, &platform).expect("it has a figure");
    for (theme, solid) in [(Theme::Light, (0x0b, 0x6b, 0x6b)), (Theme::Dark, (0x45, 0xb3, 0xa9))] {
        let bar = |ratio: f64| {
            let mut backend = Recorder(Vec::new());
            draw::draw(&mut backend, &scene, &theme, ratio).expect("nothing fails");
            // the outline of what is possible only has the same colour
            let of_color = backend.0.iter().filter(|(.., color)| *color == solid);
            let bar = of_color.max_by_key(|(from, to, _)| to.1 - from.1).expect("a solid part");
            (bar.1 .0 - bar.0 .0, bar.1 .1 - bar.0 .1)
        };
        let (once, twice) = (bar(1.0), bar(2.0));
        assert!(once.0 > 100 && once.1 == 26, "{once:?}");
        assert!((twice.0 - 2 * once.0).abs() <= 1 && twice.1 == 52, "{twice:?}");
    }
}
