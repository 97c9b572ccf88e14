"""A small server of the stateful era that does all right; each faulty one changes a single thing of it."""
import json
import sys

TOOLS = [
    {
        "name": "echo",
        "description": "Gives the text back.",
        "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]},
        "annotations": {"readOnlyHint": True},
    }
]


def write(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def result(id, value):
    write({"jsonrpc": "2.0", "id": id, "result": value})


def error(id, code, message):
    write({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}})


def initialize(id, params):
    result(
        id,
        {
            "protocolVersion": "2025-11-25",
            "capabilities": {"tools": {}},
            "serverInfo": {"name": "bench", "version": "1.0.0"},
        },
    )


def call(id, params):
    if params["name"] != "echo":
        error(id, -32602, "Unknown tool: " + params["name"])
    elif "text" not in params.get("arguments", {}):
        result(id, {"content": [{"type": "text", "text": "text is missing"}], "isError": True})
    else:
        result(id, {"content": [{"type": "text", "text": params["arguments"]["text"]}]})


HANDLERS = {
    "initialize": initialize,
    "ping": lambda id, params: result(id, {}),
    "tools/list": lambda id, params: result(id, {"tools": TOOLS}),
    "tools/call": call,
}


def serve(**changed):
    """Serves until stdin ends. Names of methods are written with `__` for `/`."""
    handlers = {**HANDLERS, **{name.replace("__", "/"): work for name, work in changed.items()}}
    for line in sys.stdin:
        message = json.loads(line)
        if "id" not in message or "method" not in message:
            continue
        work = handlers.get(message["method"])
        if work is None:
            error(message["id"], -32601, "Method not found: " + message["method"])
        else:
            work(message["id"], message.get("params", {}))
