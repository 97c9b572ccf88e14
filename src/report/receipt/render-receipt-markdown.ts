import { by } from '../../core/compare.ts';
import { type Evidence, type Proof, RUNGS, type Rung } from '../../core/evidence.ts';
import type { FileMark, Receipt } from '../../core/receipt.ts';
import { escapeLine } from '../escape-markdown.ts';
import { claimWords } from '../split/claim-words.ts';

const RUNG_NAMES: Readonly<Record<Rung, string>> = {
  S: 'syntax: every moved range conserved',
  B: 'build',
  A: 'public API equal',
  M: 'meaning equal',
  T: "the project's tests",
};

/** A receipt for a pull request or a commit message: what changed, what was shown and by which commands. */
export function renderReceiptMarkdown(receipt: Receipt): string {
  const { evidence, stage } = receipt;
  const sections = [
    `# Receipt ${receipt.id}`,
    `${receipt.outcome === 'proven' ? `**Proven** (${receipt.asked.join(' + ')})` : '**Not proven: no proof was asked for**'} · ${receipt.tool} · ${receipt.appliedAt}`,
    codeBlock(receipt.command.map(shellWord).join(' ')),
    table(['file', 'change', 'SHA-256 after'], receipt.files.map(fileRow)),
    ...besideRungs(receipt),
    ...acceptedList(receipt),
    ...changedBodies(receipt),
    ...(evidence.proofs.length === 0 ? [] : ['## Evidence', evidenceTable(evidence), ...notProven(evidence.proofs)]),
    ...(evidence.commands.length === 0
      ? []
      : ['## What was run', codeBlock(evidence.commands.map(commandLine).join('\n'))]),
    ...(evidence.tools.length === 0 ? [] : [`With ${evidence.tools.join(', ')}.`]),
    ...(receipt.inPlace ? ['The proof ran in the tree itself, which could not be copied.'] : []),
    ...(stage === null ? [] : [stageLine(stage)]),
    ...noteList(receipt),
  ];
  return `${sections.join('\n\n')}\n`;
}

function fileRow({ path, before, after }: Receipt['files'][number]): string[] {
  const change =
    before === null ? 'created' : after === null ? 'deleted' : sameBytes(before, after) ? 'mode changed' : 'edited';
  return [inlineCode(path), change, after === null ? '-' : inlineCode(after.hash.slice(0, 12))];
}

/** Paths that no rung covers, and why that is no gap. */
function besideRungs({ claims = [] }: Receipt): string[] {
  const rows = claims
    .filter(({ by }) => by !== 'rungs')
    .map((claim) => [inlineCode(claim.path), escapeLine(claimWords(claim))]);
  return rows.length === 0 ? [] : ['## Beside the rungs', table(['file', 'why'], rows)];
}

/** What a person took responsibility for. */
function acceptedList({ accepted = [] }: Receipt): string[] {
  const rows = accepted.map(({ id, path, why }) => [inlineCode(id), inlineCode(path), escapeLine(why)]);
  return rows.length === 0 ? [] : ['## Accepted', table(['what', 'file', 'difference'], rows)];
}

function noteList({ notes = [] }: Receipt): string[] {
  return notes.length === 0 ? [] : ['## Notes', notes.map((note) => `- ${escapeLine(note)}`).join('\n')];
}

/** The only change of code that a split makes, and only on request. */
function changedBodies({ plans }: Receipt): string[] {
  const rows = plans.flatMap(({ base, cuts = [] }) =>
    cuts.flatMap(({ name, functions }) =>
      functions.map((one) => [inlineCode(`${base[0]!.path}:${one.line}`), inlineCode(one.name), inlineCode(name)]),
    ),
  );
  return rows.length === 0
    ? []
    : ['## Functions that import a name when they run', table(['place', 'function', 'name'], rows)];
}

const sameBytes = (before: FileMark, after: FileMark): boolean => before?.hash === after?.hash;

/** One row a rung and configuration: how many files got which verdict. */
function evidenceTable({ proofs }: Evidence): string {
  const groups = new Map<string, Proof[]>();
  for (const proof of proofs) {
    const key = `${RUNGS.indexOf(proof.rung)} ${proof.configuration}`;
    groups.set(key, [...(groups.get(key) ?? []), proof]);
  }
  const rows = [...groups].sort(by(([key]) => key)).map(([, group]) => {
    const { rung, configuration } = group[0]!;
    const count = (verdict: Proof['verdict']): string =>
      String(group.filter((proof) => proof.verdict === verdict).length);
    return [
      `${rung} ${RUNG_NAMES[rung]}`,
      configuration,
      count('proven'),
      count('failed'),
      count('vacuous'),
      count('not-run'),
    ];
  });
  return table(['rung', 'configuration', 'proven', 'failed', 'vacuous', 'not run'], rows);
}

function notProven(proofs: readonly Proof[]): string[] {
  const lines = proofs
    .filter(({ verdict }) => verdict !== 'proven')
    .map(
      ({ rung, path, configuration, verdict, why }) =>
        `- ${rung} ${inlineCode(path)} (${configuration}): ${verdict}: ${why}`,
    );
  return lines.length === 0 ? [] : [lines.join('\n')];
}

const commandLine = ({ command, exitCode, seconds }: Evidence['commands'][number]): string =>
  `${command.map(shellWord).join(' ')}  # ${exitCode === null ? 'killed' : `exit ${exitCode}`}, ${seconds.toFixed(1)} s`;

function stageLine(stage: NonNullable<Receipt['stage']>): string {
  const parts = [`${stage.files} files copied`];
  if (stage.copiedIgnored.length > 0)
    parts.push(`ignored files copied too: ${stage.copiedIgnored.map(inlineCode).join(', ')}`);
  if (stage.linked.length > 0) parts.push(`linked: ${stage.linked.map(({ path }) => inlineCode(path)).join(', ')}`);
  return `The proof ran on a copy (${parts.join('; ')}).`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** Fenced by more backticks than the text has in a row. */
const inlineCode = (text: string): string => {
  const fence = fenceOf(text, 1);
  return fence.length > 1 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
};

const codeBlock = (text: string): string => `${fenceOf(text, 3)}sh\n${text}\n${fenceOf(text, 3)}`;

function fenceOf(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(longest >= least ? longest + 1 : least);
}
