fn main() {
    g();
}

fn g() {}
