#[path = "fmt.rs"]
mod fmt_items;

use fmt_items::Word;

pub fn text() -> String {
    Word("a").to_string()
}
