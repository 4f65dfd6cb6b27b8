package contextvars

// References gives the values, and the variables for what stands behind them.
func (v Vars) References(visit func(any)) {
	for k, x := range v {
		visit(k)
		visit(x)
	}
}

// References gives what the context refers to.
func (c *Context) References(visit func(any)) { c.vars.References(visit) }
