"""Ranks offers for people with sparse_dot_topn: the best by skills alone, as one sparse product, then filters and the whole score on
those. Data, score and output: `market.py`.

The library knows no filters, so that what passes them may lie behind the offers that it returns.
"""
import numpy as np
from scipy.sparse import csr_matrix
from sparse_dot_topn import sp_matmul_topn

import market

# So many by skills alone for ten behind the filters.
AHEAD = 2_000
columns = 5 * (market.skills + 1)
demands = csr_matrix((market.demand_weight, market.demand_place, market.offsets), shape=(market.offers, columns)).T.tocsr()


def query(p):
    places, values = market.credits(p)
    order = np.argsort(places)
    row = csr_matrix((values[order], places[order], [0, len(places)]), shape=(1, columns))
    found = sp_matmul_topn(row, demands, top_n=AHEAD, threshold=0.0, n_threads=1).indices
    return market.best(p, *market.passing(p, np.sort(found)))


market.report(query)
