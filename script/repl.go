package script

import (
	"errors"
	"fmt"
	"strings"

	"asyncio/future"
	"asyncio/loop"
	"asyncio/script/asyncio"
	"asyncio/script/compile"
	"asyncio/script/native/sysmod"
	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
	"asyncio/script/threads"
)

// Repl takes a program line by line from Options.Stdin, as python -m asyncio
// does: await works outside of functions, and tasks go on while the next line
// is read. It ends with the input, or with exit(), whose SystemExit is then in
// the *Error that it returns; otherwise the error is what Run's may be.
func (i *Interp) Repl() (err error) {
	leave := i.h.Threads.Enter()
	defer leave()
	defer i.recover(&err)
	i.setPath("")
	if err := i.begin(); err != nil {
		return i.failure(err)
	}
	r := &repl{i: i, b: asyncio.Of(i.h)}
	if err = r.run(); err == nil {
		return nil
	}
	return i.failure(err)
}

// repl is the state of a prompt. Everything in it happens on the main thread,
// in callbacks of its loop; a thread a line reads the input.
type repl struct {
	i *Interp
	b *asyncio.Binding
	l *loop.Loop
	// text is what there is of the statement that is being typed.
	text string
	// task runs the statement's await; nil while a line is read.
	task future.Awaitable
	// interrupted tells that Ctrl-C came while task ran.
	interrupted bool
	// end is the SystemExit that the statement raised.
	end error
}

func (r *repl) run() (err error) {
	t := r.i.h.Thread()
	m, err := r.i.load(t, "asyncio")
	if err != nil {
		return err
	}
	r.i.main.Dict.SetStr("asyncio", m)
	if r.l, err = r.b.HostLoop(); err != nil {
		return err
	}
	sys := r.i.h.Sys.Dict
	sys.SetStr("ps1", object.String(">>> "))
	sys.SetStr("ps2", object.String("... "))
	version, _ := object.StrOf(sys.GetStr("version"))
	platform, _ := object.StrOf(sys.GetStr("platform"))
	r.tell(fmt.Sprintf("asyncio REPL %s on %s\nUse \"await\" directly instead of \"asyncio.run()\".\n>>> import asyncio\n", version, platform))
	if _, err := r.l.CallSoon(r.ask); err != nil {
		return err
	}
	for {
		err := r.l.RunForever()
		if !object.IsInstance(err, object.KeyboardInterruptClass) {
			if err == nil {
				err = r.end
			}
			if err == nil || object.IsInstance(err, object.SystemExitClass) {
				r.tell("exiting asyncio REPL...\n")
			}
			return err
		}
		if err := r.interrupt(); err != nil {
			return err
		}
	}
}

// interrupt ends the statement that runs, or drops the one that is typed.
func (r *repl) interrupt() error {
	if r.task != nil {
		r.interrupted = true
		_, err := r.task.TryCancel(nil)
		return err
	}
	r.text = ""
	r.tell("\nKeyboardInterrupt\n")
	return r.prompt()
}

func (r *repl) tell(text string) { sysmod.WriteError(r.i.h.Thread(), r.i.h, text) }

// prompt writes sys.ps1, or sys.ps2 within a statement.
func (r *repl) prompt() error {
	t := r.i.h.Thread()
	name := "ps1"
	if r.text != "" {
		name = "ps2"
	}
	text, err := object.StrText(t, r.i.h.Sys.Dict.GetStr(name))
	if err != nil {
		return r.show(err)
	}
	out := r.i.h.Sys.Dict.GetStr("stdout")
	if _, err = r.method(t, out, "write", object.String(text)); err == nil {
		_, err = r.method(t, out, "flush")
	}
	return err
}

func (r *repl) method(t *object.Thread, of object.Value, name string, args ...object.Value) (object.Value, error) {
	m, err := object.GetAttr(t, of, name)
	if err != nil {
		return object.Value{}, err
	}
	return t.Call(m, args...)
}

