"""Building a pipeline and reading a text with it."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

import tui
from tui.language import factories
from tui.language.chunks import RememberingTokenizer
from tui.language.components import TEXT, shared_registry
from tui.language.decoding import decodable
from tui.language.english import language
from tui.language.rules.page import PLAIN
from tui.model import Analysis

MODEL = Path(__file__).parent / "model"
"""The trained pipeline that is carried with the program."""

LONGEST = 20_000_000
"""Characters of the longest text read; importing stops at 10 MB."""


SENTENCES = {"briefs_lines", "parser", "senter", "sentencizer"}
"""Components that set sentence starts."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline ready for use.

    ``id`` names it, its version and the names it knows: analyses of another id are stale.
    ``problem`` is a sentence for the user if what was asked for could not be loaded.
    """

    nlp: Language
    id: str
    problem: str = ""

    def analyse(self, text: str) -> Analysis:
        """What is found in a text; offsets are into it as given."""
        plain = text.translate(PLAIN)
        doc = self.nlp.make_doc(plain)
        doc.user_data[TEXT] = plain
        doc = self.nlp(doc)
        return Analysis(
            sections=tuple(doc._.sections),
            mentions=tuple(replace(m, text=text[m.start : m.end]) for m in doc._.mentions),
            expressions=tuple(replace(x, text=text[x.start : x.end]) for x in doc._.expressions),
            pipeline=self.id,
            language=language(text),
        )


def load(setting: str = "builtin", registry: Sequence[str] = (), rules: bool = True) -> Pipeline:
    """The pipeline of a setting, with this project's components after it.

    ``builtin`` is the carried model (the rules alone while there is none), ``rules`` rules and
    lists without a model, anything else the name or path of an installed spaCy pipeline. One
    that cannot be loaded is replaced by the built-in one, and ``problem`` says so.
    With ``rules`` false a model is used as it is, but for the shape of its spans.
    """
    problem = ""
    if setting not in ("builtin", "rules"):
        try:
            return _finish(spacy.load(setting), setting, registry, rules, "")
        except Exception as error:  # a foreign package may fail in any way while it loads
            reason = str(error).strip().splitlines()[0] if str(error).strip() else repr(error)
            problem = (
                f"The pipeline '{setting}' in the settings cannot be loaded ({reason}); "
                "the built-in one is used."
            )
    if setting != "rules" and (MODEL / "meta.json").is_file():
        # Its tokenizer is the one of spaCy's English, which is there already.
        nlp = spacy.load(MODEL, exclude=["tokenizer"])
        return _finish(nlp, "builtin", registry, True, problem)
    return _finish(spacy.blank("en"), "rules", registry, True, problem)


def _finish(
    nlp: Language, name: str, registry: Sequence[str], rules: bool, problem: str
) -> Pipeline:
    paths = list(registry)
    # Whatever else finds sentences keeps its own; a line break need not end one for it.
    if "ner" in nlp.pipe_names and not SENTENCES & set(nlp.pipe_names):
        nlp.add_pipe("briefs_lines", before="ner")
    if "ner" in nlp.pipe_names and decodable(nlp.get_pipe("ner")):
        nlp.add_pipe("briefs_decoder", before="ner")
        nlp.disable_pipe("ner")
    for factory in factories.ORDER:
        if factory in nlp.pipe_names or (factory in factories.RULES and not rules):
            continue
        takes_registry = factory in factories.RULES or factory == "briefs_agreement"
        nlp.add_pipe(factory, config={"registry": paths} if takes_registry else {})
    nlp.max_length = LONGEST
    if type(nlp.tokenizer) is Tokenizer:
        nlp.tokenizer = RememberingTokenizer(nlp.tokenizer)
    version = nlp.meta.get("version", "")
    digest = hashlib.sha256(f"{_code()} {version} {rules}".encode()).hexdigest()[:10]
    names = shared_registry(tuple(paths)).hash
    return Pipeline(nlp, f"{name} {tui.__version__}-{digest}-{names}", problem)


@functools.cache
def _code() -> str:
    """A digest of what an analysis depends on in this program: rules, lists and model."""
    package = Path(tui.__file__).parent
    digest = hashlib.sha256()
    for room in ("language", "dates", "text"):
        for path in sorted((package / room).rglob("*")):
            training = "training" in path.relative_to(package).parts
            if path.suffix in (".py", ".toml", ".gz", ".json", ".cfg") and not training:
                digest.update(path.read_bytes())
    return digest.hexdigest()
