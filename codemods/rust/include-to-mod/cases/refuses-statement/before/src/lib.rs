pub fn n() -> u32 {
    let a = 1;
    include!("n.rs");
    a
}
