use std::fmt::Result;

pub fn one() -> Result<u32> {
    Ok(1)
}

pub fn two() -> Result<u32> {
    Ok(2)
}

pub fn three(out: &mut std::fmt::Formatter<'_>) -> Result {
    write!(out, "{}", one().is_ok())
}
