mod split;

use self::split::split;

pub fn count(text: &str) -> usize {
    split(text).len()
}
