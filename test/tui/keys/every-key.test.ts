import { describe, expect, test } from 'vitest';
import { type Context, DEFAULT_KEYS } from '../../../src/config/screen/key-table.ts';
import { NO_DECISION } from '../../../src/core/verdict.ts';
import { COMMANDS } from '../../../src/tui/commands/commands.ts';
import type { EngineEvent } from '../../../src/tui/engine/messages.ts';
import { contextOf } from '../../../src/tui/keys/context-of.ts';
import { bindingOf } from '../../../src/tui/keys/keymap.ts';
import { frameOf } from '../../../src/tui/panes/frame.ts';
import { planItems } from '../../../src/tui/state/plan-items.ts';
import { FACADE_KEY } from '../../../src/tui/state/plan-state.ts';
import { samplePlanned } from '../helpers/sample-plan.ts';
import { hear, OPENED, opened, type Play, planned, press } from '../helpers/sample-state.ts';

/** Puts the cursor on the first unit of the first module. */
function onUnit(at: Play): Play {
  const plan = at.state.plans.get(at.state.current!)!;
  const items = planItems(plan);
  const index = items.findIndex((item) => item.kind === 'unit' && item.group !== FACADE_KEY);
  return press(at, 'g', ...new Array<string>(index).fill('j'));
}

const onModule = (at: Play): Play => press(onUnit(at), 'k');
const twoPlans = (): Play => {
  const first = planned();
  const second = hear(first, { type: 'planned', planned: samplePlanned('src/cellar.rs') });
  return onUnit(second);
};
const surveyed = (): Play =>
  hear(press(planned(), 'A'), {
    type: 'surveyed',
    survey: {
      branch: 'main',
      dirty: [],
      announce: ['cargo check'],
      refusals: [],
      notWorth: [],
      notes: [],
      files: Array.from({ length: 40 }, (_, i) => ({ path: `src/f${i}.rs`, before: null, after: 10 })),
    },
  });
/** The fix screen of the last finding, with more than a page to say. */
const mending = (): Play =>
  hear(press(opened(), '3', 'G', 'f'), {
    type: 'mends',
    mends: {
      branch: 'main',
      dirty: [],
      mended: 1,
      files: [{ path: 'yard/Cargo.toml', before: 5, after: 8 }],
      diff: Array.from({ length: 60 }, (_, i) => [['plain', `line ${i}`]]),
      refusals: [],
    },
  });
const applied = {
  outcome: 'proven',
  evidence: { proofs: [], commands: [], diagnostics: [], tools: [] },
  decision: NO_DECISION,
  receipt: null,
  commits: [],
  report: Array.from({ length: 60 }, (_, i) => `line ${i}`),
} as const;
const ended = (): Play => hear(press(surveyed(), 'W'), { type: 'applied', applied });
/** What was proven was written, and the history has it. */
const written = (): Play => {
  const [entry] = opened().state.history.entries;
  return hear(press(surveyed(), 'W'), { type: 'applied', applied: { ...applied, receipt: entry!.id } });
};
const logged = (): Play =>
  hear(
    opened(),
    ...Array.from(
      { length: 60 },
      (_, i): EngineEvent => ({
        type: 'progress',
        event: { type: 'command', command: ['cargo', `check${i}`], cwd: '.' },
      }),
    ),
  );
const withDetail = (): Play =>
  hear(opened(), {
    type: 'detail',
    detail: {
      path: 'src/press.rs',
      functions: [],
      sources: [],
      authors: [],
      companions: [],
      splices: [],
      splicedBy: [],
      hazards: [],
      partial: false,
      units: Array.from({ length: 60 }, (_, i) => ({ id: `fn f${i}`, line: i, lines: 1, hazards: [] })),
    },
  });
/** On a screen that the message does not fit. */
const committing = (): Play => {
  const { state, effects } = press(written(), 'C');
  return { state: { ...state, size: { columns: 120, rows: 12 } }, effects };
};
/** The last apply was undone. */
const undone = (): Play => {
  const [entry] = opened().state.history.entries;
  const entries = [{ ...entry!, state: 'undone' as const, undoable: false, redoable: true }];
  return hear(opened(), { type: 'history', entries });
};
/** Python, whose cycles can be broken. */
const python = (): Play => {
  const found = samplePlanned('src/cellar.py');
  const outline = { ...found.outline, language: 'python' as const };
  const asked = hear(planned(), { type: 'planned', planned: { ...found, outline } });
  return press(asked, '}');
};
/** A version that can give every rung. */
const allRungs = (): Play => {
  const rungs = { rust: ['S', 'B', 'A', 'M', 'T'] as const };
  return hear(surveyed(), { type: 'opened', opened: { ...OPENED, rungs } });
};

