import json
import sys

from base import TOOLS, serve


def latin1(id, params):
    tools = [{**TOOLS[0], "description": "Gibt den Text zur\u00fcck."}]
    text = json.dumps({"jsonrpc": "2.0", "id": id, "result": {"tools": tools}}, ensure_ascii=False)
    sys.stdout.buffer.write(text.encode("latin-1") + b"\n")
    sys.stdout.buffer.flush()


serve(tools__list=latin1)
