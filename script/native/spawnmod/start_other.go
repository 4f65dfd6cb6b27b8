//go:build !unix

package spawnmod

import "syscall"

const supported = false

func start(order) (int, error) { return 0, syscall.ENOSYS }
