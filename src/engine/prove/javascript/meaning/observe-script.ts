import { DESCRIBE_FUNCTIONS } from './describe-functions.ts';

/**
 * Loads a module in a process of its own, and writes what became of it to a file: its names in their order, what each is, down to plain data,
 * what it did while it was loaded, and what the other modules and the globals hold then. Its argument is an `Entry` of `observe.ts` as JSON, with
 * the module's absolute file and the file for the answer.
 */
export const OBSERVE_SCRIPT = `
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { writeFileSync } from 'node:fs';
import fs from 'node:fs';
import me from 'node:process';
import { types } from 'node:util';
import { pathToFileURL } from 'node:url';
const { file, form, answer, tree, family, others } = JSON.parse(me.argv[1]);
me.argv = [me.argv[0], file];
setTimeout(() => end({ why: 'it was not loaded within 30 seconds' }), 30000).unref();
${DESCRIBE_FUNCTIONS}
const end = (told) => { writeFileSync(answer, JSON.stringify(told)); me.reallyExit(0); };
const require = createRequire(file);
const [effects, modules] = [[], new Map()];
globalThis[Symbol.for('evaluated module')] = (path) => { if (!family.includes(path)) modules.set(path, modules.size); };
const shown = (one) => String(typeof one === 'string' ? one : brief(one)).replaceAll(tree, '').slice(0, 200);
function watch(owner, title, names) {
  for (const name of names) {
    const real = owner[name];
    if (typeof real !== 'function') continue;
    const watched = function (...given) {
      // Node reads modules by these functions itself.
      if (title !== 'fs.' || !/\\.([cm]?js|json|node)$/.test(String(given[0]))) effects.push(title + name + '(' + given.map(shown).join(', ') + ')');
      return /^(console|std)/.test(title) ? true : Reflect.apply(real, this, given);
    };
    for (const key of Reflect.ownKeys(real))
      if (key !== 'prototype') try { Object.defineProperty(watched, key, Object.getOwnPropertyDescriptor(real, key)); } catch {}
    try { owner[name] = watched; } catch {}
  }
}
watch(console, 'console', ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir']);
watch(me.stdout, 'stdout.', ['write']);
watch(me.stderr, 'stderr.', ['write']);
watch(me, 'process.', ['on', 'once', 'addListener', 'prependListener', 'emitWarning', 'exit', 'chdir']);
watch(globalThis, '', ['setTimeout', 'setInterval', 'setImmediate', 'fetch']);
watch(Math, 'Math.', ['random']);
watch(Date, 'Date.', ['now']);
watch(fs, 'fs.', ['writeFileSync', 'appendFileSync', 'mkdirSync', 'rmSync', 'unlinkSync', 'writeFile', 'readFileSync', 'readdirSync']);
watch(require('child_process'), 'child_process.', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
syncBuiltinESMExports();
const before = worldOf();
const env = { ...me.env };
effects.length = 0;
try {
  const ns = form === 'commonjs' ? require(file) : await import(pathToFileURL(file).href);
  const done = effects.splice(0);
  const lines = [];
  const isModule = types.isModuleNamespaceObject(ns);
  if (!isModule && ns !== null && /^(object|function)$/.test(typeof ns) && !types.isProxy(ns))
    lines.push(['its keys, in their order', Reflect.ownKeys(ns).map(String).join()]);
  describe('', ns, lines);
  for (const [name, value] of worldOf()) if (before.get(name) !== value) lines.push(['the global ' + name, brief(value)]);
  for (const name of new Set([...Object.keys(env), ...Object.keys(me.env)]))
    if (env[name] !== me.env[name]) lines.push(['the variable ' + name, String(me.env[name])]);
  if (form === 'commonjs') {
    const seen = await import(pathToFileURL(file).href);
    lines.push(['the names that an import sees', Object.keys(seen).join()]);
  }
  for (const path of [...modules.keys()].sort()) {
    if (others[path] === undefined) continue;
    const other = form === 'commonjs' ? require(others[path]) : await import(pathToFileURL(others[path]).href);
    describe(path + ' ', other, lines);
  }
  end({ lines, effects: done, modules: [...modules.keys()] });
} catch (error) {
  end({ why: types.isNativeError(error) ? error.name + ': ' + error.message.split('\\n')[0].replaceAll(tree + '/', '') : 'it throws ' + brief(error) });
}
`;
