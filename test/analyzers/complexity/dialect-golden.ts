import type { DialectId } from '../../../analyzers/complexity/dialects/table.ts';

/** What each tool says of one function, and after it of the functions inside it where they have values of their own. */
export interface DialectGolden {
  readonly id: string;
  readonly code: string;
  readonly cyclomatic: Readonly<Partial<Record<DialectId, readonly number[]>>>;
  readonly cognitive: Readonly<Partial<Record<DialectId, readonly number[]>>>;
}

type RustColumns = readonly [
  rca: string,
  sonar: string,
  lizard: string,
  clippy: string,
  rcaCog: string,
  sonarCog: string,
];
type PythonColumns = readonly [
  radon: string,
  mccabe: string,
  ruff: string,
  lizard: string,
  rca: string,
  sonar: string,
  sonarCog: string,
];

const values = (column: string): readonly number[] => column.split(',').map(Number);

const rust = (id: string, code: string, columns: RustColumns): DialectGolden => {
  const [rca, sonar, lizard, clippy, rcaCog, sonarCog] = columns.map(values) as readonly (readonly number[])[];
  return {
    id,
    code,
    cyclomatic: { 'rust-code-analysis': rca!, sonar: sonar!, lizard: lizard! },
    cognitive: { clippy: clippy!, 'rust-code-analysis': rcaCog!, sonar: sonarCog! },
  };
};

const python = (id: string, code: string, columns: PythonColumns): DialectGolden => {
  const [radon, mccabe, ruff, lizard, rca, sonar, sonarCog] = columns.map(values) as readonly (readonly number[])[];
  return {
    id,
    code,
    cyclomatic: {
      radon: radon!,
      mccabe: mccabe!,
      ruff: ruff!,
      lizard: lizard!,
      'rust-code-analysis': rca!,
      sonar: sonar!,
    },
    cognitive: { sonar: sonarCog! },
  };
};

const javascript = (
  id: string,
  code: string,
  columns: readonly [cyclomatic: string, cognitive: string],
): DialectGolden => {
  const [sonar, sonarCog] = columns.map(values) as readonly (readonly number[])[];
  return { id, code, cyclomatic: { sonar: sonar! }, cognitive: { sonar: sonarCog! } };
};

/** They compile, so that clippy can be asked too; edition 2024. */
export const RUST_DIALECT_GOLDEN: readonly DialectGolden[] = [
  rust('R1', 'fn r1() {}', ['1', '0', '1', '1', '0', '0']),
  rust('R2', 'fn r2(a: bool) -> i32 { if a {1} else {2} }', ['2', '2', '2', '2', '2', '2']),
  rust('R3', 'fn r3(a: bool, b: bool) -> i32 { if a {1} else if b {2} else {3} }', ['3', '3', '3', '3', '3', '3']),
  rust('R4', 'fn r4(a: i32) -> i32 { match a {0=>1, 1=>2, 2|3=>3, _=>4} }', ['5', '5', '2', '2', '1', '1']),
  rust('R5', 'fn r5(a: i32) -> i32 { match a {n if n>3=>1, _=>2} }', ['4', '3', '3', '3', '1', '1']),
  rust('R6', 'fn r6(a: i32) { match a {0=>r1(), 1=>{} _=>{}} }', ['4', '2', '2', '2', '1', '1']),
  rust('R7', 'fn r7(a: Result<i32, i32>) -> Result<i32, i32> { let x = a?; Ok(x) }', ['2', '1', '2', '1', '0', '0']),
  rust('R8', 'fn r8(a: bool, b: bool, c: bool) -> bool { a && b || c }', ['3', '3', '3', '1', '2', '2']),
  rust('R9', 'fn r9(a: bool, b: bool, c: bool, d: bool) -> bool { a || b && c || d }', ['4', '4', '4', '1', '2', '3']),
  rust('R10', 'fn r10(a: bool, b: bool, c: bool) { if a && !(b && c) {} }', ['4', '4', '4', '2', '3', '3']),
  rust('R11', 'fn r11(a: Option<i32>) -> i32 { let Some(x)=a else {return 0;}; x }', ['1', '1', '1', '1', '1', '0']),
  rust('R12', 'fn r12(mut v: Vec<i32>) { while let Some(_x)=v.pop() {} }', ['2', '2', '2', '2', '1', '1']),
  rust('R13', 'fn r13() { loop { break; } }', ['2', '2', '1', '1', '0', '1']),
  rust('R14', "fn r14(v: &[i32]) { 'o: for _a in v { for c in v { if *c>2 {continue 'o;} } } }", [
    '4',
    '4',
    '4',
    '4',
    '7',
    '7',
  ]),
  rust('R15', 'fn r15(v: Vec<i32>) -> usize { v.iter().filter(|x| if **x>1 {true} else {false}).count() }', [
    '1,2',
    '3',
    '2',
    '1,2',
    '0,3',
    '3',
  ]),
  rust('R16', 'fn r16(a: bool) { if a{} fn inner(b: bool){ if b{} } inner(a); }', [
    '2,2',
    '4',
    '2,2',
    '2,2',
    '1,2',
    '3',
  ]),
  rust('R17', 'fn r17(a: bool, v: &[i32]) { if a { for x in v { match x {0=>r1(), _=>r13()} } } }', [
    '5',
    '5',
    '4',
    '4',
    '6',
    '6',
  ]),
  rust('R18', 'fn r18<T, U>(_t: T, _u: U) where T: Clone, U: Clone { r1() }', ['1', '1', '2', '1', '0', '0']),
  rust('R19', 'fn r19(n: i32) -> i32 { if n<2 {1} else {n*r19(n-1)} }', ['2', '2', '2', '2', '2', '2']),
  rust('R20', 'fn r20(a: Option<i32>) -> bool { matches!(a, Some(x) if x>1) }', ['2', '1', '2', '3', '0', '0']),
  rust('R21', 'fn r21(a: bool, b: bool) { println!("{}", if a && b {1} else {2}) }', ['3', '1', '3', '2', '0', '0']),
  rust('R22', 'fn r22(f: &dyn for<\'a> Fn(&\'a str) -> bool) { f(""); }', ['2', '1', '2', '1', '0', '0']),
  rust('R23', 'fn r23(a: Option<i32>, b: bool) -> i32 { if let Some(x)=a && b && x>1 {x} else {0} }', [
    '4',
    '2',
    '4',
    '2',
    '2',
    '2',
  ]),
  rust('R24', 'fn r24(a: bool, b: bool, c: bool) -> bool { a && (b && c) }', ['3', '3', '3', '1', '1', '2']),
];

