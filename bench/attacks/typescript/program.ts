import type { AttackProgram, Files } from '../contract.ts';
import type { Random } from '../random.ts';
import { ACTING, PURE, type Scene } from './forms.ts';
import { DIALECTS, type Dialect, readsOf, type Unit } from './unit.ts';

const LOG_NAMES = ['LOG', 'registry', 'log', 'register', 'onLoad', 'tracked', 'mark'];

/** What the module and its surroundings share: everything that is done leaves a line. */
const logFile = ({ form, of, extension }: Dialect): string => {
  const text = `const LOG${of('string[]')} = [];
const registry${of('Map<string, number>')} = new Map();
function log(line${of('string')})${of('number')} {
  return LOG.push(line);
}
function register(name${of('string')}, value${of('number')})${of('number')} {
  log('register ' + name + ' ' + value);
  registry.set(name, value);
  return registry.size;
}
function onLoad(hook${of('() => unknown')})${of('void')} {
  hook();
}
function tracked${extension === '.ts' ? '<Made extends new () => object>(made: Made, _context?: unknown): Made' : '(made)'} {
  log('tracked ' + made.name);
  return made;
}
function mark(texts${of('TemplateStringsArray')})${of('number')} {
  return log('mark ' + texts[0]);
}
`;
  return form === 'commonjs'
    ? `${text}module.exports = { ${LOG_NAMES.join(', ')} };\n`
    : `${text}export { ${LOG_NAMES.join(', ')} };\n`;
};

/** The module name of a file, as another file of the folder `from` writes it. */
const nameOf = (file: string, deeper: boolean): string => `${deeper ? '../' : './'}${file}.js`;

interface Ground {
  readonly dialect: Dialect;
  /** Imported name -> file, in the order of the imports. */
  readonly imports: ReadonlyMap<string, string>;
}

function importLines({ dialect, imports }: Ground, text: string, deeper: boolean): string[] {
  const used = readsOf(text, [...imports.keys()]);
  const files = [...new Set([...imports].filter(([name]) => used.includes(name)).map(([, file]) => file))];
  return files.map((file) =>
    takeLine(
      dialect,
      used.filter((name) => imports.get(name) === file),
      nameOf(file, deeper),
    ),
  );
}

const takeLine = ({ form }: Dialect, names: readonly string[], from: string): string =>
  form === 'commonjs'
    ? `const { ${names.join(', ')} } = require('${from}');`
    : `import { ${names.join(', ')} } from '${from}';`;

const written = ({ form }: Dialect, { exported, text, names }: Unit): string =>
  exported && form === 'module' && names.length > 0 ? text.replace(/^(@\w+\n)?/, '$1export ') : text;

const exportObject = (names: readonly string[]): string => `module.exports = { ${names.join(', ')} };\n`;

/** `exports.a = a` behind each unit, in place of one object at the end. */
const oneByOne = (units: readonly Unit[]): string =>
  units
    .map(({ text, names, exported }) =>
      [text, ...(exported ? names.map((name) => `exports.${name} = ${name};`) : [])].join('\n\n'),
    )
    .join('\n\n');

/** One file of units, as the dialect has it. */
function fileOf(ground: Ground, units: readonly Unit[], above: readonly string[], deeper: boolean): string {
  const body = units.map((one) => written(ground.dialect, one)).join('\n\n');
  const lines = [...importLines(ground, body, deeper), ...above];
  const exported = units.filter((one) => one.exported).flatMap(({ names }) => names);
  const end = ground.dialect.form === 'commonjs' ? `\n${exportObject(exported)}` : '';
  return `${[...lines, ...(lines.length > 0 ? [''] : []), body].join('\n')}\n${end}`;
}

/** Modules that act when they are loaded, and that the split one asks for. */
function depFile(dialect: Dialect, at: number): string {
  const take = takeLine(dialect, ['log', 'registry'], './log.js');
  const text = `const DEP${at} = 'dep${at} ' + registry.size;\nlog('load dep${at}');\n`;
  return dialect.form === 'commonjs'
    ? `${take}\n\n${text}\n${exportObject([`DEP${at}`])}`
    : `${take}\n\nexport ${text}`;
}

