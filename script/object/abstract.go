package object

import (
	"strings"

	"asyncio/profile"
)

// abstractError refuses an object of a class that lacks methods.
func abstractError(c *Class, names []string, rule profile.AbstractRule) error {
	word := "methods"
	if len(names) == 1 && rule != profile.AbstractMethods {
		word = "method"
	}
	if rule == profile.AbstractQuoted {
		return TypeError("Can't instantiate abstract class %s without an implementation for abstract %s '%s'",
			c.Name, word, strings.Join(names, "', '"))
	}
	return TypeError("Can't instantiate abstract class %s with abstract %s %s", c.Name, word, strings.Join(names, ", "))
}
