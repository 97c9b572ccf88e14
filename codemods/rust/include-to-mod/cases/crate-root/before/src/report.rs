pub fn line(shape: &crate::Shape) -> String {
    format!("{} {}", crate::label(shape), shape.is_square())
}

#[test]
fn says() {
    assert_eq!(line(&crate::square!(2)), "square true");
    assert!(!super::report::line(&crate::Shape::new(1, 2)).is_empty());
}