const mainFile = ({ form }: Dialect): string => {
  const show = `function show(value) {
  if (typeof value === 'function') return [value.toString().length, value.name, JSON.stringify({ ...value })].join(' ');
  return JSON.stringify(value);
}
for (const key of Object.keys(m)) {
  console.log(key, typeof m[key], show(m[key]));
  if (/^(work|step|keep|raise)/.test(key) && typeof m[key] === 'function') console.log(m[key](7), m[key](8));
}
for (const key of Object.keys(m)) if (typeof m[key] !== 'function') console.log(key, show(m[key]));
console.log(LOG.join('\\n'));
console.log([...registry].join(' '), globalThis.trail, process.env.ATTACK_MODE);
`;
  return form === 'commonjs'
    ? `const m = require('./m.js');\nconst { LOG, registry } = require('./log.js');\n\n${show}`
    : `import * as m from './m.js';\nimport { LOG, registry } from './log.js';\n\n${show}`;
};

interface Extra {
  readonly above: readonly string[];
  readonly below: string;
}

/** What one part imports from another. */
function takesFrom(dialect: Dialect, text: string, other: string, units: readonly Unit[]): string[] {
  const read = (isType: boolean): string[] =>
    readsOf(
      text,
      units.filter((one) => (one.isType ?? false) === isType).flatMap(({ names }) => names),
    );
  const [values, types] = [read(false), read(true)];
  return [
    ...(values.length > 0 ? [takeLine(dialect, values, `./${other}.js`)] : []),
    ...(types.length > 0 ? [takeLine(dialect, types, `./${other}.js`).replace('import', 'import type')] : []),
  ];
}

/** A careless split: who acts later is loaded first, and what nobody sees goes elsewhere. */
function naiveFiles(ground: Ground, units: readonly Unit[], extra: Extra): Files {
  const { dialect } = ground;
  const acting = units.filter(({ role }) => role === 'acts');
  const late = new Set(acting.slice(Math.ceil(acting.length / 2)));
  const homes = units.map((one) => (one.role === 'acts' ? (late.has(one) ? 'late' : 'early') : 'plain'));
  const parts = ['plain', 'late', 'early'];
  const all = (part: string): Unit[] =>
    units.filter((_, i) => homes[i] === part).map((one) => ({ ...one, exported: one.names.length > 0 }));
  const files: Record<string, string> = {};
  for (const part of parts) {
    const own = all(part);
    const text = own.map((one) => one.text).join('\n');
    const takes = parts.flatMap((other) => (other === part ? [] : takesFrom(dialect, text, other, all(other))));
    files[`src/m/${part}${dialect.extension}`] = fileOf(ground, own, takes, true);
  }
  const given = (part: string, isType: boolean): string[] =>
    units
      .filter((one, i) => homes[i] === part && one.exported && (one.isType ?? false) === isType)
      .flatMap(({ names }) => names);
  const lines = parts.flatMap((part) => {
    const [values, types] = [given(part, false), given(part, true)];
    if (dialect.form === 'commonjs') return [`const { ${values.join(', ')} } = require('./m/${part}.js');`];
    return [
      `export { ${values.join(', ')} } from './m/${part}.js';`,
      ...(types.length > 0 ? [`export type { ${types.join(', ')} } from './m/${part}.js';`] : []),
    ];
  });
  const order = units.filter((one) => one.exported).flatMap(({ names }) => names);
  const end = dialect.form === 'commonjs' ? `\n${exportObject(order)}` : extra.below;
  files[`src/m${dialect.extension}`] = `${[...extra.above, ...lines].join('\n')}\n${end}`;
  return files;
}

