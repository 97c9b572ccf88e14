pub fn narrow(wide: u64) -> Option<u8> {
    let small: u32 = wide.try_into().ok()?;
    u8::try_from(small).ok()
}
