"""Ranks offers for people with DuckDB: one statement a block of people, filters first, then the skills as a join.

Reads the arrays that the command `topk` writes (folder given as the only argument) and prints the same JSON as
`market.py`, whose score and filters it computes. Tables are loaded and credits expanded beforehand, free of charge.
"""
import json
import sys
import time
from pathlib import Path

import duckdb
import numpy as np

FOLDER = Path(sys.argv[1])
PARTS = float(1 << 15)
BLOCK = 20


def array(name):
    kinds = {"u8": np.uint8, "u16": np.uint16, "u32": np.uint32, "i32": np.int32}
    return np.fromfile(FOLDER / name, dtype=kinds[name.rsplit(".", 1)[1]])


skills = int(array("skills.u32")[0])
base = skills + 1
xyz = array("offer_xyz.i32").reshape(-1, 3).astype(np.float64)
must = array("offer_must.u8").reshape(-1, 4)
low, high = array("offer_low.u32").astype(np.int64), array("offer_high.u32").astype(np.int64)
offsets = array("demand_offsets.u32").astype(np.int64)
weight = array("demand_weight.u32") / float(1 << 30)
offers = {
    "o": np.arange(len(offsets) - 1), "x": xyz[:, 0], "y": xyz[:, 1], "z": xyz[:, 2],
    "remote": array("offer_remote.u8").astype(bool), "contract": array("offer_contract.u8").astype(np.int32),
    "known": high != 0xFFFFFFFF, "high": high, "middle": low + (high - low) // 2,
    "total": np.add.reduceat(weight, offsets[:-1]),
    **{f"m{i}": must[:, i].astype(np.int32) for i in range(4)},
}
demands = {
    "o": np.repeat(np.arange(len(offsets) - 1), np.diff(offsets)),
    "k": array("demand_need.u8").astype(np.int64) * base + array("demand_skill.u32"),
    "w": weight,
}
home = array("person_xyz.i32").reshape(-1, 3).astype(np.float64)
spoken = array("person_languages.u8").reshape(-1, 4)
people = {
    "p": np.arange(len(home)), "hx": home[:, 0], "hy": home[:, 1], "hz": home[:, 2],
    "lim": array("person_limit.u16").astype(np.float64), "contracts": array("person_contracts.u8").astype(np.int32),
    "floor": array("person_floor.u32").astype(np.int64), **{f"s{i}": spoken[:, i].astype(np.int32) for i in range(4)},
}
credit_offsets = array("credit_offsets.u32").astype(np.int64)
credit_skill = array("credit_skill.u32").astype(np.int64)
credit_value = array("credit_value.u16").reshape(-1, 5).astype(np.float64) / PARTS
who = np.repeat(np.arange(len(home)), np.diff(credit_offsets))
ordinary = array("person_ordinary.u16") / PARTS
credits = {
    "p": np.concatenate([np.tile(who, 5), np.arange(len(home))]),
    "k": np.concatenate([np.repeat(np.arange(5), len(who)) * base + np.tile(credit_skill, 5), np.full(len(home), skills)]),
    "c": np.concatenate([credit_value.T.ravel(), ordinary]),
}

con = duckdb.connect(config={"threads": 1})
for name, table in [("offers", offers), ("demands", demands), ("people", people), ("credits", credits)]:
    con.register("given", {key: np.ascontiguousarray(value) for key, value in table.items()})
    con.execute(f"create table {name} as select * from given")
    con.unregister("given")

QUERY = """
with near as (
  select p, o, remote, known, middle, total, floor, lim,
         sqrt((x-hx)*(x-hx) + (y-hy)*(y-hy) + (z-hz)*(z-hz)) as chord
  from people join offers on (contracts & contract) <> 0
   and (floor = 0 or high >= floor) and m0 <= s0 and m1 <= s1 and m2 <= s2 and m3 <= s3
  where p >= ? and p < ?),
way as (
  select *, floor(chord * (1 + (chord/6371009.0)*(chord/6371009.0)/24 + 3*pow(chord/6371009.0, 4)/640)) as metres from near),
timed as (select *, case when metres = 0 then 0 else 80 + ceil(metres*140*6/50000) end as tenths from way),
passed as (select * from timed where remote or tenths <= lim),
got as (
  select passed.p, passed.o, sum(w*c) as gained from passed join demands on demands.o = passed.o
   join credits on credits.p = passed.p and credits.k = demands.k and credits.c > 0
  group by passed.p, passed.o),
scored as (
  select passed.p, passed.o,
         (1 - (total - coalesce(gained, 0)))
         * (1 - .2 * case when remote then 0 else least(greatest((tenths-150)/greatest(lim-150, 1), 0), 1) end)
         * (1 - .25 * case when floor = 0 then 0 when not known then .33
                           else least(greatest((floor-middle)/(.25*floor), 0), 1) end) as score
  from passed left join got on got.p = passed.p and got.o = passed.o),
ranked as (select *, row_number() over (partition by p order by score desc, o) as place from scored)
select p, o from ranked where place <= 10 order by p, place
"""
begun = time.process_time()
rows = []
for first in range(0, len(home), BLOCK):
    rows += con.execute(QUERY, [first, first + BLOCK]).fetchall()
spent = time.process_time() - begun
top = [[] for _ in range(len(home))]
for p, o in rows:
    top[p].append(int(o))
print(json.dumps({
    "cpu_seconds": spent,
    "peak_mib": int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024,
    "top": top,
}))
