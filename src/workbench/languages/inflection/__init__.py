"""The grammatical cases of names: proposals by rule for Russian, Belarusian and Lithuanian."""
