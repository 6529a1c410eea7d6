"""The grammar of targets: `scheme:id[#part[/part…]]`, as prose links and the record write them.

`art:26`, `art:14/1`, `dec:CP-9/13#annex-I`, `par:annex/1/d`, `goal:implementation/A.5#indicators/b`. A target says what
is cited; whether it exists is a matter of checks, where it is shown one of `paths` and `addresses`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Instruments whose articles are numbered from one: their targets put paragraphs after a slash, not after `#`.
INSTRUMENTS = ("art", "sup", "conv")
#: The id of a decision of the Parties to the Protocol.
DECISION = r"[A-Z]+(?:-[A-Z0-9]+)+/\d{1,4}"
#: What leads into a whole: after `#`, and after `par:`.
PART = r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*"
#: What may stand after the colon, scheme by scheme. The part after `#` has one form for all of them.
FORMS = {
    **dict.fromkeys(INSTRUMENTS, r"(?:\d+|annex-[IVX]+)(?:/(?:\d+|[a-z]))*"),
    "dec": DECISION,
    "cop": r"(?:\d+|[IVX]+)/\d+",
    "doc": r"[A-Z]+(?:/[A-Za-z0-9.]+)+",
    "ga": r"\d+/\d+",
    "proc": r"[a-z]+(?:-[a-z]+)*",
    "par": PART,
    "goal": r"(?:[a-z]+(?:-[a-z0-9]+)+\.)?[a-z]+(?:-[a-z]+)*(?:/[A-Z]\.\d+(?:-[A-Z]\.\d+)?)?",
    "sdg": r"\d+",
    "target": r"\d+",
    "meeting": r"[a-z]+(?:-[a-z0-9]+)+",
    "unresolved": r"[a-z0-9]+(?:-[a-z0-9]+)*",
    "page": r"[a-z]+|handbook\.json",
}
#: Pages of the handbook that a `page:` target may name besides those of data/pages.yaml; the home page is `home`.
LISTS = tuple("home decisions plans goals indexes articles cited addressees deadlines glossary errata".split())
#: No citation comes near this; numbers in a target stay small enough to be counted with.
LONGEST = 200
_TARGET = re.compile(r"([a-z]+):([^#]*)(?:#(.*))?", re.DOTALL)
_FORMS = {scheme: re.compile(form, re.ASCII) for scheme, form in FORMS.items()}
_PART = re.compile(PART)


@dataclass(frozen=True, order=True)
class Target:
    """A cited thing: `scheme`, the `id` of the whole, and the `parts` that lead into it, outermost first."""

    scheme: str
    id: str
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.scheme in INSTRUMENTS:
            return f"{self.scheme}:{'/'.join((self.id, *self.parts))}"
        return f"{self.scheme}:{self.id}" + (f"#{'/'.join(self.parts)}" if self.parts else "")

    @property
    def whole(self) -> Target:
        """The same target without its parts: the page that shows it."""
        return Target(self.scheme, self.id)

    @property
    def range(self) -> tuple[int, int] | None:
        """First and last number of a last part such as `35-44`, or None."""
        match = re.fullmatch(r"(\d+)-(\d+)", self.parts[-1]) if self.parts else None
        return (int(match[1]), int(match[2])) if match else None


def parse_target(text: str, decision: str | None = None) -> Target | str:
    """Read a target, or say in a few words why it is none.

    `par:8` is a place in the decision that cites it, so it becomes `dec:<decision>#8`: two spellings of one citation
    compare equal.
    """
    match = _TARGET.fullmatch(text) if len(text) <= LONGEST else None
    if not match:
        return "is not of the form scheme:id"
    scheme, name, part = match.groups()
    if scheme not in FORMS:
        return f"has the unknown scheme {scheme!r}"
    if not _FORMS[scheme].fullmatch(name):
        return f"has no well-formed id after {scheme}:"
    if part is not None and not _PART.fullmatch(part):
        return "has no well-formed part after #"
    parts = tuple(part.split("/")) if part else ()
    if scheme in INSTRUMENTS:
        head, *rest = name.split("/")
        return "takes its paragraph after a slash, not after #" if parts else Target(scheme, head, tuple(rest))
    if scheme == "par":
        if parts:
            return "takes its sub-paragraph after a slash, not after #"
        return Target("dec", decision, tuple(name.split("/"))) if decision else "stands outside a decision"
    return Target(scheme, name, parts)
