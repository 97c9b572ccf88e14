fn f() -> &'static str {
    static NAME: std::sync::LazyLock<String> = std::sync::LazyLock::new(name);
    std::sync::LazyLock::force(&NAME);
    &NAME
}
