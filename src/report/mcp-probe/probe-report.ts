import type { Severity } from '../../core/finding.ts';
import type { Drift } from '../../engine/mcp/probe/drift/drift.ts';
import type { Place } from '../../engine/mcp/probe/handler-places.ts';
import type { ProbeFinding } from '../../engine/mcp/probe/probe-finding.ts';
import { answersOf, type Transcript } from '../../engine/mcp/probe/transcript.ts';
import type { McpProbeReport } from './schema.ts';

export interface ReportInput {
  readonly target: string;
  readonly transcript: Transcript;
  readonly findings: readonly ProbeFinding[];
  /** Null: nothing was compared. */
  readonly drift: readonly Drift[] | null;
  /** Where the handler of what a finding means stands; null where nobody can tell. */
  readonly placeOf: (finding: ProbeFinding) => Place | null;
}

/** The document that all formats are printed from. */
export function probeReport({ target, transcript, findings, drift, placeOf }: ReportInput): McpProbeReport {
  const { failure, closing, lists, trials, calls } = transcript;
  const { steps, ms: closeMs, by, exitCode, signal, helpers, stderr } = closing;
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  return {
    schemaVersion: 1,
    kind: 'mcp-probe',
    target,
    outcome: {
      class: failure?.kind ?? 'completed',
      phase: failure?.phase ?? null,
      during: failure?.during ?? null,
      detail: failure?.detail ?? null,
    },
    server: serverOf(transcript),
    summary: { error: count('error'), warning: count('warning'), info: count('info') },
    findings: findings.map((finding) => {
      const { item, ...own } = finding;
      return { ...own, place: item === null ? null : placeOf(finding) };
    }),
    drift: drift === null ? null : [...drift],
    lists: lists.map(({ first: { kind, items, answers } }) => ({ kind, items: items.length, pages: answers.length })),
    tried: trials.map(({ id }) => id),
    calls: calls.runs.map(({ tool, answer }) => ({ tool: String(tool.name), result: answer.kind })),
    skipped: [...calls.skipped],
    closing: { by, exitCode, signal, helpers: [...helpers], stderr },
    timings: {
      steps: steps.map((step) => ({ ...step })),
      requests: answersOf(transcript).map(({ method, answer }) => ({ method, ms: Math.round(answer.ms) })),
      closeMs,
    },
  };
}

function serverOf({ established: { handshake } }: Transcript): McpProbeReport['server'] {
  if (handshake === null) return null;
  const { era, version, server, capabilities } = handshake;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    era,
    protocolVersion: version,
    name: text(server?.name),
    version: text(server?.version),
    capabilities: Object.keys(capabilities ?? {}).sort(),
  };
}
