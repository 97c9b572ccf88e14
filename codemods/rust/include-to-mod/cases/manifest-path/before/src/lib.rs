include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/parts/consts.rs"));

pub fn sum() -> u32 {
    FIRST + SECOND
}
