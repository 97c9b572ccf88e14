import type { Finding, Rule } from '../../core/finding.ts';
import { rulePage } from '../explain-id/rule-page.ts';
import { escapedJson, jsonText } from '../json-text.ts';
import { sanitize } from '../sanitize.ts';
import type { FindingsReport } from './findings-report.ts';
import { uniqueFingerprints } from './fingerprint.ts';
import { countByRule, rankFindings } from './rank-findings.ts';

/** GitHub accepts 25,000 results and 10 MB a file, and shows the first 5,000: what nobody would see is left out on purpose, and said. */
const MOST_RESULTS = 5_000;
/** Of UTF-8, uncompressed, well below the limit for the compressed file. */
const MOST_BYTES = 9_000_000;
const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

export interface SarifOptions {
  readonly version: string;
  /** The address of the repository that the documentation stands in; null where the package names none. */
  readonly home: string | null;
  /** Of all analyzers: `[analyzer's id, rule]`. */
  readonly rules: readonly (readonly [analyzer: string, rule: Rule])[];
}

/** SARIF 2.1.0 with ids such as `omni/budget/file-lines`. Ends with a newline. */
export function findingsToSarif(
  { findings, unknown, prefix = '' }: FindingsReport,
  { version, home, rules }: SarifOptions,
): string {
  const ranked = rankFindings(findings);
  const prints = uniqueFingerprints(ranked);
  const index = new Map(rules.map(([, { id }], i) => [id, i]));
  const idOf = (rule: string): string => `omni/${rules[index.get(rule) ?? -1]?.[0] ?? 'check'}/${rule}`;
  const results: string[] = [];
  let bytes = 0;
  for (const [i, finding] of ranked.slice(0, MOST_RESULTS).entries()) {
    const text = escapedJson(
      resultOf(finding, prints[i]!, idOf(finding.rule), { prefix, index: index.get(finding.rule) }),
    );
    bytes += Buffer.byteLength(text) + 1;
    if (bytes > MOST_BYTES) break;
    results.push(text);
  }
  const rest = ranked.slice(results.length);
  const notes = [
    ...(rest.length > 0
      ? [
          note(
            'warning',
            `${rest.length} of ${ranked.length} findings left out, the least over their limits (${countByRule(rest)})`,
          ),
        ]
      : []),
    ...unknown
      .slice(0, 100)
      .map(({ path, reason }) => note('warning', `${prefix}${path} could not be judged: ${reason}`)),
  ];
  const driver = {
    name: 'omni-refactor',
    semanticVersion: version,
    ...(home === null ? {} : { informationUri: home }),
    rules: rules.map(([analyzer, rule]) =>
      ruleOf(rule, idOf(rule.id), analyzer, home === null ? null : pageUri(home, version, rule.id)),
    ),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes }],
    results: '@results',
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  const body = results.length === 0 ? '[]' : `[\n${results.join(',\n')}\n]`;
  return jsonText(log, 1).replace('"@results"', () => body);
}

const note = (level: string, text: string) => ({ level, message: { text: sanitize(text) } });

/** The rule's page as it stands in this version. */
const pageUri = (home: string, version: string, rule: string): string =>
  `${home}/blob/v${version}/docs/rules/${encodeURIComponent(rule)}.md`;

/** A rule brings its page with it: a host shows it beside each result. */
const ruleOf = (rule: Rule, name: string, analyzer: string, uri: string | null) => {
  const page = rulePage(analyzer, rule);
  return {
    id: name,
    name: rule.id,
    shortDescription: { text: rule.what },
    fullDescription: { text: rule.why },
    ...(uri === null ? {} : { helpUri: uri }),
    help: { text: page, markdown: page },
    defaultConfiguration: { level: LEVEL[rule.severity] },
  };
};

function resultOf(
  finding: Finding,
  print: string,
  ruleId: string,
  { prefix, index }: { readonly prefix: string; readonly index: number | undefined },
) {
  const { severity, place, what, why, whatToDo, owner, value, limit } = finding;
  const region = {
    startLine: place.line ?? 1,
    ...(place.column === undefined ? {} : { startColumn: place.column }),
    ...(place.endLine === undefined ? {} : { endLine: place.endLine }),
  };
  return {
    ruleId,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVEL[severity],
    message: {
      text: [what, why, ...(owner ? [`Owner: ${owner}.`] : []), whatToDo].map(endSentence).map(sanitize).join(' '),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(`${prefix}${place.path}`), uriBaseId: '%SRCROOT%' },
          region,
        },
        ...(finding.symbol ? { logicalLocations: [{ fullyQualifiedName: finding.symbol }] } : {}),
      },
    ],
    partialFingerprints: { 'omniIdentity/v1': print },
    properties: { value: value ?? null, limit: limit ?? null },
  };
}

const endSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A relative reference: what is no plain character of a path is escaped, and a first segment with `:` would be a scheme. */
const uriOf = (path: string): string =>
  path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((name) => encodeURIComponent(name))
    .join('/');
