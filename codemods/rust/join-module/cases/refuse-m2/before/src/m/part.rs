use std::io::Result;

pub fn one() -> Result<u32> {
    Ok(1)
}

pub fn two() -> Result<u32> {
    Ok(2)
}
