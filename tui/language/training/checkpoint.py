"""All that a stopped training run needs to go on as if it had never stopped."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Optimizer

STATE = "state.json"
MOMENTS = ("mom1", "mom2", "averages")


class CheckpointError(Exception):
    """There is nothing to resume, or it belongs to another run."""


class Checkpoint:
    """A folder with weights, optimiser and randomness after some update."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._folder = folder
        self._fingerprint = fingerprint

    def save(self, nlp: Language, optimizer: Optimizer, step: int, best: float) -> None:
        """Keep the state after ``step`` updates; the one before it goes at the very end."""
        self._folder.mkdir(parents=True, exist_ok=True)
        places = _places(nlp)
        arrays = {
            f"{moment}/{places[node]}/{name}": value
            for moment in MOMENTS
            for (node, name), value in getattr(optimizer, moment).items()
        }
        updates = {f"{places[node]}/{name}": n for (node, name), n in optimizer.nr_update.items()}
        weights = {
            f"weights/{place}/{name}": node.get_param(name)
            for place, node in _nodes(nlp)
            for name in node.param_names
            if node.has_param(name)
        }
        new = self._folder / f"{step}.npz"
        with new.open("wb") as file:
            np.savez(file, **arrays, **weights)
        version, internal, gauss = random.getstate()
        kind, keys, position, has_gauss, cached = np.random.get_state()
        state = {
            "fingerprint": self._fingerprint,
            "step": step,
            "best": best,
            "updates": updates,
            "random": [version, list(internal), gauss],
            "numpy": [kind, [int(key) for key in keys], position, has_gauss, cached],
        }
        temporary = self._folder / (STATE + ".new")
        temporary.write_text(json.dumps(state), encoding="utf-8")
        temporary.replace(self._folder / STATE)
        for old in self._folder.glob("*.npz"):
            if old != new:
                old.unlink()

    def load(self, nlp: Language, optimizer: Any) -> tuple[int, float]:
        """Set weights and optimiser back; the number of updates done and the best score so far.

        Raises :class:`CheckpointError`.
        """
        state = self._state()
        step = state["step"]
        nodes = dict(_nodes(nlp))
        with np.load(self._folder / f"{step}.npz") as arrays:
            for key in arrays.files:
                kind, place, name = key.split("/", 2)
                node = nodes[int(place)]
                if kind == "weights":
                    node.set_param(name, arrays[key])
                else:
                    getattr(optimizer, kind)[node.id, name] = arrays[key]
        for key, count in state["updates"].items():
            place, name = key.split("/", 1)
            optimizer.nr_update[nodes[int(place)].id, name] = count
        for _ in range(step):
            optimizer.step_schedules()
        return step, state["best"]

    def load_randomness(self) -> None:
        """Set the random number generators back."""
        state = self._state()
        version, internal, gauss = state["random"]
        random.setstate((version, tuple(internal), gauss))
        kind, keys, *rest = state["numpy"]
        np.random.set_state((kind, np.array(keys, dtype="uint32"), *rest))

    def _state(self) -> dict[str, Any]:
        try:
            state: dict[str, Any] = json.loads((self._folder / STATE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise CheckpointError(
                f"{self._folder}: nothing to resume; start without --resume."
            ) from None
        if state["fingerprint"] != self._fingerprint:
            raise CheckpointError(
                f"{self._folder}: left by a run with other data or settings; "
                "give the same ones, or start without --resume."
            )
        return state


def _nodes(nlp: Language) -> list[tuple[int, Any]]:
    """The layers of the tagger with their place in the walk, which is the same in every run."""
    tagger: Any = nlp.get_pipe("ner")
    return list(enumerate(tagger.model.walk()))


def _places(nlp: Language) -> dict[int, int]:
    return {node.id: place for place, node in _nodes(nlp)}
