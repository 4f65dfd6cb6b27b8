// Package zonemod is the module _zone: time zones below datetime and zoneinfo.
package zonemod

import (
	"time"
	_ "time/tzdata" // zones on machines that have no database

	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// zone is a time zone.
type zone struct{ loc *time.Location }

var zoneClass = object.NewNativeClass("_zone", "zone").Final()

// Class implements object.Object.
func (*zone) Class() *object.Class { return zoneClass }

// Module makes the module _zone: local(seconds) and find(name), whose result
// has at(seconds); both give (offset in seconds, name, whether it is daylight
// saving time) at a POSIX time.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_zone")
	m.DefPlain("local", 1, 1, func(t *thread, a []value) (value, error) { return at(t, time.Local, a[0]) })
	m.DefPlain("find", 1, 1, func(_ *thread, a []value) (value, error) {
		name, _ := object.StrOf(a[0])
		if name == "" || name == "Local" {
			return object.None, nil
		}
		loc, err := time.LoadLocation(name)
		if err != nil {
			return object.None, nil
		}
		return object.Obj(&zone{loc}), nil
	})
	return m, nil
}

func init() {
	zoneClass.Later(func(c *object.Class) {
		c.DefPlain("at", 2, 2, func(t *thread, a []value) (value, error) { return at(t, a[0].Ref.(*zone).loc, a[1]) })
	})
}

func at(t *thread, loc *time.Location, v value) (value, error) {
	n, err := object.Index(t, v)
	if err != nil {
		return value{}, err
	}
	when := time.Unix(int64(n), 0).In(loc)
	name, offset := when.Zone()
	return object.TupleValue(object.Int(int64(offset)), object.String(name), object.Bool(when.IsDST())), nil
}
