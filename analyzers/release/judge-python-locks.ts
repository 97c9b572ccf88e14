import { parse as parseToml } from 'smol-toml';
import type { Finding } from '../../src/core/finding.ts';
import { stringAt, tableAt, tablesAt } from '../../src/workspace/manifest-files.ts';
import type { View } from '../../src/workspace/view.ts';
import { finding } from './judge-unit.ts';
import type { ReleaseUnit } from './read-unit.ts';
import { LOCK } from './rules.ts';
import { sameVersion } from './versions.ts';

/** Records of uv.lock that are distributions of this workspace, which have another version than their manifest. */
export function judgePythonLocks(view: View, units: readonly ReleaseUnit[]): Finding[] {
  return view.files
    .filter(({ path, state }) => state === 'text' && /(?:^|\/)uv\.lock$/.test(path))
    .flatMap(({ path }) =>
      ownRecords(view.text(path)).flatMap(({ name, version }): Finding[] => {
        const unit = units.find((one) => normal(one.distribution?.distribution.name ?? '') === normal(name));
        const declared = unit?.distribution?.declared;
        if (!declared || sameVersion(version, declared.version) !== false) return [];
        const line = view.text(path).split(/\r?\n/).indexOf(`name = "${name}"`) + 1;
        return [
          finding(
            LOCK,
            { path, line: Math.max(1, line) },
            name,
            `${path} has ${name} ${version}; it is ${declared.version} by ${declared.path}:${declared.line}`,
            'Run `uv lock`, and commit the lock file with the version.',
          ),
        ];
      }),
    );
}

/** Names of Python packages do not distinguish `_` from `-`, nor case. */
const normal = (name: string): string => name.replace(/[-_.]+/g, '-').toLowerCase();

function ownRecords(text: string): { readonly name: string; readonly version: string }[] {
  try {
    return tablesAt(parseToml(text), 'package').flatMap((one) => {
      const source = tableAt(one, 'source');
      const isOwn = ['editable', 'virtual', 'directory'].some((key) => stringAt(source, key) !== null);
      const [name, version] = [stringAt(one, 'name'), stringAt(one, 'version')];
      return isOwn && name !== null && version !== null ? [{ name, version }] : [];
    });
  } catch {
    // A lock file that does not parse is for uv to refuse.
    return [];
  }
}
