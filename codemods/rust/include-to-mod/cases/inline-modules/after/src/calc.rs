#[cfg(test)]
use super::used;

pub(super) mod inner {
    use super::base;

    pub(in super::super) fn triple(value: u32) -> u32 {
        value * 3 + base() + super::limits::top()
    }
}

pub mod limits {
    pub fn top() -> u32 {
        super::base() + 8
    }
}

pub(super) fn base() -> u32 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triples() {
        assert_eq!(used(), inner::triple(1) + limits::top() - 8);
    }
}
