"""What single lines of an article look like: captions, source lines, headings of link lists.

Each function looks at one line (or at the whole text once) and is the one place for its words.
"""

from __future__ import annotations

import re
from typing import Final

from tui.text.patterns import lazy

LONGEST_CAPTION: Final = 250

_LISTS = lazy(
    r"(?:(?:similar|related|recommended|suggested|other|latest|previous|more)\s(?:articles?|stories|"
    r"posts?|news|content|reading|materials?|publications|topics?|analys[ei]s|briefs?)|"
    r"more\s(?:on|about|from)\s(?:this|the)\s(?:topic|story|subject|author)|you\s(?:may|might)\s"
    r"(?:also\s)?(?:like|be\sinterested\sin)|(?:похожие|связанные|другие)\s(?:статьи|материалы|"
    r"новости|публикации)|(?:материалы|новости|еще|ещё)\sпо\sтеме|по\sтеме|падобныя\s(?:артыкулы|"
    r"матэрыялы|навіны)|матэрыялы\sпа\sтэме|па\sтэме|схожі\s(?:статті|матеріали|новини)|за\sтемою)"
    r"\s?:?",
    re.IGNORECASE,
)
_POINTERS = lazy(
    r"(?:(?:read|see)\s(?:also|more|next|on|further)|also\sread|see\salso|further\sreading|"
    r"don.t\smiss|читайте\s(?:также|еще|ещё|далее)|см\.?\sтакже|смотрите\sтакже|"
    r"(?:чытайце|глядзіце)\s(?:таксама|яшчэ)|(?:читайте|дивіться)\sтакож)\s?:?",
    re.IGNORECASE,
)
_ADDRESS = lazy(r"<?(?:https?://|www\.)\S+>?", re.IGNORECASE)
_SOURCE = lazy(
    r"(?:the\s)?(?:original\s)?(?:source|sources|via|originally\s(?:published|appeared)(?:\s(?:in|on|at|by))?|"
    r"first\spublished\s(?:in|on|at|by)|reprinted\sfrom|(?:перв)?источник|крыніца|джерело|"
    r"по\sматериалам)(?:\s?:\s?|\s(?=(?:in|on|at|by|the|[A-ZА-ЯЁІЎЄЇ]))(?:(?:in|on|at|by)\s)?)(?P<name>\S.*)",
    re.IGNORECASE,
)
_COPYRIGHT = lazy(
    r"(?:©|\(c\)|copyright\b)\s?(?:\d{4}(?:[-–]\d{4})?,?\s)?(?P<name>.+)", re.IGNORECASE
)
_PICTURE = (
    r"(?:photo(?:graph)?s?|image|picture|illustration|фото(?:графия)?|фота(?:здымак)?|"
    r"світлина|снимок|коллаж)"
)
_CAPTION = lazy(
    rf"[(\[*_]*(?:(?:(?:cover|file|archive|source|title)\s)?{_PICTURE}(?:\s(?:by|credits?|source|courtesy|of))?\s?"
    rf"[:©|]|{_PICTURE}\s(?:by|credits?|courtesy)\b|(?:caption|pictured|credit)\s?:)",
    re.IGNORECASE,
)
_CREDIT = lazy(
    rf"[.)\s(\[|/–—-]\s?{_PICTURE}(?:\s(?:by|credits?))?\s?[:©].{{1,100}}$", re.IGNORECASE
)
_CYRILLIC = lazy("[\u0400-\u04ff]")
_LATIN = lazy("[A-Za-z\u00c0-\u024f]")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PROSE_END = lazy(r"(?:[.!?…:;,]|\.\.\.)[\"'”’»)\]*_]*$")
_HEADING_MARK = lazy(r"(?:#{1,6}\s+|\*\*(?=[^*]+\*\*$)|title:\s+)", re.IGNORECASE)
_QUOTES: Final = '"“„«‘—–>'
_SCRIPT_SAMPLE: Final = 20_000


def opens_list(line: str) -> bool:
    """Whether ``line`` heads the articles that a page embeds below its own ("Similar articles")."""
    return len(line) <= 60 and _LISTS.fullmatch(_bare(line)) is not None


def points_elsewhere(line: str) -> bool:
    """Whether ``line`` announces headlines of other articles, also amid the text ("Read also")."""
    return len(line) <= 60 and _POINTERS.fullmatch(_bare(line)) is not None


def is_address(line: str) -> bool:
    """Whether ``line`` is nothing but a web address."""
    return _ADDRESS.fullmatch(line) is not None


def names_source(line: str) -> bool:
    """Whether ``line`` says outright where the text comes from."""
    return len(line) <= 200 and any(
        pattern.fullmatch(_bare(line)) for pattern in (_ADDRESS, _SOURCE, _COPYRIGHT)
    )


def source_name(line: str) -> str:
    """The name in a source line, or the whole line where it is only a name or an address."""
    bare = _bare(line)
    match = _SOURCE.fullmatch(bare) or _COPYRIGHT.fullmatch(bare)
    return (match["name"] if match else bare).strip(" .<>")


def is_name_like(line: str) -> bool:
    """Whether ``line`` could be a publication's name standing alone: short, capital, no stop."""
    return (
        len(line) <= 60
        and len(line.split()) <= 8
        and line[0].isupper()
        and not ends_as_prose(line)
        and not names_person(line)
    )


def names_person(line: str) -> bool:
    """Whether ``line`` is a byline ("By Jane Doe")."""
    return re.match(r"(?:by|author:?|автор:?|аўтар:?)\s", line, re.IGNORECASE) is not None


def is_caption(line: str, text_is_cyrillic: bool) -> bool:
    """Whether ``line`` belongs to a picture: it says so, or is a short line in another script.

    A quotation in another script, in quotation marks, is not a caption.
    """
    if len(line) > LONGEST_CAPTION:
        return False
    if _CAPTION.match(line) or _CREDIT.search(line):
        return True
    return (
        line[0] not in _QUOTES
        and is_cyrillic(line) is not text_is_cyrillic
        and len(_CYRILLIC.findall(line)) + len(_LATIN.findall(line)) > len(line) // 2
        and not is_address(line)
    )


def is_cyrillic(text: str) -> bool:
    """Whether most letters at the beginning of ``text`` are Cyrillic rather than Latin."""
    sample = text[:_SCRIPT_SAMPLE]
    if not _CYRILLIC.search(sample):
        return False
    return len(_CYRILLIC.findall(sample)) > len(_LATIN.findall(sample))


def ends_as_prose(line: str) -> bool:
    """Whether ``line`` ends as a sentence or a clause does, not as a heading."""
    return _PROSE_END.search(line[-12:]) is not None


def heading_mark(line: str) -> int:
    """The length of what marks ``line`` as a heading in plain text or Markdown."""
    match = _HEADING_MARK.match(line)
    return match.end() if match else 0


def years(text: str) -> list[int]:
    """All years from 1900 to 2099 that ``text`` names in digits."""
    return [int(year) for year in _YEAR.findall(text)]


def _bare(line: str) -> str:
    """``line`` without Markdown's marks around it."""
    return line.strip("#*_ \t\xa0[]")
