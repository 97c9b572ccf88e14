pub fn uses_macro() -> u32 {
    constant!(41)
}
