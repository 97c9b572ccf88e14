mod imports;
mod user;

pub use imports::empty;
pub use user::keys;
