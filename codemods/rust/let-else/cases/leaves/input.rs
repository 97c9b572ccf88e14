fn f(m: &std::sync::Mutex<Vec<u32>>, o: Option<u32>) -> u32 {
    let a = match m.lock().unwrap().pop() {
        Some(a) => a,
        None => return compute(m),
    };
    let mut b = match o {
        Some(b) => b,
        None => return 0,
    };
    let c: u64 = match o {
        Some(c) => c,
        None => return 0,
    };
    let d = match o {
        Some(d) => d,
        None => return 0, // why
    };
    let e = match o {
        Some(e) => e,
        None => 7,
    };
    let f = match o {
        Some(f) if f > 1 => f,
        _ => return 0,
    };
    let g = match r {
        Ok(g) => g,
        Err(error) => return error.code(),
    };
    let h = match o {
        Some(h) => h + 1,
        None => return 0,
    };
    let i = match (S { o }) {
        _ => return 0,
        Some(i) => i,
    };
    a + b
}
