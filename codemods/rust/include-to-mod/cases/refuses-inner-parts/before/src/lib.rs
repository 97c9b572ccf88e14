pub fn a() {}
mod a {
    include!("a.rs");
    include!("b.rs");
}
mod c {
    fn c() {}
    include!("c.rs");
}
#[path = "elsewhere"]
mod d {
    include!("d.rs");
}
mod e {
    #[cfg(test)]
    include!("e.rs");
}
