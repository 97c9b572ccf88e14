import type { Source } from '../../../analyzers/readings/python/source.ts';
import { applyEdits } from '../../../src/core/apply-edits.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { BUILTIN_NAMES, MODULE_ATTRIBUTES } from '../../../src/languages/python/builtin-names.ts';
import type { PythonImport } from '../../../src/languages/python/read-imports.ts';
import { deeper } from './dots.ts';
import { neededOf } from './narrow-block.ts';
import { printFrom } from './print-import.ts';

export interface CopiedImports {
  readonly lines: readonly string[];
  readonly typeChecking: readonly string[];
}

/**
 * The imports that a part needs, in the file's order: statements narrowed to the names in use, the blank lines between groups kept.
 * @param needed names that the part reads and no unit of the file defines
 */
export function copyImports(source: Source, needed: ReadonlySet<string>, moreDots: boolean): CopiedImports {
  const lines: string[] = [];
  let last = -1;
  const top = source.imports.filter((item) => item.scope === 'module' && !item.typeChecking && item.kind !== 'future');
  const units = source.outline.units.filter(({ kind }) => kind === 'import');
  const stars = [...needed].some((name) => isUnknown(source, name));
  for (const item of top) {
    const unit = units.find(({ start, end }) => start <= item.start && item.end <= end);
    if (!unit) continue;
    const printed = printNarrowed(source, item, needed, {
      stars,
      moreDots,
      comment: commentBehind(source, item, unit),
    });
    if (printed.length === 0) continue;
    if (last !== -1 && /\n[ \t]*\r?\n/.test(source.text.slice(last, item.start))) lines.push('');
    lines.push(...printed);
    last = item.end;
  }
  return { lines, typeChecking: copyTypeChecking(source, needed, moreDots) };
}

/** A name that nothing in sight binds: a star import may. */
export const isUnknown = (source: Source, name: string): boolean =>
  !BUILTIN_NAMES.has(name) &&
  !MODULE_ATTRIBUTES.has(name) &&
  !source.outline.units.some((unit) => unit.defines.some((d) => d.name === name));

function printNarrowed(
  { width }: Source,
  item: PythonImport,
  needed: ReadonlySet<string>,
  { stars, moreDots, comment }: { readonly stars: boolean; readonly moreDots: boolean; readonly comment: string },
): string[] {
  const module = `${'.'.repeat(item.level + (moreDots && item.level > 0 ? 1 : 0))}${item.module}`;
  if (item.star) return stars ? [`from ${module} import *${comment === '' ? '' : `  ${comment}`}`] : [];
  const names = item.names.filter(({ name, alias }) => needed.has(alias ?? name.split('.')[0]!));
  const printed = names.map(({ name, alias }) => (alias === null ? name : `${name} as ${alias}`));
  if (printed.length === 0) return [];
  if (item.kind === 'import') return printed.map((name) => `import ${name}${comment === '' ? '' : `  ${comment}`}`);
  return printFrom(module, printed, width, comment);
}

const LINTER = /#\s*(type:|noqa|pylint:|pragma|isort:|pyright:|mypy:|ruff:).*$/;

function commentBehind(source: Source, item: PythonImport, unit: Unit): string {
  const line = source.text.slice(item.end, unit.end).split(/\r?\n/, 1)[0]!;
  const inside = /\(\s*(#[^\n\r]*)/.exec(source.text.slice(item.start, item.end))?.[1] ?? '';
  return (LINTER.exec(line) ?? LINTER.exec(inside))?.[0].trimEnd() ?? '';
}

/** Blocks under `if TYPE_CHECKING:` narrowed to the names in use. */
function copyTypeChecking(source: Source, needed: ReadonlySet<string>, moreDots: boolean): string[] {
  const blocks = source.outline.units.filter(
    ({ kind, defines }) => kind === 'type-checking' && defines.some(({ name }) => needed.has(name)),
  );
  return blocks.flatMap((unit, i) => [...(i > 0 ? [''] : []), ...copyBlock(source, unit, needed, moreDots)]);
}

/** One `if TYPE_CHECKING:`: narrowed to what is needed, or as it stands where that cannot be told. */
function copyBlock(source: Source, unit: Unit, needed: ReadonlySet<string>, moreDots: boolean): string[] {
  const { text } = source;
  const statements = neededOf(source, unit, needed);
  if (statements === null)
    return applyEdits(text, moreDots ? deeper(source, unit) : [], unit.body.start, unit.end).split(/\r?\n/);
  const lines = [text.slice(unit.body.start, text.indexOf(':', unit.body.start) + 1)];
  let last = -1;
  for (const { start, end, imports, names } of statements.filter((one) => one.names.length > 0)) {
    const isOpen = last !== -1 && /\n[ \t]*\r?\n/.test(text.slice(last, start));
    const printed =
      imports.length === 0
        ? text.slice(text.lastIndexOf('\n', start) + 1, end).split(/\r?\n/)
        : imports
            .flatMap((item) =>
              printNarrowed(source, item, new Set(names), {
                stars: false,
                moreDots,
                comment: commentBehind(source, item, unit),
              }),
            )
            .map((line) => (line === '' ? '' : `    ${line}`));
    lines.push(...(isOpen ? [''] : []), ...printed);
    last = end;
  }
  return lines;
}
