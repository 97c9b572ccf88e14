import { extensionsOf } from '../../../analyzers/readings/javascript/module-extensions.ts';
import { isEsPackage } from '../../../analyzers/readings/javascript/package-scope.ts';
import { reachingFile } from '../../../analyzers/readings/javascript/reaching-files.ts';
import { replacingFile } from '../../../analyzers/readings/javascript/replacing-files.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { ownerOf } from '../../../src/languages/javascript/lexical-names.ts';
import { childrenOf, kindOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Bindings } from './bindings.ts';
import { type Piece, refuse, type Source } from './source.ts';

const KEEP = 'Keep this unit in the facade.';
const start = { start: 0, end: 0 };

/** What no split of this file can fix. */
export function refuseFile(view: View, source: Source): Refusal[] {
  const { path, module, text, outline, pieces } = source;
  const refusals: Refusal[] = [];
  const equals = module.assignments.find(({ kind }) => kind === 'export');
  if (equals)
    refusals.push(
      refuse(source, 'J2', equals, '`export =` makes one value the whole module', 'Turn it into named exports first.'),
    );
  const foreign = refuseForm(view, source);
  if (foreign !== null) refusals.push(foreign);
  if (/\.d\.[mc]?ts$/.test(path))
    refusals.push(
      refuse(
        source,
        'J18',
        start,
        'a declaration file describes code that is elsewhere',
        'Split the source that it describes.',
      ),
    );
  const head = text.slice(0, outline.header.end);
  if (/@flow\b/.test(head))
    refusals.push(refuse(source, 'J21', start, 'Flow types are not understood', 'Split the file by hand.'));
  const server = module.directives.find(({ value }) => value === 'use server');
  if (server)
    refusals.push(
      refuse(
        source,
        'J9',
        server,
        "a 'use server' module may export only async functions of its own, and re-export nothing",
        'Split the file by hand.',
      ),
    );
  for (const { unit } of pieces)
    for (const hazard of unit.hazards)
      if (hazard.id === 'J12') refusals.push(refuse(source, 'J12', hazard, hazard.why, 'Remove the `eval` first.'));
  return [...refusals, ...refuseReached(view, source)];
}

/** What names the module system in a way that is not read as a whole. */
function refuseForm(view: View, source: Source): Refusal | null {
  const { form, path } = source;
  const no = (why: string): Refusal => refuse(source, 'J15', start, why, 'Turn it into an ES module first.');
  if (form === 'script') return no('the file is a script: it has no import and no export');
  if (form === 'module') return null;
  if (!/\.c?js$/.test(path)) return no('the names of such a file are global, unless it has an import or an export');
  return path.endsWith('.js') && isEsPackage(view, path)
    ? no('its package makes it an ES module, and it has no import and no export')
    : null;
}

/** `declare module './m' { interface T … }` elsewhere extends what this file declares, and a re-export cannot be extended. */
export function refuseExtended(view: View, source: Source, { parts }: Assignment): Refusal[] {
  return extensionsOf(view, [source.path]).flatMap(({ by, words }) =>
    parts
      .flatMap(({ pieces }) => pieces)
      .flatMap(({ unit }) => {
        const extended = unit.defines.find(({ name }) => words === null || words.has(name));
        if (extended === undefined) return [];
        const why = `${by} extends this module by \`declare module\`, which does not reach \`${extended.name}\` through a re-export`;
        return [refuse(source, 'J10', unit.body, why, KEEP)];
      }),
  );
}

/** `rewire('./m')` and its like reach this file, and would not reach the parts. */
function refuseReached(view: View, source: Source): Refusal[] {
  const path = reachingFile(view, [source.path]);
  if (path !== null) {
    const why = `${path} reloads this file or uses its path, and would not reach the parts`;
    return [refuse(source, 'J88', start, why, "Change it to use the module's exports first.")];
  }
  const replacer = replacingFile(view, [source.path]);
  if (replacer === null) return [];
  const why = `${replacer} replaces what this file exports, which a re-export may not allow`;
  return [refuse(source, 'J88', start, why, 'Pass the function in, or mock the module as a whole, first.')];
}

export function refuseUnits(source: Source, { parts, home }: Assignment, bindings: Bindings): Refusal[] {
  const refusals: Refusal[] = [];
  for (const { pieces } of parts)
    for (const piece of pieces) {
      refusals.push(...refuseKind(source, piece), ...refuseAliases(source, piece, bindings));
      for (const twin of piece.unit.twins ?? []) {
        const other = source.pieces.find(({ unit }) => unit.id === twin);
        if (other && home[other.index] !== home[piece.index])
          refusals.push(
            refuse(
              source,
              'J10',
              piece.unit,
              `\`${piece.unit.id}\` and \`${twin}\` declare one name together`,
              'Move both to one module.',
            ),
          );
      }
    }
  return [...refusals, ...refuseNames(source, home, bindings)];
}

