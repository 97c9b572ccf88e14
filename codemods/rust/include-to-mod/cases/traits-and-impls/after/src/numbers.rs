use super::Shown;

shown!(u8, u32);

pub(super) enum Kind {
    Even,
    Odd,
}

impl Kind {
    const ALL: usize = 2;

    pub(super) fn of(value: u32) -> Self {
        if value as usize % Self::ALL == 0 { Kind::Even } else { Kind::Odd }
    }
}

impl Shown for Kind {
    fn shown(&self) -> String {
        match self {
            Kind::Even => 2u8.shown(),
            Kind::Odd => 1u8.shown(),
        }
    }
}
