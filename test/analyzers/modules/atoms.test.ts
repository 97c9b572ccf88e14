import { describe, expect, it } from 'vitest';
import { planningOf } from '../../../src/engine/planning-of.ts';
import { outlineText } from './outline-text.ts';

const show = (text: string, language: 'rust' | 'python' | 'typescript', limit = 1000) => {
  const outline = outlineText(text, language);
  const { atoms, keep, whole } = planningOf(outline.language).atoms(outline, text, limit, {});
  return {
    atoms: atoms.map(({ units }) => units.map(({ id }) => id).join(' + ')),
    keep: keep.map(({ unit }) => unit),
    whole: whole.map(({ name }) => name),
  };
};

const method = (name: string, lines: number): string =>
  `    fn ${name}(&self) {\n${'        drop(1);\n'.repeat(lines)}    }\n`;

describe('Rust', () => {
  it('keeps a type with all its impls, wherever they stand', () => {
    const text = 'struct A;\nfn f() {}\nimpl A {}\nimpl Clone for A { fn clone(&self) -> A { A } }\n';
    expect(show(text, 'rust').atoms).toEqual(['struct A + impl A + impl Clone for A', 'fn f']);
  });

  it('puts impls of a local trait for types of elsewhere beside the trait', () => {
    const text = 'trait Size { fn size(&self) -> u8; }\nfn f() {}\nimpl Size for u8 { fn size(&self) -> u8 { 1 } }\n';
    expect(show(text, 'rust').atoms).toEqual(['trait Size + impl Size for u8', 'fn f']);
  });

  it('keeps cfg alternatives of one name together', () => {
    const text = '#[cfg(unix)]\nfn open() {}\nfn g() {}\n#[cfg(windows)]\nfn open() {}\n';
    expect(show(text, 'rust').atoms).toEqual(['fn open + fn open~2', 'fn g']);
  });

  it('leaves in the facade what has to be there', () => {
    const text =
      'use std::fmt;\nmod inner;\nmacro_rules! m { () => {} }\nm!();\nfn main() {}\n#[test]\nfn t() {}\nfn free() {}\n';
    expect(show(text, 'rust')).toMatchObject({
      atoms: ['fn free'],
      keep: expect.arrayContaining(['use std::fmt', 'fn main', 'fn t']),
    });
    expect(show(text, 'rust').keep).toHaveLength(6);
  });

  it('gives a large test module a file of its own, and leaves a small one', () => {
    const tests = (lines: number): string => `#[cfg(test)]\nmod tests {\n${'    // x\n'.repeat(lines)}}\nfn f() {}\n`;
    expect(show(tests(60), 'rust')).toMatchObject({ whole: ['tests'], keep: [] });
    expect(show(tests(3), 'rust')).toMatchObject({ whole: [], keep: ['mod tests'] });
  });

  it('divides a type only over the limit: methods may leave, the type stays', () => {
    const text = `struct Big;\nimpl Big {\n${method('a', 30)}${method('b', 30)}}\nimpl Drop for Big { fn drop(&mut self) {} }\n`;
    expect(show(text, 'rust', 100).atoms).toEqual(['struct Big + impl Big + impl Drop for Big']);
    expect(show(text, 'rust', 50)).toEqual({
      atoms: ['struct Big + impl Drop for Big', 'impl Big::a', 'impl Big::b'],
      keep: ['impl Big'],
      whole: [],
    });
  });

  it('places every trait impl by itself where the type leaves no room for them', () => {
    const impl = (name: string): string => `impl ${name} for Big {\n${method('a', 16)}}\n`;
    const text = `struct Big;\nimpl Big {\n${method('a', 30)}${method('b', 30)}}\n${impl('Drop')}${impl('Clone')}${impl('Debug')}`;
    expect(show(text, 'rust', 60).atoms).toEqual([
      'struct Big',
      'impl Big::a',
      'impl Big::b',
      'impl Drop for Big',
      'impl Clone for Big',
      'impl Debug for Big',
    ]);
  });

  it('makes files of inline modules only until what is left fits', () => {
    const inline = (name: string, lines: number): string => `mod ${name} {\n${'    // x\n'.repeat(lines)}}\n`;
    const text = `${inline('a', 45)}${inline('b', 44)}${inline('c', 43)}fn f() {}\n`;
    expect(show(text, 'rust', 1000).whole).toEqual([]);
    expect(show(text, 'rust', 130).whole).toEqual(['a']);
    expect(show(text, 'rust', 80).whole).toEqual(['a', 'b', 'c']);
  });
});

describe('Python', () => {
  it('never cuts a cycle, deferred references included', () => {
    const text = 'def a():\n    b()\n\ndef x():\n    pass\n\ndef b():\n    a()\n';
    expect(show(text, 'python').atoms).toEqual(['def a + def b', 'def x']);
  });

  it('keeps effects with what they change, and in the facade if that is of elsewhere', () => {
    const text = 'import log\n\nclass A:\n    pass\n\ndef f():\n    pass\n\nA.size = 1\nlog.setup()\n';
    const { atoms, keep } = show(text, 'python');
    expect(atoms[0]).toMatch(/^class A \+ .*A/);
    expect(atoms).toHaveLength(2);
    expect(keep).toHaveLength(2);
  });

  it('keeps a rebound name with all who write or read it', () => {
    const text =
      'state = 0\n\ndef f():\n    pass\n\ndef put():\n    global state\n    state = 1\n\ndef get():\n    return state\n';
    expect(show(text, 'python').atoms).toEqual(['assign state + def put + def get', 'def f']);
  });

  it('keeps what needs a kept name, since no module may import the facade', () => {
    const text =
      '"""Doc."""\n__version__ = "1"\n\ndef show():\n    return __version__\n\ndef free():\n    pass\n\nif __name__ == "__main__":\n    free()\n';
    const { atoms, keep } = show(text, 'python');
    expect(atoms).toEqual(['def free']);
    expect(keep).toContain('def show');
  });
});

describe('TypeScript', () => {
  it('keeps a variable with who assigns it, and cycles whole; statements and what they set up stay', () => {
    const text = [
      "import { x } from './x.ts';",
      'export let count = 0;',
      'export function free(): void {}',
      'export function raise(): void { count = 1; }',
      'function even(n: number): boolean { return n === 0 || odd(n - 1); }',
      'function odd(n: number): boolean { return n !== 0 && even(n - 1); }',
      'x();',
      '',
    ].join('\n');
    const { atoms, keep } = show(text, 'typescript');
    expect(atoms).toEqual(['let count + function raise', 'function free', 'function even + function odd']);
    expect(keep).toHaveLength(2);
  });
});
