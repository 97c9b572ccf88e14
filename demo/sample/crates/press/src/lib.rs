//! The press house of Long Meadow.

mod press;
mod season;

pub use press::{
    blend, grade, plan_pressing, sort_bushels, Bushel, Grade, Juice, Mill, Pomace, Press,
    PressKind, Pressing, Ticket, TicketError, Variety, BUSHEL_KG,
};
pub use season::{Day, Season};
