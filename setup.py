"""Package metadata, read from `settings.ini` so that it is written in one place."""

from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup

ROOT = Path(__file__).resolve().parent
_parser = ConfigParser(delimiters=["="], interpolation=None)
_parser.read(ROOT / "settings.ini", encoding="utf-8")
cfg = _parser["DEFAULT"]

extras = {
    key.removesuffix("_requirements"): cfg[key].split()
    for key in cfg
    if key.endswith("_requirements") and key != "dev_requirements"
}
# `dev` holds every extra but `bench`, so that one install command runs every test.
extras["dev"] = sorted(
    {*cfg["dev_requirements"].split()}.union(*(v for k, v in extras.items() if k != "bench"))
)

setup(
    name=cfg["lib_name"],
    version=cfg["version"],
    description=cfg["description"],
    long_description=(ROOT / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    url=cfg["git_url"],
    author=cfg["author"],
    author_email=cfg["author_email"],
    license="Apache-2.0",
    license_files=["LICENSE"],
    keywords=cfg["keywords"].split(),
    classifiers=[
        "Development Status :: 3 - Alpha",
        "Framework :: Jupyter",
        "Intended Audience :: Education",
        "Operating System :: OS Independent",
        "Programming Language :: Python :: 3",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
        "Topic :: Scientific/Engineering",
    ],
    python_requires=f">={cfg['min_python']}",
    # The lab (benchmarks, site builder) and the tests stay in the repository.
    packages=find_packages(
        include=[cfg["lib_path"], f"{cfg['lib_path']}.*"],
        exclude=[
            f"{cfg['lib_path']}.{part}{end}" for part in ("lab", "tests") for end in ("", ".*")
        ],
    ),
    package_data={
        cfg["lib_name"]: [
            *("py.typed", "voila/**/*", "service/bundle/**/*", "service/templates/*"),
            *("app/static/*", "insight/card/*", "match/*.yml", "records/*.yml"),
        ]
    },
    # Training and the page are part of the library; their extras tell a server of the API what it can do without.
    install_requires=sum((cfg[f"{k}requirements"].split() for k in ("", "train_", "page_")), []),
    extras_require=extras,
    entry_points={
        "console_scripts": cfg["console_scripts"].split(),
        "nbdev": [f"{cfg['lib_name']}={cfg['lib_name']}._modidx:d"],
    },
    zip_safe=False,
)
