use std::collections::*;

pub fn empty() -> BTreeMap<u8, u8> {
    BTreeMap::new()
}
