"""What is wrong with the punctuation of a text is found in all six languages, and what only looks wrong is not."""

from __future__ import annotations

import pytest

from handbook.languages import LANGUAGES
from handbook.languages.punctuation import slips

#: Language, text, where each slip begins and what is shown of it.
WRONG: list[tuple[str, str, list[tuple[int, str]]]] = [
    ("zh", "缔约方（和捐助方。", [(3, "（")]),
    ("zh", "《池塘“议定书》。", [(3, "“")]),
    ("zh", "（a)项", [(0, "（"), (2, ")")]),
    ("zh", "池塘的的鱼", [(2, "的的")]),
    ("zh", "请秘书处邀请全体缔约方缔约方", [(8, "缔约方缔约方")]),
    ("zh", "池塘、，河流", [(2, "、，")]),
    ("zh", "池塘 和河流", [(2, "池塘 和河流")]),
    ("zh", "池塘 ，河流", [(2, "池塘 ，河流")]),
    ("en", "the ponds (and the springs", [(10, "(")]),
    ("en", 'the "ponds', [(4, '"')]),
    ("en", "to the the ponds", [(3, "the the")]),
    ("en", "ponds,, and springs", [(5, ",,")]),
    ("en", "ponds ,and springs", [(5, "ponds ,and")]),
    ("en", "ponds;springs", [(5, "ponds;springs")]),
    ("en", "They met.Then they left.", [(8, "met.Then")]),
    ("fr", "les étangs; et", [(10, "étangs;")]),
    ("fr", "les « étangs et les sources", [(4, "«")]),
    ("fr", "les «étangs»", [(4, "«étangs»"), (11, "«étangs»")]),
    ("fr", "les étangs , et", [(10, "étangs ,")]),
    ("fr", "de la la source", [(3, "la la")]),
    ("es", "¿Quién pesca", [(0, "¿")]),
    ("es", "los «estanques", [(4, "«")]),
    ("es", "en en los estanques", [(0, "en en")]),
    ("ru", "«Пруды", [(0, "«")]),
    ("ru", "пруды , реки", [(5, "пруды ,")]),
    ("ru", "в в пруду", [(0, "в в")]),
    ("ru", "статья 8 j)) о прудах", [(11, ")")]),
    ("ar", "البحيرات ، والأنهار", [(8, "البحيرات ،")]),
    ("ar", "البحيرات،والأنهار", [(8, "البحيرات،والأنهار")]),
    ("ar", "من من البحيرات", [(0, "من من")]),
    ("ar", "البحيرات (والأنهار", [(9, "(")]),
    ("ar", "البحيرات،، والأنهار", [(8, "،،")]),
]

RIGHT = [
    ("zh", "为了了解目的的情况，第2(b)段（《池塘“新说”‘甲’》）的确如此；共2,765,932条。"),
    ("zh", "邀请请求者，或与其其他伙伴一道，按照各自自由由衷的意愿行事"),
    ("en", 'The U.S. ponds (and "springs" (a) to (c)), etc.; at 10:30, 1,200 fish, that that pond\'s ... had had.'),
    ("en", "article 8 (j), Party(ies) and art:26; “so they say”: no?"),
    ("fr", "les étangs ; l’article 8 j), a) et b) : « ainsi », à 10:30, nous nous réunissons ? Oui !"),
    ("fr", "les étangs\u202f; (voir article 8 j)) «\u00a0ainsi\u00a0»\u00a0: 1,5 million"),
    ("es", "los estanques, el artículo 8 j) (véase a)): «así», ¿quién?, ¡nadie!"),
    ("ru", "пруды, статья 8 j) (см. пункт 2 а)); «Пруды „и“ реки» – 2 765 932; т.е. всё"),
    ("ar", "البحيرات، والأنهار (الفقرة 8 (ي))؛ «نص» ”نص“ “نص”: فقرة فقرة، 2,765,932."),
]


@pytest.mark.parametrize(("language", "text", "expected"), WRONG, ids=[f"{one[0]} {one[1]}" for one in WRONG])
def test_a_slip_is_found_where_it_is(language: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert sorted((slip.start, slip.actual) for slip in slips(text, LANGUAGES[language].punctuation)) == expected


@pytest.mark.parametrize(("language", "text"), RIGHT, ids=[f"{one[0]} {one[1][:30]}" for one in RIGHT])
def test_what_only_looks_wrong_is_not(language: str, text: str) -> None:
    assert list(slips(text, LANGUAGES[language].punctuation)) == []
