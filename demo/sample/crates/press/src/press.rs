//! From a bushel of apples to a tank of juice: sorting, milling, pressing and blending, and the
//! ticket that follows each batch through the house.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// Kilograms in one bushel box, as the growers' ring counts them.
pub const BUSHEL_KG: f64 = 18.0;

/// Above this share of rot a bushel goes to the pigs.
const ROT_LIMIT: f64 = 0.12;

/// What one kilogram of sound fruit can give at most, in litres.
const FULL_YIELD: f64 = 0.78;

/// The apples that grow in Long Meadow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Variety {
    Bramley,
    Dabinett,
    Discovery,
    Foxwhelp,
    Yarlington,
}

impl Variety {
    pub const ALL: [Variety; 5] = [
        Variety::Bramley,
        Variety::Dabinett,
        Variety::Discovery,
        Variety::Foxwhelp,
        Variety::Yarlington,
    ];

    /// The name that growers write on their tickets.
    pub fn name(self) -> &'static str {
        match self {
            Variety::Bramley => "bramley",
            Variety::Dabinett => "dabinett",
            Variety::Discovery => "discovery",
            Variety::Foxwhelp => "foxwhelp",
            Variety::Yarlington => "yarlington",
        }
    }

    /// Sugar in grams and acid in grams, per litre of juice in an ordinary year.
    fn character(self) -> (f64, f64) {
        match self {
            Variety::Bramley => (98.0, 10.5),
            Variety::Dabinett => (122.0, 1.8),
            Variety::Discovery => (105.0, 6.2),
            Variety::Foxwhelp => (118.0, 19.1),
            Variety::Yarlington => (115.0, 2.2),
        }
    }
}

/// How fruit leaves the sorting table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    Dessert,
    Cider,
    Feed,
}

/// One box from a grower, weighed and looked through at the gate.
#[derive(Clone, Debug, PartialEq)]
pub struct Bushel {
    pub variety: Variety,
    pub kilograms: f64,
    /// Shares of the weight, from 0 to 1.
    pub rot: f64,
    pub bruised: f64,
}

impl Bushel {
    /// A full box of sound fruit.
    pub fn sound(variety: Variety) -> Self {
        Bushel {
            variety,
            kilograms: BUSHEL_KG,
            rot: 0.0,
            bruised: 0.0,
        }
    }

    /// What is left once the rot is cut out.
    pub fn usable(&self) -> f64 {
        round_to(self.kilograms * (1.0 - self.rot.clamp(0.0, 1.0)), 2)
    }
}

/// Looks at one box and says where it goes.
pub fn grade(bushel: &Bushel) -> Grade {
    if bushel.rot > ROT_LIMIT {
        Grade::Feed
    } else if bushel.bruised > 0.05 || bushel.variety.character().1 > 12.0 {
        Grade::Cider
    } else {
        Grade::Dessert
    }
}

/// Kilograms of usable fruit by grade; grades without fruit are left out.
pub fn sort_bushels(bushels: &[Bushel]) -> BTreeMap<Grade, f64> {
    let mut sorted = BTreeMap::new();
    for bushel in bushels {
        *sorted.entry(grade(bushel)).or_insert(0.0) += bushel.usable();
    }
    sorted
}

/// The scratter: it tears apples into pomace.
#[derive(Clone, Debug)]
pub struct Mill {
    /// Millimetres between the teeth.
    gap: f64,
    milled: f64,
}

impl Mill {
    pub const FINEST: f64 = 2.0;
    pub const COARSEST: f64 = 9.0;

    /// Sets the teeth; a gap that the mill cannot take becomes the nearest that it can.
    pub fn with_gap(millimetres: f64) -> Self {
        Mill {
            gap: millimetres.clamp(Self::FINEST, Self::COARSEST),
            milled: 0.0,
        }
    }

