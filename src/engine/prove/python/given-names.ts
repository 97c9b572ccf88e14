import type { Defect } from './defect.ts';
import { identityOf, isDevice } from './generated.ts';
import type { PythonFile } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * The module that a file's definitions say they are of: the one that it names ahead of all else, as the part of an earlier split does, or itself.
 * Null where it takes another name later, or one that is computed.
 */
export function calledAs({ statements, name }: PythonFile): string | null {
  const naming = statements.filter(({ binds }) => binds.includes('__name__'));
  if (naming.length === 0) return name.dotted;
  const [first] = naming;
  const isFirst = statements.slice(0, first!.index).every(({ kind, inert }) => kind !== 'plain' || inert);
  return naming.length === 1 && isFirst ? (identityOf(first!.text)?.name ?? null) : null;
}

/** A module that has the name of another keeps it, hands it on to its parts, and does not look for its facade under it. */
export function givenNames({ before, facade, parts }: SplitShape): Defect[] {
  if (parts.length === 0) return [];
  const given = calledAs(before);
  if (given === null)
    return [
      { path: facade.path, why: `${before.name.dotted} takes another name in its midst, and its parts cannot do so` },
    ];
  const wrong = parts.flatMap((part): Defect[] => {
    const own = part.statements.flatMap(({ text }) => identityOf(text) ?? [])[0]?.name ?? given;
    return own === given
      ? []
      : [{ path: part.path, why: `it calls itself ${own}, and the module was called ${given}` }];
  });
  return given === before.name.dotted ? wrong : [...wrong, ...keptByFacade(facade, given)];
}

function keptByFacade(facade: PythonFile, given: string): Defect[] {
  const defectOf = (why: string): Defect[] => [{ path: facade.path, why }];
  if (calledAs(facade) !== given)
    return defectOf(`it does not call itself ${given} ahead of all else, as the module did`);
  const device = facade.statements.find(({ text }) => isDevice(text));
  return device ? defectOf(`it looks for itself under its name, which is that of ${given}`) : [];
}
