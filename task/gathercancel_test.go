package task_test

import (
	"errors"
	"testing"

	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/profile"
	"asyncio/task"
)

// TestGatherCancelledWhileAChildFails: a cancelled gather that puts exceptions
// into its results is cancelled, however its last child ends.
func TestGatherCancelledWhileAChildFails(t *testing.T) {
	for _, python := range profile.Names() {
		t.Run(python, func(t *testing.T) {
			l, _ := newLoop(t, python, coroutine.Pull)
			failure := errors.New("failure")
			_, err := run(l, func(co *task.Co) (any, error) {
				child := create(t, l, func(co *task.Co) (any, error) {
					if err := sleep(co, 1); !exceptions.IsCancelled(err) {
						t.Errorf("the child got %v", err)
					}
					return nil, failure
				})
				all, err := task.Gather(l, []any{child}, true)
				if err != nil {
					return nil, err
				}
				outer := create(t, l, func(co *task.Co) (any, error) { return co.Await(all) })
				if err := sleep(co, 0); err != nil {
					return nil, err
				}
				if _, err := outer.TryCancel(nil); err != nil {
					return nil, err
				}
				if _, err := co.Await(outer); !exceptions.IsCancelled(err) {
					t.Errorf("the gather's end: %v", err)
				}
				if _, err := child.Result(); !errors.Is(err, failure) {
					t.Errorf("the child's end: %v", err)
				}
				return nil, nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
}
