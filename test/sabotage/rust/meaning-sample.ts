/** A crate whose split can go wrong where builds and tests see nothing: its interface and what names mean. */
export const MANIFEST = '[package]\nname = "gauge"\nversion = "0.1.0"\nedition = "2021"\n';

/** The same with a feature, which doubles what is built. */
export const MANIFEST_WITH_FEATURE = `${MANIFEST}\n[features]\nextra = []\n\n[lints.clippy]\nall = "allow"\n`;

export const BASE = `//! Gauges.
#![allow(unexpected_cfgs, dead_code, unused_imports, unused_variables, unreachable_patterns, non_snake_case, private_interfaces)]

use std::fmt::Debug;

macro_rules! step {
    () => {
        1
    };
}

const LOW: u32 = 3;

fn drop(text: String) {
    assert!(text.len() < 100);
}

static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);

trait Loud {
    fn tag(self) -> u32;
}

impl Loud for u32 {
    fn tag(self) -> u32 {
        1
    }
}

trait Quiet {
    fn tag(&self) -> u32;
}

impl Quiet for u32 {
    fn tag(&self) -> u32 {
        2
    }
}

trait Twice {
    fn double(&self) -> u32;
}

impl Twice for u32 {
    fn double(&self) -> u32 {
        self * 2
    }
}

trait Thrice {
    fn double(&self) -> u32;
}

impl Thrice for u32 {
    fn double(&self) -> u32 {
        self * 3
    }
}

/// Reads a level; see [\`Level\`] and [\`Twice\`].
#[must_use]
#[inline]
pub fn read(x: u32) -> u32 {
    match x {
        LOW => 1,
        _ => count() + step!(),
    }
}

/// The old way.
#[deprecated(since = "0.1.0", note = "use read")]
pub fn peek<T: Clone>(value: T) -> T {
    drop(String::new());
    value
}

fn count() -> u32 {
    COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
}

pub(crate) fn sound(x: u32) -> u32 {
    x.tag()
}

/// # Safety
///
/// None.
pub unsafe fn reach(x: *const u32) -> u32 {
    COUNT.load(std::sync::atomic::Ordering::Relaxed)
}

#[doc(hidden)]
pub fn inner() -> &'static str {
    "inner"
}

#[cfg(feature = "extra")]
pub fn extra() -> u32 {
    7
}

/// A level.
#[derive(Clone)]
#[non_exhaustive]
#[repr(C)]
pub struct Level<T> {
    value: u8,
    rest: Option<T>,
}

impl Level<u8> {
    fn width(&self) -> u32 {
        8
    }

    /// Its size.
    pub fn size(&self) -> u32 {
        self.width() + u32::from(self.value)
    }
}

impl Level<u16> {
    fn width(&self) -> u32 {
        16
    }
}

impl<T> Drop for Level<T> {
    fn drop(&mut self) {
        self.value = 0;
    }
}

enum Mark {
    First = 1,
    Second = 2,
}

fn mark(second: bool) -> u32 {
    (if second { Mark::Second } else { Mark::First }) as u32
}

fn here() -> u32 {
    line!()
}

#[cfg(feature = "extra")]
pub const EXTRA: u32 = 1;

/// What can be shown.
pub trait Show {
    fn show(&self) -> String;

    /// Shown twice.
    fn both(&self) -> String {
        format!("{0}{0}", self.show())
    }
}

pub fn twofold(x: u32) -> u32 {
    Twice::double(&x)
}

pub fn place() -> &'static str {
    module_path!()
}

macro_rules! step {
    () => {
        5
    };
}

pub fn high() -> u32 {
    step!()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads() {
        assert_eq!(read(3), 1);
    }

    #[test]
    fn counts() {
        assert_eq!(count(), 0);
    }

    #[test]
    #[should_panic]
    fn panics() {
        assert_eq!(read(3), 2);
    }
}
`;

export const MODULES = {
  reading: ['fn read', 'fn peek', 'fn count', 'fn sound', 'fn reach', 'fn inner', 'fn extra'],
  level: [
    'struct Level',
    'impl Level<u8>',
    'impl Level<u16>',
    'impl<T> Drop for Level<T>',
    'enum Mark',
    'fn mark',
    'fn here',
    'const EXTRA',
    'trait Show',
  ],
  tests: ['mod tests'],
} as const;
