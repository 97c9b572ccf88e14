//! The text on the bottle.

use press::{Juice, Variety};

include!("wording.rs");

/// What the law wants on every bottle.
pub const NOTICE: &str = include_str!("../data/notice.txt");

/// The label of one bottling, ready to print.
pub fn label(name: &str, varieties: &[Variety], juice: &Juice) -> String {
    format!(
        "{}\n{}\n{}\n\n{NOTICE}",
        name.to_uppercase(),
        list_of(varieties),
        strength(juice),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use press::{Bushel, Mill, Press, PressKind};

    #[test]
    fn a_label_names_fruit_strength_and_notice() {
        let pomace = Mill::with_gap(3.0).tear(
            Variety::Dabinett,
            &[
                Bushel::sound(Variety::Dabinett),
                Bushel::sound(Variety::Dabinett),
            ],
        );
        let juice = Press::new(PressKind::Rack, 100.0, 8).run(pomace);
        let text = label("Old Gate", &[Variety::Dabinett, Variety::Foxwhelp], &juice);
        assert!(text.starts_with("OLD GATE\ndabinett and foxwhelp\n7.3 % vol, medium strong\n\n"));
        assert!(text.ends_with("nothing else.\n"));
    }

    #[test]
    fn lists_read_like_speech() {
        assert_eq!(list_of(&[]), "apples");
        assert_eq!(list_of(&[Variety::Bramley]), "bramley");
        assert_eq!(
            list_of(&Variety::ALL[..3]),
            "bramley, dabinett and discovery"
        );
    }
}
