import { describe, expect, test } from 'vitest';
import { ownership } from '../../../analyzers/ownership/index.ts';
import { ownershipMap } from '../../../analyzers/ownership/ownership-map.ts';
import { doubleOf, FORM_COUNT } from '../../../bench/ownership/double-forms.ts';
import { writeDocument } from '../../../codemods/workspace/write-document/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { OWNERSHIP_MARK, ownershipDocument } from '../../../src/report/ownership/document.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const viewOf = (files: Readonly<Record<string, string>>, config = '[ownership]\n'): View =>
  memoryView(
    { ...files, 'omni-refactor.toml': config },
    { readManifests, config: parseConfig(config, 'omni-refactor.toml') },
  );

const told = (files: Readonly<Record<string, string>>, config?: string): string[] =>
  ownership
    .run(viewOf(files, config))
    .findings.map(({ rule, place, symbol }) => `${rule} ${place.path}:${place.line} ${symbol}`);

describe('one thing on one registry', () => {
  test.each(Array.from({ length: FORM_COUNT }, (_, i) => doubleOf(i)))('$id', ({ clean, path, text }) => {
    expect(told(clean)).toEqual([]);
    const found = told({ ...clean, [path]: `${clean[path] ?? ''}${text}` });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^ownership-twice /);
  });

  test('an inner route and an outer one, two apps, and branches of one statement are not the same', () => {
    const files = {
      'a.py':
        'from flask import Flask, Blueprint\nbp = Blueprint("a", __name__)\napp = Flask(__name__)\nother = Flask("o")\n@bp.get("/x")\ndef a(): ...\n@app.get("/x")\ndef b(): ...\n@other.get("/x")\ndef c(): ...\napp.register_blueprint(bp, url_prefix="/in")\ntry:\n    @app.get("/y")\n    def d(): ...\nexcept ImportError:\n    @app.get("/y")\n    def e(): ...\n',
    };
    expect(told(files)).toEqual([]);
  });
});

const FLASK = 'from flask import Flask\napp = Flask(__name__)\n';
const MCP = 'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";\nconst server = new McpServer({});\n';

