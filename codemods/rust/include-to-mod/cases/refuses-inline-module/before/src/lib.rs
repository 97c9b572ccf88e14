mod a {
    include!("a.rs");
}
