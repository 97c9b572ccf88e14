fn outer() -> u32 {
    deep() + Deep { value: 1 }.value
}

include!("parts/deep.rs");
