/** Compiles files, imports one module in a fresh process, and says where each of the family came from. Arguments: JSON. */
export const IMPORT_SCRIPT = `
import importlib, json, sys
asked = json.loads(sys.argv[1])
answer = {"errors": [], "files": {}}
for path in asked["compile"]:
    try:
        with open(path, "rb") as file:
            compile(file.read(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        answer["errors"].append(f"{path}: {error}")
try:
    if asked["module"]:
        importlib.import_module(asked["module"])
except BaseException as error:
    answer["errors"].append(f"{type(error).__name__}: {error}")
for name in asked["family"]:
    module = sys.modules.get(name)
    if module is not None:
        answer["files"][name] = getattr(module, "__file__", None)
sys.stdout.flush()
print("\\n\\x1e" + json.dumps(answer))
`;
