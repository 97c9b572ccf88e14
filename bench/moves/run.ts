// npm run corpus:moves [-- --only PATTERN] [--home FOLDER] [--program FOLDER] [--units 2] [--evidence S,B] [--again]: moves units of published
// packages into new modules, joins them again, splits files and joins all parts, by the built program on fresh copies; one row each in
// results.md. Resumable: a row that is there is kept. Needs cargo, python3, npm and their registries; not part of `npm test`.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { engineMark } from '../corpus/engine-mark.ts';
import { fetchPackage } from '../corpus/fetch-package.ts';
import { type Copy, makeCopy } from '../corpus/make-copy.ts';
import { mustRun, type Ran, runCommand } from '../corpus/run-command.ts';
import { type Target, targetId } from '../corpus/targets.ts';
import { askOwnTools } from './independent.ts';
import { readRows, writeRows } from './results.ts';
import type { Row } from './row.ts';
import { moveTargets } from './targets.ts';

const PROJECT = process.cwd();
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    home: {
      type: 'string',
      default: process.env.OMNI_REFACTOR_CORPUS ?? join(homedir(), '.cache/omni-refactor-corpus'),
    },
    program: { type: 'string', default: join(PROJECT, 'dist') },
    results: { type: 'string', default: join(PROJECT, 'bench/moves') },
    // Names that are moved of each file, and how many of these are joined again.
    units: { type: 'string', default: '3' },
    rejoins: { type: 'string', default: '1' },
    evidence: { type: 'string', default: 'S,B' },
    again: { type: 'boolean', default: false },
    skip: { type: 'string', default: '' },
    // The share of what was written after which the package's own tools are asked too.
    independent: { type: 'string', default: '0.34' },
    // Begins the list of targets again every n-th one, from the i-th on: several runs beside one another, each with --results of its own.
    lane: { type: 'string', default: '1/1' },
  },
});
const main = join(resolve(values.program), 'src/cli/main.js');
const results = resolve(values.results);
const home = resolve(values.home);
mkdirSync(home, { recursive: true });

const ROUNDS = 4;
const MOST_NAMES = 12;

const [lane, lanes] = values.lane.split('/').map(Number) as [number, number];
for (const [i, target] of moveTargets().entries()) {
  if (i % lanes !== lane - 1) continue;
  const id = targetId(target);
  if (!new RegExp(values.only).test(id) || (values.skip !== '' && new RegExp(values.skip).test(id))) continue;
  if (!values.again && readRows(results).some((row) => row.target === id)) continue;
  try {
    measure(target, id);
  } catch (error) {
    keep([
      {
        ...common(target, id),
        what: 'move',
        of: '-',
        outcome: 'error',
        why: String(error).slice(0, 300),
        hazards: [],
        verified: null,
        same: null,
        independent: null,
        seconds: 0,
      },
    ]);
  }
}

type Common = Pick<Row, 'target' | 'evidence' | 'date' | 'engine'>;

function common({ of }: Target, target: string): Common {
  const engine = engineMark(resolve(values.program), of.ecosystem);
  return { target, evidence: values.evidence, date: new Date().toISOString().slice(0, 10), engine };
}

function measure(target: Target, id: string): void {
  const copy = makeCopy(target.of, fetchPackage(target.of, home), home, null);
  const omni = (...args: string[]): Ran => runCommand([process.execPath, main, ...args], copy.root, copy.env, 15);
  const begun = common(target, id);
  const original = readFileSync(join(copy.root, target.file), 'utf8');
  const own = Number(values.independent) > 0 ? askOwnTools(target.of, copy) : null;
  restore(copy);
  let rejoined = 0;
  const bench = { copy, omni, target, begun, original, own };
  const names = namesOf(omni('outline', target.file, '--json'), id);
  for (const [i, name] of names.slice(0, Number(values.units)).entries())
    keep(moveAndBack(bench, name, rejoined++ < Number(values.rejoins) ? names.slice(i + 1) : null));
  keep(splitAndBack(bench));
}

