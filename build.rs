//! Lists the languages: one file each in `texts/`. A new file there is a new language, with no other change.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=texts");
    let mut list = String::new();
    let mut files = fs::read_dir("texts")?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "ftl")) {
        println!("cargo:rerun-if-changed={}", file.display());
        let tag = file.file_stem().unwrap_or_default().to_string_lossy();
        list += &format!("({tag:?}, {:?}),\n", fs::read_to_string(file)?);
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?;
    fs::write(Path::new(&out).join("languages.rs"), format!("&[\n{list}]"))
}
