import type { Signature } from './signature.ts';

export interface Spot {
  readonly path: string;
  readonly line: number;
}

/** `value`: an object of which the source does not say what it is. */
export type MemberKind = 'class' | 'exception' | 'function' | 'module' | 'constant' | 'value';

/** One name of a native module. */
export interface NativeMember {
  readonly name: string;
  readonly kind: MemberKind;
  readonly place: Spot;
  /** What a call may look like; null: not known, or no function. */
  readonly signature: Signature | null;
  /** As `inspect.signature` shows it, where `text_signature` says otherwise. */
  readonly shown: Signature | null;
  /** Its type in Rust, of a function what it returns; '' where it is not known. */
  readonly rustType: string;
  /** Why it may be missing from a build; null: it is always there. */
  readonly conditional: string | null;
  readonly type: NativeClass | null;
  readonly module: NativeModule | null;
}

export type ClassMemberKind = 'method' | 'static' | 'class-method' | 'attribute' | 'constant' | 'variant';

export interface ClassMember {
  readonly name: string;
  readonly kind: ClassMemberKind;
  readonly place: Spot;
  readonly signature: Signature | null;
  readonly shown: Signature | null;
  readonly writable: boolean;
  /** Its type in Rust, of a method what it returns; '' where it is not known. */
  readonly rustType: string;
  readonly conditional: string | null;
}

export interface NativeClass {
  readonly name: string;
  /** What it is called in Rust. */
  readonly rustName: string;
  readonly place: Spot;
  readonly members: ReadonlyMap<string, ClassMember>;
  /** What calling the class takes; `none`: it cannot be called; null: not known. */
  readonly creation: Signature | 'none' | null;
  readonly shownCreation: Signature | null;
  readonly canSubclass: boolean;
  readonly isEnum: boolean;
  /** A class of the same bridge, or the text of one of Python's. */
  readonly base: NativeClass | string | null;
  /** Why it may have more members than these. */
  readonly open: readonly string[];
}

/** A native module, or one below it, as PyO3 builds it. */
export interface NativeModule {
  /** The last segment of its name. */
  readonly name: string;
  readonly place: Spot;
  readonly members: ReadonlyMap<string, NativeMember>;
  /** Why it may have more members than these: empty means that it has exactly these. */
  readonly open: readonly string[];
  /** Names that are given twice, where the last one wins. */
  readonly twice: readonly { readonly name: string; readonly first: Spot; readonly again: Spot }[];
  readonly doc: string | null;
}

/** A native module under the name by which Python imports it. */
export interface Bridge {
  /** Dotted: `pkg._core`. */
  readonly module: string;
  /** How the name is known. */
  readonly source: 'configuration' | 'maturin' | 'setuptools-rust' | 'crate';
  readonly crate: { readonly name: string; readonly dir: string; readonly manifest: string };
  readonly native: NativeModule;
  /** Modules of which the same names can be read: maturin's own `__init__.py` of a package without Python. */
  readonly mirrors: readonly string[];
}

/** Everything that a class has, its bases included; whether that is all. */
export function membersOf(type: NativeClass): {
  readonly members: ReadonlyMap<string, ClassMember>;
  readonly open: boolean;
} {
  const members = new Map<string, ClassMember>();
  let open = false;
  const seen = new Set<NativeClass>();
  for (let at: NativeClass | string | null = type; at !== null; ) {
    if (typeof at === 'string' || seen.has(at)) {
      open = true;
      break;
    }
    seen.add(at);
    open ||= at.open.length > 0;
    for (const [name, member] of at.members) if (!members.has(name)) members.set(name, member);
    at = at.base;
  }
  return { members, open };
}
