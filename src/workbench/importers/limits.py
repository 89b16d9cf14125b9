"""Every bound on what comes from outside, in one place; each is checked before more is done."""

from __future__ import annotations

ORIGINAL_BYTES = 64 * 1024 * 1024
"""Bytes of one original. A larger file is refused by its size, before it is opened."""

TEXT_POINTS = 20_000_000
"""Code points of one text, after decoding."""

HTML_DEPTH = 250
"""Elements inside each other. The parser itself stops at 256, and silently loses the rest."""

HTML_ELEMENTS = 500_000
"""Elements of one page."""

HTML_ATTRIBUTES = 1_000
"""Attributes of one element: the parser's time grows with their square."""

HTML_CPU_SECONDS = 20
"""Processor time for one page, where the system can hold the child process to it."""

HTML_WALL_SECONDS = 45.0
"""Seconds on the clock for one page, after which the child process is killed."""

HTML_MEMORY_BYTES = 2 * 1024 * 1024 * 1024
"""Address space of the child process, where the system can hold it to that."""

HTML_ANSWER_BYTES = 128 * 1024 * 1024
"""Bytes that the child process may answer."""

METADATA_POINTS = 1_000
"""Code points of one value found in a page (a title, a creator); the rest is cut off."""

BLOCKS = 500_000
"""Paragraphs, headings and other blocks of one text."""

ANNOTATION_BYTES = 32 * 1024 * 1024
"""Bytes of one file of annotations."""

ANNOTATIONS = 100_000
"""Annotations of one file."""

ANNOTATION_BODIES = 1_000
"""Bodies, and selectors, of one annotation."""

JSON_DEPTH = 50
"""Objects and lists inside each other."""

ANNOTATION_TEXT_POINTS = 100_000
"""Code points of one text in an annotation: a body, or the words of a quote selector."""

TABLE_BYTES = 32 * 1024 * 1024
"""Bytes of one table, packed or not."""

TABLE_UNPACKED_BYTES = 512 * 1024 * 1024
"""Bytes of everything in one workbook, unpacked: a small file that unpacks to more is a bomb."""

TABLE_PARTS = 2_000
"""Files in one workbook."""

TABLE_SHEETS = 200
"""Sheets of one workbook."""

TABLE_ROWS = 100_000
"""Rows of one table, the headings with them."""

TABLE_COLUMNS = 200
"""Columns of one table."""

CELL_POINTS = 100_000
"""Code points of one cell."""

GLOSSARY_BYTES = 128 * 1024 * 1024
"""Bytes of one glossary as a table, which is in memory whole: what is written of `GLOSSARY_ENTRIES` is a third."""

GLOSSARY_XML_BYTES = 512 * 1024 * 1024
"""Bytes of one glossary as TBX, which is read an entry at a time."""

GLOSSARY_ROWS = 1_000_000
"""Rows of one glossary as a table, one a term, the headings with them."""

GLOSSARY_ENTRIES = 100_000
"""Entries of one glossary."""

GLOSSARY_TERMS = 1_000
"""Terms of one entry."""

RETURNED_BYTES = 64 * 1024 * 1024
"""Bytes of one file that a translator sent back."""

DOCUMENT_BYTES = 128 * 1024 * 1024
"""Bytes of the main part of a DOCX that was sent back, unpacked."""

RETURNED_UNITS = 100_000
"""Units, rows or variants of one such file."""

RETURNED_TEXT_POINTS = 100_000
"""Code points of one text in it."""

MEMORY_FILE_BYTES = 4 * 1024 * 1024 * 1024
"""Bytes of one file for the translation memory, which is read a unit at a time."""

MEMORY_UNITS = 20_000_000
"""Units of such a file."""

MEMORY_TEXT_POINTS = 20_000
"""Code points of one text in it; a unit with a longer one is left out."""

XML_PART_POINTS = 32 * 1024 * 1024
"""Code points between the ends of two parts of a large XML file: what is in memory at once."""

XML_PART_ELEMENTS = 20_000
"""Elements in one part of it."""

XML_OTHER_ELEMENTS = 20_000
"""Elements that are in no part."""

BUNDLE_RECORDS_BYTES = 256 * 1024 * 1024
"""Bytes of a bundle's `records.json`."""
