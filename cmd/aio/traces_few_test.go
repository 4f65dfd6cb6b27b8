//go:build unix && race

package main

// tracedPrograms says which programs of the corpus are traced where they run
// slowly: each of so many.
const tracedPrograms = 25

// playedPrograms says the same of those that are run.
const playedPrograms = 10
