import { runtimePlaces } from '../../../analyzers/readings/rust/runtime-places.ts';
import { readSource } from '../../../analyzers/readings/rust/source.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { View } from '../../../src/workspace/view.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What the program will report of its places after the split by a plan, with counts: names of types, callers, macros, targets of logs. */
export function placeNotes(view: View, { base, modules }: Plan): string[] {
  const { path } = base[0]!;
  const source = readSource(view, path);
  if (typeof source === 'string' || modules.length === 0) return [];
  const pieces = modules.flatMap(({ units }) => units.flatMap((id) => source.pieces.get(id) ?? []));
  const { typeNames, callers, macros, logs } = runtimePlaces(view, source, pieces);
  const part = `such as \`${modules[0]!.name}\``;
  const counts: readonly (readonly [number, string])[] = [
    [
      logs,
      `${plural(logs, 'log line that moves gets', 'log lines that move get')} another target: the path of its part, ${part} (R58)`,
    ],
    [
      typeNames,
      `the package calls \`type_name\` in ${plural(typeNames, 'place', 'places')}: for a type that moves, it returns the path of its part, ${part} (R55)`,
    ],
    [
      callers,
      `the package reads the place of a caller or a panic (\`Location\`) in ${plural(callers, 'place', 'places')}: code that moves is in another file (R56)`,
    ],
    [
      macros,
      `${plural(macros, 'macro call or derive that moves puts', 'macro calls or derives that move put')} the module path or the file into the program: it is that of a part (R57)`,
    ],
  ];
  return counts.flatMap(([count, text]) => (count === 0 ? [] : [`${path}: ${text}`]));
}
