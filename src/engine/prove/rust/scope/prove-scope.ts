import { relative, resolve, sep } from 'node:path';
import type { Proof, UnitCoverage } from '../../../../core/evidence.ts';
import { allHold } from '../../../../languages/rust/cfg-truth.ts';
import type { ProofRequest } from '../../prover.ts';
import { formerView } from '../former-view.ts';
import { buildMember } from '../member-build.ts';
import type { Build } from '../prove-build.ts';
import type { CargoPackage } from '../read-packages.ts';
import type { Runner } from '../run-cargo.ts';
import { type LaidFile, type LaidImport, laidNames } from './laid-names.ts';

/** What the builds of a package came to after the change. */
export interface Built {
  readonly builds: ReadonlyMap<string, Build>;
  readonly coverage: readonly UnitCoverage[];
}

const NAMES = 'names';

/**
 * Asks the compiler whether a file reads, through its module, what it does not import itself: a method of a trait, what another crate's macro
 * names, or a name that shadows one of every module may be found elsewhere without a warning. The names of the former module are laid under
 * each file of it, and rustc must call each of these imports unused.
 */
export async function proveScope(
  runner: Runner,
  request: ProofRequest,
  member: CargoPackage,
  built: Built,
): Promise<Proof[]> {
  const { before, after } = request;
  const files = laidNames(before, after, member.paths);
  if (!files.some(({ imports }) => imports.some(({ isAsked }) => isAsked))) return [];
  const proof = (path: string, verdict: Proof['verdict'], why: string): Proof => ({
    ...{ rung: 'B', path, configuration: NAMES, verdict, why },
  });
  const { stage } = runner;
  if (!stage.lay)
    return files.map(({ path }) => proof(path, 'not-run', 'nothing is written into the tree itself for a question'));
  const chosen = chooseBuilds(built);
  const found = new Map<string, Proof>();
  await stage.lay(new Map(files.map(({ path, text }) => [path, text])));
  try {
    for (const name of chosen) {
      const { command, target, cfgs } = built.builds.get(name)!;
      const shown = { view: after, state: 'laid', modules: [], spliced: [] } as const;
      const build = await buildMember(runner, request, member, { name, command, target, cfgs }, shown);
      for (const one of judgeLaid(files, build, { root: stage.root, cwd: member.rustcCwd })) {
        if (found.get(one.path)?.verdict === 'failed') continue;
        found.set(one.path, proof(one.path, one.verdict, one.why));
      }
    }
  } finally {
    await stage.show('after');
  }
  return [...found.values()].filter(({ path }) => formerView(before, after).file(path) || after.file(path));
}

// Clippy says nothing more here, and dependents compile other packages.
const OTHERS = /^(?:clippy|dependents|lib)\b/;

/** As few builds as compile all that the usual ones do of the units that moved. */
function chooseBuilds({ builds, coverage }: Built): string[] {
  const names = [...builds].filter(([name, { success }]) => success && !OTHERS.test(name)).map(([name]) => name);
  const usable =
    names.length > 0 ? names : [...builds].filter(([name, one]) => one.success && name === 'lib').map(([name]) => name);
  let left = coverage.filter(
    ({ rung, configurations }) => rung === 'B' && configurations.some((one) => usable.includes(one)),
  );
  const chosen: string[] = [];
  while (left.length > 0) {
    const counted = usable.map((name) => ({
      name,
      count: left.filter((unit) => unit.configurations.includes(name)).length,
    }));
    const best = counted.reduce((a, b) => (b.count > a.count ? b : a));
    chosen.push(best.name);
    left = left.filter(({ configurations }) => !configurations.includes(best.name));
  }
  return chosen.length === 0 ? usable.slice(0, 1) : chosen;
}

interface Places {
  readonly root: string;
  readonly cwd: string;
}

type Judged = Pick<Proof, 'path' | 'verdict' | 'why'>;

/** An import of a file, in how many compilations it was, and in how many of them it was called unused. */
interface Asked {
  readonly file: LaidFile;
  readonly one: LaidImport;
  readonly expected: number;
  readonly silent: number;
}

function judgeLaid(files: readonly LaidFile[], build: Build, places: Places): Judged[] {
  const said = placesSaid(build, places, UNUSED);
  const doubled = placesSaid(build, places, AMBIGUOUS);
  const asked = files.flatMap((file) =>
    file.imports.map(
      (one): Asked => ({
        file,
        one,
        expected: compilations(build, file.path, one),
        silent: timesSaid(said, file, one),
      }),
    ),
  );
  const unheard = whyUnheard(build, asked);
  return files.flatMap((file): Judged[] => {
    const judged = (verdict: Proof['verdict'], why: string): Judged[] => [{ path: file.path, verdict, why }];
    const twice = file.imports.find((one) => timesSaid(doubled, file, one) > 0);
    if (twice) return judged('failed', usedMessage(twice, build));
    if (unheard !== null) return judged('not-run', unheard);
    if (file.hasSharedGlob) return [];
    const used = asked.find((other) => other.file === file && other.one.isAsked && other.silent < other.expected);
    return used === undefined
      ? judged('proven', 'reads nothing of its module that it does not import')
      : judged('failed', usedMessage(used.one, build));
  });
}

/** Why a build tells nothing of the imports; null where it does. */
function whyUnheard(build: Build, asked: readonly Asked[]): string | null {
  const error = build.messages.find(
    ({ message }) => message.level.startsWith('error') && !UNUSED.test(message.code?.code ?? ''),
  );
  if (error !== undefined || !build.success)
    return `with the names of its module laid under it, it does not build: ${error?.message.message ?? build.why}`;
  const isReporting = asked.every(({ one, expected, silent }) => one.isAsked || silent >= expected);
  return isReporting ? null : 'rustc does not call unused imports here';
}

const usedMessage = ({ shown }: LaidImport, build: Build): string =>
  `reads something of its module that it does not import itself: with \`${shown}\` behind it rustc finds a name or a trait there (${build.command.filter((word) => !word.startsWith('--message')).join(' ')})`;

/** How many compilations of a build had the import. */
const compilations = ({ targets }: Build, path: string, { cfg }: LaidImport): number =>
  targets.filter(({ files, isSet }) => files.has(path) && allHold(cfg, isSet) === true).length;

interface Said {
  readonly path: string;
  /** Bytes. */
  readonly start: number;
  readonly end: number;
}

const UNUSED = /^unused_imports$/;

/** A name comes by two globs: the one that is laid under has another thing of that name. */
const AMBIGUOUS = /^(?:E0659|ambiguous_glob_imports)$/;

/** The places that messages of a kind point to, in their notes too. */
function placesSaid({ messages }: Build, { root, cwd }: Places, code: RegExp): Said[] {
  return messages
    .filter(({ message }) => code.test(message.code?.code ?? ''))
    .flatMap(({ message }) => [
      ...message.spans.filter((span) => span.is_primary),
      ...(code === UNUSED ? [] : message.children.flatMap(({ spans }) => spans)),
    ])
    .map((span) => ({
      path: relative(root, resolve(cwd, span.file_name)).split(sep).join('/'),
      start: span.byte_start,
      end: span.byte_end,
    }));
}

function timesSaid(said: readonly Said[], { path, text }: LaidFile, { start, end }: LaidImport): number {
  const from = Buffer.byteLength(text.slice(0, start));
  const to = Buffer.byteLength(text.slice(0, end));
  return said.filter((one) => one.path === path && from <= one.start && one.end <= to).length;
}
