mod parsing;

#[cfg(test)]
use parsing::digits;
pub use parsing::parse;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        assert_eq!(digits("12"), 2);
    }
}
