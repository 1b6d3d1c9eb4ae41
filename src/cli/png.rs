//! SVG → PNG, with a font of the command's own: the same pixels on every machine.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{fontdb, FontResolver, Options, Tree};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// See `fonts/README.md`.
const FONTS: [&[u8]; 3] = [
    include_bytes!("fonts/NotoSans-Regular.ttf"),
    include_bytes!("fonts/NotoSans-Bold.ttf"),
    include_bytes!("fonts/NotoSansMath-Regular.ttf"),
];
const FAMILY: &str = "Noto Sans";

/// More than this is no picture that anyone could show: 400 MB.
const MOST_PIXELS: u64 = 100_000_000;

/// The picture with `scale` pixels to each of its own, in the command's font and, for letters that this lacks, in those
/// of the files `more`. That all of them lack letters is told on standard error.
pub fn png(svg: &str, scale: u32, more: &[PathBuf]) -> Result<Vec<u8>, String> {
    let mut fonts = fontdb::Database::new();
    for file in more {
        let data = std::fs::read(file).map_err(|e| format!("cannot read {}: {e}", file.display()))?;
        let before = fonts.len();
        fonts.load_font_data(data);
        if fonts.len() == before {
            return Err(format!("{} is no font; expected a TrueType or OpenType file", file.display()));
        }
    }
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    // what stands in for a family that is not there
    fonts.set_serif_family(FAMILY);
    let missing = Mutex::new(BTreeSet::new());
    let tree = {
        // what the text's own font lacks is sought in the others, one after another
        let select_fallback = |letter, tried: &[fontdb::ID], fonts: &mut Arc<fontdb::Database>| {
            let other = |face: &&fontdb::FaceInfo| {
                !tried.contains(&face.id) && face.families.iter().all(|family| family.0 != FAMILY)
            };
            let next = fonts.faces().find(other).map(|face| face.id);
            if let (None, Ok(mut missing)) = (next, missing.lock()) {
                missing.insert(letter);
            }
            next
        };
        let font_resolver =
            FontResolver { select_fallback: Box::new(select_fallback), ..FontResolver::default() };
        let options = Options { fontdb: Arc::new(fonts), font_resolver, ..Options::default() };
        Tree::from_str(svg, &options).map_err(|e| format!("cannot draw the picture: {e}"))?
    };
    report(&missing.into_inner().unwrap_or_default());

    let size = tree.size();
    let [width, height] =
        [size.width(), size.height()].map(|side| (side.round() as u32).saturating_mul(scale));
    let pixels = u64::from(width) * u64::from(height);
    let too_large = || {
        format!("a PNG of {width} × {height} pixels is too large: at most {MOST_PIXELS}; make --scale or --width less")
    };
    let mut pixmap = Pixmap::new(width, height).filter(|_| pixels <= MOST_PIXELS).ok_or_else(too_large)?;
    let scale = scale as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|e| format!("cannot write the PNG: {e}"))
}

fn report(missing: &BTreeSet<char>) {
    if !missing.is_empty() {
        let letters: Vec<String> = missing.iter().map(char::to_string).collect();
        eprintln!(
            "village-charts: boxes stand for letters that the font of PNG pictures lacks, such as {}; \
             give a font that has them by --font, or make an SVG, which is drawn in its reader's fonts",
            letters.join(" ")
        );
    }
}
