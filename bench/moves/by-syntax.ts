// npm run corpus:moves:syntax [-- --home FOLDER] [--units 4] [--minutes 10] [--only PATTERN]: moves units of the corpora into new modules and
// joins them again, in one process and by S alone, and spoils each joined file in one place: none of those may be proven. Writes
// syntax-results.md. Reads what `npm run corpus:moves` has fetched; changes nothing there.
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { isRefactorError } from '../../src/core/errors.ts';
import { NOTHING_ACCEPTED } from '../../src/core/evidence.ts';
import { hashOf } from '../../src/core/hash.ts';
import { SILENT } from '../../src/core/progress.ts';
import { joinsOf } from '../../src/engine/move/joins-of.ts';
import { planMove } from '../../src/engine/move/plan-move.ts';
import { wayBetween } from '../../src/engine/move/way-between.ts';
import { openWorkspace } from '../../src/engine/open-workspace.ts';
import { outlineIn } from '../../src/engine/plan/plan-file.ts';
import { proveSteps } from '../../src/engine/prove/prove-steps.ts';
import { splitFiles } from '../../src/engine/split/split-files.ts';
import type { SplitResult } from '../../src/engine/split/split-result.ts';
import { changesBetween } from '../../src/engine/verdict/changes-between.ts';
import { claimPaths } from '../../src/engine/verdict/claim-paths.ts';
import { decide } from '../../src/engine/verdict/decide.ts';
import type { View } from '../../src/workspace/view.ts';
import { packageId, type Target, targetId } from '../corpus/targets.ts';
import { moveTargets } from './targets.ts';

