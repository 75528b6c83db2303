"""The folder of reports: what is there, what it was made from, and whole or not at all.

A report's files are made in a folder aside. When all are there, one rename marks them as
ready, which cannot happen by half; then they are moved to their places, and the state is
written. A batch that is killed in between is completed by the next one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from compare.atomic import ASIDE, not_written, write_text
from compare.errors import NotWrittenError, ReportError

_READY = "ready-"
_LIST = ".list.json"
"""What a report that is ready consists of."""


@dataclass(frozen=True)
class Made:
    """What is known of a report that was made.

    Attributes
    ----------
    fingerprint : dict of str to str
        What it was made from, part by part.
    files : dict of str to (int, int, str)
        Size, time and SHA-256 of each file. The time only spares reading a file again.
    older : tuple of str
        Files of earlier runs that this one did not make again.
    used : dict of str to str
        What its notebook asked the project, and the hash of each answer.
    data_version : str
        The data that it read: while they are the same, nothing of them needs to be asked again.
    """

    fingerprint: dict[str, str]
    files: dict[str, tuple[int, int, str]]
    older: tuple[str, ...] = ()
    used: dict[str, str] = field(default_factory=dict)
    data_version: str = ""


class Store:
    """The reports in a folder.

    Parameters
    ----------
    folder : pathlib.Path
        The project's ``reports/``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._state = folder / ".state"
        self._work = folder / ".work"
        self.failed = folder / "failed"
        self.charts = folder / ".cache"

    @contextlib.contextmanager
    def locked(self, waiting: Callable[[], None]) -> Iterator[None]:
        """Hold the folder, so that two batches do not write it at once; wait for the other.

        What killed batches left behind is completed or removed first.

        Raises
        ------
        ReportError
            If the folder cannot be written.
        """
        try:
            self._state.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._state / ".lock")
            try:
                lock.acquire(timeout=0)
            except Timeout:
                waiting()
                lock.acquire()
        except OSError as error:
            raise _not_writable(self.folder, error) from error
        try:
            self._complete()
            yield
            with contextlib.suppress(OSError):
                self._work.rmdir()
        finally:
            lock.release()

    def folder_for(self, name: str) -> Path:
        """Return an empty folder for the files of a report to be made."""
        folder = self._work / name
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise _not_writable(self.folder, error) from error
        return folder

    def folder_of(self, name: str) -> Path:
        """Return the folder where the files of a report are made."""
        return self._work / name

    def made(self, name: str) -> Made | None:
        """Return what is known of a report; nothing where nothing usable is."""
        try:
            return _made_of(json.loads((self._state / f"{name}.json").read_bytes()))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def missing(self, name: str, made: Made, formats: tuple[str, ...]) -> list[str]:
        """Return the formats of a report whose file is not there as it was made."""
        return [
            ending
            for ending in formats
            if f"{name}.{ending}" not in made.files
            or not self._intact(f"{name}.{ending}", made.files[f"{name}.{ending}"])
        ]

    def publish(
        self,
        name: str,
        fingerprint: dict[str, str],
        used: dict[str, str] | None = None,
        data_version: str = "",
    ) -> list[Path]:
        """Put a report's files into their places; return them.

        Raises
        ------
        ReportError
            If the disk is full or the folder cannot be written; the report stays as it was.
        """
        source, ready = self._work / name, self._work / f"{_READY}{name}"
        try:
            files = {path.name: _described(path) for path in source.iterdir()}
            made = Made(fingerprint, files, used=used or {}, data_version=data_version)
            write_text(source / _LIST, json.dumps(asdict(made)))
            for path in source.iterdir():
                _flush(path)
            shutil.rmtree(ready, ignore_errors=True)
            source.rename(ready)
            return self._move(ready)
        except OSError as error:
            raise _not_writable(self.folder, error) from error

    def keep_failed(self, name: str, traceback: str) -> Path:
        """Keep what a failing notebook ran, and its traceback, under ``reports/failed/``."""
        text = self.failed / f"{name}.txt"
        source = self._work / name
        try:
            self.failed.mkdir(exist_ok=True)
            executed = source / f"{name}.ipynb"
            kept = self.failed / executed.name
            if executed.is_file():
                executed.replace(kept)
            else:
                kept.unlink(missing_ok=True)
            write_text(text, traceback)
        except OSError as error:
            raise _not_writable(self.folder, error) from error
        finally:
            shutil.rmtree(source, ignore_errors=True)
        return kept if kept.is_file() else text

    def surplus(self, wanted: Mapping[str, Sequence[str]]) -> dict[str, list[Path]]:
        """Return what is there of reports that are not wanted any more, by the report's name.

        Parameters
        ----------
        wanted : mapping of str to sequence of str
            The reports that are, and every format that can be made of each: a file in one of
            them stays, whoever asked for it.
        """
        found: dict[str, list[Path]] = {}
        for state in sorted(self._state.glob("*.json")):
            keep = {f"{state.stem}.{ending}" for ending in wanted.get(state.stem, ())}
            extra = [path for path in self._files(state.stem) if path.name not in keep]
            if extra or state.stem not in wanted:
                found[state.stem] = extra
        for path in sorted(self.failed.glob("*.*")):
            if path.stem not in wanted:
                found.setdefault(path.stem, []).append(path)
        return found

    def prune(self, wanted: Mapping[str, Sequence[str]]) -> list[Path]:
        """Remove what :meth:`surplus` finds; return what was removed."""
        found = self.surplus(wanted)
        for name, paths in found.items():
            for path in paths:
                path.unlink(missing_ok=True)
            if name not in wanted:
                (self._state / f"{name}.json").unlink(missing_ok=True)
            elif made := self.made(name):
                there = {path.name for path in self._files(name)}
                files = {file: of for file, of in made.files.items() if file in there}
                older = tuple(file for file in made.older if file in there)
                self._write_state(name, replace(made, files=files, older=older))
        with contextlib.suppress(OSError):
            self.failed.rmdir()
        return [path for paths in found.values() for path in paths]

    def _files(self, name: str) -> list[Path]:
        """Return the files of a report that are there, of earlier runs as well."""
        made = self.made(name)
        names = (*made.files, *made.older) if made else ()
        return [self.folder / file for file in names if (self.folder / file).is_file()]

    def chart_folder(self, shared: str) -> Path:
        """Return the folder of charts drawn from the same data, code and versions."""
        folder = self.charts / shared[:16]
        if self.charts.is_dir():
            for other in self.charts.iterdir():
                if other != folder:
                    shutil.rmtree(other, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def forget_failure(self, name: str) -> None:
        """Remove what an earlier failure of a report left, now that it is made."""
        for ending in ("ipynb", "txt"):
            (self.failed / f"{name}.{ending}").unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self.failed.rmdir()

    def _complete(self) -> None:
        """Put into place what was ready when a batch was killed; remove what was not."""
        if not self._work.is_dir():
            return
        for path in sorted(self._work.iterdir()):
            if path.name.startswith(_READY):
                self._move(path)
            elif path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
        for folder in (self.folder, self._state, self.failed):
            for path in folder.glob(f"{ASIDE}*"):
                path.unlink(missing_ok=True)

    def _move(self, ready: Path) -> list[Path]:
        """Move a report that is ready into its place; a batch may have been killed midway."""
        name = ready.name.removeprefix(_READY)
        new = _made_of(json.loads((ready / _LIST).read_bytes()))
        old = self.made(name)
        for file in new.files:
            if (ready / file).exists():
                (ready / file).replace(self.folder / file)
        before = {**old.files, **dict.fromkeys(old.older)} if old else {}
        same = old and (old.fingerprint, old.used) == (new.fingerprint, new.used)
        files = {**old.files, **new.files} if old and same else new.files
        older = tuple(sorted(before.keys() - files.keys()))
        self._write_state(name, replace(new, files=files, older=older))
        shutil.rmtree(ready)
        return [self.folder / file for file in new.files]

    def _write_state(self, name: str, made: Made) -> None:
        write_text(self._state / f"{name}.json", json.dumps(asdict(made), indent=1) + "\n")

    def _intact(self, name: str, then: tuple[int, int, str]) -> bool:
        path = self.folder / name
        try:
            now = path.stat()
            if now.st_size != then[0]:
                return False
            return now.st_mtime_ns == then[1] or _hash(path) == then[2]
        except OSError:
            return False


def _made_of(content: dict[str, Any]) -> Made:
    files = {name: (size, time, digest) for name, (size, time, digest) in content["files"].items()}
    used = dict(content.get("used", {}))  # versions before kept none
    version = str(content.get("data_version", ""))
    return Made(dict(content["fingerprint"]), files, tuple(content["older"]), used, version)


def _described(path: Path) -> tuple[int, int, str]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns, _hash(path)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _flush(path: Path) -> None:
    """Have a file on the disk before it takes another's place."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _not_writable(folder: Path, error: OSError) -> ReportError:
    said = error if isinstance(error, NotWrittenError) else not_written(folder, error)
    return ReportError(str(said))
