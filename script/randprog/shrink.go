package randprog

import "strings"

// Shrink takes lines out of a program, each with the block below it, for as long
// as what is left still shows the fault. Of the programs that it is given at
// once, wrong names the first that does, or says -1. Lines up to and with the
// line from are left alone, and those from the line to on.
func Shrink(program, from, to string, wrong func(programs []string) int) string {
	const atOnce = 16
	fixed, rest, ok := strings.Cut(program, from+"\n")
	if ok {
		fixed += from + "\n"
	} else {
		fixed, rest = "", program
	}
	tail := ""
	if i := strings.Index(rest, "\n"+to+"\n"); to != "" && i >= 0 {
		rest, tail = rest[:i+1], rest[i+1:]
	}
	lines := strings.Split(strings.TrimSuffix(rest, "\n"), "\n")
	for at := 0; at < len(lines); {
		var smaller [][]string
		var programs []string
		var places []int
		for ; at < len(lines) && len(smaller) < atOnce; at++ {
			end := blockEnd(lines, at)
			for _, less := range [][]string{without(lines, at, end), emptied(lines, at, end), unwrapped(lines, at, end)} {
				if less != nil {
					smaller, places = append(smaller, less), append(places, at)
					programs = append(programs, fixed+strings.Join(less, "\n")+"\n"+tail)
				}
			}
		}
		if i := wrong(programs); i >= 0 {
			lines, at = smaller[i], places[i]
			if i > 0 && len(lines) > 0 {
				at = max(0, at-1)
			}
		}
	}
	return fixed + strings.Join(lines, "\n") + "\n" + tail
}

func depth(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// blockEnd is where the block of the line at ends, with the clauses that need it.
func blockEnd(lines []string, at int) int {
	inside := depth(lines[at])
	end := at + 1
	needs := strings.HasSuffix(lines[at], ":")
	for end < len(lines) {
		d := depth(lines[end])
		word := strings.TrimLeft(lines[end], " ")
		clause := strings.HasPrefix(word, "except") || strings.HasPrefix(word, "finally") || strings.HasPrefix(word, "else") || strings.HasPrefix(word, "elif")
		if d <= inside && !(needs && d == inside && clause && strings.HasPrefix(strings.TrimLeft(lines[at], " "), "try")) {
			break
		}
		end++
	}
	return end
}

// without leaves out a block; one that would be the whole of its own becomes pass.
func without(lines []string, at, end int) []string {
	var less []string
	less = append(less, lines[:at]...)
	alone := (at == 0 || depth(lines[at-1]) < depth(lines[at])) && (end == len(lines) || depth(lines[end]) < depth(lines[at]))
	if alone {
		if strings.TrimLeft(lines[at], " ") == "pass" {
			return nil
		}
		less = append(less, strings.Repeat(" ", depth(lines[at]))+"pass")
	}
	return append(less, lines[end:]...)
}

// unwrapped puts the first block of a statement in its place.
func unwrapped(lines []string, at, end int) []string {
	if end == at+1 || strings.HasPrefix(strings.TrimLeft(lines[at], " "), "async def") || strings.HasPrefix(strings.TrimLeft(lines[at], " "), "def") {
		return nil
	}
	var less []string
	less = append(less, lines[:at]...)
	for _, l := range lines[at+1 : end] {
		if depth(l) <= depth(lines[at]) {
			break
		}
		less = append(less, strings.TrimPrefix(l, "    "))
	}
	return append(less, lines[end:]...)
}

// emptied leaves a function without a body.
func emptied(lines []string, at, end int) []string {
	text := strings.TrimLeft(lines[at], " ")
	if end <= at+2 || !strings.HasPrefix(text, "async def") && !strings.HasPrefix(text, "def") {
		return nil
	}
	less := append([]string(nil), lines[:at+1]...)
	return append(append(less, strings.Repeat(" ", depth(lines[at])+4)+"pass"), lines[end:]...)
}
