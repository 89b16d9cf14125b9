"""Untrusted bytes in: one module a format, all limits in `limits`, the way in is `reading`.

Nothing is imported here on purpose: the child process that reads web pages starts in this
package and should load no more than it needs.
"""
