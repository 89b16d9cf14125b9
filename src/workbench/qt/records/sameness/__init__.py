"""Records that may be the same: told on a record's page, looked at side by side, merged and split."""
