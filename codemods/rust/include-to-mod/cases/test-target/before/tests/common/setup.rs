use std::convert::identity as keep;

fn value() -> u32 {
    keep(1)
}
