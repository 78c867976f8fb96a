"""Rules for dates in Belarusian, Russian and Ukrainian quotations and captions."""

from __future__ import annotations

from tui.dates.rule import Rule

REF = "2018-10-10"
YEAR = r"{year}(?: ?(?:гг?\.?|года?|годзе|году|рр?\.?|року|році|рік)(?!\w))?"

RULES = (
    Rule(
        "cyrillic.days-of-month",
        "DATE",
        "days",
        rf"{{day}} ?[-—] ?{{day2}} {{cyrillic}}(?: {YEAR})?",
        "Учения «Запад» [14-20 сентября 2017 года].",
        "2017-09-14/2017-09-20",
    ),
    Rule(
        "cyrillic.day-month-year",
        "DATE",
        "date",
        rf"{{day}}(?:-?(?:го|га))? {{cyrillic}} {YEAR}",
        "Площадь, [19 декабря 2010 года].",
        "2010-12-19",
    ),
    Rule(
        "cyrillic.day-month",
        "DATE",
        "date",
        r"{day}(?:-?(?:го|га))? {cyrillic}",
        "Мітинг [24 серпня].",
        "2018-08-24",
        REF,
    ),
    Rule(
        "cyrillic.month-year",
        "DATE",
        "date",
        rf"{{cyrillic}} {YEAR}",
        "Выбары ў [снежні 2010 года].",
        "2010-12",
    ),
    Rule(
        "cyrillic.month",
        "DATE",
        "date",
        r"(?<=\b[вуўі]\s){cyrillic}",
        "Суд состоялся в [марте].",
        "2018-03",
        REF,
    ),
    Rule(
        "cyrillic.year",
        "DATE",
        "date",
        r"{year} ?(?:года|годзе|году|год|г\.|року|році|рік|р\.)",
        "Закон [2012 года] отменён.",
        "2012",
    ),
)
