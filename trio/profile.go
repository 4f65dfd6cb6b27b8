package trio

import "asyncio/exceptions"

// Profile says how the releases of trio differ, as data.
type Profile struct {
	// Version is the release.
	Version string
	// Strict wraps also a single error of a nursery into a group.
	Strict bool
	// Reasons has Cancelled tell why.
	Reasons bool
	// RelativeDeadlines lets MoveOnAfter and FailAfter count from entering, not
	// from making the scope.
	RelativeDeadlines bool
	// ExitIsShielded keeps a nursery's end from raising Cancelled by itself, and
	// so lets a start succeed whose caller was cancelled but whose child did not
	// notice.
	ExitIsShielded bool
	// StartUnwraps takes the error of a start out of its group.
	StartUnwraps bool
	// LocksBreak breaks the lock of a task that exits with it.
	LocksBreak bool
	// ZeroTokens lets a limiter have no tokens.
	ZeroTokens bool
	// NamedSeconds has the errors about times name the argument.
	NamedSeconds bool
	// EventIsNoCondition refuses an Event as a truth value.
	EventIsNoCondition bool
}

// Newest is the release that is followed by default.
func Newest() *Profile {
	return &Profile{
		Version: "0.34", Strict: true, Reasons: true, RelativeDeadlines: true,
		ExitIsShielded: true, StartUnwraps: true, LocksBreak: true, ZeroTokens: true,
		NamedSeconds: true, EventIsNoCondition: true,
	}
}

// ProfileOf gives the profile of a release, such as "0.22". It fails with
// ValueError for one that is not known.
func ProfileOf(version string) (*Profile, error) {
	switch version {
	case "", "0.34", "newest":
		return Newest(), nil
	case "0.22":
		return &Profile{Version: "0.22"}, nil
	}
	return nil, exceptions.ValueError("trio %s is not known: there are 0.22 and 0.34", version)
}
