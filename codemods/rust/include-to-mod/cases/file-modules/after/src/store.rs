mod parts;

mod disk;
pub mod memory;
pub use disk::Disk;
use parts::limit;
pub use parts::open;
