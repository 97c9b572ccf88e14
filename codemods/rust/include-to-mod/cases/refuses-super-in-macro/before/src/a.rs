include!("m.rs");

pub fn a() -> u32 {
    up!()
}
