#[cfg(unix)]
include!("unix.rs");

#[cfg(not(unix))]
pub fn name() -> String {
    String::new()
}

/// The length of the name.
pub fn length() -> usize {
    name().len()
}
