const FIRST: u32 = 1;
pub const SECOND: u32 = 2;
