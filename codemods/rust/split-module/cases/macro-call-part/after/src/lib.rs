use std::fmt::Debug;

mod nodes;

pub use nodes::*;

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

pub fn grow() -> Branch {
    let leaf = Leaf { value: 1 };
    let _ = (leaf.kind(), show(&leaf));
    Branch { leaves: vec![leaf] }
}
