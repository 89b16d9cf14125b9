"""Names that the archive knows, found in running text, in any script of their forms and inflected.

    KnownNames(forms).find(text, language, thorough=False) -> list[Found]

`forms` are `Form`s: one of each name of each record. Of several words all must be there, in their
order, each in a case that its ending allows (`endings`); a person's given names may be missing
(the surname alone), be initials, stand behind the family name or have a patronymic between.
`thorough=True` is for what must not be overlooked, such as a protected person's names.
"""

from workbench.languages.known_names.finder import KnownNames
from workbench.languages.known_names.forms import Form, Found, Why

__all__ = ["Form", "Found", "KnownNames", "Why"]
