pub fn parse(text: &str) -> usize {
    digits(text)
}

pub(super) fn digits(text: &str) -> usize {
    text.len()
}
