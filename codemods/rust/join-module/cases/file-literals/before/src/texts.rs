mod greet;

pub use greet::{greeting, license};
