"""Builds the wheel with the standard library alone (PEP 517).

`pip install Integrations/python` builds one that finds the command on PATH. With ONTARGET_BUNDLE, the
folder that Scripts/make-wheel fills with the command, its datasets and its libraries, the wheel carries
them, and is for this platform: ONTARGET_PLATFORM.
"""

import base64
import hashlib
import os
import pathlib
import tomllib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent.parent
# The oldest time that a zip file knows, so that the same files make the same wheel.
TIME = (1980, 1, 1, 0, 0, 0)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    project = tomllib.loads((HERE / "pyproject.toml").read_text())["project"]
    bundle = os.environ.get("ONTARGET_BUNDLE")
    tag = f"py3-none-{os.environ['ONTARGET_PLATFORM']}" if bundle else "py3-none-any"
    stem = f"{project['name']}-{project['version']}"
    info = f"{stem}.dist-info"
    name = f"{stem}-{tag}.whl"
    record = []
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED) as wheel:

        def add(path, content, mode=0o644):
            entry = zipfile.ZipInfo(path, TIME)
            entry.external_attr = (0o100000 | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(entry, content)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={digest},{len(content)}")

        for file in sorted((HERE / "src/ontarget").glob("*")):
            if file.suffix == ".py" or file.name == "py.typed":
                add(f"ontarget/{file.name}", file.read_bytes())
        if bundle:
            for file in sorted(pathlib.Path(bundle).rglob("*")):
                if file.is_file():
                    place = file.relative_to(bundle).as_posix()
                    # What others wrote keeps its licence beside it.
                    path = f"{info}/{place}" if place.startswith("licenses/") else f"ontarget/_bundle/{place}"
                    add(path, file.read_bytes(), 0o755 if os.access(file, os.X_OK) else 0o644)
            add(f"{info}/entry_points.txt", b"[console_scripts]\nontarget = ontarget._command:main\n")
        add(f"{info}/licenses/LICENSE", licence())
        add(f"{info}/METADATA", metadata(project).encode())
        purity = "false" if bundle else "true"
        add(f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: ontarget\nRoot-Is-Purelib: {purity}\nTag: {tag}\n".encode())
        record.append(f"{info}/RECORD,,")
        entry = zipfile.ZipInfo(f"{info}/RECORD", TIME)
        entry.external_attr = 0o100644 << 16
        wheel.writestr(entry, "\n".join(record) + "\n")
    return name


def metadata(project):
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {project['name']}",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        f"Requires-Python: {project['requires-python']}",
        f"License-Expression: {project['license']}",
        "Description-Content-Type: text/markdown",
    ]
    for extra, needs in project["optional-dependencies"].items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f"Requires-Dist: {need}; extra == '{extra}'" for need in needs]
    return "\n".join(lines) + "\n\n" + (HERE / project["readme"]).read_text()


def licence():
    return (HERE.parent.parent / "LICENSE").read_bytes()


def build_sdist(sdist_directory, config_settings=None):
    raise NotImplementedError("the sources are the repository; there is no archive of the package alone")
