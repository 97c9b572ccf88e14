use super::*;

node! {
    /// A leaf.
    #[derive(Debug)]
    pub struct Leaf {
        pub value: u8,
    }
}

node! {
    #[derive(Debug)]
    pub struct Branch {
        pub leaves: Vec<Leaf>,
    }
}

pub fn show(one: &impl Debug) -> String {
    format!("{one:?}")
}
