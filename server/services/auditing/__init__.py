"""Audits of a domain: find its recent articles, politely, and assess them one after the other."""
