import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Journey, journey } from '../helpers/journey.ts';
import { compared, type Env, gitAlone, onMachine, pathWith, sharesOf } from '../helpers/prove-apart.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';
import { tempFolder, writeFiles } from '../helpers/temp-workspace.ts';

const SLOW = 240_000;
const ALL = ['--evidence', 'S,B,A,M,T', '--json'];

/** Four machines and one say the same, and where the shares are joined nothing but git is started. */
async function expectSame(root: string, line: readonly string[], env: Env = {}): Promise<string> {
  const files = await sharesOf(root, line, env);
  const alone = await onMachine(tempFolder(), root, line, env);
  const joined = await onMachine(tempFolder(), root, ['merge', ...files.reverse()], gitAlone());
  expect(joined.stderr).not.toContain('$ ');
  expect(compared(joined.stdout)).toBe(compared(alone.stdout));
  expect(joined.exitCode).toBe(alone.exitCode);
  return alone.stdout;
}

// cargo finds its subcommands on the PATH. This one runs the tests whose names have an even or odd length, by the number of shares.
const NEXTEST = `#!/bin/sh
if [ "$2" = --version ]; then echo 'cargo-nextest 0.9.151'; exit 0; fi
share=1; of=1
for word in "$@"; do case "$word" in hash:*) share=\${word#hash:}; of=\${share#*/}; share=\${share%/*};; esac; done
printf '{"type":"suite","event":"started","test_count":1,"nextest":{"kind":"test"}}\\n'
for name in $(sed -n 's/^fn \\(the_[a-z_]*\\).*/\\1/p' tests/*.rs | sort); do
  test $(( \${#name} % of )) = $(( share - 1 )) || continue
  printf '{"type":"test","event":"ok","name":"market::market$%s"}\\n' "$name"
done
`;
const FEATURES =
  '[package]\nname = "market"\nversion = "0.1.0"\nedition = "2021"\n\n[features]\ndefault = ["fruit"]\nfruit = []\nscale = []\n';

/** A crate with a file that was divided by hand, over one that was not. */
async function divided(extra: Readonly<Record<string, string>>): Promise<Journey> {
  const crate = journey('rust', extra);
  const { exitCode, stderr } = await crate.omni('split src/till.rs --limit 20 --anyway --evidence S,B');
  expect(exitCode, stderr).toBe(0);
  crate.git('add', '-A');
  crate.git('commit', '-qm', 'divide the till');
  return crate;
}

test(
  'four processes prove a change of Rust as one does, over features, clippy, rustdoc, MIR and nextest',
  async () => {
    const programs = tempFolder();
    writeFileSync(join(programs, 'cargo-nextest'), NEXTEST);
    chmodSync(join(programs, 'cargo-nextest'), 0o755);
    const { root } = await divided({
      'Cargo.toml': FEATURES,
      '.config/nextest.toml': '[profile.default]\nretries = 0\n',
    });
    const stdout = await expectSame(root, ['verify', 'HEAD~1', 'HEAD', ...ALL], pathWith(programs));
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'proven' });
    expect(stdout).toContain('3 tests with equal ids and outcomes');
  },
  SLOW,
);

const PYTEST = `import pytest

from orchard.cellar import Vessel


@pytest.mark.parametrize("liters", [1.0, 2.0, 3.0])
def test_a_vessel_holds(liters):
    assert Vessel("oak", liters).vessel_volume() == liters


def test_one():
    assert Vessel("oak").vessel_volume() == 0.0


def test_another():
    assert Vessel("glass").vessel_volume() == 0.0


def test_that_fails():
    assert Vessel("glass").vessel_volume() == 1.0
`;

test(
  'and a split of Python, with ids of pytest divided',
  async () => {
    const { root } = journey('python', {
      'tests/test_vessel.py': PYTEST,
      'tests/test_lost.py': 'import nothing_of_that_name\n',
    });
    const line = ['split', 'orchard/cellar.py', '--limit', '20', '--anyway', ...ALL];
    const files = await sharesOf(root, line);
    const joined = await onMachine(tempFolder(), root, ['merge', ...files], gitAlone());
    expect(joined.stderr).not.toContain('$ ');
    const changed = journey('python', {
      'tests/test_vessel.py': PYTEST,
      'tests/test_lost.py': 'import nothing_of_that_name\n',
    });
    const alone = await onMachine(tempFolder(), changed.root, line);
    expect(compared(joined.stdout)).toBe(compared(alone.stdout));
    expect(joined.exitCode, joined.stdout).toBe(0);
    expect(joined.stdout).toContain('9 tests with equal ids and outcomes');
  },
  SLOW,
);

const SHOP = `export interface Basket {
  readonly items: readonly number[];
}

export function sum(basket: Basket): number {
  return basket.items.reduce((total, price) => total + price, 0);
}

export function rounded(cents: number): number {
  return Math.round(cents / 5) * 5;
}

export function label(cents: number): string {
  return \`\${(cents / 100).toFixed(2)} CHF\`;
}
`;
const testOf = (name: string, body: string): string =>
  `import { expect, test } from 'vitest';\nimport { ${name} } from '../src/shop.js';\n\ntest('${name}', () => {\n  ${body}\n});\n`;

function shop(): string {
  const root = tempFolder();
  writeFiles(root, {
    'package.json': '{ "name": "shop", "type": "module", "scripts": { "test": "vitest run" } }\n',
    'tsconfig.json':
      '{ "compilerOptions": { "strict": true, "module": "nodenext", "noEmit": true }, "include": ["src"] }\n',
    '.gitignore': 'node_modules\n',
    'src/shop.ts': SHOP,
    'test/sum.test.ts': testOf('sum', 'expect(sum({ items: [1, 2] })).toBe(3);'),
    'test/rounded.test.ts': testOf('rounded', 'expect(rounded(7)).toBe(5);'),
    'test/label.test.ts': testOf('label', "expect(label(120)).toBe('1.20 CHF');"),
  });
  for (const name of ['vitest', 'typescript']) {
    const link = join(root, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(PROJECT_ROOT, 'node_modules', name)), link);
  }
  return root;
}

test(
  'and one of TypeScript, with the files of vitest divided',
  async () => {
    const [before, after] = [shop(), shop()];
    const facade = `export type { Basket } from './shop/basket.js';\nexport { sum } from './shop/basket.js';\n`;
    const [basket, prices] = [
      SHOP.slice(0, SHOP.indexOf('export function rounded')),
      SHOP.slice(SHOP.indexOf('export function rounded')),
    ];
    writeFiles(after, { 'src/shop.ts': `${facade}\n${prices}`, 'src/shop/basket.ts': basket.trimEnd().concat('\n') });
    const stdout = await expectSame(before, ['verify', before, after, ...ALL]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'proven' });
    expect(stdout).toContain('3 tests with equal ids and outcomes');
  },
  SLOW,
);
