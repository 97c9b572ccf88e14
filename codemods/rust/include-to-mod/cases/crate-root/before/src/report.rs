pub fn line(shape: &crate::Shape) -> String {
    format!("{} {}", crate::label(shape), shape.is_square())
}

#[test]
fn says() {
    assert_eq!(line(&super::Shape::new(1, 2)), "box false");
}