/** A state of each context in which its keys have something to do; some keys need one of their own. */
const STATES: Readonly<Record<Context, () => Play>> = {
  any: () => press(opened(), 'j', 'j', 'J'),
  hotspots: () => press(opened(), 'j'),
  plan: () => onModule(planned()),
  checks: () => press(opened(), '3'),
  history: () => press(opened(), '4'),
  filter: () => press(opened(), '/', 's'),
  prompt: () => press(onModule(planned()), 'r'),
  picker: () => press(onUnit(planned()), 'm', 'down'),
  apply: surveyed,
  mend: mending,
  run: () => press(surveyed(), 'W'),
  undo: () => press(opened(), 'z'),
  redo: () => press(undone(), 'Z'),
  commit: committing,
  quit: () => press(onUnit(planned()), 'x', 'q'),
  help: () => press(opened(), '?', 'j', 'j'),
  'help-filter': () => press(opened(), '?', '/', 'x'),
  log: () => press(logged(), '@'),
  small: () => opened(undefined, { columns: 59, rows: 20 }),
};

const SPECIAL: Partial<Record<string, () => Play>> = {
  'any focus': () => opened(),
  'any unzoom': () => press(opened(), '+'),
  'any go-hotspots': () => press(opened(), '3'),
  'any back': () => press(opened(), 'tab'),
  'any main-down': withDetail,
  'any main-up': () => press(withDetail(), 'J'),
  'plan range': () => onUnit(planned()),
  'plan move': () => onUnit(planned()),
  'plan new-module': () => onUnit(planned()),
  'plan keep': () => onUnit(planned()),
  'plan mark': () => onUnit(planned()),
  'plan undo-edit': () => press(onUnit(planned()), 'x'),
  'plan redo-edit': () => press(onUnit(planned()), 'x', 'u'),
  'plan unfold': () => press(onModule(planned()), 'h'),
  'plan next-plan': twoPlans,
  'plan previous-plan': twoPlans,
  'checks fix': () => press(opened(), '3', 'G'),
  'mend up': () => press(mending(), 'j'),
  'any redo': undone,
  'plan break-cycles': python,
  'commit up': () => press(committing(), 'j'),
  'run commit': written,
  'run copy-receipt': written,
  'run next-hotspot': ended,
  'run close': ended,
  'run down': ended,
  'run up': () => press(ended(), 'j'),
  'log up': () => press(logged(), '@', 'j'),
  'apply rung-a': allRungs,
  'apply rung-m': allRungs,
  'apply up': () => press(surveyed(), 'j'),
  'picker up': () => press(onUnit(planned()), 'm', 'down'),
  'filter up': () => press(opened(), '/', 's', 'down'),
};

const NAMED = DEFAULT_KEYS.flatMap((binding) => binding.keys.map((key) => ({ ...binding, key })));

describe('every key of the table', () => {
  test.each(NAMED)('$context $key: $action', ({ context, key, action: command }) => {
    const before = (SPECIAL[`${context} ${command}`] ?? STATES[context])();
    const shown = contextOf(before.state);
    expect(bindingOf(DEFAULT_KEYS, shown, key)?.action, `the state is one of ${context}`).toBe(command);
    const after = press({ state: before.state, effects: [] }, key);
    expect(after.state.message?.tone === 'warm' ? after.state.message.text : null, 'the key is not disabled').toBe(
      null,
    );
    expect(after.state !== before.state || after.effects.length > 0).toBe(true);
    const changed = JSON.stringify(frameOf(after.state)) !== JSON.stringify(frameOf(before.state));
    expect(changed || after.effects.length > 0, 'something is seen or done').toBe(true);
  });

  test('no key stands twice in a context, and each command is used', () => {
    const names = NAMED.map(({ context, key }) => `${context} ${key}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    const used = new Set<string>(DEFAULT_KEYS.map(({ action }) => action));
    expect(Object.keys(COMMANDS).filter((command) => !used.has(command))).toEqual([]);
  });
});
