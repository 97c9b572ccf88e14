from base import error, result, serve


def unchecked(id, params):
    if params["name"] != "echo":
        error(id, -32602, "Unknown tool: " + params["name"])
    else:
        result(id, {"content": [{"type": "text", "text": str(params["arguments"].get("text"))}]})


serve(tools__call=unchecked)
