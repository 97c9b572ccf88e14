#[cfg(test)]
use super::value;

#[test]
fn is_one() {
    assert_eq!(value(), 1);
}
