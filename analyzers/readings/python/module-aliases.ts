import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** Expressions by which a file speaks of a module: `m`, `pkg.m`, an alias, a variable that holds what `import_module` gave. */
export function moduleAliases(syntax: Syntax, dotted: string, packageName: string): Set<string> {
  const aliases = new Set<string>([`sys.modules["${dotted}"]`, `sys.modules['${dotted}']`]);
  for (const item of readImports(syntax)) {
    if (item.kind === 'import')
      for (const { name, alias } of item.names) {
        if (name === dotted) aliases.add(alias ?? name);
        // `import pkg.other` makes `pkg.m` reachable too, when somebody has imported it.
        else if (alias === null && dotted.startsWith(`${name.split('.')[0]}.`)) aliases.add(dotted);
        else if (alias !== null && dotted.startsWith(`${name}.`)) aliases.add(`${alias}${dotted.slice(name.length)}`);
      }
    else if (item.kind === 'from') {
      const module = absoluteModule(item.level, item.module, packageName);
      for (const { name, alias } of item.names) {
        const whole = module === '' ? name : `${module}.${name}`;
        if (whole === dotted) aliases.add(alias ?? name);
        else if (dotted.startsWith(`${whole}.`)) aliases.add(`${alias ?? name}${dotted.slice(whole.length)}`);
      }
    }
  }
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'assignment') continue;
    const left = childByField(syntax, node, 'left');
    const right = childByField(syntax, node, 'right');
    if (left === -1 || right === -1 || syntax.end[right]! - syntax.start[right]! > 200) continue;
    const value = textOf(syntax, right);
    if (aliases.has(value) || (/(import|reload|sys\.modules)/.test(value) && mentions(value, dotted)))
      addSpellings(aliases, textOf(syntax, left));
  }
  return aliases;
}

const mentions = (text: string, dotted: string): boolean =>
  text.includes(`"${dotted}"`) || text.includes(`'${dotted}'`);

/** A class attribute that holds the module is read through the object. */
function addSpellings(aliases: Set<string>, name: string): void {
  for (const object of ['', 'self.', 'cls.']) aliases.add(`${object}${name}`);
}
