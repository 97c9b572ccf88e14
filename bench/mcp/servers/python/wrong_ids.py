from base import TOOLS, result, serve

serve(tools__list=lambda id, params: result(id + 1000, {"tools": TOOLS}))
