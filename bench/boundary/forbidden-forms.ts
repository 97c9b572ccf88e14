/** One way to write an import that a rule forbids: what is put behind a file's own text. */
export interface Form {
  readonly id: string;
  readonly half: 'python' | 'native' | 'rust';
  readonly path: string;
  readonly text: string;
}

const PYTHON: readonly (readonly [id: string, text: string])[] = [
  ['import', 'import app.cli.options\n'],
  ['import-as', 'import app.cli.options as o\n'],
  ['from-package', 'from app.cli import options\n'],
  ['from-module', 'from app.cli.options import parse\n'],
  ['from-module-as', 'from app.cli.options import parse as p\n'],
  ['star', 'from app.cli.options import *\n'],
  ['relative-package', 'from ..cli import options\n'],
  ['relative-module', 'from ..cli.options import parse\n'],
  ['in-function', 'def late():\n    from app.cli import options\n    return options\n'],
  ['in-async', 'async def late():\n    import app.cli.options\n'],
  ['in-method', 'class Late:\n    def run(self):\n        from app.cli.options import parse\n        return parse\n'],
  ['in-class', 'class Held:\n    from app.cli.options import parse\n'],
  ['in-try', 'try:\n    from app.cli import options\nexcept ImportError:\n    options = None\n'],
  ['in-except', 'try:\n    import json\nexcept ImportError:\n    from app.cli import options\n'],
  ['in-if', 'import sys\nif sys.platform == "linux":\n    from app.cli import options\n'],
  ['in-with', 'import contextlib\nwith contextlib.suppress(ImportError):\n    import app.cli.options\n'],
  ['in-loop', 'for _ in range(1):\n    from app.cli import options\n'],
  ['parentheses', 'from app.cli import (\n    options,\n)\n'],
  ['many', 'import os, app.cli.options\n'],
  ['semicolon', 'x = 1; import app.cli.options\n'],
  ['continued', 'from app.cli \\\n    import options\n'],
  ['top-package', 'from app import cli\n'],
  ['relative-top', 'from .. import cli\n'],
  [
    'in-nested',
    'def outer():\n    def inner():\n        from ..cli import options\n        return options\n    return inner\n',
  ],
  [
    'in-match',
    'def pick(kind):\n    match kind:\n        case 1:\n            from app.cli import options\n            return options\n',
  ],
];

const NATIVE: readonly (readonly [id: string, text: string])[] = [
  ['native-import', 'import app._core\n'],
  ['native-from', 'from app._core import add\n'],
  ['native-package', 'from app import _core\n'],
  ['native-relative', 'from .. import _core as c\n'],
  ['native-relative-name', 'from .._core import add\n'],
  ['native-late', 'def late():\n    from app._core import add\n    return add\n'],
];

