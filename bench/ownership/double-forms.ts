/** A workspace without a double registration, and one file with one more that is. */
export interface Double {
  readonly id: string;
  readonly clean: Readonly<Record<string, string>>;
  readonly path: string;
  readonly text: string;
}

const MCP: Readonly<Record<string, string>> = {
  'acme/__init__.py': '',
  'acme/server.py':
    'from mcp.server.fastmcp import FastMCP\nmcp = FastMCP("a")\n\n@mcp.tool()\ndef search(q: str) -> str:\n    return q\n\n@mcp.resource("file://{name}")\ndef read(name: str) -> str:\n    return name\n\n@mcp.prompt()\ndef ask() -> str:\n    return ""\n',
  'acme/more.py': 'from .server import mcp\n\n@mcp.tool(name="other")\ndef find() -> int:\n    return 1\n',
  'acme/plug.py': 'def register(server):\n    @server.tool()\n    def plugged() -> int:\n        return 1\n',
  'acme/main.py': 'from .plug import register\nfrom .server import mcp\nfrom . import more\n\nregister(mcp)\n',
};
const LOW: Readonly<Record<string, string>> = {
  'low/__init__.py': '',
  'low/server.py':
    'from mcp.server import Server\nserver = Server("a")\n\n@server.list_tools()\nasync def tools():\n    return []\n\n@server.call_tool()\nasync def call(name, arguments):\n    return []\n',
  'low/more.py': 'from low.server import server\n\n@server.list_prompts()\nasync def prompts():\n    return []\n',
};
const FLASK: Readonly<Record<string, string>> = {
  'web/__init__.py': '',
  'web/app.py':
    'from flask import Flask\nfrom .jobs import bp\napp = Flask(__name__)\napp.register_blueprint(bp, url_prefix="/api")\n\n@app.route("/health")\ndef health():\n    return "ok"\n\n@app.route("/jobs", methods=["GET", "POST"])\ndef jobs():\n    return ""\n',
  'web/jobs.py':
    'from flask import Blueprint\nbp = Blueprint("jobs", __name__, url_prefix="/old")\n\n@bp.route("/jobs/<int:id>")\ndef job(id):\n    return ""\n\n@bp.get("/jobs")\ndef all_jobs():\n    return ""\n',
};
const FASTAPI: Readonly<Record<string, string>> = {
  'api/__init__.py': '',
  'api/app.py':
    'from fastapi import FastAPI\nfrom api.users import router as users\napp = FastAPI()\napp.include_router(users, prefix="/v1")\n\n@app.get("/health")\ndef health():\n    return {}\n\nif True:\n    @app.get("/mode")\n    def one():\n        return 1\nelse:\n    @app.get("/mode")\n    def two():\n        return 2\n',
  'api/users.py':
    'from fastapi import APIRouter\nrouter = APIRouter(prefix="/users")\n\n@router.get("/{user_id}")\ndef user(user_id: int):\n    return user_id\n\n@router.post("/")\ndef add():\n    return 1\n',
  'api/other.py':
    'from fastapi import FastAPI\n\ndef make():\n    app = FastAPI()\n\n    @app.get("/health")\n    def health():\n        return {}\n\n    return app\n',
};
const CLICK: Readonly<Record<string, string>> = {
  'tool/__init__.py': '',
  'tool/cli.py':
    'import click\n\n@click.group()\ndef cli():\n    pass\n\n@cli.command()\ndef run_all():\n    pass\n\n@cli.group()\ndef db():\n    pass\n\n@db.command("up")\ndef upgrade():\n    pass\n',
  'tool/more.py':
    'import click\nfrom tool.cli import cli\n\n@click.command()\ndef later():\n    pass\n\ncli.add_command(later)\n',
};
const TYPER: Readonly<Record<string, string>> = {
  'typ/__init__.py': '',
  'typ/cli.py': 'import typer\napp = typer.Typer()\n\n@app.command()\ndef start():\n    pass\n',
};
const RMCP: Readonly<Record<string, string>> = {
  'Cargo.toml': '[package]\nname = "core"\nversion = "0.1.0"\nedition = "2021"\n',
  'src/lib.rs':
    'pub mod more;\npub struct Server;\n#[tool_router]\nimpl Server {\n    #[tool(description = "a")]\n    async fn search(&self) -> String { String::new() }\n    #[tool(name = "list", description = "b")]\n    fn list_all(&self) -> String { String::new() }\n}\n',
  'src/more.rs':
    'use crate::Server;\n#[tool_router(router = more)]\nimpl Server {\n    #[tool]\n    fn count(&self) -> i64 { 1 }\n}\npub struct Other;\nimpl Other {\n    #[tool]\n    fn search(&self) -> i64 { 1 }\n}\n',
};
const AXUM: Readonly<Record<string, string>> = {
  'web/Cargo.toml': '[package]\nname = "web"\nversion = "0.1.0"\nedition = "2021"\n',
  'web/src/lib.rs':
    'pub mod jobs;\nuse axum::{routing::{get, post}, Router};\nuse crate::jobs::api;\npub fn app() -> Router {\n    Router::new()\n        .route("/health", get(health))\n        .route("/jobs", get(health).post(health))\n        .nest("/api", api())\n        .merge(jobs::more())\n        .layer(trace())\n}\npub fn other() -> Router {\n    let mut app = Router::new().route("/health", get(health));\n    if cfg!(debug_assertions) {\n        app = app.route("/mode", get(health));\n    } else {\n        app = app.route("/mode", get(health));\n    }\n    #[cfg(feature = "x")]\n    let app = app.route("/feature", get(health));\n    #[cfg(not(feature = "x"))]\n    let app = app.route("/feature", get(health));\n    app\n}\nfn health() {}\n',
  'web/src/jobs.rs':
    'use axum::{routing, Router};\npub fn api() -> Router {\n    let router = Router::new().route("/jobs/{id}", routing::get(one));\n    router.route("/jobs", routing::post(one))\n}\npub fn more() -> Router { Router::new().route("/more", routing::any(one)) }\nfn one() {}\n',
};
const ACTIX: Readonly<Record<string, string>> = {
  'act/Cargo.toml': '[package]\nname = "act"\nversion = "0.1.0"\nedition = "2021"\n',
  'act/src/main.rs':
    'use actix_web::{get, web, App, HttpServer};\n#[get("/hello")]\nasync fn hello() {}\nasync fn list() {}\nfn jobs(cfg: &mut web::ServiceConfig) {\n    cfg.route("/jobs", web::get().to(list));\n}\nfn main() {\n    HttpServer::new(|| {\n        App::new()\n            .service(hello)\n            .route("/health", web::get().to(list))\n            .service(web::scope("/api").service(web::resource("/users").route(web::get().to(list)).route(web::post().to(list))))\n            .service(web::scope("/v").guard(guard::Host("a")).route("/x", web::get().to(list)))\n            .service(web::scope("/v").guard(guard::Host("b")).route("/x", web::get().to(list)))\n            .route("/v/x", web::get().to(list))\n            .service(web::resource("/g").guard(guard::Post()).route(web::post().to(list)))\n            .service(web::resource("/g").route(web::post().to(list)))\n            .route("/h", web::get().guard(guard::Host("a")).to(list))\n            .route("/h", web::get().to(list))\n            .configure(jobs)\n    });\n}\n',
};
const TYPESCRIPT: Readonly<Record<string, string>> = {
  'ts/server.ts':
    'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";\nexport const server = new McpServer({ name: "a", version: "1" });\nserver.registerTool("search", {}, async () => ({ content: [] }));\nserver.registerPrompt("ask", {}, () => ({ messages: [] }));\n',
  'ts/more.ts':
    'import { server } from "./server.js";\nserver.registerTool("find", {}, async () => ({ content: [] }));\nexport function register(target: McpServer) {\n  target.registerTool("plugged", {}, async () => ({ content: [] }));\n}\n',
  'ts/main.ts': 'import { server } from "./server.js";\nimport { register } from "./more.js";\nregister(server);\n',
  'ts/low.ts':
    'import { Server } from "@modelcontextprotocol/sdk/server/index.js";\nconst low = new Server({ name: "l", version: "1" }, {});\nlow.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [] }));\n',
};

