use std::collections::BTreeMap;

pub fn pure(x: u32) -> u32 {
    x + 1
}

pub fn map() -> BTreeMap<u32, u32> {
    BTreeMap::new()
}
