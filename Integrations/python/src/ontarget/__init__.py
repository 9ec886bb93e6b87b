"""What sales pay plans pay, what offers are worth and where pay stands: the command `ontarget` on frames.

Each verb of the command is a function here, with the same options:

    >>> import ontarget
    >>> answer = ontarget.compare(frame, by="industry")
    >>> answer.frame()          # the main table as a frame of the same library
    >>> answer.frame("pairs")   # another one
    >>> answer                  # in a notebook: the document with its charts

A file is a path, the name of a bundled one such as "ontarget:plans/cliff", or a frame of pandas or polars.
"""

from ._answer import Answer, Input
from ._command import Argument, Value, command_path
from ._errors import (
    CommandError,
    CommandNotFound,
    DataError,
    Finding,
    FrameError,
    InputChanged,
    MissingInput,
    OnTargetError,
    OutputError,
    UsageError,
)
from ._frames import Frame
from ._verbs import *  # noqa: F403
from ._verbs import __all__ as _verb_names

__all__ = [
    "Answer",
    "Argument",
    "CommandError",
    "CommandNotFound",
    "DataError",
    "Finding",
    "Frame",
    "FrameError",
    "Input",
    "InputChanged",
    "MissingInput",
    "OnTargetError",
    "OutputError",
    "UsageError",
    "Value",
    "command_path",
]
__all__ += _verb_names
