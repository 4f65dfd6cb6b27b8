package page_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// browser is a Chromium that is driven over the WebDriver protocol.
type browser struct {
	t       testing.TB
	session string
}

// open starts a Chromium without a window. Without one on the machine the test
// is skipped.
func open(t testing.TB) *browser {
	t.Helper()
	driver, err := exec.LookPath("chromedriver")
	if err != nil {
		t.Skip("no chromedriver: the page is not looked at in a browser (Debian: chromium, chromium-driver)")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, driver, "--port=0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	var port string
	for lines := bufio.NewScanner(out); port == ""; {
		if !lines.Scan() {
			t.Fatal("chromedriver did not say its port")
		}
		if _, after, ok := strings.Cut(lines.Text(), "successfully on port "); ok {
			port = strings.TrimSuffix(strings.TrimSpace(after), ".")
		}
	}
	b := &browser{t: t, session: "http://127.0.0.1:" + port + "/session"}
	var made struct{ SessionID string }
	b.call("POST", "", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"goog:chromeOptions": map[string]any{"args": []string{
			"--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync", "--user-data-dir=" + t.TempDir(),
		}},
		"goog:loggingPrefs": map[string]any{"browser": "ALL"},
	}}}, &made)
	b.session += "/" + made.SessionID
	t.Cleanup(func() { b.call("DELETE", "", nil, nil) })
	return b
}

// call makes a request and reads the value that it is answered with.
func (b *browser) call(method, path string, body, into any) {
	b.t.Helper()
	var send io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			b.t.Fatal(err)
		}
		send = bytes.NewReader(text)
	}
	req, err := http.NewRequest(method, b.session+path, send)
	if err != nil {
		b.t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	var value struct{ Value json.RawMessage }
	if err := json.NewDecoder(answer.Body).Decode(&value); err != nil {
		b.t.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		b.t.Fatalf("%s %s: %.300s", method, path, value.Value)
	}
	if into != nil {
		if err := json.Unmarshal(value.Value, into); err != nil {
			b.t.Fatal(err)
		}
	}
}

// size has the page shown as on a screen of that size.
func (b *browser) size(width, height int, dark bool) {
	b.t.Helper()
	b.command("Emulation.setDeviceMetricsOverride", map[string]any{
		"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
	})
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	b.command("Emulation.setEmulatedMedia", map[string]any{
		"features": []any{map[string]any{"name": "prefers-color-scheme", "value": scheme}},
	})
}

func (b *browser) command(name string, params map[string]any) {
	b.t.Helper()
	b.call("POST", "/goog/cdp/execute", map[string]any{"cmd": name, "params": params}, nil)
}

func (b *browser) load(file string) {
	b.t.Helper()
	b.call("POST", "/url", map[string]any{"url": "file://" + file}, nil)
}

// eval gives the value of an expression in the page, after the next frame is
// drawn.
func (b *browser) eval(expression string, into any) {
	b.t.Helper()
	b.call("POST", "/execute/async", map[string]any{
		"script": "const done = arguments[0]; const value = (" + expression +
			"); requestAnimationFrame(() => requestAnimationFrame(() => done(value)))",
		"args": []any{},
	}, into)
}

// keys presses keys one after the other, where the focus is.
func (b *browser) keys(keys ...string) {
	b.t.Helper()
	var actions []any
	for _, k := range keys {
		actions = append(actions, map[string]any{"type": "keyDown", "value": k}, map[string]any{"type": "keyUp", "value": k})
	}
	b.call("POST", "/actions", map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keys", "actions": actions}}}, nil)
}

// move is a step of what a mouse does.
type move map[string]any

func to(x, y float64) move {
	return move{"type": "pointerMove", "duration": 0, "x": int(x), "y": int(y), "origin": "viewport"}
}

var (
	press   = move{"type": "pointerDown", "button": 0}
	release = move{"type": "pointerUp", "button": 0}
)

func (b *browser) mouse(moves ...move) {
	b.t.Helper()
	b.call("POST", "/actions", map[string]any{"actions": []any{map[string]any{
		"type": "pointer", "id": "mouse", "parameters": map[string]any{"pointerType": "mouse"}, "actions": moves,
	}}}, nil)
}

// pinch has two fingers part, each by so many pixels.
func (b *browser) pinch(left, right, by, y float64) {
	b.t.Helper()
	finger := func(id string, from, by float64) map[string]any {
		return map[string]any{
			"type": "pointer", "id": id, "parameters": map[string]any{"pointerType": "touch"},
			"actions": []move{to(from, y), press, to(from+by/2, y), to(from+by, y), release},
		}
	}
	b.call("POST", "/actions", map[string]any{"actions": []any{finger("one", left, -by), finger("other", right, by)}}, nil)
}

func (b *browser) wheel(x, y, by float64) {
	b.t.Helper()
	b.call("POST", "/actions", map[string]any{"actions": []any{map[string]any{"type": "wheel", "id": "wheel", "actions": []any{
		move{"type": "scroll", "x": int(x), "y": int(y), "deltaX": 0, "deltaY": int(by), "duration": 0, "origin": "viewport"},
	}}}}, nil)
}

// click clicks the element of a selector.
func (b *browser) click(selector string) {
	b.t.Helper()
	var element map[string]string
	b.call("POST", "/element", map[string]any{"using": "css selector", "value": selector}, &element)
	for _, id := range element {
		b.call("POST", "/element/"+id+"/click", map[string]any{}, nil)
	}
}

// shot saves a picture of the page in the folder that PAGE_SHOTS names, for
// looking at; without it there is none.
func (b *browser) shot(name string) {
	b.t.Helper()
	folder := os.Getenv("PAGE_SHOTS")
	if folder == "" {
		return
	}
	var picture string
	b.call("GET", "/screenshot", nil, &picture)
	data, err := base64.StdEncoding.DecodeString(picture)
	if err == nil {
		err = os.WriteFile(fmt.Sprintf("%s/%s.png", folder, name), data, 0o644)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// complaints gives what the page wrote to its console.
func (b *browser) complaints() (all []string) {
	b.t.Helper()
	var log []struct{ Level, Message string }
	b.call("POST", "/se/log", map[string]any{"type": "browser"}, &log)
	for _, l := range log {
		all = append(all, l.Level+": "+l.Message)
	}
	return all
}
