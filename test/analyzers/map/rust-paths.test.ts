import { describe, expect, test } from 'vitest';
import { map } from '../../../analyzers/map/index.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const FILES = {
  'Cargo.toml':
    '[package]\nname = "core"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nwire = { path = "wire" }\n',
  'src/lib.rs': 'mod http;\nmod model;\nmod util;\n',
  'src/http.rs': 'pub mod codec;\npub struct Server;\npub fn serve() {}\n',
  'src/http/codec.rs': '',
  'src/util.rs': '',
  'src/main.rs': '',
  'wire/Cargo.toml': '[package]\nname = "wire"\nversion = "0.1.0"\nedition = "2021"\n',
  'wire/src/lib.rs': 'pub mod frame;\n',
  'wire/src/frame.rs': '',
};

const edgesOf = (path: string, text: string): string[] =>
  map
    .run(memoryView({ ...FILES, [path]: text }, { readManifests }))
    .edges.filter(({ kind, path: file }) => kind === 'use' && file === path)
    .map(({ from, to, line }) => `${from} ${to}:${line}`);

const inModel = (text: string): string[] =>
  edgesOf('src/model.rs', text).map((edge) => edge.replace('rs:core::model ', ''));

describe('paths without a `use` are edges', () => {
  test.each<[string, string, string[]]>([
    ['in an expression', 'fn f() {\n    crate::http::serve();\n}\n', ['rs:core::http:2']],
    ['in a type', 'struct S(Vec<super::http::Server>);\n', ['rs:core::http:1']],
    ['behind `::`', 'fn f(_: ::wire::frame::Frame) {}\n', ['rs:wire::frame:1']],
    [
      'in the arguments of a macro',
      'fn f() { assert_eq!(crate::http::serve(), wire::frame::ok()); }\n',
      ['rs:core::http:1', 'rs:wire::frame:1'],
    ],
    ['in an attribute', '#[wire::traced]\nfn f() {}\n', ['rs:wire:1']],
    ['in a derive', '#[derive(wire::frame::Framed)]\nstruct S;\n', ['rs:wire::frame:1']],
    [
      'in a string of an attribute',
      'struct S {\n    #[serde(with = "crate::http::codec")]\n    a: i32,\n}\n',
      ['rs:core::http::codec:2'],
    ],
    ['by `extern crate`', 'extern crate wire as w;\nfn f() { w::frame::new() }\n', ['rs:wire:1', 'rs:wire::frame:2']],
    [
      'by what `use` calls a module',
      'use crate::http as web;\nfn f() { web::codec::read() }\n',
      ['rs:core::http:1', 'rs:core::http::codec:2'],
    ],
    [
      'by what a body calls one',
      'fn f() {\n    use crate::http as web;\n    web::codec::read()\n}\n',
      ['rs:core::http:2', 'rs:core::http::codec:3'],
    ],
    [
      'by what a glob brings in',
      'mod inner {\n    use crate::*;\n    fn f() { http::serve() }\n}\n',
      ['rs:core:2', 'rs:core::http:3'],
    ],
    [
      'from the root in the definition of a macro',
      'macro_rules! m { () => { $crate::http::serve() }; }\n',
      ['rs:core::http:1'],
    ],
  ])('%s', (_, text, expected) => {
    expect(inModel(text)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['what is quoted for another crate', 'fn f() { quote! { crate::http::serve() } }\n'],
    ['what is quoted within other arguments', 'fn f() { vec![quote::quote!(crate::http::serve())]; }\n'],
    [
      'a comment, a string, a documentation',
      '/// [`crate::http::serve`]\n// crate::http::serve()\nconst A: &str = "crate::http::serve";\n',
    ],
    ['visibility', 'pub(in crate::http) fn f() {}\n'],
    ['tests', '#[cfg(test)]\nmod tests {\n    fn f() { crate::http::serve() }\n}\n'],
    [
      'a type that is called as a module is',
      'struct Http;\nfn f() { Http::serve(); std::mem::drop(1); u8::from(1); }\n',
    ],
    ['a name that a macro is expanded with elsewhere', 'macro_rules! m { () => { super::http::serve() }; }\n'],
    ['a name of a crate that it does not depend on', 'fn f() { serde::json(); }\n'],
    ['a feature that is called as a path is', '#[cfg_attr(x, doc(cfg(feature = "crate::http::serve")))]\nfn f() {}\n'],
  ])('not: %s', (_, text) => {
    expect(inModel(text)).toEqual([]);
  });

  test('not: a method or function with type arguments among tokens, which is called as a module is', () => {
    const text = 'use crate::*;\nfn f() { assert!(a.http::<u8>() + util::<u8>()) }\n';
    expect(inModel(text)).toEqual(['rs:core:1']);
  });

  test('a module of its own comes before a crate of the same name', () => {
    const files = { ...FILES, 'src/wire.rs': 'pub mod frame;\n', 'src/wire/frame.rs': '' };
    const view = memoryView(
      { ...files, 'src/lib.rs': 'mod wire;\nfn f() { wire::frame::new() }\n' },
      { readManifests },
    );
    expect(
      map
        .run(view)
        .edges.filter(({ kind }) => kind === 'use')
        .map(({ to }) => to),
    ).toEqual(['rs:core::wire::frame']);
  });

  test('a program leads to the library of its package, and to what that depends on', () => {
    expect(edgesOf('src/main.rs', 'use core::http;\nfn main() { wire::frame::new(); http::codec::read() }\n')).toEqual([
      'rs:core[bin core] rs:core::http:1',
      'rs:core[bin core] rs:core::http::codec:2',
      'rs:core[bin core] rs:wire::frame:2',
    ]);
  });
});
