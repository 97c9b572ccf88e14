import { harvestReloads } from '../../../analyzers/readings/python/harvest-reloads.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import { readsProcess } from '../../../src/languages/python/reads-process.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE, type Place } from './assign.ts';
import { dottedOf, type Layout } from './layout.ts';

/**
 * Whether the parts have to run again when the module does: where the workspace reloads it, or where a part holds what the environment was
 * like when it was imported, which is what modules are reloaded for.
 */
export function renewedBy(view: View, source: Source, { place }: Assignment): boolean {
  if (harvestReloads(view, source).length > 0) return true;
  const asking = readsProcess(source.syntax, source.scopes, source.outline.units);
  return [...asking].some((unit) => place[unit] !== FACADE);
}

/**
 * A reloaded module runs in the namespace that it had, and so do its parts then; one that is imported anew, since somebody took it out of
 * `sys.modules`, gets new ones.
 */
export function renewLines(
  source: Source,
  layout: Layout,
  order: readonly Place[],
  free: (name: string) => string,
): { readonly imports: readonly string[]; readonly lines: readonly string[] } {
  const [importlib, sys, again, part] = ['_importlib', '_sys', '_again', '_part'].map(free);
  const names = order.map((place) => `"${dottedOf(source, layout, layout.parts[place]!.stem)}"`);
  const flat = `for ${part} in (${names.join(', ')}${names.length === 1 ? ',' : ''}):`;
  return {
    imports: [`import importlib as ${importlib}`, `import sys as ${sys}`],
    lines: [
      `${again} = "${again}" in globals()`,
      ...(flat.length <= source.width ? [flat] : [`for ${part} in (`, ...names.map((name) => `    ${name},`), '):']),
      `    if ${again} and ${part} in ${sys}.modules:`,
      `        ${importlib}.reload(${sys}.modules[${part}])`,
      '    else:',
      `        ${sys}.modules.pop(${part}, None)`,
    ],
  };
}
