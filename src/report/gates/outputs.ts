import type { GateState } from '../../engine/gates/gate-state.ts';
import type { GateProof } from '../../engine/gates/prove-gates.ts';
import { escapeCell } from '../escape-markdown.ts';
import { reportJson } from '../report-json.ts';
import { sanitize } from '../sanitize.ts';

export const gatesToJson = (gates: readonly GateState[]): string =>
  reportJson({ schemaVersion: 1, kind: 'gates', gates });

export const proofsToJson = (proofs: readonly GateProof[]): string =>
  reportJson({ schemaVersion: 1, kind: 'gate-proofs', proofs });

/** The table that the workflow of `init ci` writes too: lint, test and security at a glance. Ends with a newline. */
export const gatesToMarkdown = (gates: readonly GateState[]): string =>
  [
    '| | gate | state |',
    '| --- | --- | --- |',
    ...gates.map(({ group, lane, state }) => `| ${group} | ${lane} | ${escapeCell(state)} |`),
    '',
  ].join('\n');

/** Ends with a newline. */
export function gatesText(gates: readonly GateState[]): string {
  const width = Math.max(...gates.map(({ lane }) => lane.length), 4);
  const rows = gates.map(({ group, lane, state, seconds, detail }) => {
    const time = state === 'success' || state === 'failure' ? `  ${seconds.toFixed(1)} s` : '';
    return [`${group.padEnd(8)}  ${lane.padEnd(width)}  ${state}${time}`, ...indented(detail)];
  });
  return `${rows.flat().join('\n')}\n`;
}

/** Ends with a newline. */
export function proofsText(proofs: readonly GateProof[]): string {
  const rows = proofs.map(({ lane, state, red, green, detail }) => [
    `${lane.padEnd(8)}  ${state}${red.length + green.length === 0 ? '' : `: red for ${red.length} of ${red.length + green.length} crates`}`,
    ...indented(detail),
  ]);
  return `${rows.flat().join('\n')}\n`;
}

const indented = (detail: string): string[] =>
  detail === '' ? [] : detail.split('\n').map((line) => `            ${sanitize(line)}`);