const { values } = parseArgs({
  options: {
    home: {
      type: 'string',
      default: process.env.OMNI_REFACTOR_CORPUS ?? join(homedir(), '.cache/omni-refactor-corpus'),
    },
    units: { type: 'string', default: '4' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string', default: '' },
    results: { type: 'string', default: join(process.cwd(), 'bench/moves') },
  },
});
const { signal } = new AbortController();
const ROUNDS = 4;
const until = performance.now() + Number(values.minutes) * 60_000;

interface Counts {
  moves: number;
  moved: number;
  verified: number;
  joined: number;
  same: number;
  spoiled: number;
  seen: number;
  refused: Map<string, number>;
}
const counts = new Map<string, Counts>();
const notes: string[] = [];

for (const target of moveTargets()) {
  const { of } = target;
  const root = join(resolve(values.home), 'sources', of.ecosystem, packageId(of));
  if (!new RegExp(values.only).test(targetId(target)) || !existsSync(root) || performance.now() > until) continue;
  const { view } = await openWorkspace({
    root,
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
    facts: [],
    history: false,
    workers: 0,
    cacheDir: null,
    enters: 'all',
    onProgress: SILENT,
    signal,
  });
  await measure(view, target);
}
write();

async function measure(view: View, target: Target): Promise<void> {
  const id = targetId(target);
  const { units } = outlineIn(view, target.file);
  const names = units
    .filter(
      ({ name, kind, lines }) => name !== null && lines >= 3 && !/^(?:use|import|mod|macro-call|main)$/.test(kind),
    )
    .map(({ name }) => name!);
  const order = (name: string): string => createHash('sha256').update(`${id} ${name}`).digest('hex');
  for (const name of [...new Set(names)]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .slice(0, Number(values.units))) {
    if (performance.now() > until) return;
    await moveAndBack(view, target, name);
  }
}

function countsOf({ of }: Target): Counts {
  const found = counts.get(of.ecosystem) ?? {
    moves: 0,
    moved: 0,
    verified: 0,
    joined: 0,
    same: 0,
    spoiled: 0,
    seen: 0,
    refused: new Map(),
  };
  counts.set(of.ecosystem, found);
  return found;
}

async function moveAndBack(view: View, target: Target, name: string): Promise<void> {
  const count = countsOf(target);
  count.moves += 1;
  const { file } = target;
  const stem = `${name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/\W|^_+/g, '')}_unit`;
  const moved = await movedWithNeeds(view, file, name, stem);
  if (moved?.outcome !== 'proven') {
    for (const one of reasons(moved)) count.refused.set(one, (count.refused.get(one) ?? 0) + 1);
    return;
  }
  count.moved += 1;
  if ((await judge(view, moved.after)) === 'proven') count.verified += 1;
  await joinAgain({ view, moved, target, name, count });
}

/** Why a move was not made: ids of hazards, each once. */
function reasons(moved: SplitResult | null): Set<string> {
  if (moved === null) return new Set(['error']);
  return new Set(moved.refusals.length > 0 ? moved.refusals.map(({ hazard }) => hazard) : ['not proven']);
}

interface Moved {
  readonly view: View;
  readonly moved: SplitResult;
  readonly target: Target;
  readonly name: string;
  readonly count: Counts;
}

async function joinAgain({ view, moved, target, name, count }: Moved): Promise<void> {
  const id = `${targetId(target)} ${name}`;
  const [part] = moved.changeSets.flatMap(({ create }) => create.map(({ path }) => path));
  const back = await run(moved.after, { tasks: joinsOf(moved.after, [part!]) });
  if (back.outcome !== 'proven') {
    const refused = back.refusals.map(({ hazard, why }) => `${hazard} ${why}`);
    const failed = back.decision.gaps.map((gap) => (gap.kind === 'failed' ? gap.proof.why : gap.kind));
    notes.push(`${id}: not joined: ${[...refused, ...failed].join('; ').slice(0, 200)}`);
    return;
  }
  count.joined += 1;
  const facade = back.changeSets[0]!.edit[0]!.path;
  if (back.after.text(facade) === view.text(target.file)) count.same += 1;
  for (const spoiled of spoil(back.after, facade, id)) {
    count.spoiled += 1;
    if ((await judge(moved.after, spoiled.view)) === 'not-proven') count.seen += 1;
    else notes.push(`${id}: proven although ${spoiled.what}`);
  }
}

/** Moves a name, and what a refusal says that it needs. */
async function movedWithNeeds(view: View, from: string, name: string, stem: string): Promise<SplitResult | null> {
  const units = [name];
  for (let round = 0; round <= ROUNDS; round++) {
    const result = await tryMove(view, from, units, stem);
    if (result === null || result.outcome !== 'refused') return result;
    const needed = result.refusals.flatMap(
      ({ why }) => /^`?([\w$]+)`? stays(?: in the facade, which|.*private)/.exec(why)?.[1] ?? [],
    );
    const more = [...new Set(needed)].filter((one) => !units.includes(one));
    if (more.length === 0) return result;
    units.push(...more);
  }
  return null;
}

async function tryMove(view: View, from: string, units: readonly string[], stem: string): Promise<SplitResult | null> {
  const [, folder, own, ending] = /^(.*?)([^/]+?)(\.[^/]+)$/.exec(from)!;
  const beside = /^(?:mod|lib|main|index|__init__)$/.test(own!);
  for (const to of [
    `${folder}${beside ? '' : `${own}/`}${stem}${ending}`,
    `${folder}${beside ? '' : `${own}/`}_${stem}${ending}`,
    `${folder}_${own}_${stem}${ending}`,
  ])
    try {
      return await run(view, { plans: [planMove(view, { from, to, units })] });
    } catch (error) {
      // Another layout: the next place.
      if (!isRefactorError(error) || error.problem.code !== 'no-place-to-move') throw error;
    }
  return null;
}

type Work = Partial<Pick<Parameters<typeof splitFiles>[0], 'plans' | 'tasks'>>;

function run(view: View, work: Work): Promise<SplitResult> {
  return splitFiles({
    plans: [],
    ...work,
    view,
    notes: false,
    asked: ['S'],
    testCommand: null,
    inPlace: false,
    onAnnounce: () => undefined,
    lock: null,
    receipt: { tool: 'bench', appliedAt: '', command: [] },
    onProgress: SILENT,
    signal,
  });
}

async function judge(before: View, after: View): Promise<string> {
  const asked = ['S'] as const;
  const whole = {
    before,
    after,
    asked,
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    stage: null,
    onProgress: SILENT,
    signal,
  };
  const evidence = await proveSteps(wayBetween(before, after), whole);
  return decide(claimPaths(before, after, changesBetween(before, after)), evidence, asked, NOTHING_ACCEPTED).outcome;
}

/** One number, one operator and one whole unit of a joined file that are not what they were, where it has such. */
function spoil(view: View, path: string, seed: string): { what: string; view: View }[] {
  const text = view.text(path);
  const pick = <One>(list: readonly One[], salt: string): One | undefined =>
    list[
      Number.parseInt(
        createHash('sha256')
          .update(seed + salt)
          .digest('hex')
          .slice(0, 8),
        16,
      ) % Math.max(1, list.length)
    ];
  const { units } = outlineIn(view, path);
  const inCode = units.filter(({ kind }) => /^(?:fn|def|function)$/.test(kind));
  const spots = inCode.flatMap(({ body }) =>
    [...text.slice(body.start, body.end).matchAll(/\breturn (?=[a-z(])|(?<=[ (])\d+(?=[ ),;])| (?:==|<|>|\+) /g)].map(
      (match) => ({ at: body.start + match.index, was: match[0] }),
    ),
  );
  const spot = pick(spots, 'spot');
  const gone = pick(inCode, 'gone');
  const found: { what: string; text: string }[] = [];
  if (spot) {
    const put = /^\d/.test(spot.was)
      ? `${Number(spot.was) + 1}`
      : spot.was === 'return '
        ? 'return not_'
        : spot.was.trim() === '+'
          ? ' - '
          : ' != ';
    found.push({
      what: `\`${spot.was}\` became \`${put}\``,
      text: text.slice(0, spot.at) + put + text.slice(spot.at + spot.was.length),
    });
  }
  if (gone) found.push({ what: `${gone.id} is gone`, text: text.slice(0, gone.start) + text.slice(gone.end) });
  return found.map((one) => ({
    what: one.what,
    view: view.overlay({
      base: [{ path, hash: hashOf(text), mode: view.file(path)!.mode }],
      edit: [{ path, edits: [{ start: 0, end: text.length, text: one.text, reason: 'free' }] }],
      create: [],
      move: [],
      delete: [],
    }),
  }));
}

function write(): void {
  const rows = [...counts].map(([ecosystem, one]) => {
    const refused = [...one.refused].sort((a, b) => b[1] - a[1]).map(([id, count]) => `${id} ${count}`);
    return `| ${[ecosystem, one.moves, one.moved, one.verified, one.joined, one.same, `${one.seen} of ${one.spoiled}`, refused.join(', ') || '-'].join(' | ')} |`;
  });
  const lines = [
    '# Units of published packages, moved and joined by S alone',
    '',
    'Made by `npm run corpus:moves:syntax` from the packages of bench/corpus at their pinned versions, in one process; nothing is written or',
    'executed. A unit that needs others takes them along. *spoiled*: joined files with one number, operator or unit changed that are not proven.',
    '',
    `On ${new Date().toISOString().slice(0, 10)}, node ${process.versions.node}.`,
    '',
    '| packages | moves | proven | verified | joined again | same bytes | spoiled | not made, by hazard |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ];
  writeFileSync(join(resolve(values.results), 'syntax-results.md'), lines.join('\n'));
  process.stdout.write(lines.join('\n'));
}
