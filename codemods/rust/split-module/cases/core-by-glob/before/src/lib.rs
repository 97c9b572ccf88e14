pub mod inflate;
