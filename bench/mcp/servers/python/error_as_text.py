from base import serve, write

serve(tools__list=lambda id, params: write({"jsonrpc": "2.0", "id": id, "error": "cannot list"}))
