use super::b;

pub fn a() -> u32 {
	b()
}

pub fn c() -> u32 {
	2
}
