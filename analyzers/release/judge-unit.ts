import type { Finding, Place, Rule } from '../../src/core/finding.ts';
import { stringAt, stringsAt, tableAt } from '../../src/workspace/manifest-files.ts';
import { tomlDocument } from '../../src/workspace/toml-document.ts';
import type { View } from '../../src/workspace/view.ts';
import { type DeclaredVersion, lineOfKey } from './declared-version.ts';
import type { ReleaseUnit } from './read-unit.ts';
import { LICENCE, MISMATCH, OVERRIDDEN, PYTHON, UNTRANSLATABLE } from './rules.ts';
import { parsePep440, sameVersion, semverToPep440 } from './versions.ts';

export const finding = (rule: Rule, place: Place, symbol: string, what: string, whatToDo: string): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  place,
  symbol,
  what,
  why: rule.why,
  whatToDo,
});

/** Whether the two halves of a unit and its literals say one version, licence and range of interpreters. */
export const judgeUnit = (view: View, unit: ReleaseUnit): Finding[] => [
  ...judgeVersions(unit),
  ...judgeLicence(view, unit),
  ...judgePython(view, unit),
];

/** What decides the version: pyproject's static one for the wheel, else the crate's. */
export const versionOf = ({ crate, distribution }: ReleaseUnit): DeclaredVersion | null =>
  distribution?.declared ?? crate?.declared ?? null;

function judgeVersions(unit: ReleaseUnit): Finding[] {
  const { crate, distribution, others, name, mixed } = unit;
  const main = versionOf(unit);
  if (main === null) return [];
  const findings: Finding[] = [];
  if (
    mixed &&
    crate?.declared &&
    distribution?.declared &&
    sameVersion(crate.declared.version, distribution.declared.version) === false
  )
    findings.push(
      finding(
        OVERRIDDEN,
        { path: distribution.declared.path, line: distribution.declared.line },
        name,
        `${name} is ${distribution.declared.version} here and ${crate.declared.version} in ${crate.declared.path}:${crate.declared.line}`,
        'Write one version: `dynamic = ["version"]` lets maturin take that of Cargo.toml.',
      ),
    );
  if (mixed && crate?.declared && distribution?.declared === null && semverToPep440(crate.declared.version) === null)
    findings.push(
      finding(
        UNTRANSLATABLE,
        { path: crate.declared.path, line: crate.declared.line },
        name,
        `maturin cannot write ${crate.declared.version} as a version of Python`,
        'Use alpha, beta, rc, dev or post with a number, or give the wheel a version of its own.',
      ),
    );
  const literals = others.filter(
    ({ version }) => parsePep440(version) !== null && sameVersion(version, main.version) === false,
  );
  return [
    ...findings,
    ...literals.map(({ version, path, line, what }) =>
      finding(
        MISMATCH,
        { path, line },
        what,
        `${what} says ${version}; ${name} is ${main.version} by ${main.path}:${main.line}`,
        'Read it from the metadata (`importlib.metadata.version`, `env!("CARGO_PKG_VERSION")`), or correct it.',
      ),
    ),
  ];
}

function judgeLicence(view: View, { crate, distribution, name, mixed }: ReleaseUnit): Finding[] {
  if (!mixed || !crate || !distribution) return [];
  const rust = stringAt(tableAt(crate.table, 'package'), 'license');
  const project = tableAt(distribution.table, 'project');
  const python = stringAt(project, 'license') ?? stringAt(tableAt(project, 'license'), 'text');
  if (rust === null || python === null || normalLicence(rust) === normalLicence(python)) return [];
  const { manifest } = distribution.distribution;
  const line = lineOfKey(tomlDocument(view.text(manifest)), ['project', 'license']);
  return [
    finding(
      LICENCE,
      { path: manifest, line },
      name,
      `${name} is licensed by ${python} here and by ${rust} in ${crate.crate.manifest}`,
      'Write one SPDX expression in both.',
    ),
  ];
}

/** `MIT/Apache-2.0` is what `MIT OR Apache-2.0` was called; the order of alternatives does not count. */
const normalLicence = (text: string): string =>
  text
    .replace(/\bLicen[cs]e\b/gi, '')
    .split(/\s+OR\s+|\//i)
    .map((one) => one.trim().toLowerCase())
    .sort()
    .join(' or ');

const ABI3 = /^abi3-py3(\d+)$/;

/** `abi3-py39` builds one wheel for 3.9 and later: `requires-python` has to begin there. */
function judgePython(view: View, { crate, distribution, name, mixed }: ReleaseUnit): Finding[] {
  const wanted = stringAt(tableAt(distribution?.table, 'project'), 'requires-python');
  if (!mixed || !crate || !distribution || wanted === null) return [];
  const least = /(?:>=|~=|==)\s*3\.(\d+)/.exec(wanted)?.[1];
  const pyo3 = tableAt(tableAt(crate.table, 'dependencies'), 'pyo3');
  const features = [
    ...stringsAt(pyo3, 'features'),
    ...stringsAt(tableAt(tableAt(distribution.table, 'tool'), 'maturin'), 'features').map((one) =>
      one.replace(/^pyo3\//, ''),
    ),
  ];
  const abi3 = features.flatMap((one) => ABI3.exec(one)?.[1] ?? [])[0];
  if (least === undefined || abi3 === undefined || least === abi3) return [];
  const { manifest } = distribution.distribution;
  return [
    finding(
      PYTHON,
      { path: manifest, line: lineOfKey(tomlDocument(view.text(manifest)), ['project', 'requires-python']) },
      name,
      `${name} requires Python ${wanted}; its wheel is built for 3.${abi3} and later (abi3-py3${abi3})`,
      `Write requires-python = ">=3.${abi3}", or the feature abi3-py3${least}.`,
    ),
  ];
}
