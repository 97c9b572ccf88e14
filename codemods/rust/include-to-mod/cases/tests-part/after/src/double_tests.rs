use std::collections::HashSet;

use super::{double, scale};

fn values() -> HashSet<u32> {
    HashSet::from([1, 2])
}

#[test]
fn doubles() {
    assert!(values().iter().all(|value| double(*value) == scale(*value, 2)));
}
