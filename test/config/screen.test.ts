import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { keyProblem, keysWith } from '../../src/config/screen/key-problem.ts';
import { DEFAULT_KEYS } from '../../src/config/screen/key-table.ts';
import { initialState } from '../../src/tui/state/state.ts';
import { update } from '../../src/tui/state/update.ts';

const problemOf = (text: string) => {
  try {
    parseConfig(text, 'omni-refactor.toml');
    return null;
  } catch (error) {
    return (error as { problem: { what: string; why: string } }).problem;
  }
};

test('keys can be changed, and mean what the configuration says', () => {
  const { screen } = parseConfig('[screen.keys]\nany.help = ["H", "ctrl+g"]\nany.log = []\n', 'omni-refactor.toml');
  const state = initialState({ columns: 100, rows: 30 }, 'x', keysWith(screen.keys));
  const after = (key: string) => update(state, { type: 'key', key }).state.overlay?.kind ?? null;
  expect([after('H'), after('ctrl+g'), after('?'), after('@')]).toEqual(['help', 'help', null, null]);
});

test('the keys as they are can be used', () => expect(keyProblem({})).toBe(null));

test.each([
  ['plan.moov = ["m"]', '2:1', '`plan` has no action `moov`'],
  ['plann.move = ["m"]', '2:1', 'the screen has no context `plann`'],
  ['plan.move = ["n"]', '2:1', '`n` is `plan.move` and `plan.new-module`'],
  ['plan.move = ["q"]', '2:1', '`q` is `any.quit` and `plan.move`'],
  ['any.log = ["m"]', '2:1', '`m` is `any.log` and `hotspots.group`'],
  ['any.quit = []', '2:1', '`quit` would have no key'],
  ['apply.close = []', '2:1', '`close` would have no key'],
  ['any.quit-now = ["x"]', '2:1', '`quit-now` always has ctrl+c'],
  ['any.log = ["ctrl+c"]', '2:1', '`ctrl+c` is no key that a terminal sends'],
  ['any.log = ["ctrl+m"]', '2:1', '`ctrl+m` is no key that a terminal sends'],
  ['any.log = ["f13"]', '2:1', '`f13` is no key that a terminal sends'],
  ['filter.accept = ["x"]', '2:1', '`x` is text in `filter`'],
  ['apply.write = ["A"]', '2:1', '`A` would write in `apply`, and it is the key of `apply` too'],
  [
    'undo.write = ["enter"]\nundo.close = ["x"]',
    '2:1',
    '`enter` would write in `undo`, and it is the key of `close` too',
  ],
  ['plan.apply = ["W"]', '2:1', '`W` would write in `apply`, and it is the key of `apply` too'],
])('%s is refused by name', (line, place, why) => {
  expect(problemOf(`[screen.keys]\n${line}\n`)).toMatchObject({
    what: `omni-refactor.toml:${place}: the configuration cannot be used`,
    why,
  });
});

test.each([
  ['hot = "reddish"', '`screen.theme.hot`: is no colour'],
  ['selection = "bold"', '`screen.theme.selection`: is no colour'],
  ['hott = "red"', 'the key `screen.theme.hott` is unknown'],
])('a theme with %s is refused', (line, why) => {
  expect(problemOf(`[screen.theme]\n${line}\n`)?.why).toContain(why);
});

test('an action stands once in a context, so that the configuration can name it', () => {
  const names = DEFAULT_KEYS.filter(({ action }) => action !== 'quit-now').map((one) => `${one.context}.${one.action}`);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
