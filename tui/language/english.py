"""Which language a text is in, as far as reading it needs: English or not, and which other.

A rule and not a library: what counts is only whether the English rules may run. Scripts tell
Cyrillic languages apart, the commonest small words the Latin ones.
"""

from __future__ import annotations

import re
from collections import Counter

from tui.language.wordlists import listed

SMALL_WORDS = {
    "en": listed("the of and to in a that is for on was with as by at from it has have be are not"),
    "de": listed(
        "der die das und in den von zu mit ist nicht ein eine im für auf dem sich auch als"
    ),
    "fr": listed("le la les de des et à en un une est que qui dans pour du sur au par pas ne il"),
    "es": listed("el la los las de y en que un una es por con para del se al como más su no"),
    "it": listed("il lo la gli le di e che un una è per con del della in nel si non da sono alla"),
    "pl": listed("w i na z do że się nie jest to o od przez po za dla jak ale oraz jego był są"),
    "lt": listed("ir į kad iš su yra bei tai apie kaip ne buvo už dėl jau bet po prie nuo"),
    "lv": listed("un ir ar par no uz kas ka arī lai tika pie bet kā vai nav gan pēc"),
    "et": listed("ja on et ei see oli ka mis kui oma aga kes siis ning selle"),
    "nl": listed("de het een van en in is dat op te zijn met voor niet aan er ook door"),
    "pt": listed("o a os as de e em que um uma é para com não do da no na por se"),
    "ro": listed("și în de la cu pe că din nu este un o pentru mai ale care fost"),
    "cs": listed("a v na se že je z s o do to i ve jako který by pro si ale po"),
    "tr": listed("ve bir bu için ile de da olarak olan çok daha en gibi ancak"),
}
ENOUGH = 12
"""Words below which a Latin text is taken for English: a title, a byline, a caption."""


def language(text: str) -> str:
    """The language code of a text: ``en`` where in doubt, ``und`` for one it cannot name."""
    strange = [c for c in re.findall(r"[^\x00-\x7fÀ-ɏ]", text) if c.isalpha()]
    if strange:
        latin = len(re.findall(r"[A-Za-zÀ-ɏ]", text))
        cyrillic = sum("\u0400" <= c <= "\u052f" for c in strange)
        if len(strange) - cyrillic > latin + cyrillic:
            return "und"
        if cyrillic > latin:
            return _cyrillic(text.lower())
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < ENOUGH:
        return "en"
    english = sum(w in SMALL_WORDS["en"] for w in words)
    if english > 0.15 * len(words):
        return "en"
    counts = Counter({name: sum(w in small for w in words) for name, small in SMALL_WORDS.items()})
    best, hits = counts.most_common(1)[0]
    # English without its small words, a table or list of names, is no other language either.
    return best if hits > max(english, 0.08 * len(words)) else "en"


def _cyrillic(text: str) -> str:
    letters = Counter(text)
    if letters["ў"] or (letters["і"] and letters["ы"]):
        return "be"
    if letters["і"] or letters["ї"] or letters["є"]:
        return "uk"
    if letters["ј"] or letters["љ"] or letters["њ"]:
        return "sr"
    return "ru" if letters["ы"] or letters["э"] or letters["ё"] or not letters["ъ"] else "bg"
