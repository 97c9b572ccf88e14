import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { duration } from '../../src/cli/split-options.ts';
import { runLimited, withLocked } from '../../src/engine/prove/run-limited.ts';
import { journey } from '../helpers/journey.ts';

const LOCKED = { timeoutMs: null, locked: true, offline: false, fresh: false };
const SPLIT = 'split orchard/cellar.py --limit 40 --evidence S';

describe('--timeout', () => {
  test.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['1.5h', 5_400_000],
    ['7', 7_000],
    ['0.25s', 250],
  ])('%s', (text, ms) => expect(duration(text)).toBe(ms));

  test.each(['', '0', '-1s', 'soon', '1d', '1e9h', '10 minutes'])('refuses %o', (text) =>
    expect(() => duration(text)).toThrow(InvalidArgumentError),
  );

  test('a test command that runs longer is stopped: nothing is proven by it, what was shown stays', async () => {
    const { omni, json, tree } = journey('python');
    const before = tree();
    const args = `${SPLIT} --timeout 4s --test`.split(' ');
    const shown = JSON.parse((await omni([...args, 'sleep 30', '--json'])).stdout);
    expect(shown.outcome).toBe('not-proven');
    const lost = shown.evidence.proofs.filter(({ verdict }: { verdict: string }) => verdict === 'not-run');
    expect(new Set(lost.map(({ rung, why }: { rung: string; why: string }) => `${rung} ${why}`))).toEqual(
      new Set(['T sleep 30 was stopped: it ran longer than 4 s, which --timeout allows']),
    );
    expect(
      shown.evidence.proofs.some(
        ({ rung, verdict }: { rung: string; verdict: string }) => `${rung} ${verdict}` === 'S proven',
      ),
    ).toBe(true);
    expect(tree()).toEqual(before);
    const ended = await omni([...args, 'sleep 30']);
    expect(ended.exitCode).toBe(3);
    expect(ended.stdout).toContain('sleep 30 was stopped');
    expect(await json('split', `${SPLIT} --timeout 1m --test true`)).toMatchObject({ outcome: 'proven' });
  });
});

describe('--locked', () => {
  test.each([
    ['cargo check --tests', 'cargo check --locked --tests'],
    ['cargo test -- --format json', 'cargo test --locked -- --format json'],
    ['cargo nextest run --no-fail-fast', 'cargo nextest run --locked --no-fail-fast'],
    ['cargo metadata --no-deps', 'cargo metadata --locked --no-deps'],
    ['cargo clippy --version', 'cargo clippy --version'],
    ['cargo nextest --version', 'cargo nextest --version'],
    ['cargo -Zunstable-options config get', 'cargo -Zunstable-options config get'],
    ['rustc --print cfg', 'rustc --print cfg'],
  ])('%s', (command, wanted) => {
    expect(withLocked(command.split(' '), LOCKED).join(' ')).toBe(wanted);
    expect(withLocked(command.split(' '), undefined).join(' ')).toBe(command);
  });

  test('cargo is run with it, and a user’s own command as it is typed', async () => {
    const { omni } = journey('rust', { 'Cargo.lock': 'version = 4\n' });
    const stale = await omni([
      ...'split src/stall.rs --limit 60 --evidence S,B --locked --json --test'.split(' '),
      'cargo --version',
    ]);
    const { evidence } = JSON.parse(stale.stdout);
    const typed = evidence.commands.map(({ command }: { command: readonly string[] }) => command.join(' '));
    expect(typed).toContain('cargo check --locked --message-format=json');
    expect(typed).toContain('cargo --version');
    // The lock file lacks the crate itself, so cargo would have to write it: the state before does not build.
    expect(stale.exitCode).toBe(3);
    expect(JSON.stringify(evidence.proofs)).toContain('--locked');
  }, 120_000);
});

test('--offline is told to programs by their own variables', async () => {
  const script = 'console.log(process.env.CARGO_NET_OFFLINE, process.env.npm_config_offline, process.env.UV_OFFLINE)';
  const command = [process.execPath, '-e', script];
  const run = async (offline: boolean): Promise<string> =>
    (
      await runLimited(
        { limits: { timeoutMs: null, locked: false, offline, fresh: false } },
        { command, cwd: '/', env: { UV_OFFLINE: undefined } },
      )
    ).stdout;
  expect(await run(true)).toBe('true true undefined\n');
  expect(await run(false)).toBe('undefined undefined undefined\n');
});
