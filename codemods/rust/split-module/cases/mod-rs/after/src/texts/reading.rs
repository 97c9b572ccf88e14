use super::ONE;

pub fn one() -> &'static str {
    include_str!("../one.txt")
}

pub fn lines() -> usize {
    ONE.lines().count()
}
