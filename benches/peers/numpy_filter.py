"""Ranks offers for people with numpy: masks first, then one gathered product over what passes.

Reads the arrays that the command `topk` writes (folder given as the only argument) and prints one JSON: CPU seconds of
the queries, offers that passed, peak memory in MiB, rows of the ten best offers of each person.

The score is the engine's product over skills, commute and pay in double precision, with one difference: each of a person's
skills may be lent many times. Filters: contract, pay, languages that are a must, minutes by car. The credits of each
person are expanded over the taxonomy beforehand, free of charge.
"""
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

FOLDER = Path(sys.argv[1])
PARTS = float(1 << 15)
COMMUTE, PAY, PAY_UNKNOWN = .2, .25, .33
RADIUS = 6_371_009.0


def array(name):
    kinds = {"u8": np.uint8, "u16": np.uint16, "u32": np.uint32, "i32": np.int32}
    return np.fromfile(FOLDER / name, dtype=kinds[name.rsplit(".", 1)[1]])


skills = int(array("skills.u32")[0])
xyz = array("offer_xyz.i32").reshape(-1, 3).astype(np.float64)
remote = array("offer_remote.u8").astype(bool)
contract = array("offer_contract.u8")
low, high = array("offer_low.u32").astype(np.int64), array("offer_high.u32").astype(np.int64)
pay_known = high != 0xFFFFFFFF
middle = low + (high - low) // 2
must = array("offer_must.u8").reshape(-1, 4)
asks_language = must.any(axis=1)
offsets = array("demand_offsets.u32").astype(np.int64)
offers = len(offsets) - 1

# Demands in rows of one length: the place of a credit in a table of five levels, and the weight; empty places weigh nothing.
width = int(np.diff(offsets).max())
filled = np.arange(width) < np.diff(offsets)[:, None]
place = np.zeros((offers, width), dtype=np.int32)
weight = np.zeros((offers, width))
place[filled] = array("demand_need.u8").astype(np.int32) * (skills + 1) + array("demand_skill.u32").astype(np.int32)
weight[filled] = array("demand_weight.u32") / float(1 << 30)
total_weight = weight.sum(axis=1)

home = array("person_xyz.i32").reshape(-1, 3).astype(np.float64)
limit = array("person_limit.u16").astype(np.float64)
contracts = array("person_contracts.u8")
floor = array("person_floor.u32").astype(np.int64)
spoken = array("person_languages.u8").reshape(-1, 4)
credit_offsets = array("credit_offsets.u32").astype(np.int64)
credit_skill = array("credit_skill.u32").astype(np.int64)
credit_value = array("credit_value.u16").reshape(-1, 5).astype(np.float64) / PARTS
ordinary = array("person_ordinary.u16") / PARTS
levels = np.arange(5)[:, None] * (skills + 1)

table = np.zeros(5 * (skills + 1))


def query(p):
    passes = (contract & contracts[p]) != 0
    if floor[p]:
        passes &= high >= floor[p]
    candidates = np.flatnonzero(passes)
    wordy = asks_language[candidates]
    wrong = (must[candidates[wordy]] > spoken[p]).any(axis=1)
    keep = np.ones(len(candidates), dtype=bool)
    keep[np.flatnonzero(wordy)[wrong]] = False
    candidates = candidates[keep]
    # The engine's series for the arc over the chord, in whole metres.
    chord = np.sqrt(((xyz[candidates] - home[p]) ** 2).sum(axis=1))
    t = (chord / RADIUS) ** 2
    metres = np.floor(chord * (1 + t / 24 + 3 * t * t / 640))
    tenths = np.where(metres == 0, 0, 80 + np.ceil(metres * 140 * 6 / 50_000))
    far = remote[candidates]
    near = far | (tenths <= limit[p])
    candidates, tenths, far = candidates[near], tenths[near], far[near]

    own = slice(credit_offsets[p], credit_offsets[p + 1])
    places = (levels + credit_skill[own]).ravel()
    table[places] = credit_value[own].T.ravel()
    table[levels.ravel() + skills] = ordinary[p]
    got = (weight[candidates] * table[place[candidates]]).sum(axis=1)
    table[places] = 0

    score = 1 - (total_weight[candidates] - got)
    way = np.clip((tenths - 150) / max(limit[p] - 150, 1), 0, 1)
    score *= 1 - COMMUTE * np.where(far, 0, way)
    if floor[p]:
        short = np.clip((floor[p] - middle[candidates]) / (.25 * floor[p]), 0, 1)
        score *= 1 - PAY * np.where(pay_known[candidates], short, PAY_UNKNOWN)
    if len(candidates) > 10:
        least = np.partition(score, len(score) - 10)[len(score) - 10]
        best = np.flatnonzero(score >= least)
    else:
        best = np.arange(len(candidates))
    order = best[np.lexsort((candidates[best], -score[best]))][:10]
    return len(candidates), candidates[order].tolist()


begun = time.process_time()
answers = [query(p) for p in range(len(limit))]
spent = time.process_time() - begun
print(json.dumps({
    "cpu_seconds": spent,
    "eligible": sum(n for n, _ in answers),
    "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "top": [top for _, top in answers],
}))
