package blame

import (
	"fmt"
	"strings"
)

// Unexpected says that a function has no parameter of that name, and which of
// its names may be meant.
func Unexpected(function, name string, names []string) string {
	text := fmt.Sprintf("%s() got an unexpected keyword argument '%s'", function, name)
	if s := Suggest(name, names); s != "" {
		text += fmt.Sprintf(". Did you mean '%s'?", s)
	}
	return text
}

// Twice says that an argument was given by place and by name.
func Twice(function, name string) string {
	return fmt.Sprintf("%s() got multiple values for argument '%s'", function, name)
}

// ByName says which arguments must not be given by name.
func ByName(function string, names []string) string {
	return fmt.Sprintf("%s() got some positional-only arguments passed as keyword arguments: '%s'", function, strings.Join(names, ", "))
}

// TooMany says that more arguments were given by place than the takes
// parameters of the function, of which optional have defaults; named is the
// number of keyword-only ones that were given.
func TooMany(function string, takes, optional, given, named int) string {
	count := fmt.Sprint(takes)
	if optional > 0 {
		count = fmt.Sprintf("from %d to %d", takes-optional, takes)
	}
	s := func(many bool) string {
		if many {
			return "s"
		}
		return ""
	}
	few := takes == 1 && optional == 0
	if named > 0 {
		return fmt.Sprintf("%s() takes %s positional argument%s but %d positional argument%s (and %d keyword-only argument%s) were given",
			function, count, s(!few), given, s(given != 1), named, s(named != 1))
	}
	verb := "were"
	if given == 1 {
		verb = "was"
	}
	return fmt.Sprintf("%s() takes %s positional argument%s but %d %s given", function, count, s(!few), given, verb)
}

// Missing says which arguments, of a kind such as "positional", were left out.
func Missing(function, kind string, names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = "'" + n + "'"
	}
	last := quoted[len(quoted)-1]
	switch len(names) {
	case 1:
		return fmt.Sprintf("%s() missing 1 required %s argument: %s", function, kind, last)
	case 2:
		last = quoted[0] + " and " + last
	default:
		last = strings.Join(quoted[:len(quoted)-1], ", ") + ", and " + last
	}
	return fmt.Sprintf("%s() missing %d required %s arguments: %s", function, len(names), kind, last)
}
