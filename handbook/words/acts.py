"""Emphasised words → the acts that they are, by the forms of the termbase. Nothing is judged here.

Two texts are the same form where they differ only in the first capital, the kind of apostrophe and what the language
writes in more ways than one (`Stems.same`: vowel signs, the Arabic و that joins a verb to the clause before). A form
may end outside the emphasis: `*يوافق* على`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.languages import LANGUAGES, Language

#: Termbase group → act → language → forms.
Termbase = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
ACTS = "acts"
PREAMBLE = "acts_preamble"
ALSO = "acts_also"

_SPACE = re.compile(r"\s+")
_DIRECTION = re.compile("[\u200e\u200f]")


@dataclass(frozen=True)
class Named:
    """An act as a text or the record names it; `also` is `also`, `further` or None."""

    act: str
    also: str | None = None


def folded(text: str, language: Language) -> str:
    """A text without what does not tell forms apart; of its capitals only the first."""
    plain = _DIRECTION.sub("", _SPACE.sub(" ", text).strip()).replace("'", "’")
    for form, same in language.stems.same:
        plain = form.sub(same, plain)
    return plain[:1].lower() + plain[1:]


class ActForms:
    """What every act of a group may be called in one language."""

    def __init__(self, termbase: Termbase, group: str, language: str) -> None:
        self.language = LANGUAGES[language]
        self.forms = {act: forms.get(language, ()) for act, forms in termbase.get(group, {}).items()}
        self.also = {word: forms.get(language, ()) for word, forms in termbase.get(ALSO, {}).items()}
        self.named: dict[str, set[Named]] = {}
        for act, forms in self.forms.items():
            for form in forms:
                self.named.setdefault(self._folded(form), set()).add(Named(act))
                for word, shown in self._marked(form):
                    self.named.setdefault(self._folded(shown), set()).add(Named(act, word))

    @property
    def known(self) -> bool:
        """Whether the termbase has forms in this language at all."""
        return any(self.forms.values())

    def _folded(self, text: str) -> str:
        return folded(text, self.language)

    def _marked(self, form: str) -> Iterator[tuple[str, str]]:
        """A form with each word for *also* at each of its places."""
        for word, shown in self.also.items():
            for also in shown:
                yield from ((word, text) for text in self._placed(self._folded(form), self._folded(also)))

    def _placed(self, form: str, also: str) -> Iterator[str]:
        """Chinese: before it. Other languages: before it, after it or after any of its words."""
        if not self.language.spaced:
            yield f"{also}{form}"
            return
        words = form.split()
        yield from (" ".join((*words[:at], also, *words[at:])) for at in range(len(words) + 1))

    def acts_in(self, text: str, after: str) -> frozenset[Named]:
        """The acts that emphasised words can be; `after` is the text that follows them."""
        own = self._folded(text)
        begun = f"{own} "
        whole = f"{begun}{self._folded(after[:60])} "
        longer = (
            those for form, those in self.named.items() if form.startswith(begun) and whole.startswith(f"{form} ")
        )
        return frozenset(self.named.get(own, set()).union(*longer))

    def offset_of(self, named: Named, text: str) -> int | None:
        """Where a text has an act in plain words; None where it does not, or where a sign is too little to tell."""
        for form in (self.best(named), *self.forms.get(named.act, ())):
            edge = r"\b" if self.language.spaced else ""
            match = re.search(f"{edge}{re.escape(form)}{edge}", text, re.IGNORECASE) if len(form) > 1 else None
            if match:
                return match.start()
        return None

    def best(self, named: Named) -> str:
        """How an act is best called, for a message; its id where the termbase has no form."""
        forms = self.forms.get(named.act, ())
        if not forms:
            return named.act
        also = self.also.get(named.also or "", ())
        return self._joined(forms[0], also[0]) if also else forms[0]

    def _joined(self, form: str, also: str) -> str:
        if not self.language.spaced:
            return f"{also}{form}"
        return f"{also} {form[0].lower()}{form[1:]}" if also[0].isupper() else f"{form} {also}"
