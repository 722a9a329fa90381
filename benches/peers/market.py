"""The market as the command `topk` writes it, and the score that every peer computes: read once, free of charge.

The score is the engine's product over skills, commute and pay in double precision, with one difference: each of a person's
skills may be lent many times. Filters: contract, pay, languages that are a must, minutes by car. The credits of each
person are expanded over the taxonomy beforehand.
"""
import json
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
demand_skill = array("demand_skill.u32").astype(np.int32)
demand_place = array("demand_need.u8").astype(np.int32) * (skills + 1) + demand_skill
demand_weight = array("demand_weight.u32") / float(1 << 30)

# Demands in rows of one length: the place of a credit in a table of five levels, and the weight; empty places weigh nothing.
width = int(np.diff(offsets).max())
filled = np.arange(width) < np.diff(offsets)[:, None]
place = np.zeros((offers, width), dtype=np.int32)
weight = np.zeros((offers, width))
place[filled] = demand_place
weight[filled] = demand_weight
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
people = len(limit)
levels = np.arange(5)[:, None] * (skills + 1)

table = np.zeros(5 * (skills + 1))


def minutes(p, candidates):
    """Tenths of a minute by car, by the engine's series for the arc over the chord, in whole metres."""
    chord = np.sqrt(((xyz[candidates] - home[p]) ** 2).sum(axis=1))
    t = (chord / RADIUS) ** 2
    metres = np.floor(chord * (1 + t / 24 + 3 * t * t / 640))
    return np.where(metres == 0, 0, 80 + np.ceil(metres * 140 * 6 / 50_000))


def passing(p, candidates=None):
    """Those of some offers, or of all, that no filter keeps out, and what the way to each takes."""
    some = slice(None) if candidates is None else candidates
    passes = (contract[some] & contracts[p]) != 0
    if floor[p]:
        passes &= high[some] >= floor[p]
    candidates = np.flatnonzero(passes) if candidates is None else candidates[passes]
    wordy = asks_language[candidates]
    wrong = (must[candidates[wordy]] > spoken[p]).any(axis=1)
    keep = np.ones(len(candidates), dtype=bool)
    keep[np.flatnonzero(wordy)[wrong]] = False
    candidates = candidates[keep]
    tenths = minutes(p, candidates)
    near = remote[candidates] | (tenths <= limit[p])
    return candidates[near], tenths[near]


def credits(p):
    """Place in the table of five levels and credit, for all that the person gives something for."""
    own = slice(credit_offsets[p], credit_offsets[p + 1])
    places = np.concatenate([(levels + credit_skill[own]).ravel(), levels.ravel() + skills])
    return places, np.concatenate([credit_value[own].T.ravel(), np.full(5, ordinary[p])])


def best(p, candidates, tenths, k=10):
    """The ten best of these, highest score first, then by row."""
    places, values = credits(p)
    table[places] = values
    got = (weight[candidates] * table[place[candidates]]).sum(axis=1)
    table[places] = 0
    score = 1 - (total_weight[candidates] - got)
    way = np.clip((tenths - 150) / max(limit[p] - 150, 1), 0, 1)
    score *= 1 - COMMUTE * np.where(remote[candidates], 0, way)
    if floor[p]:
        short = np.clip((floor[p] - middle[candidates]) / (.25 * floor[p]), 0, 1)
        score *= 1 - PAY * np.where(pay_known[candidates], short, PAY_UNKNOWN)
    if len(candidates) > k:
        least = np.partition(score, len(score) - k)[len(score) - k]
        first = np.flatnonzero(score >= least)
    else:
        first = np.arange(len(candidates))
    order = first[np.lexsort((candidates[first], -score[first]))][:k]
    return candidates[order].tolist()


def peak_mib():
    """Of this program alone: what the operating system says of a process counts what started it too."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def report(query):
    """Asks for every person and prints one JSON: CPU seconds of the queries, peak memory in MiB, rows of each one's ten best."""
    begun = time.process_time()
    top = [query(p) for p in range(people)]
    spent = time.process_time() - begun
    print(json.dumps({"cpu_seconds": spent, "peak_mib": peak_mib(), "top": top}))
