"""A tool gets what it needs and no more, and nothing of it outlives its time."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from convenant.edges.engine import child
from convenant.edges.engine.sandbox import LimitExceeded, ToolFailed, end_all, run_limited

linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of the system are Linux's")


def python(program: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", program]


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_what_a_tool_writes_comes_back() -> None:
    echo = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"
    data = bytes(range(256)) * 5000
    assert run_limited(python(echo), data=data, seconds=20) == data[::-1]


def test_a_tool_sees_nothing_of_the_user_s_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setenv("GHCRTS", "-M1k")
    program = "import os; print(sorted(os.environ), os.environ['HOME'], os.environ['X'])"
    said = run_limited(python(program), seconds=20, environment={"X": "given"}).decode()
    assert "secret" not in said
    assert "GITHUB_TOKEN" not in said
    assert "GHCRTS" not in said
    assert "/nonexistent given" in said


def test_a_tool_runs_in_a_fresh_folder_with_its_files(tmp_path: Path) -> None:
    program = "import os; print(os.getcwd(), sorted(os.listdir()), open('a/b.txt').read())"
    said = run_limited(python(program), seconds=20, files={"a/b.txt": b"x", "c": b""}).decode()
    folder, _, rest = said.strip().partition(" ")
    assert rest == "['a', 'c'] x"
    assert not Path(folder).exists()


@pytest.mark.parametrize("name", ["../x", "/tmp/x", "a/../../x"])
def test_a_file_cannot_be_placed_outside_the_fresh_folder(name: str) -> None:
    with pytest.raises(ValueError, match="x"):
        run_limited(python(""), seconds=20, files={name: b""})


def test_the_message_of_a_failing_tool_is_kept_without_control_characters() -> None:
    program = "import sys; sys.stderr.write('no\\x1b[31m good'); sys.exit(7)"
    with pytest.raises(ToolFailed) as raised:
        run_limited(python(program), seconds=20)
    assert raised.value.values["said"] == "no[31m good"


def test_a_tool_that_is_missing_fails_with_a_sentence() -> None:
    with pytest.raises(ToolFailed):
        run_limited(["/nonexistent/tool"], seconds=5)


def test_a_tool_that_takes_too_long_is_stopped_in_time() -> None:
    start = time.monotonic()
    with pytest.raises(LimitExceeded) as raised:
        run_limited(python("import time; time.sleep(60)"), seconds=0.3)
    assert raised.value.limit == "time"
    assert time.monotonic() - start < 5


def test_a_tool_that_closes_its_output_and_stays_is_stopped_too() -> None:
    with pytest.raises(LimitExceeded) as raised:
        run_limited(python("import os, time; os.close(1); time.sleep(60)"), seconds=0.3)
    assert raised.value.limit == "time"


@linux
def test_what_a_tool_started_goes_with_it(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    program = (
        "import subprocess, sys, time; "
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
        f"open({str(note)!r}, 'w').write(str(p.pid)); time.sleep(60)"
    )
    with pytest.raises(LimitExceeded):
        run_limited(python(program), seconds=1.5)
    grandchild = int(note.read_text())
    for _ in range(50):
        if not is_alive(grandchild):
            return
        time.sleep(0.05)
    os.kill(grandchild, signal.SIGKILL)
    pytest.fail("it was left running")


@linux
def test_a_tool_that_wants_too_much_memory_is_stopped() -> None:
    greedy = "x = bytearray(2_000_000_000); x[::4096] = b'x' * len(x[::4096])"
    with pytest.raises(LimitExceeded) as raised:
        run_limited(python(greedy), seconds=20, memory_mb=500)
    assert raised.value.limit == "memory"
    assert run_limited(python("print('x' * 9)"), seconds=20, memory_mb=500) == b"x" * 9 + b"\n"


@linux
def test_a_tool_cannot_fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_FILE_BYTES", 1_000_000)
    program = "f = open('big', 'wb'); f.write(b'x' * {}); f.flush()"
    assert run_limited(python(program.format(900_000)), seconds=20) == b""
    with pytest.raises(ToolFailed, match="too large"):
        run_limited(python(program.format(2_000_000)), seconds=20)


def test_a_tool_cannot_write_without_end() -> None:
    program = "import sys\nwhile True: sys.stdout.write('x' * 100_000)"
    with pytest.raises(LimitExceeded) as raised:
        run_limited(python(program), seconds=20, output_mb=3)
    assert raised.value.limit == "output"


@linux
def test_a_tool_has_no_network_where_the_machine_can_take_it_away() -> None:
    if not child._offline():
        pytest.skip("this machine does not let a user take the network away")
    with socket.create_server(("127.0.0.1", 0)) as server:
        call = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}))"
        assert subprocess.run(python(call), check=False, timeout=20).returncode == 0
        with pytest.raises(ToolFailed, match="Error"):
            run_limited(python(call), seconds=20)


def test_without_a_way_to_cut_the_network_the_tool_still_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(child, "_offline", lambda: ())
    assert run_limited(python("print(1)"), seconds=20) == b"1\n"


@linux
def test_no_core_file_is_left(tmp_path: Path) -> None:
    program = "import os; os.abort()"
    with pytest.raises(LimitExceeded):
        run_limited(python(program), seconds=20, cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_command_can_end_everything_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(child, "_running", set())
    ended: list[str] = []

    def wait() -> None:
        try:
            run_limited(python("import time; time.sleep(60)"), seconds=60)
        except (LimitExceeded, ToolFailed):
            ended.append("x")

    threads = [threading.Thread(target=wait) for _ in range(3)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + 10
    while len(child._running) < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    end_all()
    for thread in threads:
        thread.join(10)
    assert ended == ["x", "x", "x"]
    assert not child._running


@linux
def test_ctrl_c_leaves_no_child_behind() -> None:
    program = (
        "import sys\n"
        "from convenant.edges.engine import sandbox\n"
        "start = sandbox.start_limited\n"
        "def started(*given, **more):\n"
        "    process = start(*given, **more)\n"
        "    print(process.pid, flush=True)\n"
        "    return process\n"
        "sandbox.start_limited = started\n"
        "sandbox.run_limited([sys.executable, '-c', 'import time; time.sleep(60)'], seconds=60)\n"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        assert is_alive(pid)
        parent.send_signal(signal.SIGINT)
        parent.wait(20)
    for _ in range(100):
        if not is_alive(pid):
            return
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("it was left running")
