pub fn double(value: u32) -> u32 {
    scale(value, 2)
}

fn scale(value: u32, by: u32) -> u32 {
    value * by
}

#[cfg(test)]
mod double_tests;
