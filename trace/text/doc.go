// Package text tells a recording in words: one block an iteration, one line for
// what happened in it.
//
// A Teller words single events, a View lays them out and leaves out what was
// not asked for, a Live view follows a loop as it runs.
package text
