import { DJANGO_SETUP } from './django-setup.ts';

/**
 * Compiles files, and imports each entry first in a process of its own (a fork of this one, which has imported nothing of the project).
 * Prints what went wrong, and where each module of the family came from. Arguments: JSON with entries, family, compile (paths) and settings.
 */
export const IMPORT_SCRIPT = `
import importlib, json, os, subprocess, sys
asked = json.loads(sys.argv[1])


${DJANGO_SETUP}

def enter(entry):
    said = {"error": None, "files": {}}
    try:
        set_up()
        importlib.import_module(entry)
    except BaseException as error:
        said["error"] = f"{type(error).__name__}: {error}"
    for name in asked["family"]:
        module = sys.modules.get(name)
        if module is not None:
            said["files"][name] = getattr(module, "__file__", None)
    return said


def forked(entry):
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(inlet)
        said = enter(entry)
        with os.fdopen(outlet, "w") as pipe:
            json.dump(said, pipe)
        sys.stdout.flush()
        os._exit(0)
    os.close(outlet)
    with os.fdopen(inlet) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"error": "the process ended while it imported", "files": {}}


def spawned(entry):
    question = json.dumps({**asked, "entries": [entry], "compile": [], "alone": True})
    ran = subprocess.run([sys.executable, "-c", sys.argv[2], question, sys.argv[2]], capture_output=True, text=True)
    return json.loads(ran.stdout.rpartition("\\x1e")[2].partition("\\n")[0])["entries"][entry]


answer = {"syntax": {}, "entries": {}}
for path in asked["compile"]:
    try:
        with open(path, "rb") as file:
            compile(file.read(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        answer["syntax"][path] = str(error)
run = enter if asked.get("alone") else forked if hasattr(os, "fork") else spawned
for entry in asked["entries"]:
    answer["entries"][entry] = run(entry)
sys.stdout.flush()
print("\\n\\x1e" + json.dumps(answer))
`;
