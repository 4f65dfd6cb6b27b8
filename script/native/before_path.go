package native

import "strings"

// beforePath are the modules that CPython has in itself, in C or frozen: it looks
// for these nowhere else, so that a file of the name beside a program hides none.
var beforePath = " _abc _ast _codecs _collections _functools _imp _io _locale _operator _signal _sre _stat _string " +
	"_suggestions _symtable _sysconfig _thread _tokenize _tracemalloc _typing _warnings _weakref atexit builtins errno " +
	"faulthandler gc itertools marshal posix pwd sys time " +
	"_collections_abc _sitebuiltins abc codecs encodings genericpath io ntpath os posixpath runpy site stat zipimport "

// BeforePath reports whether an import of the name looks into no folder.
func BeforePath(name string) bool { return strings.Contains(beforePath, " "+name+" ") }
