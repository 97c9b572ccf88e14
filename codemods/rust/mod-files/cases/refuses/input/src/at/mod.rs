#[path = "x.rs"]
mod y;
