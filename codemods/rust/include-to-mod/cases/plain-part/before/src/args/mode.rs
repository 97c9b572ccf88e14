/// When to ask.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mode {
    Always,
    Never,
}

#[cfg(test)]
mod mode_tests {
    #[test]
    fn differs() {
        assert_ne!(super::Mode::Always, super::Mode::Never);
    }
}
