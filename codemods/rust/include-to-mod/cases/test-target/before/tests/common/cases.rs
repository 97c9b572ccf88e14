#[test]
fn is_one() {
    assert_eq!(value(), 1);
}
