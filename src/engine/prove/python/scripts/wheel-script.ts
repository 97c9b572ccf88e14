/**
 * Builds the wheel of the current folder by its own backend and lists what is in it. Arguments: JSON with backend (`module:object`), path
 * (folders that the backend itself lies in) and out.
 */
export const WHEEL_SCRIPT = `
import contextlib, importlib, io, json, os, sys, zipfile
asked = json.loads(sys.argv[1])
sys.path[:0] = [os.path.abspath(one) for one in asked["path"]]
module, _, attribute = asked["backend"].partition(":")
backend = importlib.import_module(module)
for name in filter(None, attribute.split(".")):
    backend = getattr(backend, name)
os.makedirs(asked["out"], exist_ok=True)
sys.argv[1:] = []
with contextlib.redirect_stdout(sys.stderr):
    made = backend.build_wheel(asked["out"])
with zipfile.ZipFile(os.path.join(asked["out"], made)) as wheel:
    names = sorted(name for name in wheel.namelist() if ".dist-info/" not in name)
sys.stdout.flush()
print("\\n\\x1e" + json.dumps(names))
`;
