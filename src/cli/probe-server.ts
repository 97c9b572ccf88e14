import { resolve } from 'node:path';
import { quoted } from '../../analyzers/budget/command-line.ts';
import { cancelled } from '../core/cancelled.ts';
import { EXIT, RefactorError } from '../core/errors.ts';
import { compareSurfaces } from '../engine/mcp/probe/drift/compare-surfaces.ts';
import { driftFindings } from '../engine/mcp/probe/drift/drift-findings.ts';
import { readSurface, surfaceOf } from '../engine/mcp/probe/drift/surface.ts';
import { handlerPlaces } from '../engine/mcp/probe/handler-places.ts';
import { judge } from '../engine/mcp/probe/judge.ts';
import { PROBE_RULES } from '../engine/mcp/probe/rules.ts';
import { runProbe, type Target } from '../engine/mcp/probe/run-probe.ts';
import type { Transcript } from '../engine/mcp/probe/transcript.ts';
import { findingsToJunit } from '../report/findings/junit.ts';
import { mcpProbeFindings } from '../report/mcp-probe/findings.ts';
import { mcpProbeToJson, mcpSurfaceToJson } from '../report/mcp-probe/json.ts';
import { probeReport, type ReportInput } from '../report/mcp-probe/probe-report.ts';
import type { McpProbeReport } from '../report/mcp-probe/schema.ts';
import { mcpProbeToTerminal } from '../report/mcp-probe/terminal.ts';
import { sanitize } from '../report/sanitize.ts';
import { type Io, remark, wantsColor, widthOf } from './io.ts';
import { readNamed, writeNamed } from './named-files.ts';
import { OWNERSHIP_FACTS } from './ownership-facts.ts';
import { callsOf, type ProbeCommandOptions, targetOf, timeoutsOf } from './probe-options.ts';
import { readVersion } from './read-version.ts';
import { withView } from './with-view.ts';

const MESSAGE_LIMIT = 10 << 20;

/** Probes one server and prints the report. Returns whether there is a finding that counts. */
export async function probeServer(io: Io, command: readonly string[], options: ProbeCommandOptions): Promise<boolean> {
  const target = targetOf(io.cwd, command, options);
  const calls = callsOf(options);
  const { against, write } = options;
  const before =
    against === undefined
      ? null
      : readSurface(against, readNamed(io, against, 'a file that `mcp probe --write` wrote'));
  const transcript = await runProbe(target, {
    ...timeoutsOf(options),
    era: options.era,
    calls,
    lineLimit: options.messageLimit ?? MESSAGE_LIMIT,
    version: readVersion(),
    signal: io.signal,
  });
  if (io.signal.aborted) throw cancelled();
  requireReached(target, transcript);
  const era = transcript.established.handshake?.era ?? '2026';
  const drift = before === null ? null : compareSurfaces(before, surfaceOf(transcript));
  const findings = [...judge(transcript), ...driftFindings(drift ?? [], era)];
  const label = target.kind === 'command' ? target.command.map(quoted).join(' ') : target.url;
  const report = await withPlaces(io, options, { target: label, transcript, findings, drift });
  print(io, options, report);
  if (write !== undefined) {
    writeNamed(io, write, mcpSurfaceToJson(surfaceOf(transcript)));
    remark(io, `wrote ${sanitize(write)}\n`);
  }
  const { error, warning } = report.summary;
  return error > 0 || (options.strict === true && warning > 0);
}

/** Nothing can be said of a server that nobody heard. Throws RefactorError `server-unreachable`. */
function requireReached(target: Target, { established, failure }: Transcript): void {
  if (failure?.kind !== 'unreachable' || established.handshake !== null || target.kind === 'command') return;
  throw new RefactorError({
    code: 'server-unreachable',
    what: `${target.url} cannot be probed`,
    why: failure.detail,
    whatToDo: 'Start the server, or check the address.',
  });
}

async function withPlaces(
  io: Io,
  options: ProbeCommandOptions,
  input: Omit<ReportInput, 'placeOf'>,
): Promise<McpProbeReport> {
  if (options.source === undefined) return probeReport({ ...input, placeOf: () => null });
  let report: McpProbeReport | null = null;
  const common = { root: resolve(io.cwd, options.source), cache: true };
  await withView(io, common, { facts: OWNERSHIP_FACTS, history: false }, (view) => {
    report = probeReport({ ...input, placeOf: handlerPlaces(view) });
    return EXIT.fine;
  });
  return report!;
}

function print(io: Io, options: ProbeCommandOptions, report: McpProbeReport): void {
  const format = options.format ?? (options.json ? 'json' : 'terminal');
  if (format === 'json') io.stdout.write(mcpProbeToJson(report));
  else if (format === 'junit') io.stdout.write(findingsToJunit(mcpProbeFindings(report, Object.values(PROBE_RULES))));
  else {
    const look = { color: wantsColor(io, io.stdout), width: widthOf(io, io.stdout) };
    io.stdout.write(mcpProbeToTerminal(report, look));
  }
}
