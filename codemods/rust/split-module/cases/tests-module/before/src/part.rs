pub fn double(x: u32) -> u32 {
    x * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = include_str!("part.txt");

    #[test]
    fn doubles() {
        assert_eq!(double(TEXT.len() as u32), 4);
        assert_eq!(
            "a
            b",
            "a\n            b"
        );
    }
}
