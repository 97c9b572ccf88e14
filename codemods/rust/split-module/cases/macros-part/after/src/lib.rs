use std::fmt;

pub use numbers::{between, four};

pub struct Before;

#[macro_use]
mod macros;

mod numbers;

shown!(Loud);
