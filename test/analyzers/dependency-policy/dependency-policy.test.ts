import { expect, test } from 'vitest';
import { parseAnswer, printAnswer } from '../../../analyzers/dependency-policy/ignored.ts';
import { dependencyPolicy } from '../../../analyzers/dependency-policy/index.ts';
import { syncExceptions } from '../../../codemods/workspace/sync-exceptions/index.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const TODAY = '2026-06-01';
const viewOf = (files: Readonly<Record<string, string>>): View => ({ ...memoryView(files), today: TODAY });
const rulesOf = (files: Readonly<Record<string, string>>): string[] =>
  dependencyPolicy
    .run(viewOf(files))
    .findings.map(({ rule, symbol, place }) => `${rule} ${symbol} ${place.path}:${place.line}`);
const ANSWERED = 'no path to it | owner=@ada | expires=2026-12-31 | exit=upstream 2.0';
const ID = 'RUSTSEC-2024-0001';
const deny = (...rows: string[]): string =>
  `[advisories]\nignore = [\n${rows.map((row) => `    ${row}\n`).join('')}]\n`;

test('the grammar of a reason, there and back', () => {
  const answer = { reason: 'no path to it', owner: '@ada', expires: '2026-12-31', exit: 'upstream 2.0' };
  expect(parseAnswer(ANSWERED)).toEqual(answer);
  expect(printAnswer(answer)).toBe(ANSWERED);
  expect(parseAnswer('just words | more')).toEqual({
    reason: 'just words | more',
    owner: null,
    expires: null,
    exit: null,
  });
});

test.each<[string, Record<string, string>, string[]]>([
  ['an answered entry of cargo-deny', { 'deny.toml': deny(`{ id = "${ID}", reason = "${ANSWERED}" },`) }, []],
  ['a bare id', { 'deny.toml': deny(`"${ID}",`) }, [`advisory-unanswered ${ID} deny.toml:3`]],
  [
    'a reason alone',
    { 'deny.toml': deny(`{ id = "${ID}", reason = "fine" },`) },
    [`advisory-unanswered ${ID} deny.toml:3`],
  ],
  ['a comment behind an entry of cargo-audit', { '.cargo/audit.toml': deny(`"${ID}", # ${ANSWERED}`) }, []],
  ['a comment above it', { 'audit.toml': deny(`# ${ANSWERED}`, `"${ID}"`) }, []],
  [
    'an expired one',
    { 'deny.toml': deny(`{ id = "${ID}", reason = "${ANSWERED.replace('2026-12-31', '2026-05-31')}" },`) },
    [`advisory-expired ${ID} deny.toml:3`],
  ],
  [
    'one of the last day',
    { 'deny.toml': deny(`{ id = "${ID}", reason = "${ANSWERED.replace('2026-12-31', TODAY)}" },`) },
    [`advisory-expiring ${ID} deny.toml:3`],
  ],
  [
    'a day that is none',
    { 'deny.toml': deny(`{ id = "${ID}", reason = "${ANSWERED.replace('2026-12-31', '2026-02-30')}" },`) },
    [`advisory-day ${ID} deny.toml:3`],
  ],
  [
    'osv-scanner with a day of its own',
    {
      'osv-scanner.toml': `[[IgnoredVulns]]\nid = "GHSA-x"\nignoreUntil = 2026-12-31T00:00:00Z\nreason = "fine | owner=@ada | exit=gone"\n`,
    },
    [],
  ],
  [
    'a flag in a workflow',
    { '.github/workflows/ci.yml': `run: pip-audit --ignore-vuln PYSEC-1\n` },
    ['advisory-unanswered PYSEC-1 .github/workflows/ci.yml:1'],
  ],
  ['a flag with a comment above', { justfile: `audit:\n  # ${ANSWERED}\n  pip-audit --ignore-vuln PYSEC-1\n` }, []],
  [
    "safety's policy",
    {
      '.safety-policy.yml':
        'security:\n  ignore-vulnerabilities:\n    51457:\n      reason: "fine | owner=@ada | exit=gone"\n      expires: "2026-12-31"\n',
    },
    [],
  ],
  [
    'two files that disagree on the day',
    {
      'deny.toml': deny(`{ id = "${ID}", reason = "${ANSWERED}" },`),
      'audit.toml': deny(`"${ID}", # ${ANSWERED.replace('12-31', '11-30')}`),
    },
    [`advisory-contradiction ${ID} audit.toml:3`],
  ],
  [
    'one of two scanners knows it',
    { 'deny.toml': deny(`{ id = "${ID}", reason = "${ANSWERED}" },`), 'audit.toml': deny() },
    [`advisory-contradiction ${ID} deny.toml:3`],
  ],
  [
    'the list answers for it',
    {
      'deny.toml': deny(`{ id = "${ID}", reason = "${ANSWERED}" },`),
      'security/exceptions.toml': `[[exception]]\nid = "${ID}"\nreason = "no path to it"\nowner = "@ada"\nexpires = "2026-12-31"\nexit = "upstream 2.0"\n`,
    },
    [],
  ],
])('%s', (_, files, rules) => {
  expect(rulesOf(files)).toEqual(rules);
});

