// It declares prompts and logging, and has neither.
#[path = "base.rs"]
mod base;

fn main() {
    base::serve(|id, method| {
        if method == "initialize" {
            base::initialize(id, "2025-11-25", r#"{"tools":{},"prompts":{},"logging":{}}"#);
        }
        method == "initialize"
    });
}
