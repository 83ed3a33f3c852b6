"""Behind all doors: how a run starts and ends, what it says, and where its report goes."""
