// It asks the client for a sample, which this one never said it can give.
#[path = "base.rs"]
mod base;

fn main() {
    base::serve(|_, method| {
        if method == "tools/list" {
            base::write_line(r#"{"jsonrpc":"2.0","id":"s1","method":"sampling/createMessage","params":{"messages":[],"maxTokens":1}}"#);
        }
        false
    });
}
