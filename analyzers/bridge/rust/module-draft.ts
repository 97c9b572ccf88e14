import type { NativeMember, NativeModule, Spot } from '../native.ts';

/** A native module while its functions are followed. */
export interface ModuleDraft {
  readonly name: string;
  /** @param at where it is added; the member's own place is where it is defined */
  add(member: NativeMember, at: Spot): void;
  addModule(child: ModuleDraft, place: Spot, conditional: string | null): void;
  /** A name of which nothing else is known; null: not even that. */
  unknown(name: string | null, place: Spot, reason: string): void;
  open(reason: string): void;
  finish(): NativeModule;
}

export function createDraft(name: string, place: Spot): ModuleDraft {
  const members = new Map<string, NativeMember>();
  const children = new Map<string, ModuleDraft>();
  const reasons = new Set<string>();
  const twice: { name: string; first: Spot; again: Spot }[] = [];

  const places = new Map<string, Spot>();
  const add = (member: NativeMember, at: Spot): void => {
    const known = members.get(member.name);
    if (known) note(known, member, at);
    places.set(member.name, at);
    members.set(member.name, known ? joined(known, member) : member);
  };
  const note = (known: NativeMember, member: NativeMember, at: Spot): void => {
    const isSure = known.conditional === null && member.conditional === null;
    if (isSure && !HIDDEN.test(member.name))
      twice.push({ name: member.name, first: places.get(member.name)!, again: at });
  };

  return {
    name,
    add,
    addModule(child, at, conditional) {
      children.set(child.name, child);
      add({ ...plain(child.name, at), kind: 'module', conditional }, at);
    },
    unknown(missing, at, reason) {
      reasons.add(reason);
      if (missing !== null) add({ ...plain(missing, at), kind: 'value', conditional: reason }, at);
    },
    open: (reason) => void reasons.add(reason),
    finish: () => ({ name, place, members: finished(members, children), open: [...reasons], twice, doc: null }),
  };
}

/** Members with the modules below in their final form. */
const finished = (
  members: ReadonlyMap<string, NativeMember>,
  children: ReadonlyMap<string, ModuleDraft>,
): Map<string, NativeMember> =>
  new Map(
    [...members].map(([key, one]) => {
      const child = one.kind === 'module' ? children.get(key) : undefined;
      return [key, child ? { ...one, module: child.finish() } : one];
    }),
  );

const HIDDEN = /^__(?:all|doc|name)__$/;

const plain = (name: string, place: Spot): NativeMember => ({
  name,
  kind: 'value',
  rustType: '',
  place,
  signature: null,
  shown: null,
  conditional: null,
  type: null,
  module: null,
});

/** Alternatives of one name: it is there if one of them is; what they do not agree on is not known. */
function joined(known: NativeMember, member: NativeMember): NativeMember {
  if (known.conditional === null && member.conditional === null) return member;
  const isSame = known.kind === member.kind && known.type === member.type;
  const signature = JSON.stringify(known.signature) === JSON.stringify(member.signature) ? member.signature : null;
  return {
    ...member,
    kind: known.kind === member.kind ? member.kind : 'value',
    type: isSame ? member.type : null,
    signature,
    shown: signature === null ? null : member.shown,
    conditional: known.conditional === null ? null : member.conditional,
  };
}
