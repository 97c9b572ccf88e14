use std::collections::{HashMap, HashSet as Set};
use std::fmt;
use std::io::{self, Read, Write};

pub use crate::a::{One, Two};
use crate::a::Three;

#[cfg(unix)]
use std::os::unix::fs::MetadataExt;
use std::os::unix::fs::PermissionsExt;
// a comment
use std::os::unix::fs::DirBuilderExt;

mod inner {
    use super::{
        four_long_name_of_an_item, one_long_name_of_an_item, three_long_name_of_an_item,
        two_long_name_of_an_item,
    };
}
