import type { Random } from '../random.ts';
import { fixed, item, type Piece } from './piece.ts';

/** Makes one piece; `id` keeps its names apart from those of the others. */
type Make = (id: string, random: Random) => Piece;

const upper = (id: string): string => id.toUpperCase();
const type = (id: string): string => id[0]!.toUpperCase() + id.slice(1);

/** A type with its blocks: derived and written impls, methods that nobody outside sees. */
const record: Make = (id, random) => {
  const [a, b] = [random.int(50) + 1, random.int(9) + 2];
  const name = type(id);
  const methods = ['grow', 'fold', 'twist', 'press'].map(
    (method, i) =>
      `    /// Makes another number.\n    pub fn ${method}(&self, by: i64) -> i64 {\n        let mut sum = self.a${random.pick(['+', '*', '-']).replace('*', ' * ').replace('+', ' + ').replace('-', ' - ')}by;\n        for step in 0..${i + 2} {\n            sum += self.hidden(step) % ${b + i};\n        }\n        sum\n    }\n`,
  );
  return {
    form: 'types',
    items: [
      item(
        `/// A record.\n#[derive(Debug, Clone, PartialEq${random.chance(0.5) ? ', Default' : ''})]\npub struct ${name} {\n    a: i64,\n    pub b: i64,\n}\n`,
      ),
      item(
        `impl ${name} {\n    pub fn new(a: i64) -> Self {\n        ${name} { a, b: ${a} }\n    }\n\n${methods.join('\n')}\n    fn hidden(&self, step: i64) -> i64 {\n        self.a * step + self.b\n    }\n}\n`,
        6,
      ),
      item(
        `impl std::fmt::Display for ${name} {\n    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {\n        write!(f, "<{} {}>", self.a, self.hidden(2))\n    }\n}\n`,
      ),
    ],
    shows: ['grow', 'fold', 'twist', 'press']
      .map((method) => `m::${name}::new(${b}).${method}(${a})`)
      .concat(`m::${name}::new(1).to_string()`),
  };
};

const helpers: Make = (id, random) => {
  const step = random.int(7) + 1;
  return {
    form: 'private helpers and constants',
    items: [
      item(`const ${upper(id)}_STEP: i64 = ${step};\n`),
      item(`/// Adds steps.\npub fn ${id}_sum(n: i64) -> i64 {\n    (0..n).map(${id}_part).sum()\n}\n`),
      item(
        `fn ${id}_part(n: i64) -> i64 {\n    if n % 2 == 0 {\n        n * ${upper(id)}_STEP\n    } else {\n        ${id}_odd(n)\n    }\n}\n`,
      ),
      item(`fn ${id}_odd(n: i64) -> i64 {\n    n - ${upper(id)}_STEP\n}\n`),
    ],
    shows: [`m::${id}_sum(${random.int(20) + 3})`],
  };
};

const counters: Make = (id) => ({
  form: 'statics',
  items: [
    item(`static ${upper(id)}_COUNT: std::sync::atomic::AtomicI64 = std::sync::atomic::AtomicI64::new(0);\n`),
    item(`pub fn ${id}_next() -> i64 {\n    ${upper(id)}_COUNT.fetch_add(1, std::sync::atomic::Ordering::SeqCst)\n}\n`),
    item(`pub fn ${id}_reset() -> i64 {\n    ${upper(id)}_COUNT.swap(10, std::sync::atomic::Ordering::SeqCst)\n}\n`),
  ],
  shows: [`m::${id}_next()`, `m::${id}_next()`, `m::${id}_reset()`, `m::${id}_next()`],
});

/** Functions between two definitions of one macro see the first. */
const redefined: Make = (id, random) => {
  const macro = (by: number): string =>
    `macro_rules! ${id}_scale {\n    ($x:expr) => {\n        $x * ${by}\n    };\n}\n`;
  const by = random.int(5) + 2;
  return {
    form: 'macros that are defined twice',
    items: [
      fixed(macro(by)),
      item(`pub fn ${id}_early(n: i64) -> i64 {\n    let n = n + 1;\n    ${id}_scale!(n)\n}\n`),
      fixed(macro(by + 3)),
      item(`pub fn ${id}_late(n: i64) -> i64 {\n    let n = n - 1;\n    ${id}_scale!(n)\n}\n`),
    ],
    shows: [`m::${id}_early(4)`, `m::${id}_late(4)`],
  };
};

