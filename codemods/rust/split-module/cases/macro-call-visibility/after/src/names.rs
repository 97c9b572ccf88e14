use super::*;

names!(pub FIRST);
