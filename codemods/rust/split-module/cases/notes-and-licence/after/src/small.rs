// Copyright the authors.
// SPDX-License-Identifier: MIT

pub fn one() -> u32 {
    1
}
