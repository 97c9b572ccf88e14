use std::collections::*;
use std::fmt::Write as _;

pub fn empty() -> BTreeMap<u8, u8> {
    BTreeMap::new()
}
