package compile

import (
	"fmt"
	"strings"
)

// Disassemble gives a code's instructions and those of the code within, one a
// line: number, opcode, x when it is not 0, and the three operands.
func Disassemble(c *Code) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d slots\n", c.Qualname, c.NReg)
	for i, in := range c.Ins {
		fmt.Fprintf(&b, "%4d  %s", i, in.Op)
		if in.X != 0 {
			fmt.Fprintf(&b, " .%d", in.X)
		}
		fmt.Fprintf(&b, " %d %d %d\n", in.A, in.B, in.C)
	}
	for _, h := range c.Handlers {
		fmt.Fprintf(&b, "      [%d,%d) -> %d, slot %d\n", h.Start, h.End, h.Target, h.Reg)
	}
	for _, k := range c.Children {
		b.WriteString(Disassemble(k))
	}
	return b.String()
}
