import type { Composition, Splice } from '../../../analyzers/composition/composition.ts';
import { sanitize } from '../sanitize.ts';
import { describeSplice, isNotable } from './describe-splice.ts';

/**
 * The composition as an indented text: a block for each module that names files by more than `mod x;`, then what could not be resolved,
 * then the files that are used more than once. One fact a line and two spaces a level, so that it reads on a narrow terminal.
 */
export function renderTree(composition: Composition): string {
  const byPath = new Map<string, Splice[]>();
  for (const splice of composition.splices)
    if (isNotable(splice)) byPath.set(splice.path, [...(byPath.get(splice.path) ?? []), splice]);
  const lines = composition.modules.flatMap((module) => moduleLines(module, byPath));
  if (composition.shared.length > 0) lines.push('', 'used more than once');
  for (const { path, by } of composition.shared)
    lines.push(`  ${path}`, ...by.map((place) => `    ${place.path}:${place.line}`));
  lines.push(...summary(composition));
  return `${lines.map(sanitize).join('\n')}\n`;
}

function summary({ modules, splices }: Composition): string[] {
  const count = (fits: (splice: Splice) => boolean): number => splices.filter(fits).length;
  const includes = count(({ kind }) => kind !== 'mod' && kind !== 'path');
  const unresolved = count((splice) => splice.unresolved !== null);
  const convertible = splices.find(
    ({ kind, position, form }) => kind === 'include' && position === 'module-item' && form === 'literal',
  );
  const hint = convertible
    ? [`items by include!: \`omni-refactor include-to-mod ${convertible.path}\` makes modules of them`]
    : [];
  return [
    '',
    `${modules.length} modules, ${includes} includes, ${count(({ kind }) => kind === 'path')} #[path], ${unresolved} unresolved`,
    ...hint,
  ];
}

function moduleLines(
  { id, file, fragments }: Composition['modules'][number],
  byPath: ReadonlyMap<string, readonly Splice[]>,
): string[] {
  const files = [file, ...fragments].filter((path) => byPath.has(path));
  if (files.length === 0) return [];
  const rows = files.flatMap((path) => [
    `  ${path}${path === file ? '' : ' (fragment)'}`,
    ...byPath.get(path)!.map((splice) => `    ${describeSplice(splice)}`),
  ]);
  return [id, ...rows];
}
