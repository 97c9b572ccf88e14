import type { Finding } from '../../../src/core/finding.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { NativeModule } from '../native.ts';
import type { Names } from '../python/resolve-name.ts';
import { judgeStub, type StubJudge } from './judge-stub.ts';
import { stubFact } from './read-stub.ts';

/** A stub with the native module that it describes. */
export interface NativeStub extends StubJudge {
  readonly declares: (name: string) => boolean;
}

/** The stubs of all native modules and of the modules in them; those with syntax errors are read as far as they go, and then not judged. */
export const stubsOf = (view: View, names: Names): NativeStub[] =>
  names.bridges.flatMap(({ module, mirrors, native }) =>
    [module, ...mirrors].flatMap((dotted) => stubsFor(view, names, dotted, native)),
  );

function stubsFor(view: View, names: Names, dotted: string, native: NativeModule): NativeStub[] {
  const inner = [...native.members.values()].flatMap((one) =>
    one.module ? stubsFor(view, names, `${dotted}.${one.name}`, one.module) : [],
  );
  const path = names.python.stubs.get(dotted);
  if (path === undefined) return inner;
  const fact = view.facts(path, stubFact);
  if (fact.status === 'failed') return inner;
  const declared = new Set(fact.value.names.map(({ name }) => name));
  const stub = fact.status === 'partial' ? { ...fact.value, names: [], open: true } : fact.value;
  return [
    { stubPath: path, module: dotted, native, stub, declares: (name) => declared.has(name) || fact.value.open },
    ...inner,
  ];
}

export const judgeStubs = (stubs: readonly NativeStub[]): Finding[] => stubs.flatMap(judgeStub);
