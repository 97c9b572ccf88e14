type Files = Readonly<Record<string, string>>;

/** A CommonJS project with `src/m.js`, which is to be divided, and modules around it that it may form cycles with. */
export interface Generated {
  readonly files: Files;
}

/** A small generator of numbers from 0 to below 1; the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Draw {
  readonly next: () => number;
  readonly chance: (share: number) => boolean;
  readonly one: <T>(from: readonly T[]) => T;
}

const LOG = "const lines = [];\n\nmodule.exports = { lines, log: (...words) => lines.push(words.join(' ')) };\n";

/** What `require('./m')` gives at this moment: the keys that are there, in order, and what its plain values are. */
const LOOK =
  "const look = (m) => Object.entries(m).map(([key, value]) => `${key}=${typeof value === 'function' ? 'f' : value}`).join();\n";

/** @param seed any whole number; the same number makes the same project */
export function generateModule(seed: number): Generated {
  const next = numbers(seed);
  const draw: Draw = {
    next,
    chance: (share) => next() < share,
    one: (from) => from[Math.floor(next() * from.length)]!,
  };
  const around = ['x', 'y', 'z'].slice(0, 1 + Math.floor(next() * 3));
  const files: Record<string, string> = { 'src/log.js': LOG };
  for (const name of around) files[`src/${name}.js`] = neighbour(draw, name, around);
  files['src/m.js'] = divided(draw, around);
  files['main.js'] = program(draw, around);
  return { files };
}

/** A module that tells when it is loaded, may ask for the divided one at once or later, and may change what others export. */
function neighbour(draw: Draw, name: string, around: readonly string[]): string {
  const lines = ["const { log } = require('./log');", LOOK];
  if (draw.chance(0.5)) lines.push(`exports.early${name} = '${name}';`);
  lines.push(
    ...draw.one([
      ["const m = require('./m');", `log('${name} sees', look(m));`],
      ["const m = require('./m');", `log('${name} sees', look(m));`, `exports.later = () => look(m);`],
      ["const m = () => require('./m');", `exports.later = () => look(m());`],
      [],
    ]),
  );
  const other = draw.one(around);
  if (other !== name && draw.chance(0.4)) lines.push(`const ${other} = require('./${other}');`);
  if (other !== name && draw.chance(0.2)) lines.push(`require('./${other}').run = () => '${name} replaced';`);
  lines.push(`log('${name} loaded');`, `exports.run = () => '${name} run';`, `exports.value = '${name} value';`);
  return `${lines.join('\n')}\n`;
}

const REQUIRES: readonly ((name: string) => string)[] = [
  (name) => `const ${name} = require('./${name}');`,
  (name) => `const { run: run${name}, value: value${name} } = require('./${name}');`,
  (name) => `const value${name} = require('./${name}').value;`,
  (name) => `require('./${name}');`,
];

/** What a body may read: names that the module has so far. */
function bodyOf(draw: Draw, text: string, known: readonly string[], around: readonly string[]): string {
  const reads = known.filter(() => draw.chance(0.35)).map((name) => `typeof ${name}`);
  const calls = known.filter((name) => /^f\d/.test(name) && draw.chance(0.4)).map((name) => `${name}(n - 1)`);
  const asked: string[] = [];
  for (const name of around) {
    if (text.includes(`const ${name} =`) && draw.chance(0.4)) asked.push(`${name}.run && ${name}.run()`);
    if (text.includes(`run: run${name}`) && draw.chance(0.4)) asked.push(`run${name} && run${name}()`);
    if (text.includes(`value${name} `) && draw.chance(0.4)) asked.push(`value${name}`);
    if (draw.chance(0.1)) asked.push(`require('./${name}').value`);
  }
  const parts = [...reads, ...calls.map((call) => `(n > 0 ? ${call} : 0)`), ...asked.map((one) => `(${one})`)];
  return `[n, ${parts.join(', ')}].join('|')`;
}

/** Statements of the divided module: functions, constants, classes, counters, calls, and its exports in one of several forms. */
function divided(draw: Draw, around: readonly string[]): string {
  const lines: string[] = draw.chance(0.5) ? ["'use strict';", ''] : [];
  lines.push("const { log } = require('./log');");
  for (const name of around) if (draw.chance(0.8)) lines.push(draw.one(REQUIRES)(name));
  const oneByOne = draw.chance(0.5);
  if (oneByOne && draw.chance(0.3)) lines.push('exports.first = 1;');
  const names: string[] = [];
  const count = 5 + Math.floor(draw.next() * 6);
  for (let i = 0; i < count; i++) {
    lines.push('', ...statement(draw, { i, names, around }, lines.join('\n')));
    if (oneByOne && names.length > 0 && draw.chance(0.3)) lines.push('', `exports.${names.at(-1)} = ${names.at(-1)};`);
  }
  lines.push('', ...exported(draw, names, oneByOne));
  return `${lines.join('\n')}\n`;
}

interface Stage {
  readonly i: number;
  readonly names: string[];
  readonly around: readonly string[];
}

function statement(draw: Draw, { i, names, around }: Stage, text: string): string[] {
  const known = [...names];
  const body = bodyOf(draw, text, known, around);
  const kind = draw.next();
  if (kind < 0.45) {
    names.push(`f${i}`);
    return [`function f${i}(n = 1) {`, `  return ${body};`, '}'];
  }
  if (kind < 0.6) {
    names.push(`c${i}`);
    return [`const c${i} = (n = 1) => ${body};`];
  }
  if (kind < 0.7) {
    names.push(`K${i}`);
    const base = known.find((name) => /^K/.test(name));
    return [`class K${i}${base ? ` extends ${base}` : ''} {`, '  say(n = 1) {', `    return ${body};`, '  }', '}'];
  }
  if (kind < 0.8) {
    names.push(`v${i}`, `up${i}`);
    return [`let v${i} = 0;`, '', `function up${i}() {`, `  v${i} += 1;`, `  return v${i};`, '}'];
  }
  if (kind < 0.9) return [`log('m at ${i}', ${known.length > 0 ? `typeof ${draw.one(known)}` : '0'});`];
  names.push(`d${i}`);
  return [`const d${i} = log('made ${i}');`];
}

function exported(draw: Draw, names: readonly string[], oneByOne: boolean): string[] {
  const shown = names.filter((name) => !/^v/.test(name));
  if (oneByOne) return shown.map((name) => `exports.${name} = ${name};`);
  const [first, ...rest] = shown;
  if (first !== undefined && /^f/.test(first) && draw.chance(0.3))
    return [`module.exports = ${first};`, ...rest.map((name) => `module.exports.${name} = ${name};`)];
  return [`module.exports = { ${shown.map((name) => (draw.chance(0.2) ? `as${name}: ${name}` : name)).join(', ')} };`];
}

/** Loads the modules in some order and tells all that can be seen of them. */
function program(draw: Draw, around: readonly string[]): string {
  const first = draw.chance(0.5) ? 'm' : draw.one(around);
  return [
    "const { lines, log } = require('./src/log');",
    `require('./src/${first}');`,
    "const m = require('./src/m');",
    'for (const [key, value] of Object.entries(m)) {',
    "  if (typeof value !== 'function') log(key, value);",
    "  else if (/^class/.test(value)) log(key, value.name, new value().say(2), Object.getPrototypeOf(value).name || '-');",
    '  else log(key, value.name, value.length, value(2), value(0));',
    '}',
    ...around.map((name) => `log(JSON.stringify(require('./src/${name}').later?.() ?? null));`),
    'module.exports = lines;',
    '',
  ].join('\n');
}
