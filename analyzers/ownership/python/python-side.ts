import type { View } from '../../../src/workspace/view.ts';
import { absoluteName, type PythonIndex, type PythonModule, pythonIndex } from '../../bridge/python/python-index.ts';
import { type RegisteringFiles, registeringFiles } from '../registering-file.ts';
import { pythonRegistrations } from './python-registrations-fact.ts';

/** The Python files that register anything. */
export function pythonSide(view: View): RegisteringFiles {
  const index = pythonIndex(view);
  const candidates = index.modules.map((module) => ({
    path: module.path,
    module: `py:${module.name.dotted}`,
    typeAt: null,
    imported: (name: string) => imported(index, module, name),
  }));
  return registeringFiles(view, candidates, pythonRegistrations);
}

/** The longest module of the workspace that a dotted name begins with, and the name in it. */
function imported({ byName }: PythonIndex, module: PythonModule, name: string): { path: string; name: string } | null {
  const [first = '', ...rest] = name.split('.');
  const one = module.file.imports.find(({ bound }) => bound === first);
  const from = one ? absoluteName(one, module) : null;
  if (!one || from === null) return null;
  const base = one.name !== null ? `${from}.${one.name}` : one.bindsTop ? first : from;
  const parts = [...base.split('.'), ...rest];
  for (let length = parts.length - 1; length > 0; length--) {
    const [target, more] = byName.get(parts.slice(0, length).join('.')) ?? [];
    if (target && !more) return { path: target.path, name: parts.slice(length).join('.') };
  }
  return null;
}
