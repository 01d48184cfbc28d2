"""The strip of a chain's layers above the stage: a card for each, with its maps in small."""
