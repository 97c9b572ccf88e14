#[path = "base.rs"]
mod base;

fn main() {
    base::serve(|_, method| {
        if method == "tools/list" {
            std::process::abort();
        }
        false
    });
}
