use std::collections::HashMap;
use std::collections::HashSet as Set;
use std::fmt;
use std::io::Read;
use std::io::{self, Write};

pub use crate::a::One;
pub use crate::a::Two;
use crate::a::Three;

#[cfg(unix)]
use std::os::unix::fs::MetadataExt;
use std::os::unix::fs::PermissionsExt;
// a comment
use std::os::unix::fs::DirBuilderExt;

mod inner {
    use super::one_long_name_of_an_item;
    use super::two_long_name_of_an_item;
    use super::three_long_name_of_an_item;
    use super::four_long_name_of_an_item;
}
