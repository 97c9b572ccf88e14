mod paths;

#[cfg(debug_assertions)]
pub use paths::checked;
pub use paths::separator;

pub fn always() -> char {
    separator()
}