test.each<[string, Readonly<Record<string, string>>]>([
  ['converters', { 'a.py': `${FLASK}@app.get("/x/<int:a>")\ndef a(): ...\n@app.get("/x/<path:a>")\ndef b(): ...\n` }],
  [
    'hosts',
    { 'a.py': `${FLASK}@app.get("/x", host="a")\ndef a(): ...\n@app.get("/x", subdomain="b")\ndef b(): ...\n` },
  ],
  [
    'a return before',
    {
      'a.py': `${FLASK}def f(x):\n    if x:\n        app.add_url_rule("/x", view_func=a)\n        return\n    app.add_url_rule("/x", view_func=b)\n`,
    },
  ],
  [
    'a return before, in TypeScript',
    {
      'a.ts': `${MCP}function f(x) {\n  if (x) {\n    server.tool("a", f);\n    return;\n  }\n  server.tool("a", f);\n}\n`,
    },
  ],
  ['a conditional', { 'a.ts': `${MCP}x ? server.tool("a", f) :\n  server.tool("a", f);\n` }],
  ['try and catch', { 'a.ts': `${MCP}try {\n  server.tool("a", f);\n} catch {\n  server.tool("a", f);\n}\n` }],
  [
    'two cases',
    {
      'a.ts': `${MCP}switch (x) {\n  case 1:\n    server.tool("a", f);\n    break;\n  default:\n    server.tool("a", f);\n}\n`,
    },
  ],
])('%s: no double', (_, files) => {
  expect(told(files)).toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>]>([
  [
    'the default converter',
    { 'a.py': `${FLASK}@app.get("/x/<a>")\ndef a(): ...\n@app.get("/x/<string:b>")\ndef b(): ...\n` },
  ],
  ['one line', { 'a.ts': `${MCP}server.tool("a", f); server.tool("a", f);\n` }],
  ['a part that does not leave', { 'a.ts': `${MCP}if (x) {\n  server.tool("a", f);\n}\nserver.tool("a", f);\n` }],
  [
    'a case that runs on',
    { 'a.ts': `${MCP}switch (x) {\n  case 1:\n    server.tool("a", f);\n  default:\n    server.tool("a", f);\n}\n` },
  ],
])('%s: a double', (_, files) => {
  expect(told(files)).toEqual([expect.stringMatching(/^ownership-twice /)]);
});

test('what cannot be told apart is not called the same: a router of another library, a variable that is set anew', () => {
  const files = {
    'a.py':
      'from robyn import Robyn, SubRouter\napp = Robyn(__file__)\none = SubRouter(prefix="/one")\ntwo = SubRouter(prefix="/two")\n@one.get("/x")\ndef a(): ...\n@two.get("/x")\ndef b(): ...\napp.include_router(one)\napp.include_router(two)\n',
    'b.py':
      'from mcp.server.fastmcp import FastMCP\ndef test_a():\n    mcp = FastMCP()\n    @mcp.tool()\n    def f(): ...\n    mcp = FastMCP()\n    @mcp.tool()\n    def f(): ...\ndef test_b():\n    mcp = made()\n    @mcp.tool()\n    def f(): ...\ndef test_c():\n    mcp = made()\n    @mcp.tool()\n    def f(): ...\n',
  };
  expect(told(files)).toEqual([]);
});

const TWO = {
  'acme/__init__.py': '',
  'acme/server.py': 'from mcp.server.fastmcp import FastMCP\nmcp = FastMCP("a")\n@mcp.tool()\ndef search(): ...\n',
  'acme/old.py': 'from mcp.server.fastmcp import FastMCP\nold = FastMCP("b")\n@old.tool()\ndef search(): ...\n',
  'acme/use.py': 'from acme import old\n',
};
const OWNED =
  '[ownership]\n[[ownership.responsibility]]\nid = "mcp"\nowners = ["py:acme.server"]\nevidence = ["tool:*"]\n';

test('what a responsibility gives to another module, and what two modules both do', () => {
  expect(told(TWO, OWNED)).toEqual([
    'ownership-foreign acme/old.py:4 mcp: tool search',
    'ownership-overlap acme/server.py:4 mcp: tool search',
  ]);
});

test('an owner that is not there is told at line and column', () => {
  expect(ownership.run(viewOf(TWO, OWNED.replace('acme.server', 'acme.lost'))).findings[0]).toMatchObject({
    rule: 'ownership-config',
    place: { path: 'omni-refactor.toml', line: 4, column: 11 },
  });
});

test('the map says what to keep, whom to lead to it, and what to remove', () => {
  const found = ownershipMap(viewOf(TWO, OWNED));
  expect(found.plan).toEqual([
    {
      symbol: 'tool search',
      keep: { module: 'py:acme.server', place: 'acme/server.py:4' },
      remove: { module: 'py:acme.old', place: 'acme/old.py:4' },
      callers: ['py:acme.use'],
    },
  ]);
  const text = ownershipDocument(found);
  const write = (files: Readonly<Record<string, string>>) =>
    writeDocument.run(viewOf(files), { path: 'docs/own.md', text, mark: OWNERSHIP_MARK });
  expect(write(TWO)).toMatchObject({ changeSet: { create: [{ path: 'docs/own.md' }] } });
  expect(write({ ...TWO, 'docs/own.md': text })).toMatchObject({ changeSet: { create: [], edit: [] }, notes: [] });
  expect(write({ ...TWO, 'docs/own.md': 'mine' })).toMatchObject({ changeSet: { create: [], edit: [] } });
});

test('functions of two packages that are nearly the same', () => {
  const body = (name: string): string =>
    `def ${name}(rows, limit):\n    found = []\n    for row in rows:\n        if row.size > limit and row.name not in found:\n            found.append(row.name)\n        elif row.size == 0:\n            raise ValueError(row.name)\n    total = sum(row.size for row in rows) / len(rows)\n    return {"names": sorted(found), "total": total, "limit": limit}\n`;
  const files = {
    'a/pyproject.toml': '[project]\nname = "a"\n',
    'a/a/__init__.py': body('collect'),
    'b/pyproject.toml': '[project]\nname = "b"\n',
    'b/b/__init__.py': body('gather').replace('ValueError', 'KeyError'),
    'b/b/far.py': 'def far():\n    return 1\n',
  };
  expect(told(files, '[ownership]\nduplicates = 0.7\n')).toEqual(['ownership-duplicate b/b/__init__.py:1 gather']);
  expect(told(files)).toEqual([]);
});

test('without a table it is off', () => {
  expect(ownership.run(viewOf(TWO, ''))).toMatchObject({ findings: [], checked: {} });
});

const AXUM =
  'use axum::{routing::{get, on, MethodFilter}, Router};\nasync fn a() {}\nasync fn b() {}\nconst P: &str = "/x";\n';
const ACTIX = 'use actix_web::{get, route, web, App, HttpResponse};\nasync fn a() {}\nasync fn b() {}\n';

test.each<[string, string]>([
  [
    'a filter of methods',
    `${AXUM}fn f() -> Router { Router::new().route("/x", on(MethodFilter::GET, a)).route("/x", get(b)) }\n`,
  ],
  ['a constant', `${AXUM}fn f() -> Router { Router::new().route(P, get(a)).route("/x", get(b)) }\n`],
  ['one method twice', `${AXUM}fn f() -> Router { Router::new().route("/x", get(a).get(b)) }\n`],
  [
    'routes of an attribute',
    `${ACTIX}#[route("/x", method = "GET", method = "HEAD")]\nasync fn c() {}\n#[get("/x")]\nasync fn d() {}\nfn f() { App::new().service(c).service(d); }\n`,
  ],
  [
    'a tuple of services',
    `${ACTIX}#[get("/x")]\nasync fn c() {}\n#[get("/x")]\nasync fn d() {}\nfn f() { App::new().service((c, d)); }\n`,
  ],
  [
    'resources that answer every method',
    `${ACTIX}fn f() { App::new().service(web::resource("/x").to(a)).service(web::resource("/x").to(b)); }\n`,
  ],
])('Rust: %s', (_, text) => {
  const manifest = '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n';
  expect(told({ 'Cargo.toml': manifest, 'src/lib.rs': text })).toMatchObject(
    [/^ownership-twice /].map(() => expect.stringMatching(/^ownership-twice /)),
  );
});

test.each<[string, string]>([
  ['a return', 'if x { return Router::new().route("/x", get(a)); }\n    Router::new().route("/x", get(b))'],
  [
    'a return of a variable',
    'let mut r = Router::new();\n    if x { r = r.route("/x", get(a)); return r; }\n    r = r.route("/x", get(b));\n    r',
  ],
  [
    'let … else',
    'let r = Router::new();\n    let Some(_) = o else { return r.route("/z", get(a)); };\n    r.route("/z", get(b))',
  ],
])('Rust: what leaves the function is no double: %s', (_, body) => {
  const manifest = '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n';
  expect(
    told({ 'Cargo.toml': manifest, 'src/lib.rs': `${AXUM}fn f(x: bool, o: Option<u8>) -> Router {\n    ${body}\n}\n` }),
  ).toEqual([]);
});

test('TypeScript: constants are names, and only servers have prompts', () => {
  expect(
    told({ 'a.ts': `${MCP}const NAME = "s";\nserver.registerTool(NAME, {}, f);\nserver.registerTool("s", {}, f);\n` }),
  ).toEqual(['ownership-twice a.ts:5 tool s']);
  expect(told({ 'a.ts': `${MCP}const a = rl.prompt("Name?");\nconst b = rl.prompt("Name?");\n` })).toEqual([]);
});
