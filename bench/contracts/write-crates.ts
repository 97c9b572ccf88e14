import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pair } from './make-pair.ts';

const SIZE = 250;

const SUPPORT = `use std::collections::BTreeMap;
pub struct Rng(pub u64);
impl Rng {
    pub fn next(&mut self) -> u64 { self.0 ^= self.0 << 13; self.0 ^= self.0 >> 7; self.0 ^= self.0 << 17; self.0 }
    pub fn below(&mut self, n: u64) -> u64 { self.next() % n }
}
pub trait Arb { fn arb(r: &mut Rng, d: u32) -> Self; }
macro_rules! ints { ($($t:ty),*) => { $(impl Arb for $t { fn arb(r: &mut Rng, _: u32) -> Self {
    match r.below(6) { 0 => <$t>::MIN, 1 => <$t>::MAX, 2 => 0, 3 => 1, 4 => (r.next() as $t), _ => (r.below(120) as $t) } } })* } }
ints!(i8, i16, i32, i64, i128, u8, u16, u32, u64, u128);
impl Arb for f64 { fn arb(r: &mut Rng, _: u32) -> Self {
    if unsafe { ANY_FLOATS } && r.below(5) == 0 { return [f64::NAN, f64::INFINITY][r.below(2) as usize]; }
    [0.0, 1.0, -1.5, 0.1, 1e300, -1e-300, r.next() as f64 / 7.0][r.below(7) as usize] } }
pub static mut ANY_FLOATS: bool = false;
impl Arb for bool { fn arb(r: &mut Rng, _: u32) -> Self { r.below(2) == 0 } }
impl Arb for char { fn arb(r: &mut Rng, _: u32) -> Self { ['a', 'é', '😀', '5'][r.below(4) as usize] } }
impl Arb for String { fn arb(r: &mut Rng, _: u32) -> Self {
    ["", "a", "é😀", "long text long text long text", "5", "true", "b", "\\"\\n", "Done"][r.below(9) as usize].to_string() } }
impl Arb for serde_json::Value { fn arb(r: &mut Rng, _: u32) -> Self {
    let all = ["null", "true", "0", "-5", "1.5", "\\"x\\"", "[]", "[1,\\"a\\"]", "{}", "{\\"a\\":null}"];
    serde_json::from_str(all[r.below(10) as usize]).unwrap() } }
impl<T: Arb> Arb for Option<T> { fn arb(r: &mut Rng, d: u32) -> Self { if d > 6 || r.below(5) < 2 { None } else { Some(T::arb(r, d)) } } }
impl<T: Arb> Arb for Box<T> { fn arb(r: &mut Rng, d: u32) -> Self { Box::new(T::arb(r, d)) } }
impl<T: Arb> Arb for Vec<T> { fn arb(r: &mut Rng, d: u32) -> Self { (0..[0, 1, 1, 2, 3][r.below(5) as usize]).map(|_| T::arb(r, d)).collect() } }
pub trait Key: Ord { fn key(r: &mut Rng) -> Self; }
impl Key for String { fn key(r: &mut Rng) -> Self { ["k0", "k1", "k2", "", "é"][r.below(5) as usize].to_string() } }
impl Key for u32 { fn key(r: &mut Rng) -> Self { u32::arb(r, 0) } }
impl<K: Key, T: Arb> Arb for BTreeMap<K, T> { fn arb(r: &mut Rng, d: u32) -> Self { (0..[0, 1, 1, 2, 3][r.below(5) as usize]).map(|_| (K::key(r), T::arb(r, d))).collect() } }
impl<A: Arb, B: Arb> Arb for (A, B) { fn arb(r: &mut Rng, d: u32) -> Self { (A::arb(r, d), B::arb(r, d)) } }
impl<T: Arb, const N: usize> Arb for [T; N] { fn arb(r: &mut Rng, d: u32) -> Self { std::array::from_fn(|_| T::arb(r, d)) } }
pub fn flat<T: Arb>(r: &mut Rng) -> BTreeMap<String, T> { (0..r.below(3)).map(|i| (format!("k{i}"), T::arb(r, 3))).collect() }
pub fn write<T: Arb + serde::Serialize>(index: usize, any: bool, count: u64) {
    unsafe { ANY_FLOATS = any; }
    let mut r = Rng(0x9E37_79B9_7F4A_7C15 ^ (index as u64 + 1));
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..count { seen.insert(serde_json::to_string(&T::arb(&mut r, 0)).unwrap()); }
    for payload in seen { println!("{index}\\t{payload}"); }
}
`;

export interface Crate {
  readonly program: string;
  readonly from: number;
  readonly to: number;
}

/** One program for each few hundred pairs; each pair is a module. */
export function writeCrates(
  folder: string,
  pairs: readonly Pair[],
  { serde, json, count }: { readonly serde: string; readonly json: string; readonly count: number },
): Crate[] {
  const starts = Array.from({ length: Math.ceil(pairs.length / SIZE) }, (_, i) => i * SIZE);
  const crates = starts.map((from, at) => {
    const own = pairs.slice(from, from + SIZE);
    const name = `batch${at}`;
    mkdirSync(join(folder, name, 'src'), { recursive: true });
    writeFileSync(
      join(folder, name, 'Cargo.toml'),
      `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nserde = { version = "=${serde}", features = ["derive"] }\nserde_json = "=${json}"\n`,
    );
    own.forEach(({ rust, arb }, i) => {
      writeFileSync(join(folder, name, 'src', `p${from + i}.rs`), `${rust}\n${arb}`);
    });
    const writes = own.map(
      ({ root, floats }, i) => `    write::<p${from + i}::${root}>(${from + i}, ${floats === 'any'}, ${count});\n`,
    );
    const reads = own.map(
      ({ root }, i) => `        ${from + i} => serde_json::from_str::<p${from + i}::${root}>(payload).is_ok(),\n`,
    );
    writeFileSync(
      join(folder, name, 'src', 'main.rs'),
      `#![allow(warnings)]\n${own.map((_, i) => `mod p${from + i};\n`).join('')}${SUPPORT}fn write_all() {\n${writes.join('')}}
fn reads(index: usize, payload: &str) -> bool {\n    match index {\n${reads.join('')}        _ => unreachable!(),\n    }\n}
fn main() {
    if std::env::args().nth(1).unwrap() == "write" { return write_all(); }
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let Some((index, payload)) = line.split_once('\\t') else { continue };
        println!("{index}\\t{}\\t{payload}", reads(index.parse().unwrap(), payload) as u8);
    }
}\n`,
    );
    return { program: join(folder, 'target', 'debug', name), from, to: from + own.length };
  });
  writeFileSync(
    join(folder, 'Cargo.toml'),
    `[workspace]\nresolver = "2"\nmembers = [${starts.map((_, at) => `"batch${at}"`).join(', ')}]\n\n[profile.dev]\ndebug = false\nincremental = false\n`,
  );
  return crates;
}
