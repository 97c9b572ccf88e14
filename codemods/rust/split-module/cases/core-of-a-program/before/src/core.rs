/// Parses.
pub fn parse(n: u32) -> u32 {
    n + 1
}

/// Stores.
pub fn store(n: u32) -> u32 {
    n + 2
}

/// Nobody asks for it.
pub fn unread(n: u32) -> u32 {
    n + 3
}
