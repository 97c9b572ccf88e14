import type { Package } from '../../../analyzers/readmes/packages.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Range } from '../../../src/core/range.ts';
import { type TomlDocument, tomlDocument } from '../../../src/workspace/toml-document.ts';
import type { View } from '../../../src/workspace/view.ts';

/**
 * What a manifest needs so that its tool takes the README beside it. [] where it takes that one by itself, and where a program
 * (setup.py) would have to change.
 */
export function nameReadme(view: View, { kind, manifest }: Package): Edit[] {
  if (!manifest.endsWith('.toml')) return manifest.endsWith('setup.cfg') ? inSetupCfg(view.text(manifest)) : [];
  const document = tomlDocument(view.text(manifest));
  if (document === null) return [];
  return kind === 'crate' ? inCargo(document) : inPyproject(document);
}

const NAMED = 'readme = "README.md"';

/** Only a key that leads elsewhere: without one cargo looks beside the manifest. */
function inCargo(document: TomlDocument): Edit[] {
  const table = document.table(['package']) ? 'package' : 'project';
  const pair = document.pair([table, 'readme', 'workspace'])?.pair;
  const whole = document.pair([table, 'readme']);
  const range = whole?.pair ?? pair;
  if (!range || (whole && /^["']/.test(textIn(document, whole.value)))) return [];
  return [{ ...range, text: NAMED, reason: 'manifest' }];
}

const textIn = ({ text }: TomlDocument, { start, end }: Range): string => text.slice(start, end);

/** Behind the name, in the table that names the project. */
function inPyproject(document: TomlDocument): Edit[] {
  const path = document.pair(['project', 'name']) ? ['project'] : ['tool', 'poetry'];
  const name = document.pair([...path, 'name'])?.pair;
  if (!name || document.pair([...path, 'readme'])) return [];
  const dynamic = document.pair([...path, 'dynamic']);
  if (dynamic && /["']readme["']/.test(textIn(document, dynamic.value))) return [];
  const { text } = document;
  const stop = text.indexOf('\n', name.end);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const offset = stop === -1 ? text.length : stop + 1;
  const row = stop === -1 ? `${newline}${NAMED}` : `${NAMED}${newline}`;
  return [{ start: offset, end: offset, text: row, reason: 'manifest' }];
}

function inSetupCfg(text: string): Edit[] {
  const header = /^\[metadata\][^\n]*\n/m.exec(text);
  if (!header || /^long_description\s*=/m.test(text)) return [];
  const offset = header.index + header[0].length;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ start: offset, end: offset, text: `long_description = file: README.md${newline}`, reason: 'manifest' }];
}
