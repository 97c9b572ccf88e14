#[cfg(debug_assertions)]
mod tracing;

#[cfg(debug_assertions)]
pub use tracing::traced;

pub const OFFSET: u32 = 3;
