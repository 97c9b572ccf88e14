//! Reads paths from stdin, one a line, and prints one JSON line a file: what syn reads in it, or why it does not.
use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use syn::visit::{self, Visit};

/// Items in source order, with what encloses them, and how often each construct stands in code that is no macro's argument.
#[derive(Default)]
struct Reader {
    around: Vec<String>,
    items: Vec<String>,
    counts: BTreeMap<&'static str, u32>,
    inside: u32,
}

impl Reader {
    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }

    /// Items of bodies are counted, and not listed.
    fn item(&mut self, kind: &str, name: &str) {
        if self.inside == 0 {
            let name = name.trim_start_matches("r#");
            self.items.push(format!("{}{kind} {name}", self.around.join("")));
        }
    }

    fn within(&mut self, name: String, read: impl FnOnce(&mut Self)) {
        self.around.push(name + "/");
        read(self);
        self.around.pop();
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        use syn::Item::*;
        match item {
            Const(one) => self.item("const", &one.ident.to_string()),
            Enum(one) => self.item("enum", &one.ident.to_string()),
            ExternCrate(one) => self.item("extern-crate", &one.ident.to_string()),
            Fn(one) => self.item("fn", &one.sig.ident.to_string()),
            ForeignMod(_) => self.item("extern-block", ""),
            Impl(_) => self.item("impl", ""),
            Macro(one) if one.mac.path.is_ident("macro_rules") && one.ident.is_some() => {
                self.item("macro", &one.ident.as_ref().unwrap().to_string())
            }
            Macro(one) => self.item("macro-call", &one.mac.path.segments.last().unwrap().ident.to_string()),
            Mod(one) => self.item("mod", &one.ident.to_string()),
            Static(one) => self.item("static", &one.ident.to_string()),
            Struct(one) => self.item("struct", &one.ident.to_string()),
            Trait(one) => self.item("trait", &one.ident.to_string()),
            TraitAlias(one) => self.item("trait", &one.ident.to_string()),
            Type(one) => self.item("type", &one.ident.to_string()),
            Union(one) => self.item("union", &one.ident.to_string()),
            Use(_) => self.item("use", ""),
            _ => self.item("verbatim", ""),
        }
        match item {
            Mod(one) => self.within(one.ident.to_string(), |reader| visit::visit_item_mod(reader, one)),
            Impl(one) => self.within("impl".into(), |reader| visit::visit_item_impl(reader, one)),
            Trait(one) => self.within(one.ident.to_string(), |reader| visit::visit_item_trait(reader, one)),
            ForeignMod(one) => self.within("extern".into(), |reader| visit::visit_item_foreign_mod(reader, one)),
            other => visit::visit_item(self, other),
        }
    }

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        use syn::ImplItem::*;
        match item {
            Const(one) => self.item("const", &one.ident.to_string()),
            Fn(one) => self.item("fn", &one.sig.ident.to_string()),
            Type(one) => self.item("type", &one.ident.to_string()),
            Macro(one) => self.item("macro-call", &one.mac.path.segments.last().unwrap().ident.to_string()),
            _ => self.item("verbatim", ""),
        }
        visit::visit_impl_item(self, item);
    }

    fn visit_trait_item(&mut self, item: &'ast syn::TraitItem) {
        use syn::TraitItem::*;
        match item {
            Const(one) => self.item("const", &one.ident.to_string()),
            Fn(one) => self.item("fn", &one.sig.ident.to_string()),
            Type(one) => self.item("type", &one.ident.to_string()),
            Macro(one) => self.item("macro-call", &one.mac.path.segments.last().unwrap().ident.to_string()),
            _ => self.item("verbatim", ""),
        }
        visit::visit_trait_item(self, item);
    }

    fn visit_foreign_item(&mut self, item: &'ast syn::ForeignItem) {
        use syn::ForeignItem::*;
        match item {
            Fn(one) => self.item("fn", &one.sig.ident.to_string()),
            Static(one) => self.item("static", &one.ident.to_string()),
            Type(one) => self.item("type", &one.ident.to_string()),
            Macro(one) => self.item("macro-call", &one.mac.path.segments.last().unwrap().ident.to_string()),
            _ => self.item("verbatim", ""),
        }
        visit::visit_foreign_item(self, item);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.inside += 1;
        visit::visit_block(self, block);
        self.inside -= 1;
    }

    fn visit_expr(&mut self, expr: &'ast syn::Expr) {
        use syn::Expr::*;
        self.inside += 1;
        match expr {
            Closure(_) => self.count("closure"),
            If(_) => self.count("if"),
            Match(_) => self.count("match"),
            Loop(_) => self.count("loop"),
            While(_) => self.count("while"),
            ForLoop(_) => self.count("for"),
            Return(_) => self.count("return"),
            Try(_) => self.count("?"),
            Binary(one) => match one.op {
                syn::BinOp::And(_) => self.count("&&"),
                syn::BinOp::Or(_) => self.count("||"),
                _ => {}
            },
            _ => {}
        }
        visit::visit_expr(self, expr);
        self.inside -= 1;
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.count("arm");
        visit::visit_arm(self, arm);
    }

    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        self.count("fn");
        visit::visit_signature(self, signature);
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

fn main() {
    let mut out = std::io::stdout().lock();
    for path in std::io::stdin().lock().lines().map(Result::unwrap) {
        let line = match std::fs::read_to_string(&path) {
            Err(error) => format!("{{\"error\":{}}}", quoted(&error.to_string())),
            // On a thread of its own, with a stack for deep expressions.
            Ok(text) => std::thread::Builder::new()
                .stack_size(1 << 28)
                .spawn(move || read(&text))
                .unwrap()
                .join()
                .unwrap_or_else(|_| "{\"error\":\"panicked\"}".into()),
        };
        writeln!(out, "{line}").unwrap();
    }
}

fn read(text: &str) -> String {
    match syn::parse_file(text) {
        Err(error) => format!("{{\"error\":{},\"line\":{}}}", quoted(&error.to_string()), error.span().start().line),
        Ok(file) => {
            let mut reader = Reader::default();
            reader.visit_file(&file);
            let items: Vec<String> = reader.items.iter().map(|item| quoted(item)).collect();
            let counts: Vec<String> = reader.counts.iter().map(|(key, count)| format!("{}:{count}", quoted(key))).collect();
            format!("{{\"items\":[{}],\"counts\":{{{}}}}}", items.join(","), counts.join(","))
        }
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            char if (char as u32) < 32 => out.push(' '),
            char => out.push(char),
        }
    }
    out + "\""
}
