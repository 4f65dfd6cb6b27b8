// Package step moves through a recording: forward, back, to a tick, along a
// task. Beyond the recording's end the program runs on, as far as the step
// needs; going back never runs anything again.
//
// A model knows where one is and draws it; it reads no keys and writes to no
// terminal. Two drivers give it commands: Plain takes lines and prints panes,
// and the terminal, where there is one, takes keys and fills the screen.
package step
