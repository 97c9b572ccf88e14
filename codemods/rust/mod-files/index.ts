import { basename, dirname, join } from 'node:path/posix';
import { type CodemodFile, defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';

/** `a/mod.rs` becomes `a.rs`, or back: the same module by either of the two names that the compiler looks for. */
export const modFiles: ShippedCodemod = defineFileCodemod({
  id: 'rust/mod-files',
  title: '`a/mod.rs` becomes `a.rs`; with --param to=mod.rs, `a.rs` beside a folder `a` becomes `a/mod.rs`',
  params: { to: '`name.rs` (default) or `mod.rs`' },
  languages: ['rust'],
  change: (file, params) => {
    const to = params.to ?? 'name.rs';
    if (to !== 'name.rs' && to !== 'mod.rs') throw new Error('`to` is name.rs or mod.rs');
    const isMod = basename(file.path) === 'mod.rs';
    if (isMod !== (to === 'name.rs')) return;
    const folder = isMod ? dirname(file.path) : file.path.slice(0, -'.rs'.length);
    if (folder === '.' || (!isMod && file.exists(folder) !== 'folder')) return;
    if (!isMod && file.exists(join(folder, 'main.rs')) !== null) return;
    const target = isMod ? `${folder}.rs` : join(folder, 'mod.rs');
    requireModule(file, folder, target);
    file.moveTo(target);
    file.count('modules moved');
  },
});

/** Refuses what would name another module, another target, or other files than before. */
function requireModule(file: CodemodFile, folder: string, target: string): void {
  const parent = dirname(folder);
  if (/(?:^|\/)(?:tests|examples|benches|bin)$/.test(parent))
    file.refuse('cargo takes each file of its folder for a target of its own');
  if (file.exists(target) !== null) file.refuse(`${target} is there too`);
  if (/#!?\s*\[[^\]]*\bpath\s*=/.test(file.text))
    file.refuse('it holds a #[path], which counts from the folder of the file');
  if (/\binclude(?:_str|_bytes)?\s*!/.test(file.text)) file.refuse('it includes a file, by a path from its own folder');
  const parents = ['mod.rs', 'lib.rs', 'main.rs'].map((name) => join(parent, name)).concat(`${parent}.rs`);
  const name = basename(folder);
  const declared = parents.flatMap((path) => declarationsOf(file.read(path) ?? '', name));
  if (declared.length === 0) file.refuse(`no file beside it declares \`mod ${name};\``);
  if (declared.some((before) => /\bpath\s*=/.test(before))) file.refuse('a #[path] names it');
}

/** What stands before each `mod name;`, back to the end of the statement above. */
function declarationsOf(text: string, name: string): string[] {
  const found = text.matchAll(new RegExp(`(^|[;{}])([^;{}]*?)\\bmod\\s+(?:r#)?${name}\\s*;`, 'g'));
  return [...found].map((match) => match[2]!);
}
