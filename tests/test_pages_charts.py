"""The chart of a board: what its axes tell, and its words."""

from __future__ import annotations

from typing import Any

import pytest

from leaderboard.boards import Filters, board
from leaderboard.pages.charts import BoardChart, board_chart
from tests.made_store import connect
from tests.rows import made_row


def _chart(*given: tuple[float, str | None], **fields: Any) -> BoardChart:
    rows = [
        made_row(
            paper_id=f"p{at}",
            benchmark="Birds-9",
            system=f"S{at}",
            date=date,
            value=value,
            board_value=value,
            quote=f"{value:g}%",
            **fields,
        )
        for at, (value, date) in enumerate(given)
    ]
    db = connect(rows)
    found, dated = (board(db, "birds9", "accuracy", Filters(dated_only=only)) for only in (False, True))
    assert found
    made = board_chart(found, dated)
    assert made
    return made


def _encoding(chart: BoardChart, channel: str) -> Any:
    spec = chart.chart.to_dict()
    return next(layer["encoding"][channel] for layer in spec["layer"] if "tooltip" in layer["encoding"])


@pytest.mark.parametrize(
    ("dates", "ticks", "shape"),
    [
        (("2023-05", "2023-06"), {"interval": "month", "step": 1}, "%b %Y"),
        (("2023-05", "2023-08-17"), {"interval": "month", "step": 1}, "%b %Y"),
        (("2023-05-27", "2023-06-06"), {"interval": "day", "step": 2}, "%-d %b %Y"),
        (("2022", "2023"), 6, "%b %Y"),
    ],
)
def test_no_two_ticks_of_the_dates_are_called_the_same(dates: tuple[str, str], ticks: object, shape: str) -> None:
    axis = _encoding(_chart((60, dates[0]), (61, dates[1])), "x")["axis"]
    assert (axis["tickCount"], axis["format"]) == (ticks, shape)


def test_values_that_are_all_one_stand_in_the_middle_of_an_axis() -> None:
    assert _encoding(_chart((80, None), (80, None)), "x")["scale"]["domain"] == [76, 84]
    assert "domain" not in _encoding(_chart((80, None), (81, None)), "x")["scale"]


def test_a_line_is_told_of_where_there_is_one() -> None:
    told = "; the line follows the best so far."
    assert _chart((60, "2023-05"), (61, "2023-06")).words.endswith(told)
    assert not _chart((60, "2023-05"), (59, "2023-06")).words.endswith(told)
    assert not _chart((60, "2023-05"), (61, "2023-06"), higher_is_better=None).words.endswith(told)
