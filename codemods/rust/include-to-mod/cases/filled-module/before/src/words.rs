// Where words come from.

/// The name of twice the digit.
pub fn twice(digit: &str, out: &mut String) -> fmt::Result {
    write!(out, "{}", self::NAMES[double(digit).ok_or(fmt::Error)? as usize])
}

pub(super) const NAMES: [&str; 3] = ["zero", "one", "two"];
