package profile

// fill makes a version's profile: 3.8's, changed step by step. This is the one
// place of the project where versions are told apart.
func fill(name string) *Profile {
	p := &Profile{
		Name: "3.8",
		Absent: []string{
			"to_thread", "TaskGroup", "Timeout", "timeout", "timeout_at", "Runner", "Barrier", "BrokenBarrierError",
			"eager_task_factory", "create_eager_task_factory", "QueueShutDown", "EventLoop",
		},
		NamedTaskUsesNumber:     true,
		GeneratorsAreCoroutines: true,
		ThrowForgets:            true,
		CallersForgotten:        true,
		WaitEmptyText:           "Set of coroutines/Futures is empty.",
		AsCompletedTypeText:     "expect an iterable of futures",
		ArgumentsInRepr:         true,
		Watcher:                 "ThreadedChildWatcher",
		StepLabel:               "<TaskStepMethWrapper object",
		ExecutorThreadPrefix:    "ThreadPoolExecutor-0_",
		ConditionLosesNotify:    true,
		AssertsWhole:            true,
		ConditionFreshCancel:    true,
		GatherCallback:          "gather.<locals>._done_callback",
		CompletedCallback:       "as_completed.<locals>._on_completion",
	}
	if name == p.Name {
		return p
	}

	p.Name = "3.9"
	p.MainFileWhole = true
	p.AbstractText = AbstractCounted
	p.has("to_thread")
	p.ExecutorShutdown = true
	p.ExecutorThreadPrefix = "asyncio_"
	p.CancelMessage = true
	p.ThrowForgets = false
	p.Cancelled = CancelledChained
	p.CancelledTextInGather = true
	p.WaitFor = WaitForInnerWins
	p.Wait = WaitWarns
	p.MainInterpreterText = true
	p.PidfdWatcher = true
	p.Semaphore = SemaphoreOrdered
	p.GatherCallback = "_gather.<locals>._done_callback"
	if name == p.Name {
		return p
	}

	p.Name = "3.10"
	p.ChainHeedsClosed = true
	p.Atexit = AtexitObject
	p.AssertsWhole = false
	p.EnsureClosesRefused = true
	p.TraceAsSet = true
	p.Wakeup = WakeupMethod
	p.LocksBindLate = true
	p.EnsureFutureCalls = []string{"ensure_future", "_ensure_future"}
	p.LoopArgument = LoopArgumentRefused
	p.Semaphore = SemaphoreFIFO
	p.GatherCallback = "gather.<locals>._done_callback"
	if name == p.Name {
		return p
	}

	p.Name = "3.11"
	p.Carets = CaretsInOneRow
	p.has("TaskGroup", "Timeout", "timeout", "timeout_at", "Runner", "Barrier", "BrokenBarrierError")
	p.SIGINT = CancelMain
	p.RunnerMakesTask = true
	p.LoopBeforeMainCheck = true
	p.Cancelled = CancelledOriginal
	p.CancelCount = true
	p.CancellingFromCount = true
	p.TaskContext = true
	p.TaskGroups = true
	p.GroupLeaksCancel = true
	p.TimeoutIsBuiltin = true
	p.LoopArgument = LoopArgumentNotKnown
	p.Wait = WaitRefuses
	p.WaitEmptyText = "Set of Tasks/Futures is empty."
	p.ShortRecursiveRepr = true
	p.NoneTimeChecks = true
	p.LoopTypeText = true
	p.ExecutorTypeChecked = true
	if name == p.Name {
		return p
	}

	p.Name = "3.12"
	p.ExecutorShutdownTimeout = 300
	p.AssertsWhole = true
	p.CallersForgotten = false
	p.AbstractText = AbstractQuoted
	p.has("eager_task_factory", "create_eager_task_factory")
	p.EagerTasks = true
	p.EnsureFutureCalls = []string{"ensure_future"}
	p.WrapsLocally = true
	p.ContextGetters = true
	p.GeneratorsAreCoroutines = false
	p.WaitFor = WaitForInTimeout
	p.GatherDoneAtOnce = true
	p.HandlerInContext = true
	p.StepLabel = "<_asyncio.TaskStepMethWrapper object"
	p.CurrentLoopDeprecations = true
	p.WatcherDeprecations = true
	p.Watcher = "PidfdChildWatcher"
	if name == p.Name {
		return p
	}

	p.Name = "3.13"
	p.Atexit = AtexitNamed
	p.AssertsWhole = false
	p.Carets = CaretsInAllRows
	p.JSONTrailingCommas = true
	p.NamesMissingDict = true
	p.RunInParts = true
	p.ChainKeepsErrors = true
	p.StepsWarn = true
	p.has("QueueShutDown", "EventLoop")
	p.ExecutorTimeoutHeeded = true
	p.CompletedCallback = "_AsCompletedIterator._handle_completion"
	p.UncancelClearsPending = true
	p.NamedTaskUsesNumber = false
	p.FactoryTaskIsNamedNone = true
	p.GroupLeaksCancel = false
	p.GroupRecancels = true
	p.GroupClosesRefused = true
	p.TimeoutMarksContext = true
	p.AsCompletedTypeText = "expects an iterable of awaitables"
	p.AsCompletedAtCall = true
	p.SleepRefusesNaN = true
	p.WrapsStopIteration = true
	p.ArgumentsInRepr = false
	p.FailedRunUnsetsLoop = true
	p.Semaphore = SemaphoreFIFOWide
	p.ConditionLosesNotify = false
	p.ConditionFreshCancel = false
	p.ConditionBindsFirst = true
	p.QueueShutdown = true
	p.ClassPlaces = true
	if name == p.Name {
		return p
	}
	return nil
}