const madeItems: Make = (id, random) => ({
  form: 'items that macro calls make',
  items: [
    fixed(
      `macro_rules! ${id}_getter {\n    ($name:ident, $value:expr) => {\n        pub fn $name() -> i64 {\n            $value\n        }\n    };\n}\n`,
    ),
    item(`${id}_getter!(${id}_first, ${random.int(90)});\n`),
    item(`${id}_getter!(${id}_second, ${id}_first() + 1);\n`),
    item(`pub fn ${id}_both() -> i64 {\n    ${id}_first() * 100 + ${id}_second()\n}\n`),
  ],
  shows: [`m::${id}_both()`],
});

const conditional: Make = (id, random) => ({
  form: 'conditions',
  items: [
    item(`#[cfg(feature = "extra")]\npub fn ${id}_mode() -> &'static str {\n    "extra ${random.int(9)}"\n}\n`),
    item(`#[cfg(not(feature = "extra"))]\npub fn ${id}_mode() -> &'static str {\n    "plain ${random.int(9)}"\n}\n`),
    item(
      `pub fn ${id}_level() -> i64 {\n    let mut level = ${id}_base();\n    #[cfg(feature = "extra")]\n    {\n        level += ${id}_bonus();\n    }\n    if cfg!(debug_assertions) {\n        level += 1;\n    }\n    level\n}\n`,
    ),
    item(`fn ${id}_base() -> i64 {\n    ${random.int(30)}\n}\n`),
    item(`#[cfg(feature = "extra")]\nfn ${id}_bonus() -> i64 {\n    ${random.int(500) + 100}\n}\n`),
  ],
  shows: [`m::${id}_mode()`, `m::${id}_level()`],
});

/** A private trait has the name of a method that `Deref` would reach without it. */
const hiddenTrait: Make = (id, random) => {
  const name = type(id);
  return {
    form: 'traits that shadow methods behind Deref',
    items: [
      item(`pub struct ${name}Inner;\n`),
      item(`impl ${name}Inner {\n    pub fn ${id}_size(&self) -> i64 {\n        ${random.int(9)}\n    }\n}\n`, 1),
      item(`pub struct ${name}(pub ${name}Inner);\n`),
      item(
        `impl std::ops::Deref for ${name} {\n    type Target = ${name}Inner;\n\n    fn deref(&self) -> &${name}Inner {\n        &self.0\n    }\n}\n`,
      ),
      item(`trait ${name}Size {\n    fn ${id}_size(&self) -> i64;\n}\n`),
      item(
        `impl ${name}Size for ${name} {\n    fn ${id}_size(&self) -> i64 {\n        ${random.int(90) + 10}\n    }\n}\n`,
      ),
      item(`pub fn ${id}_asked() -> i64 {\n    ${name}(${name}Inner).${id}_size()\n}\n`),
    ],
    shows: [`m::${id}_asked()`],
  };
};

const prelude: Make = (id, random) => {
  const own = random.pick([
    ['drop', 'fn drop<T>(_: T) -> i64 {\n    DROPPED\n}\n', 'drop(String::new())'],
    ['Some', '#[allow(non_snake_case)]\nfn Some(n: i64) -> i64 {\n    n + DROPPED\n}\n', 'Some(3)'],
    ['Result', 'type Result<T> = std::result::Result<T, i64>;\n', 'returned().unwrap_or(1)'],
  ] as const);
  const more = own[0] === 'Result' ? [item('fn returned() -> Result<i64> {\n    Err(DROPPED)\n}\n')] : [];
  return {
    form: 'names of the prelude',
    items: [
      item(`const DROPPED: i64 = ${random.int(70) + 5};\n`),
      item(own[1]),
      ...more,
      item(`pub fn ${id}_own() -> i64 {\n    let found = ${own[2]};\n    found + DROPPED\n}\n`),
    ],
    shows: [`m::${id}_own()`],
  };
};

const patterns: Make = (id, random) => ({
  form: 'constants in patterns',
  items: [
    item(`pub const ${upper(id)}_LOW: i64 = ${random.int(4)};\n`),
    item(`const ${upper(id)}_HIGH: i64 = ${random.int(4) + 5};\n`),
    item(
      `pub fn ${id}_name(n: i64) -> &'static str {\n    match n {\n        ${upper(id)}_LOW => "low",\n        ${upper(id)}_HIGH => "high",\n        _ if n > ${upper(id)}_HIGH => "above",\n        _ => "between",\n    }\n}\n`,
    ),
  ],
  shows: [`(0..12).map(m::${id}_name).collect::<Vec<_>>()`],
});