interface Bench {
  readonly copy: Copy;
  readonly omni: (...args: string[]) => Ran;
  readonly target: Target;
  readonly begun: Common;
  readonly original: string;
  /** What the package's own tools say of it as published. */
  readonly own: readonly string[] | null;
}

/** Names of units of some size, in an order that has nothing to do with the file's: by a hash. */
function namesOf({ stdout }: Ran, id: string): string[] {
  const { units } = JSON.parse(stdout) as { units: { name: string | null; kind: string; lines: number }[] };
  const hash = (text: string): string => createHash('sha256').update(`${id} ${text}`).digest('hex');
  const names = units
    .filter(
      ({ name, kind, lines }) =>
        name !== null && lines >= 4 && !/^(use|import|mod|macro-call|main)$/.test(kind) && !/^__\w+__$/.test(name!),
    )
    .map(({ name }) => name!);
  return [...new Set(names)].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
}

/** Moves what has a name into a module of that name, and joins the part with its file again. */
/** @param later names that may follow into the new part before it is joined; null: it is not */
function moveAndBack(bench: Bench, name: string, later: readonly string[] | null): Row[] {
  const { omni, target, copy, begun } = bench;
  const options = ['--evidence', values.evidence, '--json', ...copy.args];
  const stem = `${name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/\W|^_+/g, '')}_unit`;
  let to = placeOf(target.file, stem);
  const move = (names: readonly string[]): Timed =>
    time(() => omni('move', ...names, '--from', target.file, '--to', to, ...options));
  const first = move([name]);
  const hint = /Name that place: --to ([^\s"]+)/.exec(first.ran.stdout + first.ran.stderr)?.[1];
  to = hint ?? to;
  const { names, timed } = withNeeds([name], hint ? move([name]) : first, move);
  const moved: Row = {
    ...begun,
    what: 'move',
    of: names.join(' '),
    ...read(timed.ran),
    verified: null,
    same: null,
    independent: null,
    seconds: timed.seconds,
  };
  if (moved.outcome !== 'proven') {
    restore(copy);
    return [moved];
  }
  const shown = { verified: verify(omni, copy), independent: independent(bench, moved) };
  if (later === null) {
    restore(copy);
    return [{ ...moved, ...shown }];
  }
  commit(copy);
  const staying = later.filter((one) => !names.includes(one));
  const facade = facadeIn(timed.ran, target.file);
  const shifts = staying.slice(0, 2).map((one) => shift(bench, one, { from: facade, to }));
  // Beside an index file a part lies among other modules, so that the file has to be named too.
  const named = /(?:^|\/)index\.\w+$/.test(facade) ? [facade, to] : [to];
  const joined = time(() => omni('join', ...named, ...options));
  const ended = read(joined.ran);
  const isProven = ended.outcome === 'proven';
  const same = isProven ? sourceIs(bench) : null;
  const row: Row = {
    ...begun,
    what: 'rejoin',
    of: name,
    ...ended,
    verified: isProven ? verify(omni, copy) : null,
    same,
    independent: null,
    seconds: joined.seconds,
  };
  const rejoined = { ...row, independent: isProven ? independent(bench, row) : null };
  restore(copy, 'HEAD~1');
  return [{ ...moved, ...shown }, ...shifts, rejoined];
}

/** A second unit follows into the part that is there now, and comes back. */
function shift(bench: Bench, name: string, { from, to }: { readonly from: string; readonly to: string }): Row {
  const { omni, copy, begun } = bench;
  const options = ['--evidence', values.evidence, '--json', ...copy.args];
  const move = (names: readonly string[]): Timed =>
    time(() => omni('move', ...names, '--from', from, '--to', to, ...options));
  const { names, timed } = withNeeds([name], move([name]), move);
  const ended = read(timed.ran);
  const row: Row = {
    ...begun,
    what: 'shift',
    of: names.join(' '),
    ...ended,
    verified: ended.outcome === 'proven' ? verify(omni, copy) : null,
    same: null,
    independent: null,
    seconds: timed.seconds,
  };
  const shifted = { ...row, independent: ended.outcome === 'proven' ? independent(bench, row) : null };
  restore(copy);
  return shifted;
}

/** What the names need comes along, as the refusal says. */
function withNeeds(
  first: readonly string[],
  ran: Timed,
  move: (names: readonly string[]) => Timed,
): { readonly names: readonly string[]; readonly timed: Timed } {
  const names = [...first];
  let timed = ran;
  for (let round = 0; round < ROUNDS && names.length < MOST_NAMES; round++) {
    const needed = read(timed.ran).outcome === 'refused' ? neededBy(timed.ran) : [];
    const more = needed.filter((one) => !names.includes(one));
    if (more.length === 0) break;
    names.push(...new Set(more));
    timed = move(names);
  }
  return { names, timed };
}

/** For a share of the rows, by a hash: whether the package's own tools say the same of the copy as it stands and of the package as published. */
function independent(bench: Bench, { target: id, what, of }: Row): string | null {
  const { target, copy } = bench;
  const draw = Number.parseInt(createHash('sha256').update(`${id} ${what} ${of}`).digest('hex').slice(0, 6), 16);
  if (draw / 0x1000000 >= Number(values.independent)) return null;
  const base = bench.own;
  if (base === null) return null;
  const now = askOwnTools(target.of, copy);
  if (now !== null && now.join('\n') === base.join('\n')) return `same (${base.length})`;
  const gone = base.filter((line) => !now?.includes(line));
  const come = (now ?? []).filter((line) => !base.includes(line));
  return `differs: ${[...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)].join('; ').slice(0, 300)}`;
}

/** Where the file itself lies after a change: a Python module may have become a package. */
function facadeIn({ stdout }: Ran, file: string): string {
  const { changeSets } = JSON.parse(stdout) as { changeSets: { move: { to: string }[] }[] };
  return changeSets[0]?.move[0]?.to ?? file;
}

/** Splits the file as it is planned, and joins all parts. */
function splitAndBack(bench: Bench): Row[] {
  const { omni, target, copy, begun } = bench;
  const options = ['--evidence', values.evidence, '--json', ...copy.args];
  const split = omni(
    'split',
    target.file,
    '--limit',
    String(target.limit),
    '--anyway',
    '--evidence',
    'S',
    '--json',
    ...copy.args,
  );
  if (read(split).outcome !== 'proven') {
    restore(copy);
    return [];
  }
  const created = (JSON.parse(split.stdout) as { changeSets: { create: { path: string }[]; move: { to: string }[] }[] })
    .changeSets;
  const facade = created[0]!.move[0]?.to ?? target.file;
  commit(copy);
  const parts = created
    .flatMap(({ create }) => create.map(({ path }) => path))
    .filter((path) => !/(^|\/)tests\.rs$/.test(path));
  const joined = time(() => omni('join', facade, ...parts, ...options));
  const back = read(joined.ran);
  const row: Row = {
    ...begun,
    what: 'join',
    of: `${parts.length} parts`,
    ...back,
    verified: back.outcome === 'proven' ? verify(omni, copy) : null,
    same: back.outcome === 'proven' ? sourceIs(bench) : null,
    independent: null,
    seconds: joined.seconds,
  };
  const checked = { ...row, independent: back.outcome === 'proven' ? independent(bench, row) : null };
  restore(copy, 'HEAD~1');
  return [checked];
}

function placeOf(file: string, stem: string): string {
  const [, folder, own, ending] = /^(.*?)([^/]+?)(\.[^/]+)$/.exec(file)!;
  return /^(?:mod|lib|main|index|__init__)$/.test(own!)
    ? `${folder}${stem}${ending}`
    : `${folder}${own}/${stem}${ending}`;
}

/** Names that a refused move would need too. */
function neededBy({ stdout }: Ran): string[] {
  return stdout.startsWith('{')
    ? [
        ...stdout.matchAll(/"why": "`?([\w$]+)`? stays(?: in the facade, which imports this part| and is private)/g),
      ].map(([, name]) => name!)
    : [];
}

interface Timed {
  readonly ran: Ran;
  readonly seconds: number;
}

function time(run: () => Ran): Timed {
  const started = performance.now();
  const ran = run();
  return { ran, seconds: Math.round((performance.now() - started) / 1000) };
}

/** What `--json` says. */
function read({ stdout, stderr, exitCode }: Ran): Pick<Row, 'outcome' | 'why' | 'hazards'> {
  if (!stdout.startsWith('{') || (exitCode !== 0 && exitCode !== 3 && exitCode !== 1))
    return { outcome: 'error', why: (stdout + stderr).replace(/\s+/g, ' ').slice(0, 300), hazards: [] };
  const json = JSON.parse(stdout) as {
    outcome: Row['outcome'];
    refusals: { hazard: string; why: string }[];
    leftOut: { refusals: { hazard: string; why: string }[] }[];
    gaps: {
      kind: string;
      proof?: { rung: string; why: string };
      rung?: string;
      why?: string;
      unit?: { unit: string };
    }[];
    claims: { by: string; path: string; why: string }[];
  };
  const refusals = [...json.refusals, ...json.leftOut.flatMap((one) => one.refusals)];
  const outcome = json.outcome === 'proven' && json.leftOut.length > 0 ? 'refused' : json.outcome;
  const [gap] = json.gaps;
  const bare = json.claims.find(({ by }) => by === 'nothing');
  const stood = gap?.proof
    ? `${gap.proof.rung}: ${gap.proof.why}`
    : gap
      ? `${gap.kind} ${gap.rung ?? ''} ${gap.why ?? gap.unit?.unit}`
      : bare
        ? `${bare.path}: ${bare.why}`
        : '';
  const why =
    refusals.length > 0
      ? refusals.map((one) => `${one.hazard}: ${one.why}`).join('; ')
      : json.outcome === 'proven'
        ? ''
        : stood;
  return { outcome, why: why.slice(0, 300), hazards: [...new Set(refusals.map(({ hazard }) => hazard))] };
}

function verify(omni: Bench['omni'], copy: Copy): string {
  const ran = omni('verify', 'HEAD', '.', '--evidence', 'S', '--json', ...copy.args);
  return ran.stdout.startsWith('{')
    ? (JSON.parse(ran.stdout) as { outcome: string }).outcome
    : `error ${ran.stderr.slice(0, 80)}`;
}

function sourceIs({ copy, target, original }: Bench): boolean {
  try {
    return readFileSync(join(copy.root, target.file), 'utf8') === original;
  } catch {
    // A Python module that became a package stays one.
    const inside = join(copy.root, target.file.replace(/\.py$/, '/__init__.py'));
    return readFileSync(inside, 'utf8') === original;
  }
}

function commit({ root }: Copy): void {
  mustRun(['git', 'add', '--all'], root);
  mustRun(['git', 'commit', '--quiet', '--message', 'changed'], root);
}

function restore({ root }: Copy, to = 'HEAD'): void {
  mustRun(['git', 'reset', '--quiet', '--hard', to], root);
  mustRun(['git', 'clean', '--quiet', '-fd'], root);
}

function keep(rows: readonly Row[]): void {
  writeRows(results, [...readRows(results), ...rows]);
  for (const row of rows)
    process.stdout.write(
      `${row.outcome} ${row.what} ${row.target} ${row.of} ${row.verified ?? ''} ${row.same ?? ''} ${row.seconds} s ${row.why}\n`,
    );
}
