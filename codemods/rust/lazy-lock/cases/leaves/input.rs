use lazy_static::lazy_static;

lazy_static! {
    static ref TEXT: String = String::from("a
    b");
}

lazy_static! {
    static ref ONE: u32 = one();
}
