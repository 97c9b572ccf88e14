mod part;

pub use part::double;
