mod letters;

pub use letters::{a, c};

pub fn b() -> u32 {
	1
}
