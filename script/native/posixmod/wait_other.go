//go:build !unix

package posixmod

import "asyncio/selector"

func waitChild(int, int) (got, status int, err error) { return 0, 0, errNoChild }

type childWait struct{ sel selector.Selector }

func newChildWait(int) (*childWait, error) { return nil, errNoChild }

func (w *childWait) wait() error { return errNoChild }

func (w *childWait) close() {}
