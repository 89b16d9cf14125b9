"""Spelling as one types, in any field: `SpellMarks` underlines, `SuggestionsPopup` offers, `CharacterPalette` types."""
