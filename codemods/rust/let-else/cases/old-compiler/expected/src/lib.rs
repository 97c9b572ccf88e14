fn f(o: Option<u32>) -> u32 {
    let a = match o {
        Some(a) => a,
        None => return 0,
    };
    a
}
