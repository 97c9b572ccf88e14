// A small server of the stateful era that does all right, with the standard library alone; each faulty one includes it
// and changes a single thing. Requests are read by what they contain: the probe's own are plain.
use std::io::{BufRead, Write};

#[allow(dead_code)]
pub const TOOLS: &str = r#"{"tools":[{"name":"echo","description":"Gives the text back.","inputSchema":{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]},"annotations":{"readOnlyHint":true}}]}"#;

pub fn write_line(text: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).unwrap();
    out.write_all(b"\n").unwrap();
    out.flush().unwrap();
}

pub fn result(id: &str, value: &str) {
    write_line(&format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{value}}}"#));
}

pub fn error(id: &str, code: i32, message: &str) {
    write_line(&format!(r#"{{"jsonrpc":"2.0","id":{id},"error":{{"code":{code},"message":"{message}"}}}}"#));
}

fn field<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let from = line.find(key)? + key.len();
    let rest = &line[from..];
    rest.find([',', '}']).map(|to| rest[..to].trim_matches('"'))
}

#[allow(dead_code)]
pub fn initialize(id: &str, version: &str, capabilities: &str) {
    result(id, &format!(
        r#"{{"protocolVersion":"{version}","capabilities":{capabilities},"serverInfo":{{"name":"bench","version":"1.0.0"}}}}"#
    ));
}

/// Serves until stdin ends. `own` answers what it wants and says whether it did.
pub fn serve(own: impl Fn(&str, &str) -> bool) {
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (Some(id), Some(method)) = (field(&line, "\"id\":"), field(&line, "\"method\":")) else {
            continue;
        };
        if own(id, method) {
            continue;
        }
        match method {
            "initialize" => initialize(id, "2025-11-25", r#"{"tools":{}}"#),
            "ping" => result(id, "{}"),
            "tools/list" => result(id, TOOLS),
            "tools/call" if line.contains(r#""name":"echo""#) && line.contains(r#""arguments":{"text""#) => {
                result(id, r#"{"content":[{"type":"text","text":"a"}]}"#)
            }
            "tools/call" if line.contains(r#""name":"echo""#) => result(id, r#"{"content":[],"isError":true}"#),
            "tools/call" => error(id, -32602, "Unknown tool"),
            _ => error(id, -32601, "Method not found"),
        }
    }
}
