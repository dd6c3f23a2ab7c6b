__version__ = "0.1.0"

_FRONT_DOOR = {
    "Schema": "records.schema",
    "EXAMS": "records.schema",
    "read_students": "records.reader",
    "load_dataset": "records.datasets",
    "simulate_exams": "records.simulator",
    "train": "models.predictor",
    "Predictor": "models.predictor",
}
__all__ = ["__version__", *_FRONT_DOOR]


def __getattr__(name: str):
    "Load the public names when they are first used, so that `import student_perf` stays fast."
    if name in _FRONT_DOOR:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_FRONT_DOOR[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
