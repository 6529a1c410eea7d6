"""The languages of the handbook: a module each, with everything that depends on that language.

Forms follow the United Nations Editorial Manual for English, French, Spanish and Arabic, and the language's own
documents for Chinese and Russian. What CLDR has too comes from there (`handbook.languages.cldr`).
"""

from __future__ import annotations

from handbook.languages.ar import ARABIC
from handbook.languages.en import ENGLISH
from handbook.languages.es import SPANISH
from handbook.languages.fr import FRENCH
from handbook.languages.language import Language
from handbook.languages.ru import RUSSIAN
from handbook.languages.zh import CHINESE

__all__ = ["LANGUAGES", "SOURCE", "Language"]

#: Every language by its code, in the order of the language switcher. Looked up when it is needed, never copied: a test
#: may add one.
LANGUAGES: dict[str, Language] = {
    language.code: language for language in (CHINESE, ENGLISH, FRENCH, SPANISH, RUSSIAN, ARABIC)
}

#: The language whose prose stands in where a page has none of its own: that of the source of meaning.
SOURCE = CHINESE.code
