mod info {
    include!("src/build_info.rs");
}

fn main() {
    println!("{}", info::name());
}
