"""Checks of one pair of texts, asked for what a test wants to know of them."""

from workbench.languages.checks import Context, Finding, Key, check


def keys(source: str, one: str, target: str, other: str, context: Context | None = None) -> set[Key]:
    return {each.key for each in check(source, one, target, other, context or Context())}


def one_of(found: tuple[Finding, ...], key: Key) -> Finding:
    mine = [each for each in found if each.key is key]
    assert len(mine) == 1, found
    return mine[0]
