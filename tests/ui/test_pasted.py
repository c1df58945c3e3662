"""The scores are found in whatever was copied around them."""

from ita_desktop.ui.tabs.scores.pasted import score_column


def test_the_scores_are_found_in_a_whole_table():
    block = [
        ["ที่", "ตัวชี้วัด", "คะแนน"],
        ["1", "การปฏิบัติหน้าที่", "94.68"],
        ["2", "การใช้งบประมาณ", "88.55"],
        ["3", "การใช้อำนาจ", "91.80"],
    ]
    assert score_column(block) == [["94.68"], ["88.55"], ["91.80"]]


def test_of_two_years_the_first_is_taken():
    block = [["การปฏิบัติหน้าที่", "96.03", "94.40"], ["การใช้งบประมาณ", "96.00", "93.33"]]
    assert score_column(block) == [["96.03"], ["96.00"]]


def test_the_head_of_a_single_column_is_left_out():
    assert score_column([["คะแนน"], ["๙๔.๖๘"], ["88.55"]]) == [["๙๔.๖๘"], ["88.55"]]


def test_a_gap_in_a_single_column_stays_a_gap():
    assert score_column([["94.68"], [""], ["91.80"]]) == [["94.68"], [""], ["91.80"]]


def test_a_row_of_scores_is_left_as_it_is():
    assert score_column([["94.68", "88.55"]]) == [["94.68", "88.55"]]


def test_words_alone_are_left_for_the_table_to_refuse():
    assert score_column([["ก", "ข"], ["ค", "ง"]]) == [["ก", "ข"], ["ค", "ง"]]
