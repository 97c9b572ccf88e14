use super::size;

/// The size of a text.
pub fn length(text: &str) -> usize {
    size(text.as_bytes())
}
