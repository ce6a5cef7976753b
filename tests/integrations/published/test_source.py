"""A table that is not as it should be is named with file, line and column; nothing is guessed."""

from pathlib import Path

import pytest

from alongside.integrations.published import source

HEAD = "year,level,region_code,region_name,la_code,gss_code,la_name,requests\n"


def table(folder: Path, *lines: str) -> Path:
    file = folder / "requests.csv"
    file.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def test_blank_is_none_and_nought_is_nought(tmp_path: Path) -> None:
    file = table(tmp_path, "2024,la,E1,Here,931,E2,Oxfordshire,", "2024,la,E1,Here,932,E2,Elsewhere,0")
    assert [row.count("requests") for row in source.rows(file)] == [None, 0]


def test_area_is_the_authority_the_region_or_england(tmp_path: Path) -> None:
    file = table(tmp_path, "2024,national,,,,,,1", "2024,region,E12,Here,,,,2", "2024,la,E12,Here,931,E,X,3")
    assert [row.area for row in source.rows(file)] == ["ENGLAND", "E12", "931"]


def test_cell_that_is_no_number_names_its_place(tmp_path: Path) -> None:
    (row,) = source.rows(table(tmp_path, "2024,la,E1,Here,931,E2,Oxfordshire,many"))
    with pytest.raises(
        source.NotAsPublished, match=r"requests\.csv, line 2, column “requests”: “many” is not"
    ):
        row.count("requests")


def test_column_that_is_missing_is_named(tmp_path: Path) -> None:
    (row,) = source.rows(table(tmp_path, "2024,la,E1,Here,931,E2,Oxfordshire,1"))
    with pytest.raises(source.NotAsPublished, match="there is no column “tribunal”"):
        row.count("tribunal")


@pytest.mark.parametrize("line", ["2024,la,E1", "2024,la,E1,Here,931,E2,Oxfordshire,1,2"])
def test_line_of_another_width_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(source.NotAsPublished, match=r"line 2: it does not have the columns"):
        list(source.rows(table(tmp_path, line)))


@pytest.mark.parametrize("line", ["last,la,E1,Here,931,E2,X,1", "2024,la,E1,Here,,E2,X,1"])
def test_line_without_area_or_year_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(source.NotAsPublished, match="does not say which area and year"):
        list(source.rows(table(tmp_path, line)))


def test_every_table_in_the_package_can_be_read() -> None:
    files = [file for file in source.folder().iterdir() if file.name.endswith(".csv")]
    assert len(files) == 13
    for file in files:
        assert sum(1 for _ in source.lines(file)) > 60


def test_licence_and_source_are_kept_with_the_tables() -> None:
    text = (source.folder() / "README.md").read_text(encoding="utf-8")
    assert "Open Government Licence v3.0" in text
    assert "Department for Education" in text
    for file in source.folder().iterdir():
        if file.name.endswith(".csv"):
            assert file.name in text
