use std::collections::BTreeSet;

pub(super) fn split(text: &str) -> BTreeSet<&str> {
    text.split(' ').collect()
}
