"""The nearest form of each query, by rapidfuzz and by symspellpy.

Reads `forms.txt` and `queries.txt` (folder given as the only argument, one text a line) and prints one JSON: for each of
the two its name, CPU seconds of building and of all queries, memory of its index in MiB, and the number of the form found.

Both use optimal string alignment, the measure of the engine. rapidfuzz looks at every form and cuts off by itself what
cannot be better than the best so far; symspellpy looks up to three edits, the most that a query has.
"""
import gc
import json
import sys
import time
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA
from symspellpy import SymSpell, Verbosity

FOLDER = Path(sys.argv[1])
forms = (FOLDER / "forms.txt").read_text(encoding="utf-8").split("\n")
queries = (FOLDER / "queries.txt").read_text(encoding="utf-8").split("\n")


def resident():
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def measured(name, build, query):
    before, begun = resident(), time.process_time()
    index = build()
    built = time.process_time() - begun
    size, begun = resident() - before, time.process_time()
    found = [query(index, text) for text in queries]
    spent = time.process_time() - begun
    return {"name": name, "build_cpu_seconds": built, "query_cpu_seconds": spent, "index_mib": size, "found": found}


def nearest(choices, text):
    best = process.extractOne(text, choices, scorer=OSA.normalized_similarity)
    return best[2] if best else None


def symspell():
    index = SymSpell(max_dictionary_edit_distance=3)
    for form in forms:
        index.create_dictionary_entry(form, 1)
    return index


numbers = {form: number for number, form in enumerate(forms)}


def lookup(index, text):
    found = index.lookup(text, Verbosity.TOP, max_edit_distance=3)
    return numbers[found[0].term] if found else None


print(json.dumps([
    measured("rapidfuzz", lambda: list(forms), nearest),
    measured("symspellpy", symspell, lookup),
]))
