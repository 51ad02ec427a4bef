"""Lines of a year, a name with its surname in capitals, and a work are rows of a table."""

from pathlib import Path

from awardcli import messages
from awardcli.collection.loading import check, open_collection
from awardcli.collection.user_file.reading_report import ReadAs
from support import written

LINES = (
    "2020 - Ada DE RUIZ, L'Hiver (Seuil)\n1975: Bo VEGA (Cy Fox), Pluie, neige (Actes Nord)\n1974: Not awarded\n"
    "1960 – Di et Ed POE, Vent\n• 1951 - Flo-Ann ORR, Sel (Plume), refusé par l'auteur\n"
)


def test_lines_of_a_year_a_surname_in_capitals_and_a_work_are_parted(tmp_path: Path) -> None:
    reading, films = check(written(tmp_path / "a.txt", f"Prix du roman\n{LINES}"))
    assert [(film.edition.year, film.title, film.organization, film.note) for film in films or ()] == [
        (2020, "L'Hiver", "Ada DE RUIZ、Seuil", None),
        (1975, "Pluie, neige", "Bo VEGA (Cy Fox)、Actes Nord", None),
        (1960, "Vent", "Di et Ed POE", None),
        (1951, "Sel", "Flo-Ann ORR、Plume", "refusé par l'auteur"),
    ]
    assert [aside.why for aside in reading.set_aside] == ["vacant"]
    assert messages.READ_BY_YEARS(option="--column title=line") in [remark.text for remark in reading.remarks]
    lines = open_collection(tmp_path / "a.txt", ReadAs({"line": "title"}))
    assert [film.title for film in lines][1] == "2020 - Ada DE RUIZ, L'Hiver (Seuil)"


def test_other_lines_with_years_are_not(tmp_path: Path) -> None:
    for line in ("RAIN, Ada Ruiz (Peru)", "Ada Ruiz, Rain", "Rain, a Film by ADA RUIZ", "Ada RUIZ"):
        text = "".join(f"201{year} - {line}\n" for year in range(5))
        remarks = [remark.text for remark in check(written(tmp_path / "a.txt", text))[0].remarks]
        assert messages.READ_BY_YEARS(option="--column title=line") not in remarks, line
