use std::panic;

pub fn guarded() -> bool {
    panic::catch_unwind(|| panic!("caught")).is_err()
}
