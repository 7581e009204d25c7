"""Children with limits: what they may not do, and that nobody waits for the dead."""

import os
import threading
import time

import pytest

from recruitment.core.confined import Child, Exhausted, Failed, Limits

MODULE = """
import os, sys, time, importlib.util

def work(header, body):
    if header.get("ask") == "surroundings":
        return {"names": sorted(os.environ), "portal": importlib.util.find_spec("recruitment") is not None}, b""
    if header.get("ask") == "memory":
        bytearray(2**30)
    if header.get("ask") == "processor":
        while True: pass
    if header.get("ask") == "sleep":
        time.sleep(60)
    if header.get("ask") == "die":
        os._exit(3)
    if header.get("ask") == "raise":
        raise ValueError("no such page")
    if header.get("ask") == "print":
        print("noise"); sys.stdout.flush()
    return {"pid": os.getpid()}, body[::-1]
"""


@pytest.fixture
def module(tmp_path):
    path = tmp_path / "work.py"
    path.write_text(MODULE)
    return path


@pytest.fixture
def child(module):
    child = Child(module, Limits(memory=512 * 2**20, processor=1, seconds=2.5, jobs=3))
    yield child
    child.end()


def test_a_child_answers_and_stays_warm_until_it_retires(child):
    pids = [child.ask({}, b"abc")[0]["pid"] for _ in range(4)]
    assert child.ask({}, b"abc")[1] == b"cba"
    assert len(set(pids[:3])) == 1
    assert pids[3] != pids[0]


def test_a_child_sees_neither_the_keys_nor_the_portal(child, monkeypatch):
    monkeypatch.setenv("FIELD_KEYS", "secret")
    said, _body = child.ask({"ask": "surroundings"})
    assert set(said["names"]) <= {"HOME", "LANG", "LC_CTYPE", "PATH", "TMPDIR"}
    assert said["portal"] is False


@pytest.mark.parametrize("greed", ["memory", "processor", "sleep", "die"])
def test_a_child_that_wants_too_much_is_ended_and_the_next_one_works(child, greed):
    began = time.monotonic()
    with pytest.raises(Exhausted):
        child.ask({"ask": greed})
    assert time.monotonic() - began < 8
    assert child.ask({}, b"ab")[1] == b"ba"


def test_an_error_is_told_apart_from_exhaustion(child):
    with pytest.raises(Failed, match="ValueError: no such page"):
        child.ask({"ask": "raise"})


def test_what_a_library_prints_does_not_disturb_the_answer(child):
    assert child.ask({"ask": "print"}, b"ab")[1] == b"ba"


def test_large_bodies_go_both_ways(child):
    body = os.urandom(20 * 2**20)
    assert child.ask({}, body)[1] == body[::-1]


def test_threads_take_turns(child):
    answers = []
    threads = [threading.Thread(target=lambda n=n: answers.append(child.ask({}, b"%d!" % n)[1])) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(answers) == [b"!%d" % n for n in range(6)]


def test_the_dead_leave_no_folder_behind(child):
    child.ask({})
    folder = os.readlink(f"/proc/{child._process.pid}/cwd")
    assert os.path.isdir(folder)
    child.end()
    assert not os.path.exists(folder)


def test_a_child_ends_by_itself_when_its_parent_does(child):
    child.ask({})
    folder = os.readlink(f"/proc/{child._process.pid}/cwd")
    child._process.stdin.close()
    assert child._process.wait(5) == 0
    assert not os.path.exists(folder)


def test_a_forked_process_gets_a_child_of_its_own_and_leaves_the_parents_alone(child):
    pid = child.ask({})[0]["pid"]
    forked = os.fork()
    if not forked:  # no assert may leave this branch: it would run the rest of the tests twice
        own = child.ask({})[0]["pid"] != pid
        child.end()
        os._exit(0 if own else 1)
    assert os.waitpid(forked, 0)[1] == 0
    assert child.ask({})[0]["pid"] == pid
