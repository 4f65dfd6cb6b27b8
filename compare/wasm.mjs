// Runs a CPython that was compiled to WebAssembly as the command python is run:
// node --eval THIS FOLDER-OF-PYODIDE [-u] [-c COMMAND | FILE] [ARGUMENT...]
//
// The file that AIO_WASM_PRELUDE names, if any, is run in it before the program.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [, folder, ...args] = process.argv;
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")));
const { AIO_WASM_PRELUDE: prelude, ...env } = process.env;

// Folders that the CPython has of its own.
const own = new Set(["dev", "home", "lib", "proc"]);

function mountAll(FS) {
  for (const entry of fs.readdirSync("/", { withFileTypes: true })) {
    const at = "/" + entry.name;
    if (own.has(entry.name) || !fs.statSync(at, { throwIfNoEntry: false })?.isDirectory()) continue;
    FS.mkdirTree(at);
    FS.mount(FS.filesystems.NODEFS, { root: at }, at);
  }
}

// Files are looked for in HOME, and PYTHONINSPECT is on if it is not set.
const home = env.HOME ?? "/";
Object.assign(env, { HOME: process.cwd(), PYTHONINSPECT: "" });
const py = await loadPyodide({ args, env, fsInit: mountAll });

const output = (fd) => ({ write: (bytes) => fs.writeSync(fd, bytes), isatty: false });
py.setStdout(output(1));
py.setStderr(output(2));
py.setStdin({ read: (buffer) => fs.readSync(0, buffer), isatty: false });
if (prelude) {
  py.runPython(`import os; os.environ["HOME"] = ${JSON.stringify(home)}; del os.environ["PYTHONINSPECT"]`);
  const globals = py.toPy({ __name__: "sitecustomize", __file__: prelude });
  py.runPython(fs.readFileSync(prelude, "utf8"), { filename: prelude, globals });
}

let status;
try {
  status = py._module._Py_RunMain();
} catch (e) {
  if (e.status === undefined) throw e;
  status = e.status; // it did not come back: os._exit, or a signal with its default action
  if (status > 128) process.kill(process.pid, status - 128);
}
process.exit(status);
