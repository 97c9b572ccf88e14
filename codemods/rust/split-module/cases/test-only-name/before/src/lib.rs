pub fn parse(text: &str) -> usize {
    digits(text)
}

fn digits(text: &str) -> usize {
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        assert_eq!(digits("12"), 2);
    }
}
