"""The pure core: records, intents, events, and the functions between them. No I/O, no clock, no randomness."""
