package main

import (
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"
)

func TestFlags(t *testing.T) {
	for _, test := range []struct {
		args []string
		want cli
		err  string
	}{
		{args: nil, want: cli{Rounds: 3, Benchtime: time.Second}},
		{
			args: []string{"--rounds=1", "--bench=Sleep", "--benchtime=50ms", "--python=/a,b", "--python=/c", "--json"},
			want: cli{Rounds: 1, Bench: "Sleep", Benchtime: 50 * time.Millisecond, Python: []string{"/a,b", "/c"}, JSON: true},
		},
		{args: []string{"--rounds=0"}, err: "--rounds is 0"},
		{args: []string{"--benchtime=-1s"}, err: "--benchtime is -1s"},
		{args: []string{"--bench=("}, err: "missing closing )"},
		{args: []string{"--no-python", "--python=/a"}, err: "exclude each other"},
	} {
		t.Run(strings.Join(test.args, " "), func(t *testing.T) {
			var got cli
			parser, err := kong.New(&got)
			if err != nil {
				t.Fatal(err)
			}
			_, err = parser.Parse(test.args)
			if test.err != "" {
				if err == nil || !strings.Contains(err.Error(), test.err) {
					t.Fatalf("error %v, want one with %q", err, test.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("flags (-want +got):\n%s", diff)
			}
		})
	}
}