    /// Tears the boxes of one variety; others are passed over, and so is what is fit for feed only.
    pub fn tear(&mut self, variety: Variety, bushels: &[Bushel]) -> Pomace {
        let kilograms: f64 = bushels
            .iter()
            .filter(|bushel| bushel.variety == variety && grade(bushel) != Grade::Feed)
            .map(Bushel::usable)
            .sum();
        self.milled += kilograms;
        Pomace {
            variety,
            kilograms,
            fineness: share(Self::COARSEST - self.gap, Self::COARSEST - Self::FINEST),
            rested_hours: 0,
        }
    }

    /// Kilograms since the teeth were last sharpened.
    pub fn milled(&self) -> f64 {
        round_to(self.milled, 1)
    }

    /// Fine teeth go blunt sooner.
    pub fn is_blunt(&self) -> bool {
        self.milled > 4_000.0 * (self.gap / Self::COARSEST)
    }
}

/// Torn apples, waiting for the press.
#[derive(Clone, Debug, PartialEq)]
pub struct Pomace {
    variety: Variety,
    kilograms: f64,
    /// From 0 (coarse) to 1 (fine).
    fineness: f64,
    rested_hours: u32,
}

impl Pomace {
    /// Leaves the pomace in the vat: the juice browns, and runs more easily.
    pub fn rest(mut self, hours: u32) -> Self {
        self.rested_hours += hours;
        self
    }

    /// Litres that would run if the press were perfect.
    pub fn promise(&self) -> f64 {
        let rest = f64::from(self.rested_hours.min(12)) * 0.004;
        self.kilograms * FULL_YIELD * (0.82 + 0.12 * self.fineness + rest)
    }
}

/// The presses of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PressKind {
    /// Oak racks and cloths, by hand.
    Rack,
    /// A rubber bladder, filled with water.
    Bladder,
    /// A belt that never stops.
    Belt,
}

/// A press with what it holds.
#[derive(Clone, Debug)]
pub struct Press {
    kind: PressKind,
    capacity: f64,
    cloths: u32,
}

/// One filling of the press.
#[derive(Clone, Debug, PartialEq)]
pub struct Pressing {
    pub kilograms: f64,
    pub minutes: u32,
    pub needs_second_press: bool,
}

impl Press {
    pub fn new(kind: PressKind, capacity: f64, cloths: u32) -> Self {
        Press {
            kind,
            capacity,
            cloths,
        }
    }

    /// The share of the promised juice that really runs.
    fn efficiency(&self) -> f64 {
        match self.kind {
            PressKind::Rack => 0.92,
            PressKind::Bladder => 0.88,
            PressKind::Belt => 0.81,
        }
    }

    /// Presses everything, filling by filling.
    pub fn run(&self, pomace: Pomace) -> Juice {
        let (sugar, acid) = pomace.variety.character();
        Juice {
            litres: round_to(pomace.promise() * self.efficiency(), 1),
            sugar,
            acid,
        }
    }
}

/// Fills the press until the vats are empty. Coarse or fresh pomace is pressed twice, slimy pomace
/// slowly, and a rack cannot be laid higher than its cloths go.
pub fn plan_pressing(press: &Press, vats: &[Pomace]) -> Vec<Pressing> {
    let mut plan = Vec::new();
    for vat in vats {
        let mut left = vat.kilograms;
        while left > 0.0 {
            let mut load = left.min(press.capacity);
            let mut minutes = 20;
            let mut twice = false;
            if press.kind == PressKind::Rack {
                let most = f64::from(press.cloths) * 12.0;
                if load > most {
                    if most <= 0.0 {
                        return plan;
                    }
                    load = most;
                }
                minutes += press.cloths * 2;
            } else if press.kind == PressKind::Bladder {
                if vat.fineness > 0.8 && vat.rested_hours > 6 {
                    // Slime closes the screen: the pressure may only rise in small steps.
                    minutes *= 2;
                } else if vat.fineness > 0.8 || vat.rested_hours > 12 {
                    minutes += 15;
                }
                if load < press.capacity * 0.3 {
                    minutes += 10;
                }
            } else {
                minutes = (load / 30.0).ceil() as u32;
            }
            if vat.fineness < 0.3 || vat.rested_hours == 0 {
                if press.kind != PressKind::Belt {
                    twice = true;
                    minutes += minutes / 2;
                } else if vat.fineness < 0.1 {
                    twice = true;
                }
            }
            if load <= 0.0 {
                break;
            }
            left -= load;
            plan.push(Pressing {
                kilograms: round_to(load, 1),
                minutes,
                needs_second_press: twice,
            });
        }
    }
    plan
}

