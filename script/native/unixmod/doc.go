// Package unixmod has the modules that only systems of Unix's kind have: resource
// and fcntl.
package unixmod
