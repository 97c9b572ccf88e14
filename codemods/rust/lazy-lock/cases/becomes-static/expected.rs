use std::collections::HashMap;
use std::sync::LazyLock;

/// Words.
pub static WORDS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    words.insert("a", 1);
    words
});
// Two.
#[allow(dead_code)]
static MAKE: LazyLock<Box<dyn Fn(u32) -> u32 + Send + Sync>> =
    LazyLock::new(|| Box::new(|n| n + 1));
pub(crate) static ITEMS: LazyLock<Box<dyn Iterator<Item = u32> + Send + Sync>> =
    LazyLock::new(|| items());

fn f() -> u32 {
    WORDS["a"]
}
