package trio_test

import (
	"fmt"
	"time"

	"asyncio/trio"
)

func ExampleOpenMemoryChannel() {
	err := trio.Run(func(t *trio.Task) error {
		return trio.OpenNursery(t, func(n *trio.Nursery) error {
			send, receive, err := trio.OpenMemoryChannel[int](0)
			if err != nil {
				return err
			}
			err = n.StartSoon(func(t *trio.Task) error {
				defer send.Close()
				return trio.FailAfter(t, time.Second, func(*trio.CancelScope) error {
					return send.Send(t, 42)
				})
			})
			if err != nil {
				return err
			}
			for v, err := range receive.All(t) {
				if err != nil {
					return err
				}
				fmt.Println(v)
			}
			return nil
		})
	})
	fmt.Println(err)
	// Output:
	// 42
	// <nil>
}
