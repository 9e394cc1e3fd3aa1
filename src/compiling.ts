/**
 * How V8 shall compile; imported first by what a process or a thread begins with, which then loads all else.
 *
 * What was compiled is kept for the next process, but only what is compiled when a module is loaded: so all of a module is, and not
 * each function when it is first called, as they would be in every process anew.
 */
import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--no-lazy");
enableCompileCache();
