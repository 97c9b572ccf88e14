import { expect, test } from 'vitest';
import type { EngineEvent, Preview, Survey } from '../../../src/tui/engine/messages.ts';
import { openSession } from '../../../src/tui/engine/session.ts';
import { applyPane } from '../../../src/tui/panes/overlay-pane.ts';
import { NAMED_RUST, RUST_NAMINGS } from '../../helpers/named-files.ts';
import { runOmni } from '../../helpers/run-omni.ts';
import { tempFolder, tempWorkspace } from '../../helpers/temp-workspace.ts';
import { opened } from '../helpers/sample-state.ts';

/** What the apply screen is told of the plan that the engine makes for a file. */
function surveyOf(root: string, path: string, limit: number): Promise<Survey> {
  return new Promise((resolve, reject) => {
    const env = { OMNI_REFACTOR_STATE: tempFolder(), PATH: process.env.PATH! };
    const options = { root, today: '2026-02-01', env, tool: 'omni-refactor', cacheDir: null, workers: 0 };
    const session = openSession(options, (event: EngineEvent) => {
      // It is open only after it said so.
      if (event.type === 'opened') setImmediate(() => session.ask({ type: 'plan', path, limit }));
      if (event.type === 'planned') session.ask({ type: 'survey', plans: [event.planned.plan], evidence: ['S'] });
      if (event.type === 'failed') reject(new Error(event.problem.what));
      if (event.type === 'surveyed') void session.close().then(() => resolve(event.survey));
    });
    session.ask({ type: 'open' });
  });
}

test('the apply screen shows the lists that follow among the files, and every place that names the file', async () => {
  const survey = await surveyOf(tempWorkspace(NAMED_RUST), 'src/shapes.rs', 60);
  expect(survey.notes).toEqual(['Cargo.toml: `include` gets `src/shapes/**` (R91)', ...RUST_NAMINGS]);
  expect(survey.refusals).toEqual([]);
  expect(survey.files).toEqual(
    expect.arrayContaining([
      { path: 'CODEOWNERS', before: 2, after: 3 },
      { path: 'Cargo.toml', before: 5, after: 5 },
    ]),
  );
  const flags = { commit: false, notes: false, inPlace: false };
  const overlay = {
    kind: 'apply',
    paths: ['src/shapes.rs'],
    evidence: ['S'],
    flags,
    survey,
    problem: null,
    top: 0,
  } as const;
  const lines = applyPane(opened().state, overlay, 200).lines.map((spans) => spans.map(([, text]) => text).join(''));
  const notes = RUST_NAMINGS.map((naming) => `note: ${naming}`);
  expect(lines.slice(lines.indexOf(notes[0]!)).slice(0, notes.length)).toEqual(notes);
  expect(lines.indexOf(notes[0]!)).toBeGreaterThan(lines.findIndex((line) => line.includes('CODEOWNERS  2 → 3')));
});

/** A workspace whose baseline knows the file that is divided. */
async function budgeted(): Promise<string> {
  const root = tempWorkspace({ ...NAMED_RUST, 'omni-refactor.toml': '[budget]\nfile-lines = 60\n' });
  await runOmni(root, ['init']);
  return root;
}

test('the apply screen lists exactly the files that a dry run lists, the budget among them', async () => {
  const root = await budgeted();
  const survey = await surveyOf(root, 'src/shapes.rs', 60);
  const dry = await runOmni(root, ['split', 'src/shapes.rs', '--limit', '60', '--dry-run']);
  const rows = [...dry.stdout.matchAll(/^ {2}(\S+) +(?:\d+|-) -> +(?:\d+|-) lines(?: {2}.*)?$/gm)].map(
    ([, path]) => path,
  );
  expect(survey.files.map(({ path }) => path)).toEqual(rows);
  expect(rows).toContain('omni-refactor.baseline');
  expect(rows).toContain('CODEOWNERS');
});

test('the preview shows what the apply screen lists', async () => {
  const root = await budgeted();
  const env = { OMNI_REFACTOR_STATE: tempFolder(), PATH: process.env.PATH! };
  const options = { root, today: '2026-02-01', env, tool: 'omni-refactor', cacheDir: null, workers: 0 };
  const preview = await new Promise<Preview>((resolve, reject) => {
    const session = openSession(options, (event: EngineEvent) => {
      if (event.type === 'opened') setImmediate(() => session.ask({ type: 'plan', path: 'src/shapes.rs', limit: 60 }));
      if (event.type === 'planned') session.ask({ type: 'preview', plan: event.planned.plan, revision: 1 });
      if (event.type === 'failed') reject(new Error(event.problem.what));
      if (event.type === 'preview') void session.close().then(() => resolve(event.preview));
    });
    session.ask({ type: 'open' });
  });
  const { files } = await surveyOf(root, 'src/shapes.rs', 60);
  expect(preview).toMatchObject({ status: 'ready' });
  expect(preview.status === 'ready' && preview.files.map(({ path }) => path).sort()).toEqual(
    files.map(({ path }) => path),
  );
});
