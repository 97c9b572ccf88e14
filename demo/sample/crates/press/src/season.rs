//! Which fruit is ripe when. Days count from the first of August.

use crate::Variety;

/// Days since the first of August.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u16);

/// The days between which a variety is picked, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Season {
    pub first: Day,
    pub last: Day,
}

impl Season {
    /// The picking season of a variety in an ordinary year.
    pub fn of(variety: Variety) -> Self {
        let (first, last) = match variety {
            Variety::Discovery => (5, 30),
            Variety::Bramley => (50, 85),
            Variety::Dabinett => (75, 110),
            Variety::Foxwhelp => (40, 65),
            Variety::Yarlington => (80, 115),
        };
        Self {
            first: Day(first),
            last: Day(last),
        }
    }

    /// Whether fruit may be picked on that day.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }
}
