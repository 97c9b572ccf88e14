import type { ClientConfig } from '../../src/config/config.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, type Detail, defineCheck, NOTHING_CHECKED, type Unknown } from '../gate/check.ts';
import { type Client, readClient } from './clients.ts';
import { found } from './found.ts';
import { judgeArguments } from './judge-arguments.ts';
import { judgeChildren, startsIn } from './judge-children.ts';
import { judgeErrors } from './judge-errors.ts';
import { judgeNames } from './judge-names.ts';
import { judgeStates } from './judge-states.ts';
import { judgeTests } from './judge-tests.ts';
import { judgeTimeouts, remoteCalls } from './judge-timeouts.ts';
import { CLIENT_CONFIG, CLIENT_RULES, UNDOCUMENTED } from './rules.ts';
import { hasBehaviour } from './runtime-behaviour.ts';

/** A client of another process survives its failures, and says how. */
export const clientHardening = defineCheck({
  id: 'client-hardening',
  title: 'Clients of other processes have limits, error kinds, cleanup and tests of failures',
  waitsFor: '[[client]] tables in omni-refactor.toml',
  rules: CLIENT_RULES,
  run,
});

function run(view: View): CheckResult {
  const { clients, path } = view.config;
  if (clients.length === 0) return NOTHING_CHECKED;
  const judged = clients.map((config) => judge(view, config, path ?? 'omni-refactor.toml'));
  return {
    findings: judged.flatMap(({ findings }) => findings),
    checked: Object.fromEntries(CLIENT_RULES.map(({ id }) => [id, clients.length])),
    unknown: judged.flatMap(({ unknown }) => unknown),
    details: judged.flatMap(({ detail }) => detail),
  };
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly unknown: readonly Unknown[];
  readonly detail: Detail;
}

function judge(view: View, config: ClientConfig, configPath: string): Judged {
  const client = readClient(view, config);
  const place = { path: configPath, line: config.place.line };
  if (client.sources.length === 0) {
    const what = `\`${config.path}\` holds no Rust or Python source`;
    const lost = {
      ...found(CLIENT_CONFIG, { path: configPath, lineOf: () => config.place.line }, 0, config.path, what),
      place,
    };
    return {
      findings: [lost],
      unknown: [],
      detail: { name: config.path, verdict: 'vacuous', found: 'no source', place },
    };
  }
  const remote = remoteCalls(client.sources);
  const findings = [
    ...judgeTimeouts(remote),
    ...judgeChildren(client.sources),
    ...judgeErrors(client.sources),
    ...judgeStates(client.sources),
    ...judgeArguments(client.sources),
    ...judgeNames(view, client),
    ...judgeTests(client, remote),
    ...undocumented(view, client),
  ];
  const unknown = client.sources.flatMap(({ path, unread }) =>
    unread.map(({ line, why }) => ({ path, reason: `line ${line}: ${why}` })),
  );
  const started = client.sources.flatMap(startsIn).length;
  const limited = remote.filter(({ isLimited }) => isLimited).length;
  const isVacuous = started === 0 && remote.length === 0;
  return {
    findings,
    unknown,
    detail: {
      name: config.path,
      verdict: isVacuous ? 'vacuous' : findings.length > 0 ? 'partial' : 'enforced',
      found: `${limited} of ${remote.length} waits have a limit; ${started} processes are started`,
      place,
      values: { waits: remote.length, limited, started, sources: client.sources.length, tests: client.tests.length },
    },
  };
}

function undocumented(view: View, { readme, sources, path }: Client): Finding[] {
  if (readme !== null && hasBehaviour(view.text(readme))) return [];
  const first = sources[0]!;
  const what = readme === null ? `\`${path}\` has no README` : `${readme} has no section "Runtime behaviour"`;
  return [found(UNDOCUMENTED, first, 0, path, what)];
}
