pub struct A;

impl A {
    include!("a.rs");
}
