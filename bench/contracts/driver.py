"""Writes payloads of every pair, or reads those of the other side: `driver.py FOLDER write|read`."""
import importlib
import json
import random
import sys

from pydantic import TypeAdapter

folder, mode = sys.argv[1:3]
sys.path.insert(0, folder)
import arb  # noqa: E402

pairs = json.load(open(f"{folder}/pairs.json"))
lines = {}
if mode == "read":
    for line in sys.stdin:
        index, payload = line.rstrip("\n").split("\t", 1)
        lines.setdefault(int(index), []).append(payload)
for index, options in enumerate(pairs):
    module = importlib.import_module(f"pairs.p{index}")
    adapter = TypeAdapter(module.Root)
    if mode == "read":
        for payload in lines.get(index, []):
            try:
                adapter.validate_json(payload)
                print(f"{index}\t1\t{payload}")
            except ValueError:
                print(f"{index}\t0\t{payload}")
        continue
    maker = importlib.import_module(f"pairs.arb_p{index}")
    arb.OVER["floats"] = options["floats"]
    r = random.Random(index)
    seen = set()
    for _ in range(options["count"]):
        seen.add(adapter.dump_json(maker.arb_root(r), warnings=False, **options["dump"]).decode())
    for payload in sorted(seen):
        print(f"{index}\t{payload}")
