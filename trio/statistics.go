package trio

// Statistics tells about a run.
type Statistics struct {
	// TasksLiving and TasksRunnable count tasks.
	TasksLiving, TasksRunnable int
	// SecondsToNextDeadline is infinite for none.
	SecondsToNextDeadline float64
	// RunSyncSoonQueueSize is how many callbacks of other threads wait.
	RunSyncSoonQueueSize int
}

// Statistics gives how the run is.
func (r *Runner) Statistics() Statistics {
	s := Statistics{
		TasksLiving: len(r.tasks), TasksRunnable: len(r.queue),
		SecondsToNextDeadline: r.deadlines.next() - r.CurrentTime(),
	}
	r.entries.mu.Lock()
	defer r.entries.mu.Unlock()
	s.RunSyncSoonQueueSize = len(r.entries.queue) + len(r.entries.once)
	return s
}
