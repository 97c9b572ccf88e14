use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

pub fn lines(text: &str) -> String {
    let seen: BTreeSet<&str> = text.lines().collect();
    let all: HashMap<&str, usize> = seen.iter().map(|one| (*one, one.len())).collect();
    let mut out = String::new();
    for (line, size) in all {
        let _ = writeln!(out, "{line} {size}");
    }
    out
}
