pub struct S;

#[my::attribute]
impl S {
    pub fn a() {}
    pub fn b() {}
}
