"""The child's side: take limits, load one module by its path, then answer jobs until the pipe closes.

Run as `python -I child.py MODULE MEMORY PROCESSOR`; nothing of the portal is importable here, on purpose.
"""

import gc
import importlib.util
import json
import os
import resource
import shutil
import sys

FILE_BYTES = 128 * 2**20
OPEN_FILES = 64


def main() -> None:
    path, memory, processor = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    module = load(path)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    gc.freeze()
    gc.disable()  # a job makes millions of objects and keeps them: collecting amid it costs a fifth of its time
    while (header := read(asked)) is not None:
        allow(processor)
        body = read(asked) or b""
        write(answers, *answer(module, header, body))
        gc.collect()
    shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)


def load(path: str):
    spec = importlib.util.spec_from_file_location("work", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def allow(seconds: int) -> None:
    """Processor time counts from the child's birth, so each job moves the limit along."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, hard))


def answer(module, header: bytes, body: bytes) -> tuple[bytes, bytes]:
    try:
        said, result = module.work(json.loads(header), body)
        return json.dumps(said).encode(), result
    except MemoryError:
        return json.dumps({"failed": "MemoryError"}).encode(), b""
    except Exception as failure:
        return json.dumps({"failed": f"{type(failure).__name__}: {failure}"[:2000]}).encode(), b""


def read(pipe) -> bytes | None:
    size = pipe.read(8)
    return pipe.read(int.from_bytes(size, "big")) if len(size) == 8 else None


def write(pipe, *parts: bytes) -> None:
    for part in parts:
        pipe.write(len(part).to_bytes(8, "big"))
        pipe.write(part)
    pipe.flush()


if __name__ == "__main__":
    main()
