use std::collections::BTreeSet;
use std::collections::HashMap;
use std::fmt::Write;

use crate::text::words::Word;

mod words;

pub fn lines(text: &str) -> String {
    let seen: BTreeSet<&str> = text.lines().collect();
    let all: HashMap<&str, usize> = seen.iter().map(|one| (*one, one.len())).collect();
    let mut out = String::new();
    for (line, size) in all {
        let _ = writeln!(out, "{line} {size}");
    }
    out
}

pub fn count(words: &[Word]) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for word in words {
        *found.entry(word.0.clone()).or_insert(0) += 1;
    }
    found
}