export const PYTHON_DIALECT_GOLDEN: readonly DialectGolden[] = [
  python('P1', 'def f(a, b):\n  if a: x()\n  elif b: y()\n  else: z()', ['3', '3', '3', '3', '3', '2', '3']),
  python('P2', 'def f(a):\n  match a:\n    case 0: x()\n    case 1: x()\n    case 2 | 3: x()\n    case _: x()', [
    '4',
    '1',
    '4',
    '5',
    '1',
    '1',
    '0',
  ]),
  python('P3', 'def f(a):\n  match a:\n    case n if n>3: x()\n    case _: y()', ['2', '1', '2', '4', '2', '1', '0']),
  python('P4', 'def f(a, b):\n  match a:\n    case 0:\n      if b: x()\n    case _: y()', [
    '3',
    '1',
    '3',
    '4',
    '2',
    '2',
    '2',
  ]),
  python('P5', 'def f(a, b, c, d):\n  return a or b and c or d', ['4', '1', '1', '4', '4', '4', '3']),
  python('P6', 'def f(a, b, c):\n  if a and not (b and c): x()', ['4', '2', '2', '4', '4', '4', '3']),
  python('P7', 'def f(xs):\n  for x in xs:\n    if x: break\n  else: y()', ['4', '3', '3', '3', '4', '3', '4']),
  python('P8', 'def f(a):\n  while a: x()\n  else: y()', ['3', '2', '2', '2', '3', '2', '2']),
  python('P9', 'def f():\n  try: a()\n  except A: b()\n  except B: c()\n  else: d()\n  finally: e()', [
    '4',
    '4',
    '4',
    '4',
    '3',
    '1',
    '3',
  ]),
  python('P10', 'def f(a):\n  with a as f, a as g: x()', ['1', '1', '1', '1', '2', '1', '0']),
  python('P11', 'def f(a, b):\n  assert a and b, "m"', ['2', '1', '1', '2', '3', '2', '1']),
  python('P12', 'def f(xs):\n  return [x for x in xs if x if x>1]', ['4', '1', '1', '4', '4', '3', '0']),
  python('P13', 'def f(xs):\n  return {x: y for x in xs for y in x}', ['3', '1', '1', '3', '3', '1', '0']),
  python('P14', 'def f(a, b):\n  return 1 if a else 2 if b else 3', ['3', '1', '1', '3', '3', '3', '3']),
  python('P15', 'def f(a):\n  return lambda x: x if a else 0', ['2', '1', '1', '2', '2', '2', '1']),
  python('P16', 'def f(a):\n  if a: x()\n  def inner(b):\n    if b: y()', [
    '2,2',
    '4',
    '4,2',
    '2,2',
    '2,2',
    '2,2',
    '3',
  ]),
  python('P17', 'def f(a):\n  def w():\n    if a: x()\n  return w', ['1,2', '3', '3,2', '1,2', '1,2', '1,2', '1']),
  python('P18', 'def f(n):\n  if n<2: return 1\n  return n*f(n-1)', ['2', '2', '2', '2', '2', '2', '1']),
  python('P19', 'async def f(xs, a):\n  async for x in xs:\n    if x: y()\n  async with a: z()', [
    '3',
    '3',
    '3',
    '3',
    '4',
    '3',
    '3',
  ]),
  python('P20', 'def f(a):\n  class C:\n    def m(self):\n      if a: x()', [
    '1',
    '3',
    '3,2',
    '1,2',
    '1,1,2',
    '1,2',
    '1',
  ]),
  python('P21', 'def f():\n  try: a()\n  except* ValueError: b()', ['1', '1', '2', '2', '2', '1', '1']),
];

