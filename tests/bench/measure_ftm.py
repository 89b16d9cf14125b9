"""Have followthemoney itself look at what `exporters/ftm.py` writes. It is not among the tests' requirements:
install it somewhere else (`uv venv F; uv pip install --python F/bin/python followthemoney`), then

    F/bin/python tests/bench/measure_ftm.py FILE

prints how many entities of which schema are valid, and every one that is not.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any


def main() -> int:
    from followthemoney import model  # type: ignore[import-not-found]
    from followthemoney.proxy import EntityProxy  # type: ignore[import-not-found]

    found: list[dict[str, Any]] = [json.loads(line) for line in Path(sys.argv[1]).read_bytes().splitlines()]
    schema_of = {entity["id"]: model.get(entity["schema"]) for entity in found}
    counts: Counter[str] = Counter()
    wrong = 0
    for entity in found:
        schema_of[entity["id"]].validate(entity)
        proxy = EntityProxy.from_dict(entity, cleaned=False)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        fits = kept == {name: sorted(values) for name, values in entity["properties"].items()}
        for prop, value in proxy.itervalues():
            ends = prop.type.name == "entity"
            fits &= (value in schema_of and schema_of[value].is_a(prop.range)) if ends else prop.type.validate(value)
        wrong += not fits
        counts[entity["schema"]] += 1
        if not fits:
            sys.stdout.write(f"not valid: {entity['id']}\n")
    sys.stdout.write(f"{dict(counts)} {wrong} not valid\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
