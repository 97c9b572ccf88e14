from base import call, result, serve


def any_tool(id, params):
    if params["name"] == "echo":
        call(id, params)
    else:
        result(id, {"content": [{"type": "text", "text": "done"}]})


serve(tools__call=any_tool)
