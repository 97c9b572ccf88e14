use super::Mode;

/// Whether that mode asks.
pub fn asks(mode: Mode) -> bool {
    mode == Mode::Always
}
