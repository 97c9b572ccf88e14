mod far;

pub use far::{along, moved};

pub fn own() -> u32 {
    2
}