/// Juice in a tank. Sugar and acid in grams a litre.
#[derive(Clone, Debug, PartialEq)]
pub struct Juice {
    pub litres: f64,
    sugar: f64,
    acid: f64,
}

impl Juice {
    /// Specific gravity, as a hydrometer would show it.
    pub fn gravity(&self) -> f64 {
        round_to(1.0 + self.sugar / 2_600.0 + self.acid / 9_000.0, 4)
    }

    /// Alcohol by volume once every gram of sugar is gone, in percent.
    pub fn potential(&self) -> f64 {
        round_to(self.sugar / 16.8, 1)
    }

    /// Sharp juice keeps; flat juice must be blended or drunk soon.
    pub fn is_balanced(&self) -> bool {
        (4.0..=8.0).contains(&self.acid)
    }
}

/// Pours tanks together. `None` when there is nothing to pour.
pub fn blend(tanks: &[Juice]) -> Option<Juice> {
    let litres: f64 = tanks.iter().map(|tank| tank.litres).sum();
    if litres <= 0.0 {
        return None;
    }
    let mean = |of: fn(&Juice) -> f64| -> f64 {
        tanks
            .iter()
            .map(|tank| of(tank) * share(tank.litres, litres))
            .sum()
    };
    Some(Juice {
        litres: round_to(litres, 1),
        sugar: mean(|tank| tank.sugar),
        acid: mean(|tank| tank.acid),
    })
}

/// The slip of paper that a grower hands in: `7 dabinett 3 boxes rot=4% bruised=10%`.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticket {
    pub grower: u32,
    pub bushels: Vec<Bushel>,
}

/// Why a ticket cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketError {
    Missing(&'static str),
    UnknownVariety(String),
    BadNumber(String),
}

impl fmt::Display for TicketError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TicketError::Missing(what) => write!(f, "the ticket names no {what}"),
            TicketError::UnknownVariety(name) => write!(f, "nobody here grows {name}"),
            TicketError::BadNumber(text) => write!(f, "{text:?} is no number"),
        }
    }
}

impl std::error::Error for TicketError {}

impl FromStr for Ticket {
    type Err = TicketError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut words = text.split_whitespace();
        let grower = number(words.next().ok_or(TicketError::Missing("grower"))?)?;
        let name = words.next().ok_or(TicketError::Missing("variety"))?;
        let variety = Variety::ALL
            .into_iter()
            .find(|variety| variety.name() == name)
            .ok_or_else(|| TicketError::UnknownVariety(name.to_owned()))?;
        let boxes: u32 = number(words.next().ok_or(TicketError::Missing("boxes"))?)?;
        let mut bushel = Bushel::sound(variety);
        for word in words {
            if let Some(rot) = word.strip_prefix("rot=") {
                bushel.rot = percent(rot)?;
            } else if let Some(bruised) = word.strip_prefix("bruised=") {
                bushel.bruised = percent(bruised)?;
            }
        }
        Ok(Ticket {
            grower,
            bushels: vec![bushel; boxes as usize],
        })
    }
}

fn percent(text: &str) -> Result<f64, TicketError> {
    Ok(share(number(text.trim_end_matches('%'))?, 100.0))
}

fn number<T: FromStr>(text: &str) -> Result<T, TicketError> {
    text.parse()
        .map_err(|_| TicketError::BadNumber(text.to_owned()))
}

/// A part of a whole, from 0 to 1; nothing of nothing is nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 {
        return 0.0;
    }
    (part / whole).clamp(0.0, 1.0)
}

