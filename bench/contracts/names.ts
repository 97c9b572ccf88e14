// Names on the wire, held against the code that serde_derive itself renames with (read from the published crate where it is, never copied).
//   npx tsx bench/contracts/names.ts [--serde 1.0.229] [--count 100000] [--out FOLDER]
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { RENAME_RULES, renameField, renameVariant } from '../../analyzers/contracts/rust/wire-names.ts';
import { randomOf } from '../bridge/generate-mixed.ts';
import { runProgram } from './run-program.ts';

const { values } = parseArgs({
  options: {
    serde: { type: 'string', default: '1.0.229' },
    count: { type: 'string', default: '100000' },
    out: { type: 'string' },
  },
});
const out = values.out ?? mkdtempSync(join(tmpdir(), 'serde-names-'));
mkdirSync(join(out, 'src'), { recursive: true });
writeFileSync(
  join(out, 'Cargo.toml'),
  `[package]\nname = "names"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nserde_derive = "=${values.serde}"\n`,
);
writeFileSync(join(out, 'src', 'main.rs'), 'fn main() {}\n');
const metadata = JSON.parse(runProgram('cargo', ['metadata', '--format-version', '1'], { cwd: out })) as {
  packages: { name: string; version: string; manifest_path: string }[];
};
const crate = metadata.packages.find(({ name }) => name === 'serde_derive')!;
const program = join(out, 'src', 'names.rs');
writeFileSync(
  program,
  `#[path = ${JSON.stringify(join(dirname(crate.manifest_path), 'src', 'internals', 'case.rs'))}]
#[allow(dead_code)]
mod case;
use std::io::BufRead;
fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    for line in std::io::stdin().lock().lines() {
        let name = line.unwrap();
        let mut all = Vec::new();
        for rule in [${RENAME_RULES.map((rule) => `"${rule}"`).join(', ')}] {
            let rule = case::RenameRule::from_str(rule).ok().unwrap();
            all.push(std::panic::catch_unwind(|| rule.apply_to_field(&name)).unwrap_or("!".to_string()));
            all.push(std::panic::catch_unwind(|| rule.apply_to_variant(&name)).unwrap_or("!".to_string()));
        }
        println!("{}", all.join(" "));
    }
}
`,
);
runProgram('rustc', ['--edition', '2021', '-O', '-o', join(out, 'names'), program], { cwd: out });

const PARTS = [
  'a',
  'b',
  'id',
  'url',
  'http',
  'HTTP',
  'Get',
  'X',
  'Io',
  '1',
  '2fa',
  '42',
  '_',
  '__',
  'é',
  'ß',
  'Ω',
  'ж',
  'Ж',
  'ǅ',
  '名',
  'ſ',
];
const random = randomOf(7);
const names = new Set<string>();
while (names.size < Number(values.count)) {
  const parts = Array.from({ length: 1 + random(6) }, () => PARTS[random(PARTS.length)]!);
  const name = parts.join(random(2) === 0 ? '_' : '');
  if (/^[\p{XID_Start}_]/u.test(name) && !/^_+$/.test(name)) names.add(name);
}
const lines = runProgram(join(out, 'names'), [], { cwd: out, input: [...names].join('\n') }).split('\n');
let compared = 0;
let uncompiled = 0;
let wrong = 0;
[...names].forEach((name, i) => {
  const real = lines[i]!.split(' ');
  const own = RENAME_RULES.flatMap((rule) => [renameField(name, rule), renameVariant(name, rule)]);
  own.forEach((text, at) => {
    if (real[at] === '!') uncompiled += 1;
    else {
      compared += 1;
      if (text !== real[at]) wrong += 1;
      if (text !== real[at] && wrong < 10) process.stdout.write(`${name}: ${text}, serde ${real[at]}\n`);
    }
  });
});
process.stdout.write(
  `serde_derive ${crate.version}: ${names.size} identifiers x ${RENAME_RULES.length} rules as field and variant, ${compared} compared, ${uncompiled} that serde does not compile, ${wrong} differ\n`,
);
