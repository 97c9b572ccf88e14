mod early;

pub use early::before;
pub use late::uses_macro;

macro_rules! constant {
    ($value:expr) => {
        inner!($value)
    };
}

macro_rules! inner {
    ($value:expr) => {
        $value + 1
    };
}

mod late;
