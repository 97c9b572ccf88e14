#[cfg(unix)]
mod unix;

#[cfg(unix)]
pub use unix::name;

#[cfg(not(unix))]
pub fn name() -> String {
    String::new()
}

/// The length of the name.
pub fn length() -> usize {
    name().len()
}
