thread_local! {
    static X: u32 = 1;
}

pub fn f() {}
