"""Translation memory in the computer's memory: like texts, places of words, reprints. Nothing of it is stored."""
