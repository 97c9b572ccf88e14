import type { Random } from '../random.ts';
import type { Dialect, Unit } from './unit.ts';

/** What the forms may name. */
export interface Scene {
  readonly random: Random;
  readonly dialect: Dialect;
  /** Pure functions of one number that stand above. */
  readonly functions: readonly string[];
  readonly classes: readonly string[];
  readonly deps: readonly string[];
  readonly at: number;
}

type Form = (scene: Scene) => readonly Unit[];

const unit = (
  role: Unit['role'],
  form: string,
  names: readonly string[],
  text: string,
  more: Partial<Unit> = {},
): Unit => ({
  role,
  form,
  names,
  text,
  exported: true,
  ...more,
});

const callOf = ({ random, functions }: Scene, argument: string): string =>
  functions.length > 0 && random.chance(0.6) ? `${random.pick(functions)}(${argument})` : argument;

/** Units that do nothing while the module is loaded. */
export const PURE: readonly Form[] = [
  (scene) => {
    const { at, dialect, random } = scene;
    const steps = Array.from(
      { length: 3 + random.int(5) },
      (_, i) => `  next += ${callOf(scene, `value + ${i + random.int(9)}`)};`,
    );
    return [
      unit(
        'pure',
        'function',
        [`work${at}`],
        `function work${at}(value${dialect.of('number')})${dialect.of('number')} {\n  let next = value;\n${steps.join('\n')}\n  return next % ${97 + random.int(50)};\n}`,
      ),
    ];
  },
  (scene) => {
    const { at, dialect } = scene;
    const body = `  const next = ${callOf(scene, 'value')};\n  return next > ${at} ? next - ${at} : next + 1;\n`;
    return [
      unit(
        'pure',
        'arrow',
        [`step${at}`],
        `const step${at} = (value${dialect.of('number')})${dialect.of('number')} => {\n${body}};`,
      ),
    ];
  },
  ({ at, dialect, random }) => [
    unit(
      'pure',
      'class',
      [`Shape${at}`],
      `class Shape${at} {\n  side = ${random.int(9)};\n\n  area(factor${dialect.of('number')})${dialect.of('number')} {\n    return this.side * factor + ${at};\n  }\n}`,
    ),
  ],
  ({ at, random }) => [unit('pure', 'constant', [`LIMIT_${at}`], `const LIMIT_${at} = ${random.int(1000)};`)],
  ({ at, dialect }) =>
    dialect.extension === '.js'
      ? [
          unit(
            'pure',
            'function',
            [`pick${at}`],
            `function pick${at}({ a = 1, ...rest }) {\n  return a + Object.keys(rest).length;\n}`,
          ),
        ]
      : [
          unit(
            'pure',
            'type',
            [`Row${at}`],
            `interface Row${at} {\n  readonly id: number;\n  readonly name: string;\n}`,
            { isType: true },
          ),
          unit(
            'pure',
            'function',
            [`row${at}`],
            `function row${at}(id: number): Row${at} {\n  return { id, name: 'row' + id };\n}`,
          ),
        ],
  ({ at, dialect }) => [
    unit(
      'pure',
      dialect.extension === '.ts' ? 'enum' : 'constant',
      [`Mode${at}`],
      dialect.extension === '.ts'
        ? `enum Mode${at} {\n  Off,\n  On = 4,\n}`
        : `const Mode${at} = Object.freeze({ Off: 0, On: 4 });`,
    ),
  ],
  ({ at, dialect }) =>
    dialect.extension === '.ts'
      ? [
          unit(
            'pure',
            'overloads',
            [`both${at}`],
            `function both${at}(value: string): string;\nexport function both${at}(value: number): number;\nexport function both${at}(value: string | number): string | number {\n  return value;\n}`,
          ),
        ]
      : [unit('pure', 'generator', [`count${at}`], `function* count${at}() {\n  yield ${at};\n  yield ${at + 1};\n}`)],
];

