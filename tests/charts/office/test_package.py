"""Office files as packages."""

import io
import zipfile

from compare.charts.office.package import steady


def core(package):
    return package.read("docProps/core.xml")


def test_steady_takes_out_dates_and_keeps_everything_else():
    dated = io.BytesIO()
    written = b'<x><dcterms:created a="b">2026</dcterms:created><dc:title>t</dc:title></x>'
    with zipfile.ZipFile(dated, "w") as package:
        package.writestr(zipfile.ZipInfo("z", (2026, 1, 2, 3, 4, 6)), b"same")
        package.writestr("docProps/core.xml", written)
    with zipfile.ZipFile(io.BytesIO(steady(dated.getvalue()))) as package:
        assert package.namelist() == ["docProps/core.xml", "z"]
        assert package.read("z") == b"same"
        assert core(package) == b"<x><dc:title>t</dc:title></x>"
