import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Config } from '../../../../src/config/config.ts';
import { DEFAULT_CONFIG } from '../../../../src/config/default-config.ts';
import { readNextest } from '../../../../src/engine/prove/rust/parse-nextest-output.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { proveOnDisk } from './disk-stage.ts';

// As nextest 0.9.151 prints it: a retried test has the number of its attempts behind its name.
const OUTPUT = `{"type":"suite","event":"started","test_count":3,"nextest":{"crate":"sample","test_binary":"sample","kind":"lib"}}
{"type":"test","event":"started","name":"sample::sample$m::adds"}
{"type":"test","event":"ok","name":"sample::sample$m::adds","exec_time":0.01}
{"type":"test","event":"started","name":"sample::sample$m::slow"}
{"type":"test","event":"ignored","name":"sample::sample$m::slow"}
{"type":"test","event":"started","name":"sample::sample$m::flaky"}
{"type":"test","event":"ok","name":"sample::sample$m::flaky#2","exec_time":0.01}
{"type":"suite","event":"ok","passed":2,"failed":0,"ignored":1,"measured":0,"filtered_out":0,"exec_time":0.02,"nextest":{"crate":"sample","test_binary":"sample","kind":"lib"}}
{"type":"suite","event":"started","test_count":1,"nextest":{"crate":"sample","test_binary":"sample","kind":"bin"}}
{"type":"test","event":"started","name":"sample::sample$m::adds"}
{"type":"test","event":"failed","name":"sample::sample$m::adds","exec_time":0.01,"stdout":"panicked"}
{"type":"suite","event":"failed","passed":0,"failed":1,"ignored":0,"measured":0,"filtered_out":0,"exec_time":0.01}
`;

it('reads ids and outcomes, a library and a program of one name apart', () => {
  expect([...readNextest(OUTPUT)]).toEqual([
    ['lib sample::sample$m::adds', 'passed'],
    ['lib sample::sample$m::slow', 'skipped'],
    ['lib sample::sample$m::flaky', 'passed'],
    ['bin sample::sample$m::adds', 'failed'],
  ]);
});

// cargo finds its subcommands on the PATH. This one prints what it was given for the state of the source it stands in.
const STAND_IN = `#!/bin/sh
if [ "$2" = --version ]; then echo 'cargo-nextest 0.9.151'; exit 0; fi
test "$NEXTEST_EXPERIMENTAL_LIBTEST_JSON" = 1 || exit 96
test "$2" = run || exit 96
printf '{"type":"suite","event":"started","test_count":1,"nextest":{"kind":"lib"}}\\n'
for name in $(sed -n 's/^ *fn \\(t_[a-z]*\\).*/\\1/p' src/*.rs | sort); do
  printf '{"type":"test","event":"ok","name":"sample::sample$tests::%s"}\\n' "$name"
done
`;
const MANIFEST = '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2021"\n';
const DOCUMENTED = '/// ```\n/// assert_eq!(sample::two(), 2);\n/// ```\npub fn two() -> u32 {\n    2\n}\n';
const TESTS = '\n#[cfg(test)]\nmod tests {\n    fn t_one() {}\n    fn t_two() {}\n}\n';
interface Asked {
  readonly files?: Readonly<Record<string, string>>;
  readonly config?: Config;
}
const NEXTEST: Asked = { files: { '.config/nextest.toml': '[profile.default]\nretries = 0\n' } };
const view = (lib: string, { files = {}, config = DEFAULT_CONFIG }: Asked) =>
  memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': lib, ...files }, { config });

const PATH = process.env.PATH;
const folders: string[] = [];
afterEach(() => {
  process.env.PATH = PATH;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function install(script = STAND_IN): void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'nextest-'));
  folders.push(folder);
  writeFileSync(join(folder, 'cargo-nextest'), script);
  chmodSync(join(folder, 'cargo-nextest'), 0o755);
  process.env.PATH = `${folder}${delimiter}${PATH}`;
}

describe('the tests of a workspace that has a nextest.toml', () => {
  const before = view(`${DOCUMENTED}${TESTS}`, NEXTEST);

  it('are run by nextest, and its doctests by cargo', async () => {
    install();
    const after = view(`${DOCUMENTED}// Moved.\n${TESTS}`, NEXTEST);
    const { proofs } = await proveOnDisk(before, after, ['T']);
    expect(proofs).toMatchObject([
      { configuration: 'cargo nextest', verdict: 'proven', why: '3 tests with equal ids and outcomes' },
    ]);
  });

  it('fail when one of them is gone', async () => {
    install();
    const after = view(`${DOCUMENTED}${TESTS.replace('    fn t_two() {}\n', '')}`, NEXTEST);
    const { proofs } = await proveOnDisk(before, after, ['T']);
    expect(proofs).toMatchObject([
      { configuration: 'cargo nextest', verdict: 'failed', why: '1 vanished: lib sample::sample$tests::t_two' },
    ]);
  });
});

it('is no silent cargo test when the configuration asks for a nextest that does not start', async () => {
  install('#!/bin/sh\nexit 101\n');
  const config = { ...DEFAULT_CONFIG, rust: { testRunner: 'nextest' as const } };
  const { proofs } = await proveOnDisk(view(DOCUMENTED, { config }), view(`${DOCUMENTED}// Moved.\n`, { config }), [
    'T',
  ]);
  expect(proofs).toMatchObject([{ verdict: 'not-run', why: expect.stringMatching(/asks for nextest/) }]);
});

it('is cargo test where nextest has a file of its own but does not start', async () => {
  install('#!/bin/sh\nexit 101\n');
  const { proofs } = await proveOnDisk(view(DOCUMENTED, NEXTEST), view(`${DOCUMENTED}// Moved.\n`, NEXTEST), ['T']);
  expect(proofs).toMatchObject([{ configuration: 'cargo test', verdict: 'proven' }]);
});
