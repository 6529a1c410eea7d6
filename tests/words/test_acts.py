"""Emphasised words are read as the acts that they are, in all six languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from handbook.words.acts import ACTS, PREAMBLE, ActForms, Named, Termbase

#: Group → act → language → forms, as the record has them.
TERMBASE: Termbase = yaml.safe_load((Path(__file__).parent / "acts.yaml").read_text("utf-8"))

#: Language, group, emphasised words, what follows them, the act and its word for *also*.
RIGHT = [
    ("zh", ACTS, "请", "执行秘书编写报告", "requests", None),
    ("zh", ACTS, "又请", "执行秘书编写报告", "requests", "also"),
    ("zh", ACTS, "还邀请", "捐助方", "invites", "further"),
    ("zh", ACTS, "确认", "池塘很重要", "recognizes", None),
    ("zh", ACTS, "关切地注意到", "池塘干了", "notes_with_concern", None),
    ("zh", PREAMBLE, "又回顾", "上次会议", "recalling", "also"),
    ("en", ACTS, "Requests", " the Executive Secretary", "requests", None),
    ("en", ACTS, "also requests", " the Executive Secretary", "requests", "also"),
    ("en", ACTS, "Requests further", " the Executive Secretary", "requests", "further"),
    ("en", ACTS, "Also calls upon", " Parties", "calls_upon", "also"),
    ("en", ACTS, "Calls", " upon Parties", "calls_upon", None),
    ("en", PREAMBLE, "expressing solidarity with all Parties", " as they rest", "expressing_solidarity", None),
    ("fr", ACTS, "Prie instamment", " les Parties de compter leurs poissons", "urges", None),
    ("fr", ACTS, "Prie également", " la Secrétaire exécutive", "requests", "also"),
    ("fr", ACTS, "se félicite en outre", " des étangs", "welcomes", "further"),
    ("fr", ACTS, "Exprime également sa préoccupation", " au sujet des étangs", "expresses_concern", "also"),
    ("fr", ACTS, "Appelle l'attention", " des Parties", "draws_attention", None),
    ("fr", PREAMBLE, "Rappelant également", " les étangs", "recalling", "also"),
    ("es", ACTS, "Acoge también con beneplácito", " los estanques", "welcomes", "also"),
    ("es", ACTS, "Toma nota", " de que los estanques se secan", "notes", None),
    ("es", ACTS, "Toma nota", " del informe", "takes_note", None),
    ("es", ACTS, "pide además", " a la Secretaria Ejecutiva", "requests", "further"),
    ("ru", ACTS, "поручает также", " Исполнительному секретарю", "requests", "also"),
    ("ru", ACTS, "настоятельно призывает", " Стороны", "urges", None),
    ("ru", ACTS, "призывает далее", " Стороны", "calls_upon", "further"),
    ("ru", ACTS, "ссылается", " на пруды", "recalls", None),
    ("ru", ACTS, "принимает также к сведению", " доклад о прудах", "takes_note", "also"),
    ("ru", PREAMBLE, "ссылаясь также", " на пруды", "recalling", "also"),
    ("ar", ACTS, "ويدعو", " الصيادين", "invites", None),
    ("ar", ACTS, "يطلب أيضاً", " إلى الأمينة التنفيذية", "requests", "also"),
    ("ar", ACTS, "يشير", " إلى البحيرات", "recalls", None),
    ("ar", ACTS, "يحثّ", " الأطراف", "urges", None),
    ("ar", PREAMBLE, "وإذ يشير كذلك إلى", " البحيرات", "recalling", "further"),
    ("ar", PREAMBLE, "إذ يلاحظ أيضا", " البحيرات", "noting", "also"),
]

WRONG = [
    ("zh", ACTS, "请又", "执行秘书", "requests", "also"),
    ("zh", ACTS, "敦促", "缔约方", "requests", None),
    ("en", ACTS, "Also Requests", " the Executive Secretary", "requests", "also"),
    ("en", ACTS, "Requests", " the Executive Secretary", "requests", "also"),
    ("en", ACTS, "Also requests", " the Executive Secretary", "requests", "further"),
    ("en", ACTS, "Recalling", " the ponds", "recalls", None),
    ("fr", ACTS, "Prie", " la Secrétaire exécutive", "urges", None),
    ("fr", ACTS, "Invite également", " les Parties", "invites", None),
    ("es", ACTS, "Toma nota", " del informe", "notes", None),
    ("es", ACTS, "Insta", " a las Partes", "invites", None),
    ("ru", ACTS, "предлагает", " Сторонам", "requests", None),
    ("ru", ACTS, "ссылаясь", " на пруды", "recalls", None),
    ("ar", ACTS, "يدعو", " الأطراف", "urges", None),
    ("ar", PREAMBLE, "يشير", " إلى البحيرات", "recalling", None),
]

Sample = tuple[str, str, str, str, str, str | None]


def _acts(sample: Sample) -> bool:
    language, group, text, after, act, also = sample
    return Named(act, also) in ActForms(TERMBASE, group, language).acts_in(text, after)


@pytest.mark.parametrize("sample", RIGHT, ids=lambda sample: f"{sample[0]} {sample[2]}{sample[3]}: {sample[4]}")
def test_a_form_is_read_as_its_act(sample: Sample) -> None:
    assert _acts(sample)


@pytest.mark.parametrize("sample", WRONG, ids=lambda sample: f"{sample[0]} {sample[2]}{sample[3]}: {sample[4]}")
def test_another_form_is_not(sample: Sample) -> None:
    assert not _acts(sample)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("zh", "又请"),
        ("en", "Also requests"),
        ("fr", "Prie également"),
        ("es", "Pide también"),
        ("ru", "поручает также"),
        ("ar", "يطلب أيضا"),
    ],
)
def test_what_a_message_proposes_is_a_form(language: str, shown: str) -> None:
    forms = ActForms(TERMBASE, ACTS, language)
    assert forms.best(Named("requests", "also")) == shown
    assert Named("requests", "also") in forms.acts_in(shown, "")