const RUST: readonly (readonly [id: string, text: string])[] = [
  ['use', 'use crate::http::Server;\n'],
  ['use-module', 'use crate::http;\n'],
  ['use-super', 'use super::http::Server;\n'],
  ['use-group', 'use crate::{util, http::{Server, serve}};\n'],
  ['use-as', 'use crate::http::Server as S;\n'],
  ['use-glob', 'use crate::http::*;\n'],
  ['pub-use', 'pub use crate::http::Server;\n'],
  ['use-in-function', 'pub fn late() { use crate::http::serve; serve(); }\n'],
  ['use-in-module', 'pub mod inner { use crate::http::Server; pub type T = Server; }\n'],
  ['use-self', 'use crate::http::{self, Server};\n'],
  ['use-cfg', '#[cfg(feature = "x")]\nuse crate::http::Server;\n'],
  ['use-crate', 'use wire::Frame;\n'],
  ['use-crate-root', 'use ::wire::Frame;\n'],
  ['extern-crate', 'extern crate wire;\n'],
  ['extern-crate-as', 'extern crate wire as w;\n'],
  ['path-call', 'pub fn late() { crate::http::serve(); }\n'],
  ['path-type', 'pub fn late(_: &crate::http::Server) {}\n'],
  ['path-field', 'pub struct Late { pub server: crate::http::Server }\n'],
  ['path-super', 'pub fn late() { super::http::serve(); }\n'],
  ['path-crate', 'pub fn late() -> wire::Frame { wire::Frame }\n'],
  ['path-root', 'pub fn late(_: ::wire::Frame) {}\n'],
  ['path-generic', 'pub type Late = Vec<crate::http::Server>;\n'],
  ['path-impl', 'pub struct Late;\nimpl From<wire::Frame> for Late { fn from(_: wire::Frame) -> Self { Late } }\n'],
  ['path-bound', 'pub fn late<T: Into<wire::Frame>>(_: T) {}\n'],
  ['path-where', 'pub fn late<T>(_: T) where T: Into<crate::http::Server> {}\n'],
  ['path-pattern', 'pub fn late(v: &dyn std::any::Any) -> bool { matches!(v.downcast_ref(), Some(wire::Frame)) }\n'],
  ['path-match', 'pub fn late(v: Option<()>) { match v { Some(()) => crate::http::serve(), None => {} } }\n'],
  ['path-const', 'pub const LATE: fn() = crate::http::serve;\n'],
  ['path-static', 'pub static LATE: Option<wire::Frame> = None;\n'],
  ['path-turbofish', 'pub fn late() { let _ = Vec::<crate::http::Server>::new(); }\n'],
  ['path-qualified', 'pub fn late() -> u8 { <crate::http::Server as Into<u8>>::into }\n'],
  ['path-method', 'pub fn late() { let _ = [1].iter().map(|_| crate::http::serve()); }\n'],
  ['path-async', 'pub async fn late() { async { crate::http::serve() }.await }\n'],
  ['path-assoc', 'pub fn late() { let _ = wire::Frame::new(); }\n'],
  ['path-macro', 'pub fn late() { println!("{:?}", crate::http::serve()); }\n'],
  ['path-macro-type', 'pub fn late() { let _ = vec![wire::Frame]; }\n'],
  ['path-macro-item', 'thread_local! { static LATE: Option<crate::http::Server> = None; }\n'],
  ['path-macro-use', 'cfg_if::cfg_if! { if #[cfg(unix)] { use crate::http::{Server, serve}; } }\n'],
  ['path-macro-module', 'register!(crate::http);\n'],
  ['path-macro-name', 'pub fn late() { wire::frame!(); }\n'],
  ['path-macro-rules', 'macro_rules! late { () => { $crate::http::serve() }; }\n'],
  ['path-attribute', '#[wire::framed]\npub struct Late;\n'],
  ['path-derive', '#[derive(Debug, wire::Framed)]\npub struct Late;\n'],
  ['path-string', '#[derive(Serialize)]\npub struct Late {\n    #[serde(with = "crate::http")]\n    pub at: i32,\n}\n'],
  [
    'path-string-item',
    '#[derive(Deserialize)]\npub struct Late {\n    #[serde(default = "crate::http::serve")]\n    pub at: (),\n}\n',
  ],
  ['path-cfg-attr', '#[cfg_attr(feature = "x", serde(remote = "wire::Frame"))]\npub struct Late;\n'],
  ['path-alias', 'use crate as root;\npub fn late() { root::http::serve(); }\n'],
  ['path-body-alias', 'pub fn late() { use crate as root; root::http::serve(); }\n'],
  ['path-in-module', 'pub mod inner { pub fn late() { crate::http::serve(); } }\n'],
  ['path-in-module-super', 'pub mod inner { pub fn late() { super::super::http::serve(); } }\n'],
  ['path-glob', 'pub mod inner { use crate::*; pub fn late() { http::serve(); } }\n'],
  ['path-of-module', 'use crate::http as web;\npub fn late() { web::serve(); }\n'],
];

const SOURCES = ['python/app/core/run.py', 'python/app/core/model.py', 'python/app/core/store.py'];
const RUST_SOURCES = ['src/model.rs', 'src/model/deep.rs'];

/** A form for each seed: every way in turn, from another file each time. */
export function formOf(seed: number): Form {
  const all = [
    ...PYTHON.map(([id, text]) => ({ id, text, half: 'python' as const })),
    ...NATIVE.map(([id, text]) => ({ id, text, half: 'native' as const })),
    ...RUST.map(([id, text]) => ({ id, text, half: 'rust' as const })),
  ];
  const form = all[seed % all.length]!;
  const round = Math.floor(seed / all.length);
  const path = form.half === 'rust' ? RUST_SOURCES[round % 2]! : SOURCES[round % 3]!;
  const isDeep = path === 'src/model/deep.rs';
  return { ...form, path, text: isDeep ? form.text.replace('super::http', 'super::super::http') : form.text };
}

/** How many ways there are. */
export const FORM_COUNT = PYTHON.length + NATIVE.length + RUST.length;
