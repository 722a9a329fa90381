"""Ranks offers for people with tantivy: its filters and its BM25 over skills as words, each boosted by what the person is credited,
then the whole score on the first of those. Data, score and output: `market.py`.

A distance is a box of coordinates there, and a word has no weight of its own in each offer.
"""
import tantivy
import numpy as np

import market

# So many by BM25 for ten by the score.
AHEAD = 1_000
NUMBER = tantivy.FieldType.Integer

builder = tantivy.SchemaBuilder()
builder.add_integer_field("row", stored=True)
builder.add_text_field("skills", tokenizer_name="whitespace", index_option="freq")
for name in ("x", "y", "z", "high", "contract", "remote", "m0", "m1", "m2", "m3"):
    builder.add_integer_field(name, indexed=True, fast=True)
schema = builder.build()
index = tantivy.Index(schema)
writer = index.writer(heap_size=512_000_000, num_threads=1)
for row in range(market.offers):
    asked = market.demand_skill[market.offsets[row]:market.offsets[row + 1]]
    words = " ".join(f"s{skill}" for skill in asked)
    document = tantivy.Document(row=row, skills=words, high=int(market.high[row]), contract=int(market.contract[row]), remote=int(market.remote[row]))
    for axis, name in enumerate("xyz"):
        document.add_integer(name, int(market.xyz[row, axis]))
    for language in range(4):
        document.add_integer(f"m{language}", int(market.must[row, language]))
    writer.add_document(document)
writer.commit()
index.reload()
searcher = index.searcher()
MUST, SHOULD = tantivy.Occur.Must, tantivy.Occur.Should


def within(name, low, high):
    return tantivy.Query.range_query(schema, name, NUMBER, int(low), int(high))


def filters(p):
    # The longest way in metres that the limit allows, as a box.
    reach = max(market.limit[p] - 80, 0) * 50_000 / (140 * 6) + 1
    box = [(MUST, within(name, at - reach, at + reach)) for name, at in zip("xyz", market.home[p])]
    near = tantivy.Query.boolean_query([(SHOULD, tantivy.Query.boolean_query(box)), (SHOULD, within("remote", 1, 1))])
    kinds = [(SHOULD, within("contract", 1 << bit, 1 << bit)) for bit in range(8) if market.contracts[p] >> bit & 1]
    asked = [(MUST, near), (MUST, tantivy.Query.boolean_query(kinds)), (MUST, within("high", market.floor[p], 0xFFFFFFFF))]
    asked += [(MUST, within(f"m{language}", 0, market.spoken[p, language])) for language in range(4)]
    return [(occur, tantivy.Query.const_score_query(query, 0.0)) for occur, query in asked]


def query(p):
    own = slice(market.credit_offsets[p], market.credit_offsets[p + 1])
    credits = market.credit_value[own].max(axis=1)
    words = [
        (SHOULD, tantivy.Query.boost_query(tantivy.Query.term_query(schema, "skills", f"s{skill}"), float(credit)))
        for skill, credit in zip(market.credit_skill[own], credits) if credit > 0
    ]
    found = searcher.search(tantivy.Query.boolean_query(filters(p) + words), AHEAD).hits
    rows = np.sort(np.array([searcher.doc(address)["row"][0] for _, address in found], dtype=np.int64))
    return market.best(p, *market.passing(p, rows))


market.report(query)
