macro_rules! file_name {
    () => {
        "m.rs"
    };
}

pub fn f() -> &'static str {
    include_str!(file_name!())
}