const SIDECAR = `[[exception]]\nid = "${ID}"\nreason = "no path to it"\nowner = "@ada"\nexpires = "2026-12-31"\nexit = "upstream 2.0"\n`;
const CASES: readonly (readonly [string, string, string, string])[] = [
  [
    'an empty array',
    'deny.toml',
    '# top\n[advisories]\nignore = [] # none yet\nyanked = "deny"\n',
    '# top\n[advisories]\nignore = [\n    @,\n] # none yet\nyanked = "deny"\n',
  ],
  [
    'no key',
    'deny.toml',
    '[advisories] # a\nyanked = "deny"\n',
    '[advisories] # a\nignore = [\n    @,\n]\nyanked = "deny"\n',
  ],
  ['no table', 'deny.toml', '[bans]\n', '[bans]\n\n[advisories]\nignore = [\n    @,\n]\n'],
  ['an empty file', 'deny.toml', '', '[advisories]\nignore = [\n    @,\n]\n'],
];

test.each(CASES)('the list is brought into deny.toml with %s, and nothing else changes', (_, path, text, expected) => {
  const element = `{ id = "${ID}", reason = "${ANSWERED}" }`;
  const after = mended(viewOf({ [path]: text, 'security/exceptions.toml': SIDECAR }));
  expect(after.text(path)).toBe(expected.replace('@', element));
  expect(dependencyPolicy.run(after).findings).toEqual([]);
  expect(mended(after).text(path)).toBe(after.text(path));
});

test('other entries, comments and CRLF stay; a stale text is written anew', () => {
  const text = `[advisories]\r\nignore = [\r\n  { crate = "x@1.0.0", reason = "${ANSWERED}" }, # keep\r\n  { id = "${ID}", reason = "old" }\r\n]\r\n`;
  const after = mended(viewOf({ 'deny.toml': text, 'security/exceptions.toml': SIDECAR.replaceAll('\n', '\r\n') }));
  expect(after.text('deny.toml')).toBe(text.replace('reason = "old"', `reason = "${ANSWERED}"`));
});

test('audit.toml gets the answer as a comment, osv-scanner.toml as a table', () => {
  const files = {
    'audit.toml': '[advisories]\nignore = []\n',
    'osv-scanner.toml': '',
    'security/exceptions.toml': SIDECAR,
  };
  const after = mended(viewOf(files));
  expect(after.text('audit.toml')).toBe(`[advisories]\nignore = [\n    "${ID}", # ${ANSWERED}\n]\n`);
  expect(after.text('osv-scanner.toml')).toBe(
    `[[IgnoredVulns]]\nid = "${ID}"\nignoreUntil = 2026-12-31T00:00:00Z\nreason = "no path to it | owner=@ada | exit=upstream 2.0"\n`,
  );
  expect(dependencyPolicy.run(after).findings).toEqual([]);
});

test('a broken file is unknown', () => {
  expect(dependencyPolicy.run(viewOf({ 'deny.toml': '[advisories\n' })).unknown.map(({ path }) => path)).toEqual([
    'deny.toml',
  ]);
});

function mended(view: View): View {
  const places = dependencyPolicy
    .run(view)
    .findings.map(({ rule, place, symbol }) => ({ rule, path: place.path, symbol: symbol ?? null }));
  const made = syncExceptions.run(view, { places });
  if (made.status !== 'changed') throw new Error('refused');
  return view.overlay(made.changeSet);
}
