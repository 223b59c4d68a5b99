"""Boards out of rows: one scale, repeats merged, ranks, conflicts, filters; and the listings beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard.boards import (
    Board,
    Facet,
    Filters,
    ListingFilters,
    board,
    compare,
    facets,
    find_benchmark_key,
    list_boards,
    list_systems,
    listing,
    metrics_of,
    rivals,
    search_boards,
    settle,
    side_by_side,
    suggest,
    unknown_systems,
    with_metric,
)
from leaderboard.boards.sql import fold, key_sql
from leaderboard.model import Row
from leaderboard.store import Store
from tests.made_store import connect
from tests.rows import made_row


def score(value: float, system: str = "Oriole", paper: str | None = None, **fields: Any) -> Row:
    """An accuracy in percent on Birds-9, of a paper named after its system."""
    name = paper or f"{system} paper"
    given = {"value": value, "board_value": value, "system": system, "system_label": system, "benchmark": "Birds-9"}
    return made_row(**{**given, "paper_id": name, "title": name, **fields})


def wer(value: float, system: str = "Heron", **fields: Any) -> Row:
    return score(value, system, metric="WER", metric_id="wer", higher_is_better=False, **fields)


def unlisted(value: float, system: str, unit: str | None, **fields: Any) -> Row:
    """Of a metric that is in no list: its row is on no scale but its own."""
    own = {"metric": "plumage index", "metric_id": None, "higher_is_better": None, "board_unit": unit}
    return score(value, system, unit=unit, **{**own, **fields})


def the_board(*rows: Row, metric: str = "accuracy", filters: Filters | None = None, limit: int | None = None) -> Board:
    found = board(connect(rows), "birds9", metric, filters, limit)
    assert found is not None
    return found


def standing(found: Board) -> list[tuple[int | None, str | None]]:
    return [(entry.rank, entry.row.system) for entry in found.entries]


# Ranks


def test_a_board_ranks_by_its_metrics_direction() -> None:
    assert standing(the_board(score(80, "A"), score(90, "B"))) == [(1, "B"), (2, "A")]
    assert standing(the_board(wer(8, "A"), wer(9, "B"), metric="wer")) == [(1, "A"), (2, "B")]


def test_only_scores_of_this_benchmark_and_metric_are_on_it() -> None:
    others = (
        score(99, kind="change"),
        score(98, kind="factor"),
        score(97, benchmark="Birds-90"),
        score(96, benchmark=None),
        wer(95),
    )
    assert standing(the_board(score(80, "A"), *others)) == [(1, "A")]


def test_spellings_of_a_name_in_no_list_are_one_board() -> None:
    found = the_board(score(80, "A"), score(81, "B", benchmark="BIRDS 9"), score(82, "C", benchmark="birds_9"))
    assert (found.all, found.benchmark) == (3, "BIRDS 9")


def test_an_unknown_direction_is_listed_unranked_and_says_so() -> None:
    found = the_board(score(80, "A", higher_is_better=None), score(90, "B", higher_is_better=None))
    assert not found.ranked
    assert standing(found) == [(None, "B"), (None, "A")]
    assert {entry.unranked for entry in found.entries} == {"it is not known which way is better"}


def test_a_range_counts_at_its_worse_end() -> None:
    wide = score(95, "Wide", low=70, board_low=70)
    assert standing(the_board(wide, score(80, "A"))) == [(1, "A"), (2, "Wide")]
    errors = wer(9, "Wide", low=2, board_low=2)
    assert standing(the_board(errors, wer(8, "A"), metric="wer")) == [(1, "A"), (2, "Wide")]


@pytest.mark.parametrize("bound", ["up_to", "at_least", "about"])
def test_a_bound_is_listed_and_marked_but_never_the_best(bound: str) -> None:
    found = the_board(score(99, "Bounded", bound=bound), score(80, "A"))
    assert standing(found) == [(None, "Bounded"), (1, "A")]
    assert [entry.best for entry in found.entries] == [False, True]
    assert "not a result to rank" in (found.entries[0].unranked or "")


def test_equal_values_tie_and_the_next_rank_counts_them() -> None:
    found = the_board(score(90, "A"), score(90, "B"), score(80, "C"))
    assert [(entry.rank, entry.tied) for entry in found.entries] == [(1, True), (1, True), (3, False)]


def test_spreads_that_overlap_tie_with_the_best_of_them_but_not_in_a_chain() -> None:
    found = the_board(score(90, "A", spread=1.0), score(88.5, "B", spread=1.0), score(87, "C", spread=1.0))
    assert standing(found) == [(1, "A"), (1, "B"), (3, "C")]


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 30)), min_size=1, max_size=12), st.booleans())
@settings(max_examples=25)
def test_ranks_follow_the_direction(figures: list[tuple[int, int]], higher: bool) -> None:
    rows = [
        score(value / 10, f"S{i}", spread=spread / 10, higher_is_better=higher)
        for i, (value, spread) in enumerate(figures)
    ]
    entries = the_board(*rows).entries
    counted = [entry.counted or 0.0 for entry in entries]
    ranks = [entry.rank or 0 for entry in entries]
    assert counted == sorted(counted, reverse=higher)
    assert ranks == sorted(ranks)
    assert ranks[0] == 1
    assert all(rank <= position for position, rank in enumerate(ranks, 1))


# One scale


def test_fractions_and_percentages_are_one_scale_and_merge() -> None:
    whole = score(91.2, paper="p")
    part = replace(whole, value=0.912, unit=None, start=40)
    found = the_board(whole, part, score(0.8, "B", unit=None, board_value=80.0))
    assert [entry.counted for entry in found.entries] == [91.2, 80.0]
    assert [entry.repeats for entry in found.entries] == [2, 1]


def test_a_bare_number_under_one_is_read_as_its_board_is() -> None:
    among_large = [score(0.91, "A", unit=None, board_value=91.0), *(score(90 + i, f"S{i}") for i in range(3))]
    assert the_board(*among_large).entries[1].counted == 91.0
    among_small = [
        wer(0.5, "A", unit=None, board_value=50.0),
        *(wer(0.4 + i / 10, f"S{i}", unit="%") for i in range(3)),
    ]
    assert [e.counted for e in the_board(*among_small, metric="wer").entries] == [0.4, 0.5, 0.5, 0.6]


def test_a_metric_in_no_list_takes_its_scale_from_the_board() -> None:
    rows = (unlisted(0.91, "A", None), unlisted(88, "B", "%"), unlisted(93, "C", None))
    found = the_board(*rows, metric="plumageindex")
    assert found.unit == "%"
    assert [entry.counted for entry in found.entries] == [93, 91, 88]


def test_units_of_one_family_are_converted_and_others_flagged() -> None:
    rows = (unlisted(12, "A", "ms"), unlisted(11, "B", "ms"), unlisted(0.5, "C", "s"), unlisted(3, "D", "GB"))
    found = the_board(*rows, metric="plumageindex")
    assert [(entry.counted, entry.row.board_unit) for entry in found.entries] == [
        (500, "ms"),
        (12, "ms"),
        (11, "ms"),
        (None, None),
    ]


def test_a_value_that_fits_no_scale_comes_last_unranked_as_written() -> None:
    odd = score(140, "Odd", board_value=None)
    found = the_board(odd, score(80, "A"))
    assert standing(found) == [(1, "A"), (None, "Odd")]
    assert found.entries[1].row.value == 140
    assert found.entries[1].unranked == "the value does not fit the board's scale"


def test_spread_moves_with_its_value() -> None:
    assert the_board(score(0.9, unit=None, board_value=90.0, spread=0.01)).entries[0].board_spread == 1.0


def test_only_dated_results_are_asked_for() -> None:
    rows = (score(80, "A", date="2023"), score(90, "B", date=None))
    assert standing(the_board(*rows, filters=Filters(dated_only=True))) == [(1, "A")]


# Repeats and conflicts


def test_the_same_claim_read_twice_is_one_entry_the_surer_one() -> None:
    found = the_board(score(90, confidence=0.6, start=3), score(90, confidence=0.9, start=50))
    assert [(entry.row.start, entry.repeats) for entry in found.entries] == [(50, 2)]


def test_wordings_of_one_split_are_one_split() -> None:
    rows = (
        score(90, "Jay", "one", split="test set"),
        score(90, "Jay", "one", split="test"),
        score(88, "Jay", "two", split="testing data"),
        score(87, "Owl", "two", split="test"),
        score(70, "Owl", "two", split="val"),
    )
    found = the_board(*rows)
    assert [entry.repeats for entry in found.entries] == [2, 1, 1, 1]
    assert found.splits == (Facet("test", 3, "test"), Facet("validation", 1, "val"))
    assert [conflict.system for conflict in found.conflicts] == ["Jay"]
    assert the_board(*rows, filters=Filters(splits=("test split",))).total == 3
    assert [board.split for board in compare(connect(rows), ["Jay", "Owl"]).boards] == ["test set"]
    assert rivals(connect(rows[2:4]), ["jay"]) == (("Jay", "Owl"),)


@pytest.mark.parametrize("field", ["paper_id", "system_label", "split", "setting"])
def test_claims_that_differ_are_no_repeats(field: str) -> None:
    assert the_board(score(90), score(90, **{field: "another"})).all == 2


def test_merging_twice_changes_nothing() -> None:
    rows = [score(90), score(91), score(90, split="val"), score(90), score(90, "B")]
    once = [entry.row for entry in the_board(*rows).entries]
    assert [entry.row for entry in the_board(*once).entries] == once
    assert [entry.row for entry in the_board(*rows, *rows).entries] == once


def test_two_papers_with_two_values_for_one_system_are_a_conflict_explained() -> None:
    found = the_board(score(90, "Jay", "one"), score(88, "Jay", "two", role="other"), score(70, "Owl"))
    assert [(c.system, {value.counted for value in c.values}) for c in found.conflicts] == [("Jay", {88, 90})]
    assert found.entries[0].conflict == "Other papers give this system another value: 88% in “two” (quoted there)."
    assert found.entries[2].conflict is None


@pytest.mark.parametrize(
    "other",
    [
        score(90.04, "Jay", "two"),  # rounded in the other paper
        score(88, "Jay", "two", split="val"),
        score(88, "Jay", "two", setting="zero-shot"),
        score(88, "Jay", "two", bound="up_to"),
        score(88, "Jay", "two", spread=2.5),
        score(88, "Jay", "one"),
        score(88, "Wren", "two"),
    ],
)
def test_what_is_no_conflict(other: Row) -> None:
    assert the_board(score(90, "Jay", "one"), other).conflicts == ()


# Filters


def test_filters_keep_what_they_name_and_ranks_are_among_what_is_kept() -> None:
    rows = (
        score(90, "A", role="other", split="val", date="2022"),
        score(85, "B", setting="5-shot", date="2023-10"),
        score(80, "C", date=None),
    )
    kept = {
        Filters(own_only=True): ["B", "C"],
        Filters(splits=("val",)): ["A"],
        Filters(splits=(None,)): ["B", "C"],
        Filters(setting_kinds=("few-shot",)): ["B"],
        Filters(since="2023"): ["B"],
        Filters(until="2022-12-31"): ["A"],
        Filters(since="2023-10-20", until="2023"): ["B"],
    }
    for filters, systems in kept.items():
        found = the_board(*rows, filters=filters)
        assert standing(found) == list(enumerate_from_one(systems))
        assert [facet.count for facet in found.splits] == [2, 1]


def test_the_best_of_a_paper_is_the_first_that_can_be_ranked_of_those_that_other_filters_keep() -> None:
    rows = (
        score(95, "A", "one", bound="up_to"),
        score(90, "A", "one"),
        score(85, "B", "two", role="other"),
        score(80, "B", "two"),
        score(70, "C", "three", bound="about"),
    )
    found = the_board(*rows, filters=Filters(best_of_paper=True, own_only=True))
    assert (standing(found), found.total) == ([(1, "A"), (2, "B"), (None, "C")], 3)
    assert [entry.row.value for entry in found.entries] == [90, 80, 70]


def enumerate_from_one(systems: list[str]) -> list[tuple[int | None, str | None]]:
    return [(rank, system) for rank, system in enumerate(systems, 1)]


def test_unsure_entries_are_hidden_and_counted() -> None:
    rows = (score(90, "A", confidence=0.4), score(85, "B"), score(80, "C", confidence=0.3, role="other"))
    found = the_board(*rows, filters=Filters(own_only=True))
    assert (standing(found), found.hidden, found.total, found.all) == ([(1, "B")], 1, 1, 3)
    assert standing(the_board(*rows)) == [(1, "B")]
    assert standing(the_board(*rows, filters=Filters(min_confidence=0))) == [(1, "A"), (2, "B"), (3, "C")]
    (summary,) = list_boards(connect(rows))
    assert (summary.best, summary.best_system) == (85, "B")


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        ({"since": "May 2023"}, "since='May 2023' is no date; write '2023', '2023-05' or '2023-05-17'"),
        ({"until": 2023}, "until=2023 is no date"),
        ({"min_confidence": 70}, "min_confidence=70 is not within 0 to 1"),
        ({"min_confidence": None}, "min_confidence=None is not within 0 to 1"),
        ({"min_confidence": "0.5"}, "min_confidence='0.5' is not within 0 to 1"),
    ],
)
def test_a_filter_that_cannot_be_is_told_rather_than_leaving_nothing(given: dict[str, Any], mend: str) -> None:
    for filters in (Filters, ListingFilters):
        with pytest.raises(ValueError, match=re.escape(mend)):
            filters(**given)


def test_a_kind_of_claim_that_there_is_not_is_told_rather_than_finding_nothing() -> None:
    with pytest.raises(ValueError, match="kind='gain' is none of score, change, factor"):
        ListingFilters(kind="gain")  # type: ignore[arg-type]


def test_an_order_or_a_listing_that_there_is_not_is_told() -> None:
    db = connect([score(90)])
    with pytest.raises(ValueError, match="order='value' is none of rank, system, date, confidence"):
        board(db, "birds9", "accuracy", order="value")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="which='scores' is none of all, changes and factors, unnamed scores"):
        listing(db, "scores")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="order='value' is none of latest, name"):
        listing(db, "all", order="value")  # type: ignore[arg-type]


def test_sorted_by_system_what_names_none_comes_last() -> None:
    unnamed = [replace(score(value, title), system=None) for value, title in ((90, "A Study"), (70, "Zoo"))]
    found = board(connect([*unnamed, score(80, "Wren"), score(85, "Jay")]), "birds9", "accuracy", order="system")
    assert found is not None
    assert [entry.row.system_label for entry in found.entries] == ["Jay", "Wren", "A Study", "Zoo"]


def test_a_part_of_a_board_or_a_listing_that_cannot_be_is_told() -> None:
    for part in ({"limit": -1}, {"offset": -1}):
        with pytest.raises(ValueError, match="neither can be below 0"):
            board(connect([score(90)]), "birds9", "accuracy", **part)  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="neither can be below 0"):
            listing(connect([score(90)]), "all", **part)  # type: ignore[arg-type]


@pytest.mark.parametrize("ask", [list_boards, list_systems, settle, partial(board, benchmark_key="b", metric_key="m")])
def test_what_is_no_connection_is_told_with_the_way_to_one(ask: Callable[[Any], Any], tmp_path: Path) -> None:
    for wrong in (Store(tmp_path), "my-store"):
        with pytest.raises(TypeError, match=r"is no connection to a store; `Store\(FOLDER\).connection\(\)` is one"):
            ask(wrong)


def test_one_text_where_several_belong_is_told() -> None:
    for asked in (compare, rivals, unknown_systems):
        with pytest.raises(ValueError, match=r"write systems=\['Jay'\]"):
            asked(connect([]), "Jay")
    with pytest.raises(ValueError, match=r"write metric_keys=\['f1'\]"):
        side_by_side(connect([]), "birds9", "f1")
    with pytest.raises(ValueError, match=r"write splits=\('test',\)"):
        Filters(splits="test")  # type: ignore[arg-type]


def test_a_limit_cuts_the_entries_and_nothing_else() -> None:
    found = the_board(*(score(value, f"S{value}") for value in range(50, 60)), limit=3)
    assert (len(found.entries), found.total) == (3, 10)


def test_best_over_time_is_what_was_best_when_it_appeared() -> None:
    rows = (
        score(80, "A", date="2020"),
        score(79, "B", date="2021"),
        score(85, "C", date="2022-01"),
        score(84, "D", date="2022-01"),
        score(99, "E", date="2022-02", bound="up_to"),
        score(86, "F", date=None),
    )
    assert [entry.row.system for entry in the_board(*rows).records] == ["A", "C"]


# The list


def test_the_list_has_each_boards_best_and_counts_repeats_once() -> None:
    rows = (
        score(90, "A"),
        score(90, "A"),
        score(95, "B", bound="up_to"),
        score(85, "C", date="2025"),
        wer(4),
        wer(3, "Kite"),
    )
    boards = list_boards(connect(rows))
    assert [(b.metric, b.entries, b.papers, b.best, b.best_system, b.last_date) for b in boards] == [
        ("accuracy", 3, 3, 90, "A", "2025"),
        ("WER", 2, 2, 3, "Kite", "2024-01"),
    ]


def test_the_best_of_a_list_is_the_first_of_its_board_and_says_whose_result_it_is() -> None:
    rows = (score(90, "A", "one"), score(90, "B", "two", role="other", confidence=0.97), score(80, "C", "three"))
    (summary,) = list_boards(connect(rows))
    best = the_board(*rows).entries[0].row
    assert (summary.best_system, summary.best_role) == (best.system, best.role) == ("B", "other")


def test_a_benchmark_in_the_lexicon_is_found_by_any_alias() -> None:
    db = connect([score(80, benchmark="ImageNet", benchmark_id="imagenet")])
    boards = list_boards(db)
    assert boards[0].field
    assert search_boards(boards, boards[0].field or "") == boards
    assert find_benchmark_key(db, "ImageNet-1k") == find_benchmark_key(db, "imagenet") == "imagenet"


def test_a_name_that_two_benchmarks_share_is_found_for_the_one_with_a_board() -> None:
    db = connect([score(80, benchmark="M&Ms", benchmark_id="m-and-ms")])
    assert find_benchmark_key(db, "mms") == "m-and-ms"


def test_search_takes_every_word_as_typed_in_any_order() -> None:
    boards = list_boards(connect([score(80, task="bird calls"), wer(4), score(3, benchmark="Trees")]))
    assert [b.metric for b in search_boards(boards, "wer bird")] == ["WER"]
    assert [b.benchmark for b in search_boards(boards, "tre")] == ["Trees"]
    assert [b.task for b in search_boards(boards, "CALLS  birds9")] == ["bird calls"]
    assert search_boards(boards, "fish") == ()
    assert search_boards(boards, "") == boards


def test_a_name_in_no_list_is_found_by_its_spellings_and_near_ones_are_suggested() -> None:
    db = connect([score(80), score(80, benchmark="Trees")])
    assert find_benchmark_key(db, "birds 9") == "birds9"
    assert find_benchmark_key(db, "bords-9") is None
    assert suggest(db, "bords-9") == ("Birds-9",)


def test_a_metric_is_found_by_any_alias() -> None:
    nameless = {"metric": None, "metric_id": None, "higher_is_better": None}
    found = metrics_of(connect([wer(4), score(80), score(81, "B", **nameless)]), "birds9")
    for text, metric in (("word error rate", "WER"), ("wer", "WER"), ("Accuracy", "accuracy"), ("", None)):
        board_of = with_metric(found, text)
        assert board_of is not None
        assert board_of.metric == metric
    assert with_metric(found, "no such metric") is None


def test_the_metrics_of_a_benchmark_come_by_entries_the_unnamed_last() -> None:
    nameless = {"metric": None, "metric_id": None, "higher_is_better": None}
    db = connect([wer(4), score(80), score(81, "B"), *(score(v, f"S{v}", **nameless) for v in range(5))])
    assert [b.metric for b in metrics_of(db, "birds9")] == ["accuracy", "WER", None]
    assert board(db, "birds9", "") is not None
    assert board(db, "birds9", "no such metric") is None


# Listings


def test_changes_are_found_by_benchmark_baseline_metric_and_words() -> None:
    change = score(3, "A", kind="change", baseline="Jay")
    db = connect([change, wer(2, "B", kind="factor", benchmark=None), score(80)])
    assert listing(db, "changes and factors").total == 2
    for filters in (
        ListingFilters(benchmark="birds9"),
        ListingFilters(baseline="JAY"),
        ListingFilters(metric="accuracy"),
        ListingFilters(search="jay a pap"),
    ):
        assert [row.system for row in listing(db, "changes and factors", filters).rows] == ["A"]
    assert facets(db, "changes and factors")["baseline"] == (Facet("jay", 1, "Jay"),)


def test_a_listing_of_all_holds_claims_of_every_kind_by_system_or_paper() -> None:
    rows = [score(80, "Wren"), score(3, "Wren", kind="change"), score(70, "Wren", benchmark=None), score(60, "Jay")]
    db = connect(rows)
    assert listing(db, "all").total == 4
    assert {row.value for row in listing(db, "all", ListingFilters(search="wren")).rows} == {80, 3, 70}
    assert [row.value for row in listing(db, "all", ListingFilters(kind="change")).rows] == [3]


def test_a_name_is_found_without_the_hyphen_or_the_space_that_it_is_written_with() -> None:
    db = connect([score(80, "Wren-4b"), score(70, "Wren 4b"), score(60, "Jay-4b")])
    assert {row.value for row in listing(db, "all", ListingFilters(search="wren4b")).rows} == {80, 70}
    assert {row.value for row in listing(db, "all", ListingFilters(search="wren-4b")).rows} == {80}


def test_a_name_in_quotes_is_found_whole_in_any_spelling() -> None:
    names = ["Wren-4", "wren 4", "WREN4", "Wren-4b", "Wren-4.1", "Wren-4-fast", "Old-Wren-4", "Wren-44", "Jay"]
    db = connect([*(score(n, name) for n, name in enumerate(names)), score(90, "Kite", baseline="Wren-4.")])

    def found(search: str) -> set[str | None]:
        return {row.system for row in listing(db, "all", ListingFilters(search=search)).rows}

    assert found('"wren-4"') == {"Wren-4", "wren 4", "WREN4", "Kite"}
    assert found('"Wren-4.1"') == {"Wren-4.1"}
    assert found('"wren 4" kite') == {"Kite"}
    assert found('"wren-4') == {name for name in (*names, "Kite") if "wren-4" in name.lower() or name == "Kite"}
    assert found('"" " - "') == {*names, "Kite"}


def test_a_listing_comes_by_name_where_that_is_asked_for() -> None:
    db = connect([score(1, benchmark="Owls"), score(2, benchmark=None, task="tagging"), score(3, benchmark="birds")])
    assert [row.value for row in listing(db, "all", order="name").rows] == [3, 1, 2]


def test_the_latest_of_all_claims_come_first_the_undated_last() -> None:
    dates = {1: "2023", 2: None, 3: "2024-05", 4: "2023-11-02"}
    db = connect([score(value, f"S{value}", date=date) for value, date in dates.items()])
    assert [row.value for row in listing(db, "all").rows] == [3, 4, 1, 2]


def test_scores_that_name_no_benchmark_have_their_own_listing_in_pages() -> None:
    rows = [score(v, f"S{v}", benchmark=None, task="tagging", confidence=v / 10) for v in range(10)]
    db = connect([*rows, score(80)])
    page = listing(db, "unnamed scores", ListingFilters(task="Tagging", min_confidence=0.45), limit=2, offset=2)
    assert ([row.system for row in page.rows], page.total, page.hidden) == (["S7", "S8"], 5, 5)


# Systems side by side


def test_systems_are_compared_where_they_share_benchmark_metric_split_and_setting() -> None:
    rows = (
        score(80, "A"),
        score(85, "B"),
        score(90, "B", "other", role="other"),
        wer(4, "A"),
        wer(5, "B", split="val"),
        score(1, "A", benchmark="Trees"),
    )
    found = compare(connect(rows), ["a", "B"])
    assert [(line.benchmark, line.metric, line.winner, line.complete) for line in found.boards] == [
        ("Birds-9", "accuracy", 1, True)
    ]
    # The authors' own result stands for a system, not a better one quoted elsewhere.
    assert [entry and entry.counted for entry in found.boards[0].entries] == [80, 85]


def test_systems_are_listed_by_boards() -> None:
    found = list_systems(
        connect(
            [
                score(80, "Jay"),
                wer(4, "Jay"),
                score(1, "Owl"),
                replace(score(2, "x"), system=None, system_label="x paper"),
            ]
        )
    )
    assert [(facet.value, facet.count) for facet in found] == [("Jay", 2), ("Owl", 1)]


def test_systems_that_no_board_names_come_with_names_like_theirs() -> None:
    db = connect(
        [
            score(80, "KiteNet-L"),
            score(81, "KiteNet"),
            score(82, "Owl"),
            replace(score(2, "x"), system=None, system_label="x paper"),
        ]
    )
    assert unknown_systems(db, ["kitenet", "OWL"]) == {}
    assert unknown_systems(db, ["Kite Net", "Zzz"]) == {"Kite Net": ("KiteNet", "KiteNet-L"), "Zzz": ()}


def test_rivals_are_those_that_share_most_boards() -> None:
    db = connect(
        [
            score(80, "Jay"),
            score(81, "Owl"),
            score(82, "Wren"),
            wer(4, "Jay"),
            wer(5, "Wren"),
            score(9, "Kite", split="dev"),
        ]
    )
    assert rivals(db, ["jay"]) == (("Jay", "Wren"), ("Jay", "Owl"))
    assert rivals(db, ["kite"]) == ()
    assert rivals(db, ["jay", "wren"], limit=1) == (("Jay", "Wren"),)


def test_metrics_side_by_side_are_one_line_a_system_the_fullest_first() -> None:
    db = connect([score(90, "C"), score(80, "A"), wer(4, "A"), wer(3, "B")])
    found = side_by_side(db, "birds9", ["accuracy", "wer"])
    values = {line.system: [entry and entry.counted for entry in line.entries] for line in found.lines}
    assert list(values.items()) == [("A", [80, 4]), ("C", [90, None]), ("B", [None, 3])]


@given(st.text(min_size=1, max_size=12) | st.sampled_from(["BirdΣ", "İris-9", "- _"]))
def test_a_name_is_folded_as_the_database_folds_it(name: str) -> None:
    found = duckdb.execute(f"SELECT {key_sql('NULL', 'name')} FROM (SELECT ?::VARCHAR AS name)", [name]).fetchone()
    assert found == (fold(name),)
