#[macro_use]
mod load;
pub mod text;
