// Runs programs with a time limit and a sign of life, and keeps what they said for the report of a failure.

import { spawn } from 'node:child_process';
import { environment, root } from './project.mjs';

/** Characters of output kept: the end is what explains a failure. */
const KEPT = 60_000;
/** Seconds between signs of life where the output is not a screen. */
const QUIET = 30;

/** Something a person can act on: what went wrong, what the program said, and what to do. */
export class Failure extends Error {
  constructor(message, { output = '', advice = '' } = {}) {
    super(message);
    this.output = output;
    this.advice = advice;
  }
}

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of running) stop(child, 'SIGTERM');
    process.exit(130);
  });
}

/** Slow machines: HEADWATER_PATIENCE=3 makes every time limit three times as long. */
function patience() {
  const factor = Number(process.env.HEADWATER_PATIENCE ?? 1);
  return factor > 0 ? factor : 1;
}

/** Ends a program and whatever it started: each runs in a process group of its own. */
function stop(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

/**
 * Runs a program to its end or to its time limit.
 *
 * `show`: its output goes to the screen instead of being kept. `minutes`: the limit. The answer is
 * `{ code, results, output, timedOut, missing }`: `results` is all of its standard output, `output` the end of all it
 * said; `missing` means there is no such program.
 */
export function run(program, args = [], { minutes = 5, show = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'];
    const child = spawn(program, args, { cwd: root, env: environment(env), stdio, detached: true });
    running.add(child);
    const life = show ? null : signsOfLife();
    const kept = { results: '', output: '', timedOut: false, missing: false };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (data) => {
        if (stream === child.stdout) kept.results += data;
        kept.output = (kept.output + data).slice(-KEPT);
        life.heard(data);
      });
    }
    const timer = setTimeout(
      () => {
        kept.timedOut = true;
        stop(child, 'SIGTERM');
        setTimeout(() => stop(child, 'SIGKILL'), 5000).unref();
      },
      minutes * patience() * 60_000,
    );
    const end = (code) => {
      clearTimeout(timer);
      life?.end();
      running.delete(child);
      resolve({ ...kept, code });
    };
    child.on('error', (error) => {
      kept.missing = error.code === 'ENOENT';
      kept.output += error.message;
      end(1);
    });
    child.on('close', (code, signal) => {
      if (signal) kept.output += `\n${program} was ended from outside by ${signal}\n`;
      end(code ?? 1);
    });
  });
}

/** Runs a program that has to end well; otherwise throws a `Failure` with `advice`. Gives its results. */
export async function must(program, args, { advice = '', minutes = 5, ...options } = {}) {
  const said = await run(program, args, { minutes, ...options });
  if (said.code === 0 && !said.timedOut) return said.results;
  const command = [program, ...args].join(' ');
  if (said.missing) throw new Failure(`there is no program \`${program}\``, { advice });
  if (said.timedOut) {
    const limit = minutes * patience();
    throw new Failure(`\`${command}\` was stopped: it took longer than ${limit} minutes`, {
      output: said.output,
      advice:
        `${advice}\nIf it was only slow, allow more time: HEADWATER_PATIENCE=3 in front of the same command.`.trim(),
    });
  }
  throw new Failure(`\`${command}\` ended with exit code ${said.code}`, { output: said.output, advice });
}

/** Shows that a quiet program is still at work: one changing line on a screen, a line now and then elsewhere. */
function signsOfLife() {
  const screen = process.stdout.isTTY;
  const started = Date.now();
  let last = '';
  let rest = '';
  const show = () => {
    const line = `      ${Math.round((Date.now() - started) / 1000)} s  ${last}`;
    if (screen) process.stdout.write(`\r\x1b[K${line.slice(0, (process.stdout.columns ?? 80) - 1)}`);
    else console.log(line);
  };
  const timer = setInterval(show, screen ? 1000 : QUIET * 1000);
  return {
    heard(data) {
      const lines = (rest + data).split(/[\r\n]+/);
      rest = lines.pop();
      last =
        lines
          .map((line) => line.trim())
          .filter(Boolean)
          .at(-1) ?? last;
    },
    end() {
      clearInterval(timer);
      if (screen) process.stdout.write('\r\x1b[K');
    },
  };
}
