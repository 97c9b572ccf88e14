use std::collections::BTreeMap;

mod arithmetic;

pub use arithmetic::pure;

pub fn map() -> BTreeMap<u32, u32> {
    BTreeMap::new()
}
