use super::helper;
#[cfg(test)]
use super::last;

pub fn second() -> u32 {
    thrice!(helper()) + twice!(1)
}

#[test]
fn adds() {
    assert_eq!(second() + last(), 50);
}
