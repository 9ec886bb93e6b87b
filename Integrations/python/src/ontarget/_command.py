"""Where the command is, and how it is called."""

from __future__ import annotations

import datetime
import hashlib
import json
import numbers
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Union

from ._errors import (
    CommandNotFound,
    FrameError,
    InputChanged,
    OnTargetError,
    command_error,
)
from ._frames import Frame, WrittenFrame, library_of, write_frame

Value = Union[str, int, float, Decimal, datetime.date]
"""What an option takes: text as it would be typed, a number or a day."""

Argument = Union[str, "os.PathLike[str]", int, float, Decimal, Frame]
"""A file or a frame: a path, the name of a bundled file such as "ontarget:plans/cliff", or a `DataFrame`."""

_BUNDLE = pathlib.Path(__file__).resolve().parent / "_bundle" / "bin" / "ontarget"


def command_path() -> str:
    """Returns the path of the command: the one in this package, `$ONTARGET_COMMAND`, or the one on PATH.

    Raises:
        CommandNotFound: Where there is none.
    """
    if _BUNDLE.exists():
        return str(_BUNDLE)
    named = os.environ.get("ONTARGET_COMMAND")
    if named:
        if not os.access(named, os.X_OK):
            raise CommandNotFound(f"ONTARGET_COMMAND is {named}, which is no program")
        return named
    found = shutil.which("ontarget")
    if found is None:
        raise CommandNotFound(
            "there is no command ontarget: install the wheel that carries it, put it on PATH, or "
            "name it in ONTARGET_COMMAND"
        )
    return found


def main() -> None:
    """Becomes the command that is in this package."""
    os.execv(command_path(), ["ontarget", *sys.argv[1:]])


@dataclass
class Call:
    """A call of the command, which can be made again for the documents of the same answer."""

    arguments: list[str]
    """The verb, the options and the files."""
    frames: list[WrittenFrame] = field(default_factory=list)
    folder: str | None = None
    """Where the frames are, for their owner alone, as long as this lives."""
    working_folder: str = field(default_factory=os.getcwd)
    checksums: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of each file that was read."""

    def run(self, *output: str) -> subprocess.CompletedProcess[bytes]:
        """Runs the command.

        Raises:
            CommandError: With the status and the findings, unless it is done or says "no".
        """
        arguments = [*self.arguments, *output]
        done = subprocess.run(
            [command_path(), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=self.working_folder,
        )
        if done.returncode not in (0, 1):
            text = done.stderr.decode(errors="replace")
            raise command_error(done.returncode, text, arguments, self.frames)
        return done

    def document(self, *output: str) -> bytes:
        """Returns the same answer in another format.

        Raises:
            InputChanged: Where a file is not what it was.
        """
        self._check_inputs()
        done = self.run(*output)
        self._check_inputs()
        return done.stdout

    def _check_inputs(self) -> None:
        for path, sha256 in self.checksums.items():
            place = pathlib.Path(self.working_folder) / path
            try:
                now = hashlib.sha256(place.read_bytes()).hexdigest()
            except OSError as error:
                raise InputChanged(f"{path} cannot be read any more: {error}") from error
            if now != sha256:
                raise InputChanged(f"{path} has changed since this answer was made: ask again")


Option = tuple[str, Any, str]
"""An option's name, what it was set to, and its kind: "value", "list" (may be repeated), "flag" or "switch"."""


def prepare(verb: Sequence[str], arguments: Mapping[str, Any], options: Sequence[Option]) -> Call:
    """Puts a call together and writes its frames.

    Raises:
        FrameError: For a frame that cannot be written as it is.
        OnTargetError: For a value that no option can take.
    """
    call = Call(arguments=[])
    typed: list[str] = [*verb]
    for name, value, kind in options:
        typed += _option(call, name, value, kind)
    typed += [
        text
        for name, value in arguments.items()
        for index, item in enumerate(_items(value))
        for text in [_text(call, item, name if index == 0 else f"{name}-{index + 1}", isPath=True)]
    ]
    call.arguments = typed
    return call


def _items(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, (str, os.PathLike)) or library_of(value) is not None:
        return [value]
    return list(value) if isinstance(value, Iterable) else [value]


def _option(call: Call, name: str, value: Any, kind: str) -> list[str]:
    if value is None:
        return []
    if kind in ("flag", "switch"):
        if not isinstance(value, bool):
            raise OnTargetError(f"{name} is True or False, not {value!r}")
        return [f"--{name}"] if value else [f"--no-{name}"] if kind == "switch" else []
    if isinstance(value, Mapping):
        items: list[Any] = [f"{key}={item}" for key, item in value.items()]
    else:
        items = _items(value)
    texts = [_text(call, item, name) for item in items]
    if kind == "list":
        return [f"--{name}={text}" for text in texts]
    if len(texts) > 1 and any("," in text for text in texts):
        raise OnTargetError(f"{name}: an item of a list has a comma: {texts}")
    return [f"--{name}={','.join(texts)}"]


def _text(call: Call, value: Any, name: str, isPath: bool = False) -> str:
    if library_of(value) is not None:
        if call.folder is None:
            call.folder = tempfile.mkdtemp(prefix="ontarget-")
            weakref.finalize(call, shutil.rmtree, call.folder, ignore_errors=True)
        frame = write_frame(value, name, call.folder)
        call.frames.append(frame)
        return frame.path
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if isinstance(value, str):
        if "\0" in value:
            raise OnTargetError(f"{name}: no argument holds a zero byte")
        if isPath and value == "-":
            raise OnTargetError(f"{name}: there is no standard input here; name a file")
        # Else it would be read as an option.
        return f"./{value}" if isPath and value.startswith("-") else value
    if isinstance(value, bool):
        raise OnTargetError(f"{name}: {value} is no value of it")
    if isinstance(value, numbers.Integral):
        return str(int(value))
    if isinstance(value, (Decimal, numbers.Real)):
        return format(value if isinstance(value, Decimal) else Decimal(repr(float(value))), "f")
    if isinstance(value, datetime.datetime):
        raise OnTargetError(f"{name}: {value} is a time; give the day: .date()")
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise FrameError(f"{name}: {type(value).__name__} is neither text, number, path nor frame")


def parse_json(data: bytes) -> Any:
    """Reads JSON with each number as it is written."""
    return json.loads(data, parse_float=Decimal)
