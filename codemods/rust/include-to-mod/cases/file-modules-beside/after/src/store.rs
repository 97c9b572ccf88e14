#[path = "parts.rs"]
mod parts;

#[path = "helper.rs"]
mod helper;
pub use parts::open;
