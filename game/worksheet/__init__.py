"""Worksheets to print: small exercises about a scenario, in up to four versions, and their key."""
