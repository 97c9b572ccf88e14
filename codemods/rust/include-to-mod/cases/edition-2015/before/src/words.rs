include!("words/split.rs");

pub fn count(text: &str) -> usize {
    split(text).len()
}
