//! Reads numbers.

fn double(text: &str) -> Option<u32> {
    text.parse::<u32>().ok().map(|number| number * 2)
}

/// Numbers in words.
pub mod words {
    //! Small ones only.

    // Those of one digit.
    use super::double;
    use std::fmt::{
        self,
        Write as _,
    };

    include!("words.rs");
}

/// Four times the number.
pub fn fourfold(text: &str) -> Option<u32> {
    double(text).map(|number| number * 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    include!("checks/doubles.rs");
}
