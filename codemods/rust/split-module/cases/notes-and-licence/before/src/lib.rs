// Copyright the authors.
// SPDX-License-Identifier: MIT

//! Numbers.

#![allow(clippy::all)]

pub fn one() -> u32 {
    1
}

pub fn two() -> u32 {
    one() + 1
}
