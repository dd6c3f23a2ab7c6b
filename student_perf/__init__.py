__version__ = "0.1.0"

from typing import TYPE_CHECKING

from student_perf.documented import document_package

if TYPE_CHECKING:  # For editors and type checkers; at run time each name is loaded when it is used
    from student_perf.models.predictor import Predictor
    from student_perf.models.training import train
    from student_perf.records.datasets import load_dataset
    from student_perf.records.reader import read_students
    from student_perf.records.schema import EXAMS, Schema
    from student_perf.records.simulator import simulate_exams

__all__ = [
    "__version__",
    "EXAMS",
    "Predictor",
    "Schema",
    "load_dataset",
    "read_students",
    "simulate_exams",
    "train",
]
_FRONT_DOOR = {
    "Schema": "records.schema",
    "EXAMS": "records.schema",
    "read_students": "records.reader",
    "load_dataset": "records.datasets",
    "simulate_exams": "records.simulator",
    "train": "models.training",
    "Predictor": "models.predictor",
}

document_package(__name__)  # The comments beside parameters reach `help()`


def __getattr__(name: str):
    "Load the public names when they are first used, so that `import student_perf` stays fast."
    if name in _FRONT_DOOR:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_FRONT_DOOR[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
