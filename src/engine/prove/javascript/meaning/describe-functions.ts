/**
 * JavaScript: what a value is, as lines of a place and a text, down to plain data: kinds, names and lengths of functions, property descriptors,
 * chains of prototypes, and which of them are one object. No getter, method or trap of the described code is run. Needs `types` of node:util.
 */
export const DESCRIBE_FUNCTIONS = `
const MOST = 20000;
const [builtins, known] = [new Map(), new Map()];
for (const name of Reflect.ownKeys(globalThis)) {
  const value = Object.getOwnPropertyDescriptor(globalThis, name).value;
  if (typeof value !== 'function' || value === globalThis) continue;
  builtins.set(value, 'global ' + String(name));
  if (value.prototype) builtins.set(value.prototype, 'global ' + String(name) + '.prototype');
}
function kindOf(value) {
  if (types.isProxy(value)) return 'proxy';
  if (typeof value === 'function')
    return (/^class\\b/.test(Function.prototype.toString.call(value)) ? 'class' : types.isAsyncFunction(value) ? 'async function' : types.isGeneratorFunction(value) ? 'generator' : 'function');
  if (Array.isArray(value)) return 'array';
  if (types.isModuleNamespaceObject(value)) return 'module';
  for (const name of ['Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'RegExp', 'Promise', 'NativeError', 'TypedArray', 'ArrayBuffer', 'BoxedPrimitive'])
    if (types['is' + name](value)) return name;
  return 'object';
}
function brief(value) {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return value + 'n';
  if (Object.is(value, -0)) return '-0';
  if (value === null || !/^(object|function)$/.test(typeof value)) return String(value);
  if (builtins.has(value)) return builtins.get(value);
  const kind = kindOf(value);
  if (kind === 'Date') return 'Date ' + Date.prototype.getTime.call(value);
  if (kind === 'RegExp') return 'RegExp ' + Object.getOwnPropertyDescriptor(RegExp.prototype, 'source').get.call(value) + ' ' + Object.getOwnPropertyDescriptor(RegExp.prototype, 'flags').get.call(value);
  if (typeof value === 'function' && kind !== 'proxy') {
    const own = (name) => { const found = Object.getOwnPropertyDescriptor(value, name); return found && 'value' in found && !/^(object|function)$/.test(typeof found.value) ? String(found.value) : 'of its own'; };
    return kind + ' ' + own('name') + '/' + own('length');
  }
  return kind + (kind === 'proxy' || Object.isExtensible(value) ? '' : ' that cannot be extended');
}
const flagsOf = (one) => (one.writable ? 'w' : '') + (one.enumerable ? 'e' : '') + (one.configurable ? 'c' : '');
function describe(place, root, lines) {
  const waiting = [[place, root, 0]];
  for (let next = waiting.shift(); next !== undefined && lines.length < MOST; next = waiting.shift()) {
    const [at, value, depth] = next;
    const isThing = value !== null && /^(object|function)$/.test(typeof value);
    if (!isThing || builtins.has(value)) { lines.push([at, brief(value)]); continue; }
    if (known.has(value)) { lines.push([at, 'the same as ' + known.get(value)]); continue; }
    known.set(value, at === '' ? 'the module' : at);
    lines.push([at, brief(value)]);
    const kind = kindOf(value);
    if (kind === 'proxy' || depth > 8) continue;
    const isModule = kind === 'module';
    let i = 0;
    if (kind === 'Map') for (const [key, one] of Map.prototype.entries.call(value)) waiting.push([at + ' key ' + i, key, depth + 1], [at + ' value ' + i++, one, depth + 1]);
    if (kind === 'Set') for (const one of Set.prototype.values.call(value)) waiting.push([at + ' member ' + i++, one, depth + 1]);
    const keys = Reflect.ownKeys(value).filter((key) => !(key === 'stack' && kind === 'NativeError') && !(typeof value === 'function' && /^(name|length|arguments|caller)$/.test(String(key))));
    if (depth > 0 && !Array.isArray(value) && keys.length > 1) lines.push([at + ', its keys in their order', keys.map(String).join()]);
    for (const key of keys.sort((a, b) => (String(a) < String(b) ? -1 : 1))) {
      const name = at === '' || at.endsWith(' ') ? at + String(key) : at + '.' + String(key);
      let one;
      try { one = Object.getOwnPropertyDescriptor(value, key); } catch (error) { lines.push([name, 'not initialised']); continue; }
      if (!('value' in one)) {
        lines.push([name + ', as a property', (one.get === undefined ? 'a setter' : one.set === undefined ? 'a getter' : 'a getter and setter') + ' (' + flagsOf(one) + ')']);
        if (depth === 0 && one.get !== undefined) { let got; try { got = value[key]; } catch { continue; } waiting.push([name, got, depth + 1]); }
        continue;
      }
      if (!isModule) lines.push([name + ', as a property', 'a value (' + flagsOf(one) + ')']);
      waiting.push([name, one.value, depth + 1]);
    }
    if (!isModule && !(kind === 'object' && depth === 0)) waiting.push([at + '.__proto__', Object.getPrototypeOf(value), depth + 1]);
  }
}
function worldOf() {
  const world = new Map();
  const add = (title, owner) => { for (const key of Reflect.ownKeys(owner)) { const one = Object.getOwnPropertyDescriptor(owner, key); world.set(title + String(key), 'value' in one ? one.value : one.get); } };
  add('', globalThis);
  for (const [value, title] of builtins) if (!/^global (WebAssembly|Iterator)/.test(title)) add(title.slice(7) + '.', value);
  return world;
}
`;
