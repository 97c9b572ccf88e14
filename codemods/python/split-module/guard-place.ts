import { compiledBeside } from '../../../analyzers/readings/python/files-beside.ts';
import { loadedApart } from '../../../analyzers/readings/python/loaded-apart.ts';
import { namespaceAsker } from '../../../analyzers/readings/python/namespace-askers.ts';
import { runsAsProgram } from '../../../analyzers/readings/python/runs-as-program.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import { lazyImport } from '../../../src/languages/python/lazy-imports.ts';
import { listsNamespace } from '../../../src/languages/python/lists-namespace.ts';
import { marksFrames, readsFrameName, recognisesOwnFile } from '../../../src/languages/python/own-file.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Layout, ownImports } from './layout.ts';
import type { Refuse } from './refuse.ts';

/** Files beside the module that a split would collide with, or leave describing something that is gone. */
export function guardPlace(view: View, source: Source, layout: Layout, refuse: Refuse): void {
  const start = { start: 0, end: 0 };
  const stem = source.path.replace(/\.py$/, '');
  const compiled = compiledBeside(view, source.path);
  if (compiled !== null)
    refuse('H28', start, `${compiled} is compiled from or in place of this module`, 'Split it by hand.');
  for (const { path } of view.files.filter((file) => file.path.startsWith(stem)))
    guardNeighbour(path, stem, layout, refuse);
  if (layout.kind !== 'package')
    for (const { path } of layout.parts)
      if (view.file(path)) refuse('H32', start, `${path} already exists`, 'Choose another module name.');
  guardProgram(view, source, layout, refuse);
  guardApart(view, source, layout, refuse);
  guardFrames(source, layout, refuse);
  guardAskers(view, source, layout, refuse);
  if (source.path.includes('-') || !/^[\w./]*\.py$/u.test(source.path))
    refuse('H15', start, `${source.path} cannot be imported by a name`, 'Rename it first.');
}

/** Code that inspects frames recognises a module's own code by a frame's file or globals; a lazy import is loaded by its first read. */
function guardFrames({ syntax }: Source, { parts }: Layout, refuse: Refuse): void {
  if (parts.length === 0) return;
  const own = recognisesOwnFile(syntax);
  if (own) refuse('H20', own, 'the module recognises its own code by the path of its file', 'Split it by hand.');
  const lazy = lazyImport(syntax);
  if (lazy) refuse('H90', lazy, 'lazy imports are not followed', 'Split it by hand.');
  const listed = listsNamespace(syntax);
  if (listed) refuse('H19', listed, 'it lists the names of the module while it is imported', 'Split it by hand.');
  const mark = marksFrames(syntax);
  if (mark) refuse('H19', mark, 'it marks all code that has it among its globals', 'Split it by hand.');
}

/** Other code that looks into the module's namespace by itself: into the globals of its functions, or while it is loaded. */
function guardAskers(view: View, { path }: Source, { parts }: Layout, refuse: Refuse): void {
  const asker = parts.length === 0 ? null : namespaceAsker(view, path);
  if (asker !== null)
    refuse('H72', { start: 0, end: 0 }, `${asker}: a part has fewer names than the module`, 'Split it by hand.');
}

/** Parts that go by names of their own answer for a frame of the module that is asked for its name. */
export function guardFrameNames({ syntax }: Source, refuse: Refuse): void {
  if (readsFrameName(syntax))
    refuse(
      'H19',
      { start: 0, end: 0 },
      'it reads the module name from frames, and parts would have names of their own',
      'Give the parts the name of the module (leave out nativeModuleNames).',
    );
}

/** A file that is run by its path must stay one that can be. */
function guardProgram(view: View, source: Source, layout: Layout, refuse: Refuse): void {
  const { path, outline, name } = source;
  const main = outline.units.find(({ kind }) => kind === 'main');
  const program = runsAsProgram(view, path);
  if (program === null || layout.parts.length === 0) return;
  if (layout.kind === 'package')
    refuse(
      'H29',
      main?.body ?? { start: 0, end: 0 },
      `a package cannot be run by the path of its __init__.py: ${program}`,
      'Choose the layout sibling.',
    );
  if (layout.kind === 'sibling' && name.package !== '' && ownImports(source).length === 0)
    refuse(
      'H29',
      main?.body ?? { start: 0, end: 0 },
      `run by its path it is in no package, and cannot import its parts: ${program}`,
      'Give it an import of its own package if it is only started by `python -m`, or keep its definitions together.',
    );
  if (layout.kind !== 'init') return;
  refuse(
    'H29',
    main?.body ?? { start: 0, end: 0 },
    `the package's own file is run by its path, where it is in no package and cannot import its parts: ${program}`,
    'Move its definitions into modules by hand, or let them be started by `python -m`.',
  );
}

/** A file that is loaded by its path, or by a name from above, finds no part beside it. */
function guardApart(view: View, { path, name }: Source, { kind, parts }: Layout, refuse: Refuse): void {
  const asked = kind === 'sibling' && name.package === '' && parts.length > 0 ? loadedApart(view, path) : null;
  if (asked !== null)
    refuse(
      'H92',
      { start: 0, end: 0 },
      `${asked}, and its folder is not searched for its parts then`,
      'Give its folder an `__init__.py`, or put the folder on the path (`pythonpath` in the settings of pytest).',
    );
}

/** What stands beside a module under its name. */
function guardNeighbour(path: string, stem: string, { kind }: Layout, refuse: Refuse): void {
  const start = { start: 0, end: 0 };
  const rest = path.slice(stem.length);
  if (kind === 'package' && rest === '.pyi')
    refuse('H27', start, `the stub ${path} describes the module under its path`, 'Choose the layout sibling.');
  if (kind === 'package' && rest.startsWith('/'))
    refuse('H32', start, `the folder ${stem}/ already exists`, 'Choose the layout sibling.');
}
