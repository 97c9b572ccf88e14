//! A day in the press house, through the front door.

use press::{
    blend, plan_pressing, sort_bushels, Bushel, Day, Grade, Mill, Press, PressKind, Season, Ticket,
    Variety,
};

#[test]
fn from_ticket_to_tank() {
    let tickets = [
        "3 dabinett 6",
        "4 foxwhelp 2 bruised=8%",
        "9 dabinett 1 rot=20%",
    ];
    let bushels: Vec<Bushel> = tickets
        .iter()
        .flat_map(|line| line.parse::<Ticket>().expect(line).bushels)
        .collect();
    assert_eq!(sort_bushels(&bushels)[&Grade::Feed], 14.4);

    let mut mill = Mill::with_gap(4.0);
    let press = Press::new(PressKind::Bladder, 60.0, 0);
    let vats: Vec<_> = [Variety::Dabinett, Variety::Foxwhelp]
        .into_iter()
        .map(|variety| mill.tear(variety, &bushels).rest(2))
        .collect();
    assert_eq!(mill.milled(), 144.0);
    assert_eq!(plan_pressing(&press, &vats).len(), 3);

    let tanks: Vec<_> = vats.into_iter().map(|vat| press.run(vat)).collect();
    let cuvee = blend(&tanks).expect("juice ran");
    assert!(cuvee.is_balanced());
    assert_eq!(cuvee.potential(), 7.2);
}

#[test]
fn every_variety_has_its_season() {
    for variety in Variety::ALL {
        let season = Season::of(variety);
        assert!(season.contains(season.first) && season.contains(season.last));
        assert!(!season.contains(Day(300)));
    }
}
