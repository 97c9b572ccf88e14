import type { Finding } from '../../../src/core/finding.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { NativeModule } from '../native.ts';
import type { Names } from '../python/resolve-name.ts';
import { judgeStub, type StubJudge } from './judge-stub.ts';
import { stubFact } from './read-stub.ts';
import type { StubFile } from './stub-file.ts';

/** A stub with the native module that it describes. */
export interface NativeStub extends StubJudge {
  readonly declares: (name: string) => boolean;
  /** Why it is not judged; null: it is. */
  readonly unread: string | null;
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
  if (fact.status === 'failed') {
    const stub: StubFile = { names: [], open: true };
    return [{ stubPath: path, module: dotted, native, stub, declares: () => true, unread: fact.reason }, ...inner];
  }
  const declared = new Set(fact.value.names.map(({ name }) => name));
  const stub = fact.status === 'partial' ? { ...fact.value, names: [], open: true } : fact.value;
  const unread = fact.status === 'partial' ? `the stub of ${dotted} has syntax errors, and is not judged` : null;
  const declares = (name: string): boolean => declared.has(name) || fact.value.open;
  return [{ stubPath: path, module: dotted, native, stub, declares, unread }, ...inner];
}

export const judgeStubs = (stubs: readonly NativeStub[]): Finding[] => stubs.flatMap(judgeStub);
