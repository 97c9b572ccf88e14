// The names that are known.

/// All of them.
pub(crate) fn names() -> Vec<&'static str> {
    include_str!("names.txt").lines().collect()
}

pub(super) fn unknown() -> &'static str {
    self::names().first().copied().unwrap_or("none")
}

/// The first one.
pub fn first() -> &'static str {
    super::super::outer::unknown()
}
