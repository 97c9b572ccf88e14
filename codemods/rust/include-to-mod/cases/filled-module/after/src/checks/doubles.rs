use super::*;

#[test]
fn doubles() {
    assert_eq!(double("2"), Some(4));
}

#[test]
fn quadruples() {
    assert_eq!(fourfold("2"), Some(8));
    assert_eq!(words::NAMES.len(), 3);
}
