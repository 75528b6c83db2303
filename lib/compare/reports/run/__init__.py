"""Running a batch: forks of a warm process, ordinary kernels, a cluster."""
