pub fn greeting() -> &'static str {
    include_str!("../hello.txt")
}

#[doc = include_str!("../hello.txt")]
pub fn license() -> &'static [u8] {
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/hello.txt"))
}
