"""Packed texts: read as the text in them; bombs, broken and wrong ones are refused."""

import gzip
import resource

import pytest

from compare.ledger.packed import unpacked
from compare.ledger.read import read_records
from compare.ledger.workbook import FileFormError

TEXT = "region,year,rate\n东县,2020,90\n".encode()


def test_a_packed_text_is_read_like_the_text(tmp_path):
    plain, packed = tmp_path / "a.csv", tmp_path / "a.csv.gz"
    plain.write_bytes(TEXT)
    packed.write_bytes(gzip.compress(TEXT[:20]) + gzip.compress(TEXT[20:]))
    assert unpacked(plain) == unpacked(packed) == TEXT
    told = [read_records(path, lambda cell: bool(cell.strip())) for path in (plain, packed)]
    assert told[0] == told[1] == [["region", "year", "rate"], ["东县", "2020", "90"]]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.csv.gz"
    part = gzip.compress(bytes(100 * 2**20), compresslevel=9)
    path.write_bytes(part * 10)  # a gigabyte in a megabyte
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(FileFormError, match=r"more than 194 MiB, 200 times its size; .*do: unpack"):
        unpacked(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 500 * 2**10


def test_more_than_the_most_is_refused_whatever_its_size(tmp_path, monkeypatch):
    monkeypatch.setattr("compare.ledger.packed.MOST_BYTES", 10)
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(TEXT))
    with pytest.raises(FileFormError, match="unpacks to more than"):
        unpacked(path)


@pytest.mark.parametrize(
    "data",
    [gzip.compress(TEXT)[:-9], gzip.compress(TEXT) + b"behind it", b"\x1f\x8b no such"],
    ids=["short", "longer", "no gzip"],
)
def test_what_is_broken_off_is_refused_in_a_sentence(tmp_path, data):
    path = tmp_path / "a.tsv.gz"
    path.write_bytes(data)
    with pytest.raises(FileFormError, match=r"cannot be unpacked \(.*do: download it again"):
        read_records(path, bool)
