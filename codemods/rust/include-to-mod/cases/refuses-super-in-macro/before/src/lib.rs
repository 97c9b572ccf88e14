pub fn n() -> u32 {
    1
}

pub mod a;
