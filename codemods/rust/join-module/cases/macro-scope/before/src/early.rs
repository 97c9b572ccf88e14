use std::fmt;

pub fn before(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("x")
}
