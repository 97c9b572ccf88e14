pub fn a() -> u32 {
	b()
}

pub fn b() -> u32 {
	1
}

pub fn c() -> u32 {
	2
}