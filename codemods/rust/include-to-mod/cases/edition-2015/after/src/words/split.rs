use super::*;

pub(super) fn split(text: &str) -> BTreeSet<&str> {
    text.split(' ').collect()
}
