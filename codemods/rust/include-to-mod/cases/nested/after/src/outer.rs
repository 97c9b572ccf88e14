pub(super) fn outer() -> u32 {
    deep() + twice(Deep { value: 1 }.value)
}

include!("parts/deep.rs");
