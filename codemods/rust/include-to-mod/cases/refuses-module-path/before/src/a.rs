pub fn a() -> &'static str {
    module_path!()
}
