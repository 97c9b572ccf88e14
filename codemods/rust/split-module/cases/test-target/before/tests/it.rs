fn helper() -> u32 {
    1
}

#[test]
fn works() {
    assert_eq!(helper(), 1);
}
