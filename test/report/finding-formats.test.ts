import { expect, test } from 'vitest';
import { z } from 'zod';
import { FILE_LINES } from '../../analyzers/budget/rules.ts';
import type { Finding } from '../../src/core/finding.ts';
import { repositoryHome } from '../../src/engine/own-package.ts';
import type { FindingsReport } from '../../src/report/findings/findings-report.ts';
import { findingsToGithub } from '../../src/report/findings/github.ts';
import { findingsToGitlab } from '../../src/report/findings/gitlab.ts';
import { findingsToJunit } from '../../src/report/findings/junit.ts';
import { findingsToMarkdown } from '../../src/report/findings/markdown.ts';
import { findingsToSarif } from '../../src/report/findings/sarif.ts';
import { findingsToTerminal } from '../../src/report/findings/terminal.ts';

const SNAPSHOTS = '../../snapshots/reports/findings';
const OPTIONS = { version: '1.2.3', home: 'https://example.org/press/tool', rules: [['budget', FILE_LINES] as const] };
const sarif = (report: FindingsReport): string => findingsToSarif(report, OPTIONS);
const FORMATS = {
  'report.md': findingsToMarkdown,
  'github.txt': findingsToGithub,
  'report.sarif': sarif,
  'gitlab.json': findingsToGitlab,
  'junit.xml': findingsToJunit,
};

const finding = (n: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'file-lines',
  severity: 'error',
  place: { path: `src/file_${n}.rs` },
  what: `src/file_${n}.rs has ${n + 501} lines; the budget allows 500`,
  why: 'Nobody reads a long file whole.',
  whatToDo: `omni-refactor split src/file_${n}.rs`,
  command: `omni-refactor split src/file_${n}.rs`,
  value: n + 501,
  limit: 500,
  ...more,
});
const report = (findings: readonly Finding[]): FindingsReport => ({
  findings,
  rules: [{ id: 'file-lines', limit: 500, checked: 200_000 }],
  unknown: [{ path: 'c.rs', reason: 'not-utf8' }],
});
const HOSTILE = finding(1, {
  place: { path: 'src/a|b,c:<x>&"\u001b[2J @ada ```%0A::error::.rs', line: 3, endLine: 9, column: 2 },
  symbol: "Foo<'a>::f",
  what: 'line one\n::error::two\r | <script>&amp;]]> @team `x` \u202e \ud800',
  owner: '@ada',
});
const SAMPLE = report([finding(400), HOSTILE, finding(2, { severity: 'info', rule: 'moved-entry' })]);

test.each(Object.entries(FORMATS))('%s', async (name, print) => {
  const text = print(SAMPLE);
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
  expect(text.endsWith('\n')).toBe(true);
  await expect(text).toMatchFileSnapshot(`${SNAPSHOTS}/${name}`);
  expect(print(report([])).length).toBeGreaterThan(1);
});

/** What the official schema (oasis-tcs/sarif-spec, 2.1.0) requires of what is written here. */
const level = z.enum(['none', 'note', 'warning', 'error']);
const message = z.strictObject({ text: z.string().min(1) });
const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          informationUri: z.url().optional(),
          rules: z.array(
            z.strictObject({
              id: z.string().regex(/^omni\/[a-z-]+\/[a-z-]+$/),
              name: z.string(),
              shortDescription: message,
              fullDescription: message,
              helpUri: z.url().optional(),
              help: z.strictObject({ text: z.string().min(1), markdown: z.string().min(1) }),
              defaultConfiguration: z.strictObject({ level }),
            }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      originalUriBaseIds: z.record(z.string(), z.object({})),
      invocations: z.tuple([
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(z.strictObject({ level, message })),
        }),
      ]),
      results: z.array(
        z.strictObject({
          ruleId: z.string().regex(/^omni\/[a-z-]+\/[a-z-]+$/),
          ruleIndex: z.int().nonnegative().optional(),
          level,
          message,
          locations: z.tuple([
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w./%~!*'()-]+$/), uriBaseId: z.string() }),
                region: z.strictObject({
                  startLine: z.int().positive(),
                  startColumn: z.int().positive().optional(),
                  endLine: z.int().positive().optional(),
                }),
              }),
              logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string() })).optional(),
            }),
          ]),
          partialFingerprints: z.record(z.string(), z.string()),
          properties: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ]),
});

