import type { NativeMember, Spot } from '../native.ts';
import { classModel, classNameOf } from './class-model.ts';
import { shownSignature, signatureOf } from './method-members.ts';
import { conditionOf, type ModelContext } from './model-context.ts';
import type { ModuleDraft } from './module-draft.ts';
import { attributeNamed, hasOption, optionsOf, stringOption } from './python-attributes.ts';
import { isToken, pythonName } from './read-signature.ts';
import type { Found } from './resolve-path.ts';
import type { RustFunction, RustModule } from './rust-file.ts';
import type { Placed } from './rust-index.ts';

/** A `#[pymodule]`: a function that fills it, or an inline module that is it. */
export type ModuleItem =
  | { readonly kind: 'function'; readonly item: Placed<RustFunction> }
  | { readonly kind: 'module'; readonly item: Placed<RustModule> };

/** What a module is called where it is defined. */
export const moduleNameOf = ({ item }: ModuleItem): string =>
  stringOption(optionsOf(item.attributes, 'pymodule'), 'name') ?? pythonName(item.name);

export const spotOf = ({ path, line }: { readonly path: string; readonly line: number }): Spot => ({ path, line });

export interface Export {
  /** A name of its own; null: what the item is called. */
  readonly as: string | null;
  readonly waits: string | null;
  /** Where it is added. */
  readonly at: Spot;
}

/** Adds a class, function or name that a path led to. False where it is nothing that Python can have. */
export function addFound(context: ModelContext, found: Found, draft: ModuleDraft, { as, waits, at }: Export): boolean {
  const made = memberFor(context, found);
  if (made === null) return false;
  if (made === 'never') return true;
  draft.add({ ...made, name: as ?? made.name, conditional: waits ?? made.conditional }, at);
  return true;
}

/** What Python sees of an item; null: it is none of Python's; `never`: no build has it. */
function memberFor(context: ModelContext, found: Found): NativeMember | null | 'never' {
  if (found.kind === 'scope' || found.kind === 'module') return null;
  const { item } = found;
  const condition = conditionOf(context, item.scope, item.cfg);
  if (condition === false) return 'never';
  const base = {
    rustType: '',
    place: spotOf(item),
    signature: null,
    shown: null,
    conditional: condition,
    type: null,
    module: null,
  };
  if (found.kind === 'class') {
    const type = classModel(context, found.item);
    return { ...base, name: classNameOf(found.item), kind: 'class', type };
  }
  if (found.kind === 'name') {
    const kind = found.item.kind === 'constant' ? 'constant' : 'exception';
    return { ...base, name: item.name, kind };
  }
  return functionMember(context, found.item, base);
}

function functionMember(
  context: ModelContext,
  item: Placed<RustFunction>,
  base: Omit<NativeMember, 'name' | 'kind'>,
): NativeMember | null {
  const { attributes } = item;
  if (!attributeNamed(attributes, 'pyfunction') && !attributeNamed(attributes, 'pyfn')) return null;
  const options = { ...optionsOf(attributes, 'pyfunction'), ...optionsOf(attributes, 'pyo3') };
  const given = item.parameters.filter((one) => !isToken(one) && !/\bCancelHandle$/.test(one.type));
  const own = hasOption(options, 'pass_module') ? given.slice(1) : given;
  return {
    ...base,
    name: stringOption(options, 'name') ?? pythonName(item.name),
    kind: 'function',
    rustType: item.returns,
    signature: signatureOf(attributes, own, context.optionalTail),
    shown: shownSignature(attributes),
  };
}
