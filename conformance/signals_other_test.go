//go:build !unix

package conformance

// signals: asyncio has no signal handlers off Unix, so there is nothing to
// compare with what was recorded there.
var signals = func() table {
	t := table{}
	for _, name := range []string{
		"signal_raised_in_task", "signal_raised_in_callback", "signal_raised_in_timer", "signal_during_sleep",
		"signal_three_at_once", "signal_against_soon", "signal_handler_replaced_in_time",
		"signal_handler_removed_in_time", "signal_handler_removed_too_late", "signal_handler_fails",
		"signal_handler_cancels_task", "signal_raised_in_handler", "signal_interrupt_with_handler",
		"signal_interrupt_after_removal", "signal_before_the_loop_runs", "signal_between_two_runs",
		"signal_interrupt_while_loop_waits", "signal_bad_arguments",
	} {
		t[name] = scenario{pythonOnly: "signal handlers of the loop need a Unix"}
	}
	return t
}()
