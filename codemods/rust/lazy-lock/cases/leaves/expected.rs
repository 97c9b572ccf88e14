use lazy_static::lazy_static;
use std::sync::LazyLock;

lazy_static! {
    static ref TEXT: String = String::from("a
    b");
}

static ONE: LazyLock<u32> = LazyLock::new(one);
