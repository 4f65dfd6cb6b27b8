package signalsafe

import "testing"

func TestHandlerSame(t *testing.T) {
	f := func(Signal) error { return nil }
	one, two := Func(f, nil), Func(f, nil)
	type owner struct{ n int }
	a, b := &owner{}, &owner{}
	tests := []struct {
		name string
		x, y Handler
		want bool
	}{
		{"zero is default", Handler{}, Default(), true},
		{"ignore", Ignore(), Ignore(), true},
		{"default int", DefaultInt(), DefaultInt(), true},
		{"kinds", Ignore(), Default(), false},
		{"func and kind", one, Default(), false},
		{"copies", one, one, true},
		{"equal functions", one, two, false},
		{"one owner", Func(f, a), Func(nil, a), true},
		{"two owners", Func(f, a), Func(f, b), false},
		{"equal values", Func(f, owner{1}), Func(f, owner{1}), true},
		{"owner and none", Func(f, a), one, false},
		{"owners that cannot be compared", Func(f, []int{1}), Func(f, []int{1}), false},
		{"owners of two types", Func(f, 1), Func(f, "1"), false},
	}
	for _, tt := range tests {
		if got := tt.x.Same(tt.y); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
		if got := tt.y.Same(tt.x); got != tt.want {
			t.Errorf("%s, other way round: %v", tt.name, got)
		}
	}
	if Func(f, a).Owner() != a || Ignore().Owner() != nil {
		t.Error("owner lost")
	}
	for h, want := range map[HandlerKind]string{
		Default().Kind(): "SIG_DFL", Ignore().Kind(): "SIG_IGN", DefaultInt().Kind(): "default_int_handler", one.Kind(): "function", 9: "HandlerKind(?)",
	} {
		if h.String() != want {
			t.Errorf("got %v, want %s", h, want)
		}
	}
}
