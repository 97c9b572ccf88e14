import type { LoadEffect, Outline, Unit } from '../../../src/core/unit.ts';
import { PURE_DECORATOR } from '../../../src/languages/python/known-decorators.ts';
import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import { moduleNames } from '../../../src/languages/python/module-names.ts';
import { pythonOutline } from '../../../src/languages/python/outline.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import { isStandard } from '../../../src/languages/python/stdlib-modules.ts';
import { unitStatements } from '../../../src/languages/python/unit-statements.ts';
import { valueKind } from '../../../src/languages/python/value-kind.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type ModuleFile, moduleFile } from './module-file.ts';
import { nameOf } from './source.ts';

/**
 * The outline of a file without the questions that run no code: an attribute of a module, a function, a plain value or a plain class, as far
 * as the files of the workspace tell. What they do not tell may do anything, but for types of other packages in annotations.
 */
export function settleAsks(view: View, path: string, outline: Outline): Outline {
  const { effects } = outline;
  if (effects === undefined || effects.every(({ asks }) => asks === undefined)) return outline;
  const home = nameOf(view, path).package;
  const modules = importedModules(view, path);
  const known = new Map<string, boolean>();
  const isPlain = (asked: string): boolean => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const [, annotation, dots, rest] = /^(\??)(\.*)(.*)$/.exec(asked)!;
    const dotted = absoluteModule(dots!.length, rest!, home);
    const plain =
      dotted !== null &&
      !rest!.startsWith('*') &&
      (nature(view, dotted, 0) ?? (modules.has(dotted) || annotation === '?' || isClassName(dotted))) === true;
    known.set(asked, plain);
    return plain;
  };
  return { ...outline, effects: effects.map((effect) => settled(effect, isPlain)) };
}

function settled({ asks, ...effect }: LoadEffect, isPlain: (asked: string) => boolean): LoadEffect {
  const left = (asks ?? []).filter((asked) => !isPlain(asked));
  return left.length > 0 ? { ...effect, asks: left } : effect;
}

/** What `import a.b` names is a module. */
const importedModules = (view: View, path: string): ReadonlySet<string> =>
  new Set(
    readImports(view.syntax(path))
      .filter(({ kind }) => kind === 'import')
      .flatMap(({ names }) =>
        names.flatMap(({ name }) => name.split('.').map((_, i, all) => all.slice(0, i + 1).join('.'))),
      ),
  );

/** By PEP 8, a class: `Color` of a package that is not there to look at. */
const isClassName = (dotted: string): boolean => /^[A-Z]\w*[a-z]\w*$/.test(dotted.slice(dotted.lastIndexOf('.') + 1));

const DEEPEST = 8;

/** Whether asking the thing for something runs no code; null where the workspace does not have it. */
function nature(view: View, dotted: string, depth: number): boolean | null {
  const module = moduleFile(view, dotted);
  if (module !== null) return !/^def __getattr__\b/m.test(view.text(module.path));
  const index = dotted.lastIndexOf('.');
  if (index === -1) return null;
  const home = moduleFile(view, dotted.slice(0, index));
  if (home !== null) return named(view, home, dotted.slice(index + 1), depth);
  // A member of a class or of a value: what that gives is not known.
  const holder = dotted.slice(0, index);
  return nature(view, holder, depth) === null ? null : false;
}

/** A name of a module of the workspace. */
function named(view: View, { path, name }: ModuleFile, wanted: string, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const outline = view.facts(path, pythonOutline);
  if (outline.status !== 'ok') return false;
  const binders = outline.value.units.filter(({ defines }) => defines.some((one) => one.name === wanted));
  if (binders.length === 0) return false;
  return binders.every((unit) => unitNature(view, path, unit, wanted, { home: name.package, depth }));
}

function unitNature(
  view: View,
  path: string,
  unit: Unit,
  wanted: string,
  { home, depth }: { readonly home: string; readonly depth: number },
): boolean {
  const syntax = view.syntax(path);
  if (unit.kind === 'def') return true;
  if (unit.kind === 'class') return classNature(view, path, unit, depth);
  const origins = readImports(syntax)
    .filter(({ start }) => unit.start <= start && start < unit.end)
    .flatMap((item) =>
      item.names
        .filter(({ name, alias }) => (alias ?? name.split('.')[0]) === wanted)
        .map(({ name }) =>
          item.kind === 'import' ? name : `${absoluteModule(item.level, item.module, home) ?? '*'}.${name}`,
        ),
    );
  if (origins.length > 0)
    return origins.every((one) => isStandard(one) || (nature(view, one, depth + 1) ?? isClassName(one)));
  const { units } = view.facts(path, pythonOutline).status === 'ok' ? outlineOf(view, path) : { units: [] };
  const index = units.findIndex(({ start }) => start === unit.start);
  return (
    index !== -1 && valueKind(syntax, moduleNames(syntax, units), unitStatements(syntax, units)[index]!) !== 'object'
  );
}

function outlineOf(view: View, path: string): Outline {
  const outline = view.facts(path, pythonOutline);
  if (outline.status !== 'ok') throw new Error(`${path} has no outline`);
  return outline.value;
}

/** No metaclass, no decorator that makes members of its own kind, and bases that are plain as well. */
function classNature(view: View, path: string, unit: Unit, depth: number): boolean {
  const text = view.text(path).slice(unit.start, unit.end);
  const heads = [...text.matchAll(/^[ \t]*@(.+)$/gm)].map((one) => one[1]!.trim());
  if (heads.some((one) => !PURE_DECORATOR.test(one) && !/^\w+\.(setter|getter|deleter)$/.test(one))) return false;
  const bases = /^(?:@.*\n|[ \t]*#.*\n)*class\s+\w+\s*(?:\[[^\]]*\])?\s*(?:\(([^)]*)\))?\s*:/.exec(text)?.[1] ?? '';
  if (/metaclass\s*=\s*(?!(?:abc\.)?ABCMeta\b)/.test(bases)) return false;
  const home = moduleFile(view, nameOf(view, path).dotted);
  return bases
    .replace(/\[[^\]]*\]/g, '')
    .split(',')
    .map((base) => base.trim())
    .filter((base) => base !== '' && !base.includes('='))
    .every((base) => home !== null && isPlainBase(view, home, base, depth));
}

function isPlainBase(view: View, home: ModuleFile, base: string, depth: number): boolean {
  if (!/^[\w.]+$/.test(base)) return false;
  const [first, ...members] = base.split('.');
  const { units } = outlineOf(view, home.path);
  if (!units.some(({ defines }) => defines.some(({ name }) => name === first))) return base !== 'type';
  const origin = readImports(view.syntax(home.path))
    .filter(({ scope }) => scope === 'module')
    .flatMap((item) =>
      item.names
        .filter(({ name, alias }) => (alias ?? name.split('.')[0]) === first)
        .map(({ name, alias }) =>
          item.kind === 'import'
            ? [alias === null ? first : name, ...members].join('.')
            : [absoluteModule(item.level, item.module, home.name.package) ?? '*', name, ...members].join('.'),
        ),
    )[0];
  if (origin === undefined) return members.length === 0 && named(view, home, first!, depth + 1);
  return isStandard(origin) || (nature(view, origin, depth + 1) ?? false);
}
