#!/usr/bin/env bash
# What:         `extra="forbid"` accepts a field's own name in JSON text and rejects it in a dict; `alias_generator` reaches into dataclasses
# Versions:     pydantic 2.13.4 and 2.14.4 (PyPI)
# A good guess: `model_validate_json(text)` is `model_validate(json.loads(text))`; a plain dataclass keeps its own field names
# Seen:         {"size": 1, "ID": 1} for `size: int = Field(alias="ID")` is accepted as JSON text and `extra_forbidden` as a dict
#               by 2.13.4; 2.14.4 rejects both. A stdlib dataclass in a model with `alias_generator=to_pascal` is written with `Name`, by itself with `name`
# Matters:      a test of a payload by one of the two calls says nothing of the other; the wire names of a shared dataclass depend on who holds it
# Live with it: validate what comes over the wire as text, and pin wire names by an explicit alias
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
want() { # NAME EXPECTED SEEN
  if [ "$2" = "$3" ]; then echo "ok: $1: $3"; else printf 'CHANGED: %s\n  recorded: %s\n  seen:     %s\n' "$1" "$2" "$3" >&2; exit 1; fi
}
for v in 2.13.4 2.14.4; do python3 -m venv "$v" && "$v/bin/pip" install -q --disable-pip-version-check pydantic=="$v"; done
cat > p.py <<'P'
import dataclasses, json
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.alias_generators import to_pascal

class Sized(BaseModel):
    model_config = ConfigDict(extra='forbid')
    size: int = Field(alias='ID')

def asked(call, value):
    try:
        call(value)
        return 'accepted'
    except ValidationError as error:
        return error.errors()[0]['type']

text = '{"size": 1, "ID": 1}'
print(asked(Sized.model_validate_json, text))
print(asked(Sized.model_validate, json.loads(text)))

@dataclasses.dataclass
class Plain:
    name: str

class Holder(BaseModel):
    model_config = ConfigDict(alias_generator=to_pascal)
    held: Plain

print(Holder(Held={'Name': 'x'}).model_dump_json(by_alias=True))
print(TypeAdapter(Plain).dump_json(Plain('x'), by_alias=True).decode())
P
for v in 2.13.4 2.14.4; do
  "$v/bin/python" p.py > out
  [ "$v" = 2.13.4 ] && text=accepted || text=extra_forbidden
  want "$v, JSON text" "$text" "$(sed -n 1p out)"
  want "$v, the same as a dict" 'extra_forbidden' "$(sed -n 2p out)"
  want "$v, a dataclass in a model" '{"Held":{"Name":"x"}}' "$(sed -n 3p out)"
  want "$v, the dataclass by itself" '{"name":"x"}' "$(sed -n 4p out)"
done
