package object

import (
	"fmt"
	"strings"

	"asyncio/profile"
	"asyncio/script/blame"
)

const (
	causeText   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextText = "\nDuring handling of the above exception, another exception occurred:\n\n"

	// maxRepeats is how often the same level is shown in a row.
	maxRepeats = 3
	// maxMembers and maxDepth bound what is shown of exception groups.
	maxMembers = 15
	maxDepth   = 10
)

// FormatTraceback gives the text that Python prints for an exception nobody
// caught, the exceptions behind it first.
func FormatTraceback(t *Thread, e *Exception) string {
	p := &tracePrinter{t: t, seen: map[*Exception]bool{e: true}}
	p.mark(e)
	p.chain(e)
	return p.out.String()
}

// tracePrinter writes exceptions with their tracebacks; members of groups
// stand behind a margin.
type tracePrinter struct {
	t         *Thread
	out       strings.Builder
	depth     int
	needClose bool
	// seen has the exceptions that are shown somewhere; links are those to show
	// before another.
	seen  map[*Exception]bool
	links map[*Exception]link
	parts map[*Exception][]*Exception
}

type link struct {
	to   *Exception
	text string
}

// mark finds what is shown for e and what stands behind it. An exception is
// shown once, in the first place it is met: causes before contexts before
// members.
func (p *tracePrinter) mark(e *Exception) {
	p.links, p.parts = map[*Exception]link{}, map[*Exception][]*Exception{}
	queue := []*Exception{e}
	for len(queue) > 0 {
		e := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		var cause, ctx *Exception
		if c, ok := e.Cause.Ref.(*Exception); ok && !p.seen[c] {
			cause, p.seen[c] = c, true
			p.links[e] = link{c, causeText}
		}
		if c := e.ContextOf(); c != nil && cause == nil && !e.SuppressCtx && !p.seen[c] {
			ctx, p.seen[c] = c, true
			p.links[e] = link{c, contextText}
		}
		if cause != nil {
			queue = append(queue, cause)
		}
		if ctx != nil {
			queue = append(queue, ctx)
		}
		for _, m := range e.Members {
			if x, ok := m.Ref.(*Exception); ok {
				p.seen[x] = true
				p.parts[e] = append(p.parts[e], x)
				queue = append(queue, x)
			}
		}
	}
}

func (p *tracePrinter) indent() string { return strings.Repeat(" ", 2*p.depth) }

// emit writes lines behind the margin.
func (p *tracePrinter) emit(s, margin string) {
	if p.depth == 0 {
		p.out.WriteString(s)
		return
	}
	p.out.WriteString(indentLines(s, p.indent()+margin+" "))
}

func (p *tracePrinter) chain(e *Exception) {
	list := []*Exception{e}
	texts := []string{""}
	for p.links[e].to != nil {
		texts = append(texts, p.links[e].text)
		e = p.links[e].to
		list = append(list, e)
	}
	for i := len(list) - 1; i >= 0; i-- {
		p.one(list[i])
		if i > 0 {
			p.emit(texts[i], "|")
		}
	}
}

func (p *tracePrinter) one(e *Exception) {
	switch {
	case !e.cls.IsSubclass(BaseExceptionGroupClass):
		if e.TB != nil {
			p.emit("Traceback (most recent call last):\n"+levels(e.TB, p.t.Profile().Carets), "|")
		}
		p.emit(excLines(p.t, e), "|")
	case p.depth > maxDepth:
		p.emit(fmt.Sprintf("... (max_group_depth is %d)\n", maxDepth), "|")
	default:
		p.group(e)
	}
}

func (p *tracePrinter) group(e *Exception) {
	top := p.depth == 0
	margin := "|"
	if top {
		p.depth, margin = 1, "+"
	}
	if e.TB != nil {
		p.emit("Exception Group Traceback (most recent call last):\n", margin)
		p.emit(levels(e.TB, p.t.Profile().Carets), "|")
	}
	p.emit(excLines(p.t, e), "|")
	members := p.parts[e]
	n := min(len(members), maxMembers+1)
	p.needClose = false
	for i := range n {
		last := i == n-1
		p.needClose = p.needClose || last
		lead, title := "  ", fmt.Sprint(i+1)
		if i == 0 {
			lead = "+-"
		}
		if i >= maxMembers {
			title = "..."
		}
		fmt.Fprintf(&p.out, "%s%s+---------------- %s ----------------\n", p.indent(), lead, title)
		p.depth++
		if i < maxMembers {
			p.chain(members[i])
		} else {
			rest := len(members) - maxMembers
			p.emit(fmt.Sprintf("and %d more exception%s\n", rest, plural(rest)), "|")
		}
		if last && p.needClose {
			p.out.WriteString(p.indent() + "+------------------------------------\n")
			p.needClose = false
		}
		p.depth--
	}
	if top {
		p.depth = 0
	}
}

// PlainTraceback gives an exception as C code prints it: neither with what it
// came after, nor with carets.
func PlainTraceback(t *Thread, e *Exception) string {
	text := ""
	if e.TB != nil {
		text = "Traceback (most recent call last):\n" + levels(e.TB, profile.CaretsNever)
	}
	return text + e.cls.FullName() + ": " + ExceptionText(t, e) + "\n"
}

// levels gives the rows of a traceback.
func levels(tb *Traceback, carets profile.CaretRule) string {
	var b strings.Builder
	var last Place
	count := 0
	flush := func() {
		if n := count - maxRepeats; n > 0 {
			fmt.Fprintf(&b, "  [Previous line repeated %d more time%s]\n", n, plural(n))
		}
	}
	for ; tb != nil; tb = tb.Next {
		p := tb.Place()
		if count == 0 || last.File != p.File || last.Line != p.Line || last.Name != p.Name {
			flush()
			last, count = p, 0
		}
		if count++; count > maxRepeats {
			continue
		}
		fmt.Fprintf(&b, "  File \"%s\", line %d, in %s\n", p.File, p.Line, p.Name)
		if p.Source == nil {
			continue
		}
		for _, row := range blame.Rows(p.Source, p.Range, carets) {
			b.WriteString("    " + row + "\n")
		}
	}
	flush()
	return b.String()
}

func indentLines(s, indent string) string {
	lines := strings.SplitAfter(s, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = indent + l
		}
	}
	return strings.Join(lines, "")
}
