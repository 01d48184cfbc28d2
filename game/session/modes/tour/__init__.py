"""The guided tour: how it is led, by hand and by a remote, and what it notices of all else."""
