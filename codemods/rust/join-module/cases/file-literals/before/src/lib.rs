mod texts;

pub use texts::{greeting, license};
