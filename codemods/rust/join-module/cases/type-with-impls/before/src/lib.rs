mod counter;

pub use counter::Counter;

pub fn run(counter: &mut Counter) -> u32 {
    counter.bump();
    counter.count
}
