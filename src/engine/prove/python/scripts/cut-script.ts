import { CODE_FUNCTIONS } from './code-functions.ts';

/**
 * The code of each function of a file, and what it is with imports put into the text: both are compiled, and walked side by side, since an
 * import adds no code object. Arguments: JSON with path, package and cuts (offset in characters, text), ascending.
 */
export const CUT_SCRIPT = `
import bisect, dis, hashlib, importlib.util, json, re, sys, types
asked = json.loads(sys.argv[1])
SIMPLE = (int, float, complex, str, bytes, bool, type(None))
${CODE_FUNCTIONS}


def inside(code):
    found = []
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            found.append(const)
            found.extend(inside(const))
    return found


with open(asked["path"], encoding="utf-8", newline="") as file:
    old = file.read()
pieces, last = [], 0
for at, text in asked["cuts"]:
    pieces += [old[last:at], text]
    last = at
new = "".join([*pieces, old[last:]])
was, now = (inside(compile(text, asked["path"], "exec", dont_inherit=True)) for text in (old, new))
assert [one.co_qualname for one in was] == [one.co_qualname for one in now] if sys.version_info >= (3, 11) else len(was) == len(now)
answer = {}
for one, two in zip(was, now):
    before, after = digest(one, asked["package"]), digest(two, asked["package"])
    if before != after:
        answer[f"{one.co_firstlineno} {before}"] = after
sys.stdout.flush()
print("\\n\\x1e" + json.dumps(answer, sort_keys=True))
`;
