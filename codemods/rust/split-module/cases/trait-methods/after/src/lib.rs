mod loud;

use loud::Loud;

pub fn greet(name: &str) -> String {
    name.shout()
}
