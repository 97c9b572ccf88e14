import type { Finding } from '../../core/finding.ts';
import { sanitize } from '../sanitize.ts';
import { type FindingsReport, isOn } from './findings-report.ts';
import { rankFindings } from './rank-findings.ts';

/**
 * JUnit XML: a suite for each rule that is on or found something. An error is a failed case, a warning or note a passed one with its text,
 * a file that could not be judged a skipped one, and all that passed is one case that says how many. Ends with a newline.
 */
export function findingsToJunit({ findings, rules, unknown, prefix = '' }: FindingsReport): string {
  const ranked = rankFindings(findings);
  const ids = [...new Set([...rules.filter(isOn).map(({ id }) => id), ...ranked.map(({ rule }) => rule)])];
  const suites = ids.map((id) => {
    const ofRule = ranked.filter(({ rule }) => rule === id);
    const checked = rules.find((rule) => rule.id === id)?.checked;
    const failed = ofRule.filter(({ severity }) => severity === 'error');
    // One thing can break a rule more than once: what passed is counted by things, not by findings.
    const broken = new Set(failed.map(({ place, symbol }) => `${place.path}\0${symbol ?? ''}`)).size;
    const passed =
      checked === undefined
        ? []
        : [
            `    <testcase classname="${text(id)}" name="${Math.max(0, checked - broken)} ${rules.find((rule) => rule.id === id)?.limit == null ? 'passed' : 'within the limit'}"/>`,
          ];
    return suite(id, failed.length, 0, [...ofRule.map((finding) => testcase(finding, prefix)), ...passed]);
  });
  const skipped = unknown.map(
    ({ path, reason }) =>
      `    <testcase classname="unknown" name="${text(`${prefix}${path}`)}"><skipped message="${text(reason)}"/></testcase>`,
  );
  const all = skipped.length > 0 ? [...suites, suite('unknown', 0, skipped.length, skipped)] : suites;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="omni-refactor">\n${all.join('')}</testsuites>\n`;
}

const suite = (name: string, failures: number, skipped: number, cases: readonly string[]): string =>
  `  <testsuite name="${text(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">\n${cases.join('\n')}\n  </testsuite>\n`;

function testcase({ rule, severity, place, symbol, what, why, whatToDo, owner }: Finding, prefix: string): string {
  const file = `${prefix}${place.path}`;
  const location = `${file}:${place.line ?? 1}`;
  const open = `    <testcase classname="${text(rule)}" name="${text(symbol ? `${location} ${symbol}` : location)}" file="${text(file)}">`;
  const body = [why, ...(owner ? [`Owner: ${owner}`] : []), whatToDo].join('\n');
  return severity === 'error'
    ? `${open}<failure message="${text(what)}" type="${text(rule)}">${text(body)}</failure></testcase>`
    : `${open}<system-out>${text(`${what}\n${body}`)}</system-out></testcase>`;
}

/** XML 1.0 knows no controls but tab and line ends, not even escaped: `sanitize` has spelt them out. Lines stay lines. */
const text = (raw: string): string =>
  raw
    .split('\n')
    .map(sanitize)
    .join('\n')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
