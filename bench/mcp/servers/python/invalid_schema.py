from base import TOOLS, result, serve

SCHEMA = {"type": "object", "properties": {"text": {"type": "text"}}, "required": ["text"]}
serve(tools__list=lambda id, params: result(id, {"tools": [{**TOOLS[0], "inputSchema": SCHEMA}]}))
