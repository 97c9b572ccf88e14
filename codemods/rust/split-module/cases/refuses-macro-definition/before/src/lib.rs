macro_rules! m {
    () => {};
}

pub fn f() {
    m!();
}
