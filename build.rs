//! Lists the languages: one file each in `texts/`. A new file there is a new language, with no other change. Lists the
//! messages and their arguments, in the order of English's file. And puts the style sheet of static pictures together.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=texts");
    println!("cargo:rerun-if-changed=texts/site/import.en.ftl");
    let (list, figures) = (files_of("texts", "ftl")?, files_of("texts/figures", "txt")?);
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?;
    let mut styles = String::new();
    for path in ["www/src/base.css", "www/src/static.css"] {
        println!("cargo:rerun-if-changed={path}");
        styles += &tight(&fs::read_to_string(path)?);
    }
    fs::write(Path::new(&out).join("styles.css"), styles)?;
    let english = fs::read_to_string("texts/en.ftl")?;
    fs::write(Path::new(&out).join("figures.rs"), format!("&[\n{figures}]"))?;
    let (messages, arguments) = names(&english);
    fs::write(Path::new(&out).join("messages.rs"), format!("&{messages:?}"))?;
    fs::write(Path::new(&out).join("arguments.rs"), format!("&{arguments:?}"))?;
    let told = fs::read_to_string("texts/site/import.en.ftl")?;
    let told: String =
        told_of(&told).iter().map(|(code, given)| format!("({code:?}, &{given:?}),\n")).collect();
    fs::write(Path::new(&out).join("told.rs"), format!("&[\n{told}]"))?;
    fs::write(Path::new(&out).join("languages.rs"), format!("&[\n{list}]"))
}

/// The messages of what the import tells, each with its arguments.
fn told_of(file: &str) -> Vec<(&str, Vec<&str>)> {
    let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut is_value = false;
    for line in file.lines() {
        match line.split_once(" =") {
            Some((code, _)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                told.push((code, Vec::new()));
                is_value = true;
            }
            _ => is_value &= line.starts_with("    ") && !line.trim_start().starts_with('.'),
        }
        let Some((_, given)) = told.last_mut().filter(|_| is_value) else { continue };
        for after in line.split("{ $").skip(1) {
            let name = after.split(' ').next().unwrap_or_default();
            if !given.contains(&name) {
                given.push(name);
            }
        }
    }
    told
}

/// The files of a folder that end so, as the items of a list: a language's tag, and the text.
fn files_of(folder: &str, ending: &str) -> io::Result<String> {
    let mut list = String::new();
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == ending)) {
        println!("cargo:rerun-if-changed={}", file.display());
        let tag = file.file_stem().unwrap_or_default().to_string_lossy();
        list += &format!("({tag:?}, {:?}),\n", fs::read_to_string(file)?);
    }
    Ok(list)
}

/// The names of the messages of a file in Fluent's syntax, and of their arguments, each once; comments may name those
/// that only other languages use. The scripts find the same in `scripts/messages.mjs`.
fn names(file: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut messages, mut arguments) = (Vec::new(), Vec::new());
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
    for line in file.lines() {
        match line.split_once(" =") {
            Some((name, _)) if name.starts_with(|c: char| c.is_ascii_lowercase()) => messages.push(name),
            _ => {}
        }
        for after in line.split('$').skip(1) {
            let name = after.split(|c| !is_letter(c)).next().unwrap_or_default();
            if !arguments.contains(&name) {
                arguments.push(name);
            }
        }
    }
    (messages, arguments)
}

/// A style sheet as fragments carry it: without comments, a rule a line. It knows those of `www/src`, whose texts hold
/// no comment's sign and no line end.
fn tight(css: &str) -> String {
    let (mut bare, mut rest) = (String::new(), css);
    while let Some((before, after)) = rest.split_once("/*") {
        bare += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare += rest;
    let mut tight = String::new();
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line == "}" && tight.ends_with(';') {
            tight.pop();
        } else if !tight.is_empty() && !tight.ends_with(['{', '}', ';', ',', '(', '\n']) {
            tight += " ";
        }
        tight += line;
        if line == "}" {
            tight += "\n";
        }
    }
    tight
}
