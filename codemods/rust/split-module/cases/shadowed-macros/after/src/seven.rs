use super::macros::own_matches as matches;

pub fn is_seven(x: u8) -> bool {
    matches!(x)
}

pub fn plain(x: u8) -> u8 {
    x + 1
}