test('SARIF holds to the schema, and to the limits at 100,000 findings', () => {
  expect(sarifSchema.parse(JSON.parse(sarif(SAMPLE))).runs[0].results[0]!.ruleId).toBe('omni/budget/file-lines');
  const text = sarif(report(Array.from({ length: 100_000 }, (_, n) => finding(n))));
  const [run] = sarifSchema.parse(JSON.parse(text)).runs;
  expect(run.results.length).toBe(5_000);
  expect(Buffer.byteLength(text)).toBeLessThan(10_000_000);
  expect(run.results[0]!.properties.value).toBe(100_500);
  expect(run.invocations[0].toolExecutionNotifications[0]!.message.text).toContain('95000 of 100000');
  const long = sarif(report(Array.from({ length: 6_000 }, (_, n) => finding(n, { why: 'é'.repeat(2_000) }))));
  expect(Buffer.byteLength(long)).toBeLessThan(10_000_000);
  expect(sarifSchema.parse(JSON.parse(long)).runs[0].results.length).toBeLessThan(5_000);
});

test('GitHub shows ten of a level: the tenth says how many are missing', () => {
  const lines = findingsToGithub(report(Array.from({ length: 40 }, (_, n) => finding(n)))).split('\n');
  const errors = lines.filter((line) => line.startsWith('::error'));
  expect(errors.length).toBe(10);
  expect(errors[9]).toContain('31 more left out (file-lines 31)');
  expect(
    findingsToGithub(report([HOSTILE]))
      .split('\n')
      .filter((line) => line.startsWith('::'))
      .map((line) => /^::\w+/.exec(line)![0]),
  ).toEqual(['::error', '::notice']);
});

test('Markdown fits a comment and says what it left out', () => {
  const text = findingsToMarkdown(report(Array.from({ length: 5_000 }, (_, n) => finding(n))));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/[\d,]+ more left out \(file-lines \d+\)/);
  expect(
    findingsToMarkdown(report([HOSTILE]))
      .split('\n')
      .filter((line) => /^\| [❌]/u.test(line)).length,
  ).toBe(1);
});

test('the terminal needs 25 lines at most and ends with one command', () => {
  const lines = findingsToTerminal(report(Array.from({ length: 300 }, (_, n) => finding(n, { owner: '@ada' }))), {
    color: false,
    width: 100,
  })
    .trimEnd()
    .split('\n');
  expect(lines.length).toBeLessThanOrEqual(25);
  expect(lines.at(-1)).toBe('omni-refactor split src/file_299.rs');
  expect(lines.join('\n')).toContain('owner @ada');
  expect(lines.join('\n')).toContain('and 294 more (file-lines 294)');
});

test('JUnit counts what passed by things, not by findings', () => {
  const twice = [finding(1), finding(1, { what: 'and something else' }), finding(2)];
  const text = findingsToJunit({
    findings: twice,
    rules: [{ id: 'file-lines', limit: 500, checked: 10 }],
    unknown: [],
  });
  expect(text).toContain('name="8 within the limit"');
  expect(text).toContain('tests="4" failures="3"');
});

test('the terminal says a path once, a reason once a rule, and breaks lines between words', () => {
  const two = [finding(1), finding(2), finding(3, { rule: 'other', why: 'Nobody else does. '.repeat(9).trim() })];
  const text = findingsToTerminal(report(two), { color: false, width: 60 });
  expect(text.match(/Nobody reads a long file whole/g)).toHaveLength(1);
  expect(text).toContain('src/file_1.rs:1  has 502 lines; the budget allows 500');
  const lines = text.split('\n').filter((line) => !line.includes('file-lines up to'));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(text.replace(/\n +/g, ' ')).toContain('Nobody else does. '.repeat(9).trim());
  expect(lines.every((line) => line === line.trimEnd())).toBe(true);
});

test('GitLab fingerprints are one for each finding and follow the identity, not the place', () => {
  const twice = [finding(1, { fingerprint: 'ab' }), finding(2, { fingerprint: 'ab' }), finding(3)];
  const prints = (findings: readonly Finding[]) =>
    (JSON.parse(findingsToGitlab({ ...report(findings), unknown: [] })) as { fingerprint: string }[]).map(
      (each) => each.fingerprint,
    );
  expect(new Set(prints(twice)).size).toBe(3);
  expect(prints([finding(1, { fingerprint: 'ab', place: { path: 'moved.rs' } })])).toEqual(['ab']);
});

test('a help page stands in the repository that the package names; where it names none, none is claimed', () => {
  expect(sarif(SAMPLE)).toContain('"https://example.org/press/tool/blob/v1.2.3/docs/rules/file-lines.md"');
  expect(findingsToSarif(SAMPLE, { ...OPTIONS, home: null })).not.toMatch(/helpUri|informationUri/);
});

test.each([
  [{ type: 'git', url: 'git+https://example.org/press/tool.git' }, 'https://example.org/press/tool'],
  ['https://example.org/press/tool/', 'https://example.org/press/tool'],
  ['github:press/tool', null],
  [undefined, null],
])('the repository of a package: %j', (repository, home) => {
  expect(repositoryHome(repository === undefined ? {} : { repository })).toBe(home);
});
