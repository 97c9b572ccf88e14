#[cfg(unix)]
pub fn f() {}

#[cfg(not(unix))]
pub fn f() {}
