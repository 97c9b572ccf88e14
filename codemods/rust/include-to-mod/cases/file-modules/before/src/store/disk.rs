pub struct Disk {
    pub(super) size: u32,
}

impl Disk {
    pub fn size(&self) -> u32 {
        self.size.min(super::limit())
    }
}
