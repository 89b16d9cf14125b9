"""Translation memory in the computer's memory: like texts and places of words. Nothing of it is stored."""
