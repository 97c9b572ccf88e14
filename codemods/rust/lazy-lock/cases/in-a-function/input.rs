fn f() -> &'static str {
    lazy_static::lazy_static! {
        static ref NAME: String = name();
    }
    lazy_static::initialize(&NAME);
    &NAME
}
