package native

import "strings"

// Absent says why a module of Python's library cannot be imported here; it is
// empty for other names.
func Absent(name string) string {
	for ; name != ""; name, _ = cutLast(name) {
		if why := absent[name]; why != "" {
			return why
		}
	}
	return ""
}

func cutLast(name string) (head, tail string) {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return "", name
	}
	return name[:dot], name[dot+1:]
}

var absent = func() map[string]string {
	out := map[string]string{}
	for why, names := range map[string]string{
		"this interpreter has no sockets": "_socket ssl _ssl socketserver http.client http.server http.cookiejar urllib.request urllib.robotparser " +
			"xmlrpc ftplib smtplib poplib imaplib wsgiref webbrowser",
		"this interpreter starts no processes":             "_posixsubprocess pty",
		"this interpreter has no access to C libraries":    "ctypes _ctypes mmap",
		"this interpreter has no terminal control":         "curses readline tkinter turtle",
		"this interpreter has no databases":                "sqlite3",
		"this interpreter has no debugger and no profiler": "pdb bdb cProfile profile pstats",
		"this interpreter has no access to system tables":  "fcntl resource syslog",
	} {
		for _, name := range strings.Fields(names) {
			out[name] = why
		}
	}
	return out
}()
