pub mod outer;