const STOPS: Readonly<Record<string, string>> = {
  J3: '`this` outside of functions is the module itself',
  J7: 'a top-level `await` delays every module that imports it',
  J13: 'the parser does not understand it',
  J72: 'a comment in the middle of the file applies to it: `eslint-disable` and the like',
  J73: 'what `using` declares is disposed of when its module ends',
};

function refuseKind(source: Source, { unit, nodes }: Piece): Refusal[] {
  const { syntax } = source;
  if (unit.kind === 'directive') return [refuse(source, 'J9', unit, 'a directive stays first in its file', KEEP)];
  if (unit.kind === 'import' || (unit.kind === 'export' && unit.visibility === 'export'))
    return [refuse(source, 'J19', unit, 'imports and export lists stay; the parts get copies of what they need', KEEP)];
  const stops = unit.hazards
    .filter(({ id }) => id in STOPS)
    .map((hazard) => refuse(source, hazard.id, hazard, STOPS[hazard.id]!, KEEP));
  if (isPromise(source, nodes) && unit.visibility !== '' && unit.defines.some(({ spaces }) => spaces.includes('value')))
    stops.push(refuse(source, 'J18', unit, '`declare` describes a value that the facade could not re-export', KEEP));
  if (unit.opaque) stops.push(refuse(source, 'J13', unit, STOPS.J13!, KEEP));
  for (const node of nodes)
    for (let inner = node; inner < syntax.after[node]! && inner < node + 4; inner++)
      if (
        kindOf(syntax, inner) === 'module' ||
        /^declare\s+global\b/.test(source.text.slice(syntax.start[inner]!, syntax.start[inner]! + 20))
      )
        return [
          ...stops,
          refuse(source, 'J10', unit, 'it extends a module or the global scope for every file that is compiled', KEEP),
        ];
  return stops;
}

const isPromise = ({ syntax }: Source, nodes: readonly number[]): boolean =>
  nodes.some((node) =>
    [node, ...childrenOf(syntax, node)].some((one) => kindOf(syntax, one) === 'ambient_declaration'),
  );

/** Names that an `import A = N.B` gives. */
function refuseAliases(source: Source, { unit }: Piece, { own, imported }: Bindings): Refusal[] {
  const { names } = source;
  const alias = names.free.find(
    (one) =>
      one.at >= unit.start &&
      one.at < unit.end &&
      names.scopes[0]!.names.has(one.name) &&
      ownerOf(names.scopes, one) === 0 &&
      !own.has(one.name) &&
      !imported.has(one.name),
  );
  if (!alias) return [];
  const why = `\`${alias.name}\` comes from an \`import … =\`, which is not copied`;
  return [
    refuse(
      source,
      'J20',
      { start: alias.at, end: alias.at + alias.name.length },
      why,
      'Write it as an ES import first.',
    ),
  ];
}

/** Names that cannot be had across files. */
function refuseNames(source: Source, home: readonly number[], { own, mentions }: Bindings): Refusal[] {
  const refusals: Refusal[] = [];
  source.pieces.forEach((piece, index) => {
    for (const mention of mentions[index]!.values()) {
      const binding = own.get(mention.name);
      if (!binding || home[binding.piece] === home[index]) continue;
      const range = { start: mention.at, end: mention.at + mention.name.length };
      if (mention.writes.length > 0) {
        const write = { start: mention.writes[0]!, end: mention.writes[0]! + mention.name.length };
        const why = `\`${piece.unit.id}\` assigns \`${mention.name}\`, and an import cannot be assigned`;
        refusals.push(refuse(source, 'J8', write, why, 'Keep the variable and all that assigns it in one module.'));
      } else if (binding.ambient && binding.hasValue) {
        const why = `\`declare\` only describes \`${mention.name}\`; there is no value that a module could export`;
        refusals.push(refuse(source, 'J18', range, why, 'Keep it with all that reads it.'));
      } else if (home[binding.piece] === FACADE && binding.exported === null) {
        const why = `\`${mention.name}\` stays and is private, and exporting it to the part would make it public`;
        refusals.push(refuse(source, 'J17', range, why, `Move \`${source.pieces[binding.piece]!.unit.id}\` too.`));
      }
    }
  });
  return refusals;
}
