"""What can go wrong, and what the command found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._frames import WrittenFrame


@dataclass(frozen=True)
class Finding:
    """Something that is wrong, or worth knowing, in an input or in a setting."""

    severity: str
    """"error", "warning" or "note"."""
    subject: str
    """The place as the command writes it, or the option that it is about."""
    message: str
    path: str | None = None
    """The file; None for a finding about a setting."""
    line: int | None = None
    """The line, from 1; of a workbook the row."""
    column: int | None = None
    """The column, from 1, counted in characters; None in a workbook, whose cell `subject` names."""
    excerpt: str | None = None
    """The line of the file."""
    remedy: str | None = None
    """How to mend it."""
    argument: str | None = None
    """The argument that was a frame, where the finding is about one."""
    row: int | None = None
    """The position of the frame's row, from 0."""

    def __str__(self) -> str:
        place = self.subject
        if self.argument is not None:
            place = self.argument if self.row is None else f"{self.argument}, row {self.row}"
        text = f"{place}: {self.severity}: {self.message}"
        return text if self.remedy is None else f"{text}\n  {self.remedy}"


_HEAD = re.compile(r"(?P<subject>\S.*?): (?P<severity>error|warning|note): (?P<message>.*)")
_CELL = re.compile(r"(?P<path>.+?\.xlsx):(?P<sheet>[^!]+)!(?P<letters>[A-Z]*)(?P<line>\d+)")
_PLACE = re.compile(r"(?P<path>.+?)(?::(?P<line>\d+))?(?::(?P<column>\d+))?")


def parse_findings(text: str, frames: Sequence[WrittenFrame] = ()) -> tuple[Finding, ...]:
    """Reads the findings that the command prints to standard error, in their order."""
    found: list[Finding] = []
    for line in text.splitlines():
        if head := _HEAD.fullmatch(line):
            found.append(_located(head["subject"], head["severity"], head["message"], frames))
        elif found and line.startswith("    "):
            # Below the line of the file stands a caret, which the column says better.
            if found[-1].excerpt is None and found[-1].remedy is None:
                found[-1] = replace(found[-1], excerpt=line[4:])
        elif found and line.startswith("  "):
            remedy = found[-1].remedy
            lines = line[2:] if remedy is None else f"{remedy}\n{line[2:]}"
            found[-1] = replace(found[-1], remedy=lines)
    return tuple(found)


def _located(
    subject: str, severity: str, message: str, frames: Sequence[WrittenFrame]
) -> Finding:
    finding = Finding(severity, subject, message)
    if subject.startswith("--"):
        return finding
    if cell := _CELL.fullmatch(subject):
        return replace(finding, path=cell["path"], line=int(cell["line"]))
    place = _PLACE.fullmatch(subject)
    if place is None:
        return finding
    line = None if place["line"] is None else int(place["line"])
    column = None if place["column"] is None else int(place["column"])
    finding = replace(finding, path=place["path"], line=line, column=column)
    for frame in frames:
        if frame.path == place["path"]:
            row = None if line is None else frame.row_at(line)
            return replace(finding, argument=frame.name, row=row)
    return finding


class OnTargetError(Exception):
    """The root of what this package raises."""


class CommandNotFound(OnTargetError):
    """There is no command `ontarget` here."""


class FrameError(OnTargetError, ValueError):
    """A frame cannot be written, or an answer not made into one, without changing a value."""


class InputChanged(OnTargetError):
    """A file is not what it was when the answer was made, so that a document would not show that answer."""


class CommandError(OnTargetError):
    """The command could not answer."""

    status: int
    """The exit status, as docs/architecture.md lists them; negative for a signal."""
    findings: tuple[Finding, ...]
    """What is wrong, with file, line and column."""
    kinds: tuple[str, ...]
    """The names by which `ontarget explain` tells more."""
    text: str
    """All that the command printed to standard error."""
    command: tuple[str, ...]
    """The arguments."""

    def __init__(
        self, status: int, text: str, command: Sequence[str], frames: Sequence[WrittenFrame] = ()
    ) -> None:
        self.status = status
        self.text = text
        self.command = tuple(command)
        self.findings = parse_findings(text, frames)
        last = text.rstrip("\n").rpartition("\n")[2]
        prefix = "more: ontarget explain "
        self.kinds = tuple(last[len(prefix) :].split()) if last.startswith(prefix) else ()
        errors = [str(finding) for finding in self.findings if finding.severity == "error"]
        super().__init__("\n".join(errors) or text.strip() or f"the command ended with {status}")


class UsageError(CommandError):
    """The call makes no sense (64)."""


class DataError(CommandError):
    """An input holds wrong data (65)."""


class MissingInput(CommandError):
    """An input is not there or cannot be opened (66)."""


class OutputError(CommandError):
    """An output cannot be created, or reading or writing broke off (73, 74)."""


def command_error(
    status: int, text: str, command: Sequence[str], frames: Sequence[WrittenFrame] = ()
) -> CommandError:
    """The exception that fits an exit status."""
    kinds: dict[int, type[CommandError]] = {
        64: UsageError,
        65: DataError,
        66: MissingInput,
        73: OutputError,
        74: OutputError,
    }
    return kinds.get(status, CommandError)(status, text, command, frames)
