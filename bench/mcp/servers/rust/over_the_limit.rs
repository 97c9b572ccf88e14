// 11 MiB in one line.
#[path = "base.rs"]
mod base;

fn main() {
    base::serve(|id, method| {
        if method == "tools/list" {
            base::result(id, &format!(r#"{{"tools":[],"more":"{}"}}"#, "x".repeat(11 << 20)));
        }
        method == "tools/list"
    });
}
