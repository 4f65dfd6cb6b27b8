package trio

// guest is what a run needs of the host loop it is a guest of.
type guest struct{ tickSoon func() }
