"""Cells in IPython's shell give the outputs of an ordinary kernel."""

import datetime
import decimal
import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from reporting import write_manifest, write_notebook

from compare.errors import ReportError
from compare.reports import Options, run_batch
from compare.reports.notebooks.literals import as_python, codify

FROM_BELOW = "from below\n"
PRINTED = "import sys\nprint('out 1')\nprint('err 1', file=sys.stderr)\nprint('out 2')"
PRINTED_BELOW = "import os\nprint('a', flush=True)\nos.system('echo from below')\nprint('c')"
EVERYTHING = [
    "x = 1",
    PRINTED,
    "print('before')\ndisplay({'a': 1})\nprint('after')\n[1, 2, 3]",
    "x\n_",
    "None",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('图')\nprint('drawn')",
    "fig, ax = plt.subplots(figsize=(1, 1))\nfig",
    "from IPython.display import HTML, Markdown, clear_output, display\n"
    "print('gone')\nclear_output()\nprint('kept')\ndisplay(HTML('<b>x</b>'), Markdown('*y*'))",
    "h = display('one', display_id='it')\nprint('between')\nh.update('two')",
    "print('waiting')\nclear_output(wait=True)\nprint('replaced')",
    PRINTED_BELOW,
    "!echo shell",
    "%%capture kept\nprint('hidden')",
    "kept.stdout",
    "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "asyncio.get_running_loop().is_running()",
    "import pandas as pd\npd.DataFrame({'a': [1.5, None], 'b': ['甲', 'z']})",
    "class R:\n    def _repr_mimebundle_(self, **_):\n"
    "        return {'text/plain': 'r', 'image/png': b'\\x89PNG'}, "
    "{'image/png': {'alt': '描述'}}\nR()",
    "get_ipython().__class__.__name__, __name__, {'', os.getcwd()} & set(sys.path) != set()",
    "import warnings\nwarnings.warn('careful')",
    "%time pass\n1;",
    "In[-2][:5], Out.get(4), _3",
    "input('?')",
]
FAILING = [
    "x = 1",
    "def f(n):\n    return 1 / n\n",
    "print('so far')\nf(0)",
    "print('never')",
]


def cells(project, name, folder="reports"):
    return json.loads((project.root / folder / f"{name}.ipynb").read_bytes())["cells"]


def comparable(cell):
    return [cell.get("execution_count"), *map(tidy, merged(cell.get("outputs", [])))]


def tidy(output):
    """Leave out what is different in each process: its number, and the speed of the machine."""
    text = json.dumps(output, ensure_ascii=False, sort_keys=True)
    return re.sub(r"[\d.e+]+ (ns|µs|μs|us|ms|s)\b", "TIME", text)


def merged(outputs):
    """Join what is printed between two displays, each stream by itself, without a child's line.

    A kernel sends what is printed every 0.2 seconds, and what a child process prints when a
    thread comes to read it, maybe a cell later: where it cuts is the machine's chance.
    """
    parts = []
    for output in outputs:
        if output["output_type"] != "stream":
            parts.append(output)
            continue
        if not parts or "output_type" in parts[-1]:
            parts.append({})
        printed = parts[-1].get(output["name"], "") + "".join(output["text"])
        parts[-1][output["name"]] = printed.replace(FROM_BELOW, "")
    return parts


@pytest.fixture(scope="module")
def both(world_built_once, tmp_path_factory, lend):
    import shutil

    from compare.project import Project

    project = Project(shutil.copytree(world_built_once, tmp_path_factory.mktemp("both") / "w"))
    write_notebook(project, "everything", *EVERYTHING[:-1])
    write_notebook(project, "asking", "x = 1", EVERYTHING[-1])
    write_notebook(project, "failing", *FAILING)
    write_notebook(project, "syntax", "x = 1", "a b")
    write_notebook(project, "leaving", "x = 1", "import sys\nsys.exit(3)")
    names = ("everything", "asking", "failing", "syntax", "leaving")
    found = []
    for fork in (True, False):
        entries = ", ".join(
            f"{{name: {n}, notebook: {n}, title: t, formats: [ipynb]}}" for n in names
        )
        write_manifest(project, f"[{entries}]")
        with pytest.MonkeyPatch.context() as patch:
            lend(patch)
            summary = run_batch(project, Options(force=True, fork=fork))
        assert summary.made == ["everything"] and len(summary.failed) == 4
        found.append(
            {
                n: cells(project, n, "reports" if n == "everything" else "reports/failed")
                for n in names
            }
        )
    return found


