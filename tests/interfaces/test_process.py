"""The `shuttle` command as a process: start-up, pipes, signals, encodings."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SHUTTLE = [sys.executable, "-c", "from shuttle.interfaces.cli import main; main()"]


def shuttle(
    *arguments: str, env: dict[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user does."""
    everything = {**os.environ, **(env or {})}
    return subprocess.run(
        [*SHUTTLE, *arguments],
        input=stdin,
        capture_output=True,
        timeout=120,
        env=everything,
        check=False,
    )


def test_the_script_is_installed() -> None:
    """`shuttle --version` names the version."""
    script = Path(sys.executable).with_name("shuttle")
    result = subprocess.run([script, "--version"], capture_output=True, text=True, timeout=60, check=True)
    assert result.stdout.startswith("shuttle 0.")


def test_help_loads_nothing_heavy() -> None:
    """What takes long to import is imported by the command that needs it."""
    code = (
        "import sys\nfrom shuttle.interfaces.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = ('sqlalchemy', 'trafilatura', 'rich', 'nupunkt', 'lxml', 'icalendar', 'holidays')\n"
        "print('HEAVY', [m for m in heavy if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert "HEAVY []" in result.stdout
    assert "Read what governments" in result.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_is_utf8_in_any_terminal(encoding: str) -> None:
    """The terminal's encoding changes neither the bytes nor the exit code."""
    result = shuttle("read", "--json", "-", env={"PYTHONIOENCODING": encoding}, stdin="They met in 奈良.".encode())
    assert result.returncode == 0, result.stderr
    assert "奈良".encode() in result.stdout


def test_text_is_shown_in_any_terminal() -> None:
    """What a terminal cannot show is a question mark, not a crash."""
    result = shuttle("read", "-", env={"PYTHONIOENCODING": "ascii"}, stdin="They met in 奈良, they agreed.".encode())
    assert result.returncode == 0, result.stderr
    assert b"Traceback" not in result.stderr


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    """`shuttle read ... | head` ends without a word on standard error."""
    (tmp_path / "c.jsonl").write_text('{"text": "They met in Nara."}\n' * 3000, encoding="utf-8")
    process = subprocess.Popen(
        [*SHUTTLE, "read", "--json", str(tmp_path / "c.jsonl")], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=60)


def test_an_interrupt_is_130_and_a_sentence() -> None:
    """Control-C while reading ends with the shell's own code."""
    process = subprocess.Popen(
        [*SHUTTLE, "read", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Whoever runs the tests in the background may have them ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin
    process.stdin.write(b'{"text": "They met in Nara."}\n')
    process.stdin.flush()
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.parametrize("columns", ["20", "40", "160"])
def test_a_terminal_of_any_width_is_used(tmp_path: Path, columns: str) -> None:
    """On a terminal the view has colour and keeps to its width."""
    text = "President Lee met Prime Minister Takaichi in Nara on January 13, 2026."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    parent, child = pty.openpty()
    env = {**os.environ, "COLUMNS": columns, "TERM": "xterm-256color"}
    env.pop("NO_COLOR", None)
    process = subprocess.Popen([*SHUTTLE, "read", str(tmp_path / "a.txt")], stdout=child, stderr=child, env=env)
    os.close(child)
    output = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:
            break
        if not part:
            break
        output += part
    os.close(parent)
    assert process.wait(timeout=60) == 0
    assert b"\x1b[" in output
    assert b"Traceback" not in output
