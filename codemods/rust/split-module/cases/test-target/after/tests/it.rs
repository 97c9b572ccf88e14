#[path = "it/support.rs"]
mod support;

#[cfg(test)]
use support::helper;

#[test]
fn works() {
    assert_eq!(helper(), 1);
}
