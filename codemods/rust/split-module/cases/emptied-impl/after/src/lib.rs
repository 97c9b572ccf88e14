mod adding;
mod making;

pub struct Pair(u8, u8);
