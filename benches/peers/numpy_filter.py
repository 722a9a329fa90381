"""Ranks offers for people with numpy: masks first, then one gathered product over what passes. Data, score and output: `market.py`."""
import market

market.report(lambda p: market.best(p, *market.passing(p)))