/** As eslint-plugin-sonarjs 4.2.2 says of them. */
export const JAVASCRIPT_DIALECT_GOLDEN: readonly DialectGolden[] = [
  javascript('S1', 'function f() {}', ['1', '0']),
  javascript('S2', 'function f(a) { if (a) {} else if (a.b) {} else {} }', ['3', '3']),
  javascript('S3', 'function f(a, b, c, d) { return a && b || c && d; }', ['4', '2']),
  javascript('S4', 'function f(a, b, c) { return a || b || c; }', ['3', '0']),
  javascript('S5', 'function f(a, b) { return (a && b) && (a ?? b); }', ['4', '1']),
  javascript('S6', 'function f(a, b, c) { return a && !(b && c); }', ['3', '2']),
  javascript('S7', 'function f(a, b) { a ||= b; a &&= b; a ??= b; }', ['1', '0']),
  javascript('S8', 'function f(a) { return a ? (a.b ? 1 : 2) : 3; }', ['3', '3']),
  javascript('S9', 'function f(a) { switch (a) { case 1: if (a) {} break; case 2: default: } }', ['4', '3']),
  javascript('S10', 'function f(a) { o: for (const b of a) { for (const c in b) { if (c) continue o; } } }', [
    '4',
    '7',
  ]),
  javascript('S11', 'function f(a) { do { while (a) {} } while (a); for (;;) {} }', ['4', '4']),
  javascript('S12', 'function f(a) { try { a(); } catch (e) { if (e) {} } finally { if (a) {} } }', ['3', '4']),
  javascript('S13', 'function f(n) { return n < 2 ? 1 : n * f(n - 1); }', ['2', '1']),
  javascript('S14', 'function f(a) { if (a) { a.map((b) => { if (b) {} }); } }', ['2,2', '1,1']),
  javascript('S15', 'function f(a) { function g() { if (a) {} } const h = () => (a ? 1 : 2); return [g, h]; }', [
    '1,2,2',
    '0,1,1',
  ]),
  javascript(
    'S16',
    'class C { #a = 1; get b() { return this.#a && 1; } static async *c(x) { if (x) { for await (const y of x) {} } } }',
    ['2,3', '1,3'],
  ),
  javascript('S17', 'function f(a) { if (a) { class C { b = a ? 1 : 2; } return C; } }', ['3', '3']),
  javascript('S18', 'const o = { m(a = a || 1) { return a?.b?.c; }, async *n() {}, set p(v) { if (v) {} } };', [
    '2,1,2',
    '0,0,1',
  ]),
  javascript('S19', 'export default function (a) { return a && (a.b || a.c) && a.d; }', ['4', '2']),
  javascript(
    'S20',
    'const F = (p: { a: boolean; b: boolean }) => <div>{p.a && p.b && <b />}{p.a && (p.b || <b />)}{p.a || p.b}</div>;',
    ['6', '1'],
  ),
  javascript('S21', 'function f<T>(a: T, b: T): asserts a is T { if ((a && b) as unknown) throw a!; }', ['3', '2']),
];
