#[test]
fn works() {}

pub fn f() {}