type Row = readonly [id: string, clean: Readonly<Record<string, string>>, path: string, text: string];

const ROWS: readonly Row[] = [
  ['tool-same-file', MCP, 'acme/server.py', '\n@mcp.tool(name="search")\ndef again():\n    return 1\n'],
  ['tool-other-file', MCP, 'acme/more.py', '\n@mcp.tool()\ndef search():\n    return 1\n'],
  ['tool-bare', MCP, 'acme/more.py', '\n@mcp.tool\ndef search():\n    return 1\n'],
  ['tool-positional', MCP, 'acme/more.py', '\n@mcp.tool("search")\ndef again():\n    return 1\n'],
  ['tool-alias', MCP, 'acme/third.py', 'from acme.server import mcp as m\n\n@m.tool()\ndef search():\n    return 1\n'],
  ['tool-module', MCP, 'acme/third.py', 'from acme import server\n\n@server.mcp.tool()\ndef search():\n    return 1\n'],
  ['tool-import', MCP, 'acme/third.py', 'import acme.server\n\n@acme.server.mcp.tool()\ndef search():\n    return 1\n'],
  ['tool-add', MCP, 'acme/more.py', '\ndef search():\n    return 1\n\nmcp.add_tool(search)\n'],
  ['tool-add-named', MCP, 'acme/more.py', '\ndef find_it():\n    return 1\n\nmcp.add_tool(find_it, name="search")\n'],
  ['tool-in-function', MCP, 'acme/more.py', '\ndef setup():\n    @mcp.tool()\n    def search():\n        return 1\n'],
  ['tool-parameter', MCP, 'acme/plug.py', '    @server.tool()\n    def search():\n        return 1\n'],
  ['tool-parameter-own', MCP, 'acme/server.py', '\n@mcp.tool()\ndef plugged():\n    return 1\n'],
  [
    'tool-conditional',
    MCP,
    'acme/more.py',
    '\nimport sys\nif sys.argv:\n    @mcp.tool()\n    def search():\n        return 1\n',
  ],
  ['resource', MCP, 'acme/more.py', '\n@mcp.resource("file://{name}")\ndef again(name):\n    return 1\n'],
  ['prompt', MCP, 'acme/more.py', '\n@mcp.prompt()\ndef ask():\n    return 1\n'],
  ['handler-list', LOW, 'low/more.py', '\n@server.list_tools()\nasync def again():\n    return []\n'],
  ['handler-call', LOW, 'low/server.py', '\n@server.call_tool()\nasync def again(name, arguments):\n    return []\n'],
  ['handler-prompts', LOW, 'low/server.py', '\n@server.list_prompts()\nasync def again():\n    return []\n'],
  ['flask-route', FLASK, 'web/app.py', '\n@app.route("/health")\ndef again():\n    return ""\n'],
  ['flask-get', FLASK, 'web/app.py', '\n@app.get("/health")\ndef again():\n    return ""\n'],
  ['flask-methods', FLASK, 'web/app.py', '\n@app.post("/jobs")\ndef again():\n    return ""\n'],
  ['flask-blueprint', FLASK, 'web/jobs.py', '\n@bp.route("/jobs/<int:other>")\ndef again(other):\n    return ""\n'],
  ['flask-prefix', FLASK, 'web/app.py', '\n@app.route("/api/jobs")\ndef again():\n    return ""\n'],
  ['flask-rule', FLASK, 'web/app.py', '\napp.add_url_rule("/health", "again", health)\n'],
  [
    'flask-other',
    FLASK,
    'web/third.py',
    'from web.app import app\n\n@app.route("/health")\ndef again():\n    return ""\n',
  ],
  ['fastapi-get', FASTAPI, 'api/app.py', '\n@app.get("/health")\ndef again():\n    return 1\n'],
  ['fastapi-router', FASTAPI, 'api/users.py', '\n@router.get("/{id}")\ndef again(id: int):\n    return 1\n'],
  ['fastapi-prefix', FASTAPI, 'api/app.py', '\n@app.post("/v1/users/")\ndef again():\n    return 1\n'],
  [
    'fastapi-api-route',
    FASTAPI,
    'api/app.py',
    '\n@app.api_route("/health", methods=["GET", "HEAD"])\ndef again():\n    return 1\n',
  ],
  ['fastapi-add', FASTAPI, 'api/app.py', '\napp.add_api_route("/health", health)\n'],
  [
    'fastapi-local',
    FASTAPI,
    'api/other.py',
    '\ndef made():\n    app = FastAPI()\n\n    @app.get("/a")\n    def a():\n        return 1\n\n    @app.get("/a")\n    def b():\n        return 1\n\n    return app\n',
  ],
  [
    'fastapi-second-router',
    FASTAPI,
    'api/app.py',
    '\nfrom fastapi import APIRouter\nmore = APIRouter()\n\n@more.post("/users/")\ndef again():\n    return 1\n\napp.include_router(more, prefix="/v1")\n',
  ],
  ['click-command', CLICK, 'tool/more.py', '\n@cli.command("run-all")\ndef again():\n    pass\n'],
  ['click-name', CLICK, 'tool/more.py', '\n@cli.command(name="run-all")\ndef again():\n    pass\n'],
  ['click-default', CLICK, 'tool/more.py', '\n@cli.command()\ndef run_all():\n    pass\n'],
  ['click-group', CLICK, 'tool/more.py', '\n@cli.command()\ndef db():\n    pass\n'],
  ['click-sub', CLICK, 'tool/cli.py', '\n@db.command("up")\ndef again():\n    pass\n'],
  ['click-add', CLICK, 'tool/more.py', '\n@click.command()\ndef x():\n    pass\n\ncli.add_command(x, "run-all")\n'],
  ['click-add-named', CLICK, 'tool/cli.py', '\n@cli.command()\ndef later():\n    pass\n'],
  ['typer', TYPER, 'typ/cli.py', '\n@app.command("start")\ndef again():\n    pass\n'],
  [
    'rmcp-name',
    RMCP,
    'src/lib.rs',
    'impl Server {\n    #[tool(name = "search")]\n    fn again(&self) -> i64 { 1 }\n}\n',
  ],
  [
    'rmcp-other-file',
    RMCP,
    'src/more.rs',
    'impl Server {\n    #[tool(name = "list")]\n    fn again(&self) -> i64 { 1 }\n}\n',
  ],
  [
    'rmcp-default',
    RMCP,
    'src/more.rs',
    '#[tool_router(router = third)]\nimpl crate::Server {\n    #[tool]\n    fn search(&self) -> i64 { 1 }\n}\n',
  ],
  [
    'rmcp-path',
    RMCP,
    'src/more.rs',
    'impl super::Server {\n    #[rmcp::tool(description = "x")]\n    fn search(&self) -> i64 { 1 }\n}\n',
  ],
  ['ts-same', TYPESCRIPT, 'ts/server.ts', 'server.registerTool("search", {}, async () => ({ content: [] }));\n'],
  ['ts-other', TYPESCRIPT, 'ts/more.ts', 'server.registerTool("search", {}, async () => ({ content: [] }));\n'],
  ['ts-tool', TYPESCRIPT, 'ts/more.ts', "server.tool('search', async () => ({ content: [] }));\n"],
  ['ts-prompt', TYPESCRIPT, 'ts/more.ts', 'server.prompt("ask", () => ({ messages: [] }));\n'],
  ['ts-parameter', TYPESCRIPT, 'ts/server.ts', 'server.registerTool("plugged", {}, async () => ({ content: [] }));\n'],
  [
    'ts-handler',
    TYPESCRIPT,
    'ts/low.ts',
    'low.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [] }));\n',
  ],
  [
    'ts-alias',
    TYPESCRIPT,
    'ts/third.ts',
    'import { server as s } from "./server";\ns.registerTool("find", {}, async () => ({ content: [] }));\n',
  ],
  [
    'ts-arrow',
    TYPESCRIPT,
    'ts/third.ts',
    'import { server } from "./server";\nexport const again = (target: McpServer) => {\n  target.registerTool("search", {}, async () => ({ content: [] }));\n};\nagain(server);\n',
  ],
  ['axum-other', AXUM, 'web/src/lib.rs', 'pub fn again() -> Router { app().route("/health", get(health)) }\n'],
  [
    'axum-merged',
    AXUM,
    'web/src/lib.rs',
    'pub fn again() -> Router { Router::new().route("/jobs", post(health)).merge(app()) }\n',
  ],
  [
    'axum-nested',
    AXUM,
    'web/src/lib.rs',
    'pub fn again() -> Router { let all = app();\n    all.route("/api/jobs/:id", get(health)) }\n',
  ],
  [
    'axum-inline',
    AXUM,
    'web/src/lib.rs',
    'pub fn again() -> Router { Router::new().route("/x/y", get(health))\n        .nest("/x", Router::new().route("/y", get(health))) }\n',
  ],
  [
    'axum-variable',
    AXUM,
    'web/src/lib.rs',
    'pub fn again() -> Router {\n    let mut app = Router::new();\n    app = app.route("/x", get(health));\n    app = app.route("/x", get(health));\n    app\n}\n',
  ],
  [
    'axum-parameter',
    AXUM,
    'web/src/lib.rs',
    'fn add(app: Router) -> Router { app.route("/z", get(health)) }\npub fn again() -> Router {\n    let base = Router::new().route("/z", get(health));\n    add(base)\n}\n',
  ],
  [
    'actix-route',
    ACTIX,
    'act/src/main.rs',
    'fn again() { App::new().service(hello)\n        .route("/hello", web::get().to(list)); }\n',
  ],
  [
    'actix-scope',
    ACTIX,
    'act/src/main.rs',
    'fn again() { App::new().route("/v1/a", web::get().to(list))\n        .service(web::scope("/v1").route("/a", web::get().to(list))); }\n',
  ],
  [
    'actix-resource',
    ACTIX,
    'act/src/main.rs',
    'fn again() { App::new().service(web::resource("/r").route(web::get().to(list)))\n        .route("/r", web::get().to(list)); }\n',
  ],
  [
    'actix-configure',
    ACTIX,
    'act/src/main.rs',
    'fn more(cfg: &mut web::ServiceConfig) { cfg.route("/jobs", web::get().to(list)); }\nfn again() { App::new().configure(more).route("/jobs", web::get().to(list)); }\n',
  ],
];

/** Each form in turn, the second round in a workspace that holds all of the others too. */
export function doubleOf(seed: number): Double {
  const [id, clean, path, text] = ROWS[seed % ROWS.length]!;
  const whole =
    seed >= ROWS.length
      ? { ...MCP, ...LOW, ...FLASK, ...FASTAPI, ...CLICK, ...TYPER, ...RMCP, ...AXUM, ...ACTIX, ...TYPESCRIPT }
      : clean;
  return { id, clean: whole, path, text };
}

export const FORM_COUNT = ROWS.length;
