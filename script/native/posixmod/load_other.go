//go:build !linux

package posixmod

import "errors"

func loadAverage() ([3]float64, error) { return [3]float64{}, errors.ErrUnsupported }