/** Units that others can see, or that see what others do, while the module is loaded. */
export const ACTING: readonly Form[] = [
  (scene) => [
    unit(
      'acts',
      'registry',
      [`id${scene.at}`],
      `const id${scene.at} = register('id${scene.at}', ${callOf(scene, '1')});`,
    ),
  ],
  ({ at }) => [unit('acts', 'state read', [`size${at}`], `const size${at} = registry.size + LOG.length;`)],
  ({ at }) => [unit('acts', 'state copy', [`snap${at}`], `const snap${at} = [...registry.keys()].join('|');`)],
  ({ at }) => [unit('acts', 'hook', [], `onLoad(() => log('hook ${at} ' + registry.size));`, { exported: false })],
  ({ at, classes, random }) => {
    const base = classes.length > 0 && random.chance(0.5) ? ` extends ${random.pick(classes)}` : '';
    return [
      unit(
        'acts',
        'static block',
        [`Made${at}`],
        `class Made${at}${base} {\n  static {\n    log('static ${at}');\n  }\n}`,
      ),
    ];
  },
  ({ at }) => [
    unit(
      'acts',
      'static field',
      [`Held${at}`],
      `class Held${at} {\n  static id = register('Held${at}', LOG.length);\n}`,
    ),
  ],
  ({ at, dialect }) =>
    dialect.extension === '.ts'
      ? [unit('acts', 'decorator', [`Seen${at}`], `@tracked\nclass Seen${at} {\n  at = ${at};\n}`)]
      : [unit('acts', 'registry', [`tracked${at}`], `const tracked${at} = tracked(class Seen${at} {});`)],
  ({ at }) => [
    unit('acts', 'global', [], `globalThis.trail = (globalThis.trail ?? '') + '${at},';`, { exported: false }),
  ],
  ({ at }) => [
    unit('acts', 'environment', [`mode${at}`], `const mode${at} = (process.env.ATTACK_MODE ?? 'none') + ${at};`),
  ],
  ({ at }) => [unit('acts', 'environment', [], `process.env.ATTACK_MODE = 'mode${at}';`, { exported: false })],
  ({ at, deps, random }) =>
    deps.length > 0
      ? [unit('acts', 'dependency', [`from${at}`], `const from${at} = ${random.pick(deps)} + '${at}';`)]
      : [unit('acts', 'state read', [`length${at}`], `const length${at} = LOG.length;`)],
  ({ at, dialect }) =>
    dialect.extension === '.ts'
      ? [unit('acts', 'computed enum', [`Kind${at}`], `enum Kind${at} {\n  At = register('Kind${at}', 0),\n}`)]
      : [unit('acts', 'callback', [`all${at}`], `const all${at} = [1, 2].map((x) => register('all${at}', x));`)],
  ({ at, dialect }) =>
    dialect.extension === '.ts'
      ? [
          unit(
            'acts',
            'namespace',
            [`Space${at}`],
            `namespace Space${at} {\n  export const id = register('Space${at}', 1);\n}`,
          ),
        ]
      : [unit('acts', 'template', [`tag${at}`], `const tag${at} = mark\`tag${at}\`;`)],
  ({ at, dialect }) => {
    const any = dialect.of('number[]');
    return [
      unit('state', 'own state', [`own${at}`], `const own${at}${any} = [];`, { knot: `own${at}` }),
      unit(
        'state',
        'own state',
        [`keep${at}`],
        `function keep${at}(value${dialect.of('number')})${dialect.of('number')} {\n  return own${at}.push(value);\n}`,
        { knot: `own${at}` },
      ),
      unit('acts', 'own state', [`kept${at}`], `const kept${at} = keep${at}(${at});`),
      unit('acts', 'own state', [`count${at}of`], `const count${at}of = own${at}.length;`),
      unit('acts', 'own state', [], `keep${at}(${at + 1});`, { exported: false }),
    ];
  },
  ({ at, dialect }) => [
    unit('state', 'self write', [`total${at}`], `let total${at} = 0;`, {
      knot: `total${at}`,
      exported: dialect.form === 'module',
    }),
    unit(
      'state',
      'self write',
      [`raise${at}`],
      `function raise${at}(by${dialect.of('number')})${dialect.of('number')} {\n  total${at} += by;\n  return total${at};\n}`,
      { knot: `total${at}` },
    ),
    unit('acts', 'self write', [`raised${at}`], `const raised${at} = raise${at}(${at});`),
  ],
];
