use std::collections::BTreeSet;

fn split(text: &str) -> BTreeSet<&str> {
    text.split(' ').collect()
}
