"""Steps from an older ledger to a newer one, run by dateline.ledger.migrate."""
