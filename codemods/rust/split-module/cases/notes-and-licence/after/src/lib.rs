// Copyright the authors.
// SPDX-License-Identifier: MIT

//! Numbers.
//!
//! Parts of this module:
//!
//! - `small`: by hand

#![allow(clippy::all)]

mod small;

pub use small::one;

pub fn two() -> u32 {
    one() + 1
}