/** `super::` means another module further down, and that has the name too. */
const relative: Make = (id, random) => ({
  form: 'relative paths to names that exist twice',
  items: [
    item(`fn ${id}_depth() -> i64 {\n    ${random.int(50)}\n}\n`),
    item(`pub fn ${id}_depths() -> (i64, i64) {\n    (super::${id}_depth(), self::${id}_depth())\n}\n`),
  ],
  shows: [`m::${id}_depths()`],
  files: { 'src/lib.rs': `pub(crate) fn ${id}_depth() -> i64 {\n    ${random.int(50) + 100}\n}\n` },
});

const included: Make = (id, random) => ({
  form: 'files beside the module',
  items: [item(`pub fn ${id}_note() -> &'static str {\n    include_str!("${id}.txt").trim()\n}\n`)],
  shows: [`m::${id}_note()`],
  files: { [`src/${id}.txt`]: `beside ${random.int(100)}\n`, [`src/m/${id}.txt`]: 'below\n' },
});

const place: Make = (id, random) => ({
  form: 'the path of the module',
  items: [
    item(
      `pub fn ${id}_place() -> &'static str {\n    ${random.pick(['module_path!()', 'concat!(module_path!(), "::key")', 'file!()'])}\n}\n`,
    ),
  ],
  shows: [`m::${id}_place()`],
});

const typeName: Make = (id) => ({
  form: 'names of types',
  items: [
    item(`pub struct ${type(id)}Tag;\n`),
    item(`pub fn ${id}_tag() -> &'static str {\n    std::any::type_name::<${type(id)}Tag>()\n}\n`),
  ],
  shows: [`m::${id}_tag()`],
});

const generic: Make = (id, random) => ({
  form: 'generics and traits',
  items: [
    item(
      `pub trait ${type(id)}Score {\n    const BASE: i64 = ${random.int(9)};\n\n    fn score(&self) -> i64;\n\n    fn doubled(&self) -> i64 {\n        self.score() * 2 + Self::BASE\n    }\n}\n`,
    ),
    item(
      `impl ${type(id)}Score for i64 {\n    const BASE: i64 = ${random.int(90)};\n\n    fn score(&self) -> i64 {\n        *self + 1\n    }\n}\n`,
    ),
    item(
      `impl<T: ${type(id)}Score> ${type(id)}Score for Vec<T> {\n    fn score(&self) -> i64 {\n        self.iter().map(${type(id)}Score::score).sum()\n    }\n}\n`,
    ),
    item(
      `pub fn ${id}_best<'a, T: ${type(id)}Score>(first: &'a T, second: &'a T) -> &'a T {\n    if first.score() < second.score() {\n        second\n    } else {\n        first\n    }\n}\n`,
    ),
  ],
  shows: [`m::${type(id)}Score::doubled(&vec![1_i64, 2])`, `m::${id}_best(&3_i64, &5)`],
});

const enumerated: Make = (id, random) => ({
  form: 'enums with their own imports',
  items: [
    item(
      `#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]\npub enum ${type(id)}Kind {\n    Small,\n    Large(i64),\n    Named { size: i64 },\n}\n`,
    ),
    item(
      `pub fn ${id}_kind(n: i64) -> ${type(id)}Kind {\n    use ${type(id)}Kind::{Large, Named, Small};\n    match n {\n        0 => Small,\n        1..=${random.int(4) + 2} => Large(n),\n        _ => Named { size: n * 2 },\n    }\n}\n`,
    ),
    item(
      `impl From<${type(id)}Kind> for i64 {\n    fn from(kind: ${type(id)}Kind) -> i64 {\n        match kind {\n            ${type(id)}Kind::Small => 0,\n            ${type(id)}Kind::Large(n) | ${type(id)}Kind::Named { size: n } => n,\n        }\n    }\n}\n`,
    ),
  ],
  shows: [`(0..8).map(m::${id}_kind).collect::<Vec<_>>()`, `i64::from(m::${id}_kind(9))`],
});

/** Nearly every program has these. */
export const PLAIN: readonly Make[] = [record, helpers, counters, generic, enumerated, conditional];
/** These a careless split gets wrong. */
export const TREACHEROUS: readonly Make[] = [redefined, relative, included, place, redefined, relative];
/** These it may get wrong. */
export const DOUBTFUL: readonly Make[] = [madeItems, hiddenTrait, patterns];
export const SHADOW: Make = prelude;
/** Neither rung S nor B can see this. */
export const SECRET: Make = typeName;
