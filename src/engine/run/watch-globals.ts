/** Whose properties codemods and this program's own code in the same thread share. */
const SHARED: readonly (readonly [name: string, object: object])[] = [
  ['Object', Object],
  ['Object.prototype', Object.prototype],
  ['Function.prototype', Function.prototype],
  ['Array', Array],
  ['Array.prototype', Array.prototype],
  ['String.prototype', String.prototype],
  ['Number.prototype', Number.prototype],
  ['RegExp.prototype', RegExp.prototype],
  ['Map.prototype', Map.prototype],
  ['Set.prototype', Set.prototype],
  ['Promise', Promise],
  ['Promise.prototype', Promise.prototype],
  ['JSON', JSON],
  ['Math', Math],
  ['Reflect', Reflect],
];

// Taken before any codemod is loaded.
const { getOwnPropertyDescriptor } = Object;
const { ownKeys } = Reflect;

interface Property {
  readonly object: object;
  readonly key: PropertyKey;
  readonly name: string;
  readonly found: PropertyDescriptor;
}

/**
 * What the built-in objects of this thread hold now. Ask again after each file: a codemod that has replaced one of them would change what this
 * program makes of every further file.
 * @returns the name of one that was replaced or removed since, or null; ones that were added are not seen
 */
export function watchGlobals(): () => string | null {
  const properties: Property[] = [];
  for (const [owner, object] of SHARED)
    for (const key of ownKeys(object))
      properties.push({ object, key, name: `${owner}.${String(key)}`, found: getOwnPropertyDescriptor(object, key)! });
  return () => {
    // Nothing is called here that could have been replaced.
    for (let i = 0; i < properties.length; i += 1) {
      const { object, key, name, found } = properties[i]!;
      const now = getOwnPropertyDescriptor(object, key);
      if (now === undefined || now.value !== found.value || now.get !== found.get || now.set !== found.set) return name;
    }
    return null;
  };
}
