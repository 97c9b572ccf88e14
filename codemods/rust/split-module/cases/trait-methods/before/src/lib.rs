trait Loud {
    fn shout(&self) -> String;
}

impl Loud for str {
    fn shout(&self) -> String {
        self.to_uppercase()
    }
}

pub fn greet(name: &str) -> String {
    name.shout()
}
