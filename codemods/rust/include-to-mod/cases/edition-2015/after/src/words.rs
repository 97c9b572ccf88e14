mod split;

use std::collections::BTreeSet;
use self::split::split;

pub fn count(text: &str) -> usize {
    split(text).len()
}
