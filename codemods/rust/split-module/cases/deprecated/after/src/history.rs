use super::new;

#[deprecated(note = "use new")]
pub fn old() -> u32 {
    new()
}
