use std::fmt::Debug;

mod ast {
    macro_rules! node {
        ($(#[$attr:meta])* $pub:ident $struct:ident $name:ident $body:tt) => {
            $(#[$attr])* $pub $struct $name $body

            impl $name {
                pub fn kind(&self) -> &'static str {
                    stringify!($name)
                }
            }
        };
    }
    pub(crate) use node;
}

use ast::node;

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

pub fn grow() -> Branch {
    let leaf = Leaf { value: 1 };
    let _ = (leaf.kind(), show(&leaf));
    Branch { leaves: vec![leaf] }
}