@pytest.mark.parametrize("number", range(len(EVERYTHING) - 1))
def test_every_output_is_that_of_an_ordinary_kernel(both, number):
    shell, kernel = both
    found, expected = (comparable(way["everything"][number]) for way in (shell, kernel))
    assert found == expected, EVERYTHING[number]


def test_what_is_printed_stands_in_the_order_of_writing(both):
    shell, _ = both
    printed = [
        [
            (o["name"], "".join(o["text"]))
            for o in shell["everything"][EVERYTHING.index(source)]["outputs"]
        ]
        for source in (PRINTED, PRINTED_BELOW)
    ]
    assert printed == [
        [("stdout", "out 1\nout 2\n"), ("stderr", "err 1\n")],
        [("stdout", "a\nfrom below\nc\n")],
    ]


@pytest.mark.parametrize("name", ["failing", "syntax", "leaving"])
def test_errors_are_those_of_an_ordinary_kernel(both, name):
    shell, kernel = both
    assert [*map(comparable, shell[name])] == [*map(comparable, kernel[name])]


def test_a_question_to_the_reader_fails_as_in_an_ordinary_kernel(both):
    lines = [found["asking"][-1]["outputs"][0] for found in both]
    assert lines[0]["ename"] == lines[1]["ename"] == "StdinNotImplementedError"
    assert lines[0]["evalue"] == lines[1]["evalue"]


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        5,
        2.5,
        float("inf"),
        '宁波 "quoted" \\ \'\n',
        (1,),
        (1, "a"),
        [datetime.date(2025, 9, 1)],
        datetime.datetime(2025, 9, 1, 8, 30, tzinfo=datetime.UTC),
        datetime.timedelta(days=1, seconds=5),
        {"a": (1, 2), 3: None},
        {1, 2},
        frozenset("a"),
        b"bytes",
        decimal.Decimal("0.35"),
        Path("a/b"),
        pd.Timestamp("2025-09-01"),
        np.int64(7),
        np.float32(0.5),
        np.bool_(True),
        np.datetime64("2025-09-01"),
        np.str_("甲"),
    ],
    ids=repr,
)
def test_parameters_arrive_with_their_type(value):
    space = {}
    exec(codify({"given": value}), space)
    assert space.pop("__builtins__") and list(space) == ["given"]
    assert type(space["given"]) is type(value)
    assert space["given"] == value


def test_arrays_arrive_as_arrays():
    value = np.array([[1.5, np.nan], [3.0, 4.0]], dtype="float32")
    back = eval(as_python(value))
    assert back.dtype == value.dtype
    np.testing.assert_array_equal(back, value)


def test_what_cannot_be_given_is_refused():
    with pytest.raises(ReportError, match="cannot be given to a notebook"):
        as_python(object())


@pytest.mark.parametrize("module", ["engine", "shell_engine"])
def test_what_papermill_looks_for_may_be_imported_before_it(module):
    said = "import sys; sys.modules['rfc3987_syntax'] = None\n"  # see conftest.py
    said += f"import compare.reports.notebooks.{module}, papermill.engines as found\n"
    said += "engine = found.papermill_engines.get_engine('compare-shell')\n"
    said += "print(engine.__name__, *(callable(getattr(engine, name)) for name in "
    said += "('execute_notebook', 'nb_kernel_name', 'nb_language')))"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "ShellEngine True True True"
