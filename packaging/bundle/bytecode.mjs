// Runs a script in the compiler's Python, with a folder as /bundle: node bytecode.mjs PYODIDE SCRIPT FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, script, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const python = await loadPyodide();
python.FS.mkdir("/bundle");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/bundle");
console.log(python.runPython(readFileSync(script, "utf8")));
