"""What people send in is taken for what it is, not for what it is called."""

import io
import zipfile

import docx
import pytest

from alongside.core.refusal import Refused
from alongside.integrations.safe_files.uploads import Uploads

CHECK = Uploads().check


def word() -> bytes:
    made = io.BytesIO()
    docx.Document().save(made)
    return made.getvalue()


def zipped(*members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in members:
            archive.writestr(name, "text")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("scan.PDF", b"%PDF-1.7 rest", "application/pdf"),
        ("photo.jpg", b"\xff\xd8\xff\xe1rest", "image/jpeg"),
        ("photo.JPEG", b"\xff\xd8\xff\xdbrest", "image/jpeg"),
        ("shot.png", b"\x89PNG\r\n\x1a\nrest", "image/png"),
        ("phone.heic", b"\x00\x00\x00\x18ftypheic", "image/heic"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "application/msword"),
    ],
)
def test_kind_is_told_by_its_first_bytes(name: str, content: bytes, found: str) -> None:
    assert CHECK(name, content) == found


def test_word_file_is_looked_into() -> None:
    assert CHECK("report.docx", word()).endswith("wordprocessingml.document")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("letter.exe", b"MZ", "Send a photo"),
        ("letter", b"%PDF-", "Send a photo"),
        ("letter.pdf", b"", "“letter.pdf” is empty"),
        ("letter.pdf", b"<html>", "is not what its name says"),
        ("letter.jpg", b"%PDF-1.7", "is not what its name says"),
        ("letter.pdf", b"%PDF-" + b"0" * 20_000_000, "Files can be up to 20 MB"),
        ("letter.docx", b"PK\x03\x04broken", "“letter.docx” cannot be read"),
        ("letter.docx", zipped("other.txt"), "not a plain Word document"),
        ("letter.docx", zipped("word/document.xml", "word/vbaProject.bin"), "holds a program"),
    ],
)
def test_everything_else_is_a_sentence(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence) as refused:
        CHECK(name, content)
    assert refused.value.field == "file"


def test_zip_bomb_is_a_sentence_and_not_a_dead_process() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 400_000_000)
    with pytest.raises(Refused, match="unpacks to more than"):
        CHECK("bomb.docx", made.getvalue())


def test_folders_in_a_name_are_left_out() -> None:
    with pytest.raises(Refused, match=r"“passwd\.txt”"):
        CHECK("../../etc/passwd.txt", b"x")