// ask prompts and has a line read while the loop runs on.
func (r *repl) ask() error {
	if err := r.prompt(); err != nil {
		return err
	}
	_, err := r.i.h.Threads.Start("Interactive thread", true, nil, func(th *threads.Thread) {
		v, err := r.method(th.T, r.i.h.Sys.Dict.GetStr("stdin"), "readline")
		line, _ := object.StrOf(v)
		// A loop that is closed by now wants no lines any more.
		_, _ = r.l.CallSoonThreadsafe(func() error { return r.line(line, err) })
	})
	return err
}

// line takes a line; an empty one is the end of the input.
func (r *repl) line(line string, err error) error {
	if err != nil {
		return r.next(err)
	}
	if line == "" {
		r.tell("\n")
		r.l.Stop()
		return nil
	}
	r.text += line
	code, err := r.compile()
	var se *SyntaxError
	if errors.As(err, &se) && se.Incomplete {
		return r.ask()
	}
	r.text = ""
	if err != nil {
		return r.next(raiseSyntax(err))
	}
	return r.exec(code)
}

// compile compiles what has been typed; a nil code is nothing to do. The error
// is Incomplete when a further line is wanted: the text is tried without its
// last newline, as one more has to end a block, and what is wrong even with it
// is an error of the line that came last.
func (r *repl) compile() (*compile.Code, error) {
	empty := true
	for line := range strings.Lines(r.text) {
		line = strings.TrimSpace(line)
		empty = empty && (line == "" || line[0] == '#')
	}
	if empty {
		return nil, nil
	}
	try := func(text string, incomplete bool) (*compile.Code, error) {
		return compileWith(text, syntax.Options{File: "<stdin>", Mode: syntax.Single, AllowIncomplete: incomplete},
			resolve.Options{Dynamic: true, TopLevelAwait: true})
	}
	text := strings.TrimSuffix(r.text, "\n")
	code, err := try(text, true)
	if err == nil {
		return code, nil
	}
	var se *SyntaxError
	if _, err := try(text+"\n", true); err == nil || errors.As(err, &se) && se.Incomplete {
		return nil, &SyntaxError{Incomplete: true}
	}
	return try(text+"\n", false)
}

// exec runs a statement; one that awaits becomes a task.
func (r *repl) exec(code *compile.Code) error {
	if code == nil {
		return r.next(nil)
	}
	t := r.i.h.Thread()
	err := warn(t, code.Warnings)
	v := object.None
	if err == nil {
		v, err = r.i.m.Run(code, r.i.main.Dict, object.Value{})
	}
	if err == nil && code.Flags&compile.Async != 0 {
		if r.task, err = r.b.Start(r.l, v); err == nil {
			return r.task.AddDoneCallback(future.Func(r.done), nil)
		}
	}
	return r.next(err)
}

// done takes the outcome of a statement's task.
func (r *repl) done(f future.Awaitable) error {
	r.task = nil
	_, err := f.Result()
	if r.interrupted && err != nil {
		r.interrupted = false
		r.tell("\nKeyboardInterrupt\n")
		return r.ask()
	}
	r.interrupted = false
	return r.next(err)
}

// next shows how a statement failed and goes on to the next one.
func (r *repl) next(err error) error {
	if err := r.show(err); err != nil {
		return err
	}
	if r.end != nil {
		r.l.Stop()
		return nil
	}
	return r.ask()
}

// show prints an exception; it returns what is none of Python's.
func (r *repl) show(err error) error {
	if err == nil {
		return nil
	}
	exc := object.AsException(err)
	switch {
	case exc == nil:
		return err
	case exc.Class().IsSubclass(object.SystemExitClass):
		r.end = exc
	case exc.Class().IsSubclass(object.KeyboardInterruptClass):
		r.tell("\nKeyboardInterrupt\n")
	default:
		sysmod.Report(r.i.h.Thread(), r.i.h, exc)
	}
	return nil
}
