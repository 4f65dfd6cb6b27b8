package posixmod

import (
	"fmt"
	"os"
)

func loadAverage() (l [3]float64, err error) {
	b, err := os.ReadFile("/proc/loadavg")
	if err == nil {
		_, err = fmt.Sscan(string(b), &l[0], &l[1], &l[2])
	}
	return l, err
}