/** Re-exports, and a module that is only loaded for what it does. */
function extraLines(random: Random, { form }: Dialect, deps: readonly string[]): Extra {
  if (form === 'commonjs') return { above: random.chance(0.4) ? ["require('./patch.js');"] : [], below: '' };
  const passed = deps
    .filter(() => random.chance(0.3))
    .map((dep) => `export { ${dep} } from './${dep.toLowerCase()}.js';`);
  const bare = deps.filter(() => random.chance(0.2)).map((dep) => `import './${dep.toLowerCase()}.js';`);
  const below = random.chance(0.3) ? '\nexport default function () {\n  return 1;\n}\n' : '';
  return { above: [...bare, ...passed], below };
}

/** A module of pure functions with some units between them whose moment matters. */
export function generate(random: Random): AttackProgram {
  const dialect = random.pick(DIALECTS);
  const deps = Array.from({ length: random.int(4) }, (_, at) => `DEP${at}`);
  const units: Unit[] = [];
  const pure = 18 + random.int(14);
  const acting = 3 + random.int(9);
  const turns = random.shuffle([...Array<boolean>(pure).fill(true), ...Array<boolean>(acting).fill(false)]);
  turns.forEach((isPure, at) => {
    const above = (form: RegExp): string[] => units.filter((one) => form.test(one.form)).flatMap(({ names }) => names);
    const scene: Scene = {
      random,
      dialect,
      deps,
      at,
      functions: above(/^(function|arrow)$/).filter((name) => /^(work|step)/.test(name)),
      classes: above(/^class$/),
    };
    // Most of what does nothing are functions.
    const forms = isPure ? (random.chance(0.5) ? PURE.slice(0, 2) : PURE) : ACTING;
    units.push(...random.pick(forms)(scene));
  });
  const imports = new Map([
    ...random.shuffle([...deps.map((_, at) => [`DEP${at}`, `dep${at}`] as const)]),
    ...LOG_NAMES.map((name) => [name, 'log'] as const),
  ]);
  const ground = { dialect, imports: random.chance(0.5) ? imports : new Map([...imports].reverse()) };
  const target = `src/m${dialect.extension}`;
  const extra = extraLines(random, dialect, deps);
  const whole = fileOf(ground, units, extra.above, false);
  const isOneByOne = dialect.form === 'commonjs' && random.chance(0.4);
  const text = isOneByOne
    ? `${[...importLines(ground, oneByOne(units), false), ...extra.above, '', oneByOne(units)].join('\n')}\n`
    : `${whole}${extra.below}`;
  const shared: Files = {
    '.gitignore': 'node_modules\n',
    'package.json': `${JSON.stringify({ name: 'attack', private: true, type: dialect.form })}\n`,
    ...(dialect.extension === '.ts' ? { 'tsconfig.json': TSCONFIG } : {}),
    [`src/log${dialect.extension}`]: logFile(dialect),
    'src/patch.js': PATCH,
    ...Object.fromEntries(deps.map((_, at) => [`src/dep${at}${dialect.extension}`, depFile(dialect, at)])),
    'src/main.js': mainFile(dialect),
  };
  return {
    files: { ...shared, [target]: text },
    target,
    limit: Math.max(60, Math.round(text.split('\n').length / 2.5)),
    units: units.length,
    forms: [
      ...new Set([
        `${dialect.form} ${dialect.extension}`,
        ...(isOneByOne ? ['exports one by one'] : []),
        ...(extra.above.length > 0 ? ['bare or passed on'] : []),
        ...units.map(({ form }) => form),
      ]),
    ].sort(),
    naive: { ...shared, ...naiveFiles(ground, units, extra) },
  };
}

/** Another one in the place of a function that others took, or will take. */
const PATCH = `const log = require('./log.js');

const before = log.mark;
log.mark = (texts) => before([texts[0] + '!']);
log.register = ((old) => (name, value) => old(name + '?', value))(log.register);
`;

const TSCONFIG = `${JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    lib: ['ES2023', 'ESNext.Decorators', 'DOM'],
    types: [],
    strict: false,
    noImplicitAny: false,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ['src'],
})}\n`;
