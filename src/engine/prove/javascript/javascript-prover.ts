import type { Diagnostic, Evidence, Proof, Rung } from '../../../core/evidence.ts';
import { LANGUAGE_TRAITS } from '../../language-traits.ts';
import { namedAmong } from '../../toolchains/named-programs.ts';
import { askOnce } from '../answers/ask.ts';
import { changedFiles } from '../changed-files.ts';
import type { ProofRequest, Prover } from '../prover.ts';
import type { Runner } from '../run-staged.ts';
import { withAliasedNames } from './aliased-names.ts';
import { announceJavascript } from './announce.ts';
import { type Change, changeOf } from './change.ts';
import { withEmittedForm } from './emitted-form.ts';
import { isScriptFile } from './is-script-file.ts';
import { judgeManifests } from './judge-manifests.ts';
import { leftBehind } from './left-behind.ts';
import { proveMeaning } from './meaning/prove-meaning.ts';
import { proveBuild } from './prove-build.ts';
import { proveInterface } from './prove-interface.ts';
import { proveShipping } from './prove-shipping.ts';
import { proveSyntax } from './prove-syntax.ts';
import { type Baselines, checkBefore } from './prove-types.ts';
import { findTests } from './tests/find-runners.ts';
import { proveTests } from './tests/prove-tests.ts';
import { programOf } from './tests/run-runner.ts';

/** Static proof, then the compilers, or node where there is none; declarations; emitted code and loaded modules; the tests of the project's own runner. */
export const javascriptProver: Prover = {
  language: 'javascript',
  rungs: LANGUAGE_TRAITS.javascript.rungs,
  divides: ['T'],
  programs: (search) => namedAmong(search, ['tsc']),
  announce: announceJavascript,
  prove,
  leftBehind,
};

async function prove(request: ProofRequest): Promise<Evidence> {
  const { before, after, changeSet, rungs, stage } = request;
  const paths = changedFiles(before, after, changeSet).filter((path) => isScriptFile(after, path));
  const change = changeOf(before, after, paths);
  const proofs: Proof[] = rungs.includes('S')
    ? [...proveSyntax(before, after, paths, changeSet), ...proveShipping(change), ...judgeManifests(change, changeSet)]
    : [];
  proofs.splice(0, proofs.length, ...withAliasedNames(proofs, change));
  if (!(request.asked ?? rungs).includes('M'))
    proofs.splice(0, proofs.length, ...withEmittedForm(proofs, before, after));
  const asked = rungs.filter((rung) => rung !== 'S');
  if (paths.length === 0 || asked.length === 0) return { proofs, commands: [], diagnostics: [], tools: [] };
  if (!stage) throw new TypeError('a proof that runs programs needs a stage');
  const runner: Runner = { stage, commands: [], onProgress: request.onProgress, signal: request.signal };
  const diagnostics: Diagnostic[] = [];

  let baselines: Baselines | null = null;
  if (rungs.includes('B')) {
    const built = await proveBuild(runner, change);
    proofs.push(...built.proofs);
    diagnostics.push(...built.diagnostics);
    baselines = built.baselines;
  } else if (rungs.includes('A') || rungs.includes('M')) {
    await stage.show('before');
    baselines = await checkBefore(runner, change, new Map());
  }
  const wanted = { declarations: rungs.includes('A'), scripts: rungs.includes('M') };
  const later: readonly [Rung, () => Promise<Proof[]>][] = [
    ['A', () => proveInterface(runner, change, baselines!, wanted)],
    ['M', () => proveMeaning(runner, change, baselines!, wanted)],
    ['T', () => proveTests(runner, request, change)],
  ];
  for (const [rung, ask] of later) {
    if (!rungs.includes(rung)) continue;
    const lost = lostRung(proofs, asked, paths);
    proofs.push(...(lost === null ? await ask() : notAsked(rung, lost, paths)));
  }
  const tools = await askOnce(runner, 'same', ['tools'], async () => toolsOf(runner, change, baselines, rungs));
  return { proofs, commands: runner.commands, diagnostics, tools };
}

/** An earlier rung that will not be proven: what comes behind it costs time and changes nothing. */
function lostRung(proofs: readonly Proof[], asked: readonly Rung[], paths: readonly string[]): Rung | null {
  const failed = proofs.find(({ verdict }) => verdict === 'failed');
  if (failed) return failed.rung;
  const shown = new Set(
    proofs.filter(({ verdict }) => verdict === 'proven').map(({ rung, path }) => `${rung} ${path}`),
  );
  const begun = asked.filter((rung) => proofs.some((proof) => proof.rung === rung));
  return begun.find((rung) => paths.some((path) => !shown.has(`${rung} ${path}`))) ?? null;
}

const notAsked = (rung: Rung, lost: Rung, paths: readonly string[]): Proof[] =>
  paths.map((path) => ({
    rung,
    path,
    configuration: '-',
    verdict: 'not-run',
    why: `skipped: ${lost} is not proven`,
  }));

function toolsOf(runner: Runner, change: Change, baselines: Baselines | null, rungs: readonly Rung[]): string[] {
  const compilers = baselines?.known.map(({ project }) => project.program) ?? [];
  const runners = rungs.includes('T') ? findTests(change.before, change.old[0] ?? change.paths[0]!).runners : [];
  const testers = runners.map((one) => programOf(runner.stage.root, one));
  const named = [...compilers, ...testers].flatMap((tool) =>
    tool === null || typeof tool === 'string' ? [] : [`${tool.name} ${tool.version}`],
  );
  return [`node ${process.versions.node}`, ...new Set(named)];
}
