import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RefactorError } from '../../core/errors.ts';
import type { Plan } from '../../core/plan.ts';
import { type OnProgress, SILENT } from '../../core/progress.ts';
import { readReceipt } from '../../engine/apply/list-history.ts';
import { undoLast } from '../../engine/apply/undo-last.ts';
import { outlineIn, planFile, requireFitting } from '../../engine/plan/plan-file.ts';
import { commitWritten, type WrittenSplit } from '../../engine/split/commit-written.ts';
import { redoLast } from '../../engine/split/redo-last.ts';
import { revertCommit } from '../../engine/split/revert-commit.ts';
import { stateFolderOf } from '../../engine/state/state-folder.ts';
import { withLock } from '../../engine/state/with-lock.ts';
import { readPlan } from '../../report/plan/read-plan.ts';
import { writePlanYaml } from '../../report/plan/write-plan-yaml.ts';
import { commitMessage } from '../../report/receipt/commit-message.ts';
import { applyPlans, surveyPlans } from './apply-plans.ts';
import { makePreview } from './make-preview.ts';
import { mendChecks, surveyMends } from './mend-checks.ts';
import type { EngineEvent, Planned, Request } from './messages.ts';
import type { Scanned } from './rank-workspace.ts';
import type { SessionOptions } from './session-options.ts';

/** What answers need of the session that they are given in. */
export interface Desk {
  readonly options: SessionOptions;
  readonly emit: (event: EngineEvent) => void;
  /** Throws RefactorError `not-open-yet`. */
  readonly opened: () => Scanned;
  /** Reads the workspace again. */
  readonly reopen: () => Promise<void>;
  /** What the last run has written, for as long as the session lives. */
  written: WrittenSplit | null;
}

/** Everything but opening, cancelling and what `tell` answers. Apart from the session, because planners, codemods and provers take longer to load than the first rows to read. */
export async function answerRequest(
  request: Exclude<Request, { type: 'open' | 'cancel' | 'detail' | 'history' }>,
  desk: Desk,
  signal: AbortSignal,
): Promise<void> {
  const { options, emit, opened, reopen } = desk;
  switch (request.type) {
    case 'plan': {
      const { view } = opened();
      const { path, limit, breakCycles = false } = request;
      const asked = { path, breakCycles, ...(limit === null ? {} : { limit }) };
      return emit({ type: 'planned', planned: planned(view, planFile(view, asked), null) });
    }
    case 'load-plan':
      return emit({ type: 'planned', planned: loadPlan(opened(), request.file, request.path) });
    case 'save-plan':
      writeFileSync(resolve(opened().root, request.file), writePlanYaml(request.plan));
      return emit({ type: 'saved', file: request.file });
    case 'preview': {
      const path = request.plan.base[0]!.path;
      return emit({
        type: 'preview',
        path,
        revision: request.revision,
        preview: makePreview(opened().view, request.plan),
      });
    }
    case 'survey':
      return emit({
        type: 'surveyed',
        survey: await surveyPlans(opened(), request.plans, request.evidence, signal),
      });
    case 'apply': {
      const { plans, evidence, flags, command } = request;
      const draft = { plans, evidence, flags, command, appliedAt: new Date().toISOString() };
      const { applied, split } = await applyPlans(options, opened(), draft, emit, signal);
      desk.written = split;
      emit({ type: 'applied', applied });
      return applied.receipt === null ? undefined : reopen();
    }
    case 'survey-mends':
      return emit({ type: 'mends', mends: await surveyMends(opened(), request.at, signal) });
    case 'mend': {
      const { at, command } = request;
      const draft = { at, command, appliedAt: new Date().toISOString() };
      const { mended, receipt } = await mendChecks(options, opened(), draft, emit, signal);
      emit({ type: 'mended', mended, receipt });
      return receipt === null ? undefined : reopen();
    }
    case 'undo':
      emit({ type: 'undone', ...(await undo(options, emit, signal)) });
      return reopen();
    case 'redo':
      emit({ type: 'redone', ...(await redo(options, emit, signal)) });
      return reopen();
    case 'commit':
      emit({
        type: 'committed',
        id: request.id,
        commits: await commit(options, request.id, desk.written, signal),
      });
      return reopen();
  }
}

function planned(view: Scanned['view'], plan: Plan, source: string | null): Planned {
  const path = plan.base[0]!.path;
  return { path, plan, outline: outlineIn(view, path), text: view.text(path), source };
}

function loadPlan({ view, root }: Scanned, file: string, wanted: string): Planned {
  const { plan, lineOf } = readPlan(readFileSync(resolve(root, file), 'utf8'), file);
  const path = plan.base[0]!.path;
  if (path !== wanted)
    throw new RefactorError({
      code: 'plan-for-other-file',
      what: `${file} does not belong to ${wanted}`,
      why: `it was made for ${path}`,
      whatToDo: `Open ${path} first, then load it there.`,
    });
  requireFitting(view, plan, (entry) => `${file}:${lineOf(entry)}`);
  return planned(view, plan, file);
}

async function undo(options: SessionOptions, emit: (event: EngineEvent) => void, signal: AbortSignal) {
  const state = await stateFolderOf(options.root, options.env);
  const onProgress: OnProgress = (event) => emit({ type: 'progress', event });
  return withLock({ state, onProgress, signal }, async (lock) => {
    const undone = await undoLast({ lock, onProgress });
    const receipt = await readReceipt(state, undone.id);
    const commit = await revertCommit(state.root, receipt, (path) => readFileSync(join(state.root, path)), signal);
    return { ...undone, commit };
  });
}

async function redo(options: SessionOptions, emit: (event: EngineEvent) => void, signal: AbortSignal) {
  const state = await stateFolderOf(options.root, options.env);
  const onProgress: OnProgress = (event) => emit({ type: 'progress', event });
  return withLock({ state, onProgress, signal }, (lock) => redoLast({ lock, onProgress }, signal));
}

async function commit(
  options: SessionOptions,
  id: string,
  written: WrittenSplit | null,
  signal: AbortSignal,
): Promise<string[]> {
  if (written?.id !== id)
    throw new RefactorError({
      code: 'cannot-commit',
      what: 'The change cannot be committed from here',
      why: `${id} is not what the last run has written`,
      whatToDo: 'Commit the written files by hand.',
    });
  const state = await stateFolderOf(options.root, options.env);
  return withLock({ state, onProgress: SILENT, signal }, () => commitWritten(state, written, commitMessage, signal));
}
