import { type Parameter, printSignature, type Signature } from '../signature.ts';

export interface Difference {
  readonly about: 'signature' | 'default';
  readonly why: string;
}

/** How a stub's parameters differ from the native ones; null where a call means the same to both. */
export function compareSignatures(native: Signature, stub: Signature): Difference | null {
  const stubHas = (kind: Parameter['kind']): boolean => stub.some((one) => one.kind === kind);
  // `*args, **kwargs` says nothing.
  if (stubHas('rest') && stubHas('keywords') && stub.length === 2) return null;
  return compareShape(native, stub) ?? compareDefaults(native, stub);
}

const isPlaced = ({ kind }: Parameter): boolean => kind === 'positional' || kind === 'positional-only';

function compareShape(native: Signature, stub: Signature): Difference | null {
  const differs = (): Difference => ({
    about: 'signature',
    why: `the stub says ${printSignature(withoutDefaults(stub))}, Rust ${printSignature(withoutDefaults(native))}`,
  });
  const [own, other] = [native.filter(isPlaced), stub.filter(isPlaced)];
  if (own.length !== other.length) return differs();
  const isSame = own.every((one, i) => {
    const counterpart = other[i]!;
    if (one.kind === 'positional-only') return counterpart.kind === 'positional-only';
    return counterpart.kind === 'positional-only' || counterpart.name === one.name;
  });
  if (!isSame) return differs();
  for (const kind of ['rest', 'keywords'] as const)
    if (native.some((one) => one.kind === kind) !== stub.some((one) => one.kind === kind)) return differs();
  const names = (signature: Signature): string =>
    signature
      .filter(({ kind }) => kind === 'keyword-only')
      .map(({ name }) => name)
      .sort()
      .join(' ');
  return names(native) === names(stub) ? null : differs();
}

const withoutDefaults = (signature: Signature): Signature => signature.map((one) => ({ ...one, default: null }));

function compareDefaults(native: Signature, stub: Signature): Difference | null {
  const placed = stub.filter(isPlaced);
  let place = 0;
  for (const one of native) {
    const stubParameter = isPlaced(one)
      ? placed[place++]
      : stub.find(({ kind, name }) => kind === 'keyword-only' && name === one.name);
    if (!stubParameter || one.kind === 'rest' || one.kind === 'keywords') continue;
    const why = defaultDiffers(one, stubParameter);
    if (why !== null) return { about: 'default', why };
  }
  return null;
}

function defaultDiffers({ name, default: own }: Parameter, { default: stubbed }: Parameter): string | null {
  if (own === null && stubbed === null) return null;
  if (own === null) return `\`${name}\` has to be given, and the stub lets it be left out`;
  if (stubbed === null) return `\`${name}\` may be left out, and the stub asks for it`;
  if (own === '...' || stubbed === '...') return null;
  const [a, b] = [literal(own), literal(stubbed)];
  return a === null || b === null || a === b ? null : `\`${name}\` is ${own} in Rust and ${stubbed} in the stub`;
}

/** One spelling of a literal; null for what is none. */
function literal(text: string): string | null {
  if (/^(?:None|True|False)$/.test(text)) return text;
  if (/^-?[\d_]+(?:\.[\d_]*)?(?:[eE][+-]?\d+)?$/.test(text)) return String(Number(text.replaceAll('_', '')));
  const string = /^(["'])((?:(?!\1)[^\\])*)\1$/.exec(text);
  return string ? JSON.stringify(string[2]) : null;
}
