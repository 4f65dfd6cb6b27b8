//go:build unix && !race

package main

// tracedPrograms says which programs of the corpus are traced: each of so many.
const tracedPrograms = 1

// playedPrograms says the same of those that are run.
const playedPrograms = 1
