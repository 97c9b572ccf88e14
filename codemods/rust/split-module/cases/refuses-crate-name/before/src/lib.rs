pub fn f() -> u32 {
    core::mem::size_of::<u8>() as u32
}
