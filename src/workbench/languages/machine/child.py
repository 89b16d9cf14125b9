"""What runs in the process of a model: a line of JSON in, lines of JSON out.

`{"folder": …}` is read and told of (`{"read": [bytes, of]}` on the way, then `{"folder": {…}}`), and
loaded where the `digest` that it must have comes with it; what is loaded are the very bytes that the
digest is of. `{"text": …, "source": …, "target": …}` is answered by `{"said": …}`. `{"failed":
reason}` is the end of it, `{"refused": reason}` is about this text alone.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from workbench.child_process import restrict
from workbench.languages.machine.engine import Engine, RefusedTextError
from workbench.languages.machine.folder import RefusedFolderError, files_of, read

_MEMORY = 4 << 30
"""Bytes of address space beside the model: the libraries and their threads reserve more than they use."""

_TIMES = 4
"""Times the folder's size: its files in memory, the model made of them, and room to work."""


def main() -> None:
    """Answer until nobody asks any more."""
    engine: Engine | None = None
    try:
        for line in sys.stdin.buffer:
            question = json.loads(line)
            if "folder" in question:
                engine = _open(Path(question["folder"]), question.get("digest"))
            elif engine is not None:
                _answer(_translated(engine, question))
    except RefusedFolderError as refusal:
        _answer({"failed": refusal.args[0]})
    except MemoryError:
        _answer({"failed": "memory"})


def _answer(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _open(folder: Path, digest: str | None) -> Engine | None:
    """Read a folder, and return the model in it where it is the one with this digest."""
    paths = files_of(folder)
    size = sum(path.stat().st_size for path in paths)
    restrict(memory=_MEMORY + _TIMES * size)
    done = 0

    def tell(count: int) -> None:
        nonlocal done
        done += count
        _answer({"read": [done, size]})

    contents = read(paths, whole=digest is not None, tell=tell)
    if digest is not None and contents.digest != digest:
        raise RefusedFolderError("changed")
    if not any(path.name == "model.bin" for path in paths):
        raise RefusedFolderError("model")
    facts = contents.facts()
    engine = Engine(contents) if digest is not None else None
    _answer({"folder": facts})
    return engine


def _translated(engine: Engine, question: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"said": engine.translate(question["text"], question["source"], question["target"])}
    except RefusedTextError as refusal:
        return {"refused": refusal.args[0]}
