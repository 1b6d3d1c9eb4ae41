//! Tells what is wrong in a file, and what its author may have meant.

use super::advice;
use super::decode::{add_key, quoted, short, shortened, Context, Counts};
use super::disguise::{disguise, looks};
use super::finding::{Finding, Severity};
use super::model::Village;
use super::node::Node;
use super::unit::{Scale, SHORT};
use crate::text::Label;
use iso_currency::Currency;
use std::borrow::Cow;

/// A broken file of thousands of villages need not be told so thousands of times: as many errors, and
/// as many other findings.
const MOST_FINDINGS: usize = 200;

/// One step of a path.
#[derive(Clone)]
pub(super) enum Step {
    Key(Cow<'static, str>),
    Index(usize),
}

/// Where the reader stands, and what was found, each with its path.
#[derive(Default)]
pub(super) struct Told {
    path: Vec<Step>,
    /// The languages that texts are in, as they are tagged.
    tags: Vec<String>,
    told: Vec<(Vec<Step>, Finding)>,
}

impl Told {
    pub fn enter_key(&mut self, key: impl Into<Cow<'static, str>>) {
        self.path.push(Step::Key(key.into()));
    }

    pub fn enter_index(&mut self, index: usize) {
        self.path.push(Step::Index(index));
    }

    pub fn leave(&mut self) {
        self.path.pop();
    }

    /// Are so many findings as many as are told?
    pub fn is_full(count: usize) -> bool {
        count >= MOST_FINDINGS
    }

    pub fn put(words: impl FnOnce() -> String) -> String {
        words()
    }

    /// Is it a name, by which readers or figures know something, that stands here?
    pub fn is_name(&self) -> bool {
        const NAMES: [&str; 7] = ["id", "name", "craft", "district", "places", "source", "total_name"];
        self.path.iter().any(|step| matches!(step, Step::Key(key) if NAMES.contains(&&**key)))
    }

    /// Is it the first text in this language?
    pub fn is_new_tag(&mut self, tag: &str) -> bool {
        let is_new = self.tags.iter().all(|known| known != tag);
        if is_new {
            self.tags.push(tag.to_owned());
        }
        is_new
    }

    /// Tells a finding, which is counted already, where it is not one too many.
    pub fn tell(
        &mut self,
        severity: Severity,
        code: &'static str,
        found: impl Into<String>,
        expected: &str,
        counts: &Counts,
    ) {
        if counts.of(severity) <= MOST_FINDINGS {
            let path = self.path();
            // with the ellipsis 200 letters
            let found = shortened(found.into(), 199);
            let expected = expected.to_owned();
            self.told
                .push((self.path.clone(), Finding { severity, code, path, found, expected, place: None }));
        }
    }

    fn path(&self) -> String {
        let mut path = String::from("$");
        for step in &self.path {
            match step {
                Step::Index(i) => path += &format!("[{i}]"),
                Step::Key(key) => add_key(&mut path, key),
            }
        }
        path
    }

    /// All that was told, in the order of the file.
    pub fn into_findings(self, root: &Node, counts: &Counts) -> Vec<Finding> {
        let places: Vec<Vec<usize>> = self.told.iter().map(|(path, _)| root.place(path)).collect();
        let order = crate::sort::order(&places, &|a, b| a.cmp(b));
        let mut findings: Vec<Finding> =
            order.into_iter().filter_map(|i| self.told.get(i).map(|(_, finding)| finding.clone())).collect();
        let errors = counts.errors.saturating_sub(MOST_FINDINGS);
        let more = errors + counts.of(Severity::Note).saturating_sub(MOST_FINDINGS);
        if more > 0 {
            findings.push(Finding {
                severity: Severity::Note,
                code: "more_findings",
                path: "$".to_owned(),
                found: format!("{more} findings more, {errors} of them errors"),
                expected: "these mended first: the others are told then".to_owned(),
                place: None,
            });
        }
        findings
    }
}

/// What would be right where a text stands for a number, as far as it says which number it is.
pub(super) fn figure(text: &str, qualified: bool) -> Option<String> {
    advice::figure(&short(text), qualified)
}

/// The one of several names that says the same as what was found.
pub(crate) fn same<'n>(found: Option<&str>, names: &[&'n str]) -> Option<&'n str> {
    found.filter(|_| names.len() > 1).and_then(|found| advice::same(&short(found), names))
}

/// How the format has other money that is written as `"billion_vnd"` is.
pub(super) fn money(node: &Node) -> Option<String> {
    let Node::Text(text) = node else { return None };
    let (scale, code) = text.rsplit_once('_').filter(|_| !SHORT.contains(&&**text))?;
    let scale = Scale::from_name(scale)?.name();
    let code = Currency::from_code(&code.to_uppercase())?.code();
    Some(format!("{{ \"currency\": \"{code}\", \"scale\": \"{scale}\" }}"))
}

/// Warns of a name that has letters which look like others.
pub(super) fn name(text: &str, cx: &mut Context) {
    if cx.is_name() {
        if let Some((code, found, expected)) = disguise(text) {
            cx.report(Severity::Warning, code, found, expected);
        }
    }
}

/// Warns of a unit in words that the format has its own for: it would be the same in every language, and no chart
/// would know what it is.
pub(super) fn unit(label: &Label, cx: &mut Context) {
    let text = label.own();
    if let Some(right) = advice::unit(&cx.platform.fold(text), text) {
        let expected = format!("{right}, which is written and understood in each language");
        cx.report(Severity::Warning, "unit_in_words", quoted(text), &expected);
    }
}

/// Warns of a tag that is of no language, or another one than readers have: its text is read by no one. Once for all
/// texts that have it.
pub(super) fn language(tag: &str, cx: &mut Context) {
    if !cx.is_new_tag(tag) {
        return;
    }
    let right = cx.platform.language(tag);
    if right != tag {
        let perhaps = if right.is_empty() { String::new() } else { format!(" (\"{right}\", perhaps)") };
        let expected = format!("the tag of a language, as BCP 47 has it{perhaps}");
        cx.report(Severity::Warning, "unknown_language", quoted(tag), &expected);
    }
}

/// Warns of a currency that there is none of: its code would stand in the picture as it is.
pub(super) fn currency(code: &str, cx: &mut Context) {
    if Currency::from_code(code).is_none() {
        let found = format!("\"{code}\", which is no code of ISO 4217");
        cx.report(Severity::Warning, "unknown_currency", found, "the code of a currency, such as \"VND\"");
    }
}

/// Warns of villages whose names, in `places`, look like those of others and are not.
pub(super) fn look_alikes(villages: &[Village], places: &[&str], cx: &mut Context) {
    let name = |i: usize| villages.get(i).map_or("", |v| v.name.own());
    let looks: Vec<String> = places.iter().map(|place| looks(place)).collect();
    let looks: Vec<&str> = looks.iter().map(String::as_str).collect();
    let repeated = crate::sort::repeated(&looks);
    for (i, first) in super::check::each(&repeated).filter(|(i, first)| places.get(*i) != places.get(*first))
    {
        let found = format!("\"{}\", which looks like \"{}\" of $.villages[{first}]", name(i), name(first));
        let expected = "the same letters, where it is the same name";
        cx.at_index(i, |cx| cx.at("name", |cx| cx.report(Severity::Warning, "look_alike", found, expected)));
    }
}