fn round_to(value: f64, digits: i32) -> f64 {
    let scale = 10f64.powi(digits);
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxes(variety: Variety, count: usize) -> Vec<Bushel> {
        vec![Bushel::sound(variety); count]
    }

    #[test]
    fn rotten_fruit_is_feed() {
        let mut bushel = Bushel::sound(Variety::Discovery);
        assert_eq!(grade(&bushel), Grade::Dessert);
        bushel.rot = ROT_LIMIT + 0.01;
        assert_eq!(grade(&bushel), Grade::Feed);
    }

    #[test]
    fn sorting_adds_up_what_is_usable() {
        let mut bushels = boxes(Variety::Bramley, 2);
        bushels.extend(boxes(Variety::Foxwhelp, 1));
        bushels[0].rot = 0.1;
        let sorted = sort_bushels(&bushels);
        assert_eq!(sorted[&Grade::Dessert], 34.2);
        assert_eq!(sorted[&Grade::Cider], 18.0);
        assert!(!sorted.contains_key(&Grade::Feed));
    }

    #[test]
    fn the_mill_takes_no_gap_beyond_its_teeth() {
        let mut mill = Mill::with_gap(40.0);
        let pomace = mill.tear(Variety::Bramley, &boxes(Variety::Bramley, 10));
        assert_eq!(pomace.fineness, 0.0);
        assert_eq!(mill.milled(), 180.0);
        assert!(!mill.is_blunt());
    }

    #[test]
    fn rested_pomace_promises_more() {
        let pomace = Mill::with_gap(4.0).tear(Variety::Dabinett, &boxes(Variety::Dabinett, 3));
        assert!(pomace.clone().rest(8).promise() > pomace.promise());
    }

    #[test]
    fn a_rack_is_laid_as_high_as_its_cloths_go() {
        let vat = Mill::with_gap(3.0).tear(Variety::Dabinett, &boxes(Variety::Dabinett, 10));
        let plan = plan_pressing(&Press::new(PressKind::Rack, 200.0, 8), &[vat.rest(4)]);
        assert_eq!(plan.len(), 2);
        assert_eq!(plan[0].kilograms, 96.0);
        assert_eq!(plan[1].kilograms, 84.0);
    }

    #[test]
    fn a_rack_without_cloths_presses_nothing() {
        let vat = Mill::with_gap(3.0).tear(Variety::Dabinett, &boxes(Variety::Dabinett, 1));
        assert!(plan_pressing(&Press::new(PressKind::Rack, 200.0, 0), &[vat]).is_empty());
    }

    #[test]
    fn blending_balances_sharp_and_flat() {
        let sharp = Press::new(PressKind::Belt, 500.0, 0)
            .run(Mill::with_gap(3.0).tear(Variety::Foxwhelp, &boxes(Variety::Foxwhelp, 1)));
        let flat = Press::new(PressKind::Belt, 500.0, 0)
            .run(Mill::with_gap(3.0).tear(Variety::Dabinett, &boxes(Variety::Dabinett, 4)));
        assert!(!sharp.is_balanced());
        let both = blend(&[sharp, flat]).expect("two full tanks");
        assert!(both.is_balanced());
        assert_eq!(both.potential(), 7.2);
        assert_eq!(blend(&[]), None);
    }

    #[test]
    fn a_ticket_becomes_boxes() {
        let ticket: Ticket = "7 dabinett 3 boxes rot=4% bruised=10%".parse().unwrap();
        assert_eq!(ticket.grower, 7);
        assert_eq!(ticket.bushels.len(), 3);
        assert_eq!(ticket.bushels[0].rot, 0.04);
    }

    #[test]
    fn a_bad_ticket_says_why() {
        let error = "7 quince 3".parse::<Ticket>().unwrap_err();
        assert_eq!(error.to_string(), "nobody here grows quince");
        assert_eq!(
            "x".parse::<Ticket>().unwrap_err(),
            TicketError::BadNumber("x".to_owned())
        );
    }
}
