#[cfg(unix)]
pub fn separator() -> char {
    '/'
}

#[cfg(not(unix))]
pub fn separator() -> char {
    '\\'
}

#[cfg(debug_assertions)]
pub fn checked() {}
