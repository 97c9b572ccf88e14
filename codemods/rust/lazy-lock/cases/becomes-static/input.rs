use lazy_static::lazy_static;
use std::collections::HashMap;

lazy_static! {
    /// Words.
    pub static ref WORDS: HashMap<&'static str, u32> = {
        let mut words = HashMap::new();
        words.insert("a", 1);
        words
    };
    // Two.
    #[allow(dead_code)]
    static ref MAKE: Box<dyn Fn(u32) -> u32 + Send + Sync> = Box::new(|n| n + 1);
    pub(crate) static ref ITEMS: Box<dyn Iterator<Item = u32> + Send + Sync> = items();
}

fn f() -> u32 {
    WORDS["a"]
}
