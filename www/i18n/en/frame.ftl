### What the machinery says: loading, faults of files, and what to do about them.

engine-loading = Getting the model ready.
engine-ready = Ready.
engine-working = Working it out.
engine-restarting = Something went wrong inside the model. It is being started again.
engine-trapped = Something went wrong inside the model, and it was started again. The last good answer is still shown. Undo your last change, or try another.
engine-trapped-again = The model went wrong with just these settings a moment ago. Undo your last change, or try another.
engine-not-started = The model could not be started. Load the page again. If that does not help, try another browser.
engine-wasm-blocked = This browser does not let the page work things out (it blocks WebAssembly). Try another browser. Or read the finished page of your place: it needs nothing.
engine-file-unreachable = The file { $file } could not be fetched. Check that you are online, then try again.
engine-file-missing = The file { $file } is not where it should be. Try again later, or tell whoever runs this site.
engine-file-cut = The file { $file } broke off on its way. Try again.
engine-file-corrupt = The file { $file } is not whole. Load the page again. If it stays so, tell whoever runs this site.
engine-evidence-corrupt = The files of evidence do not fit together. Load the page again. If it stays so, tell whoever runs this site.
engine-place-unknown = No place here has this code. Pick one from the list.
engine-own-code = This is the code of a place that comes with this page. Give yours another, such as one of your own letters.
engine-own-json = This file is not a place file: it is not JSON, the text form that place files have.
engine-own-country = Only England is a country here. Give your place another kind.

### The finished pages of places, for browsers without script.

static-title = { $place }: what if some hospital money went into helping people stay well?
static-plan = This page shows one plan: 1 pound in 100 of hospital spending moves, over five years, to the programmes with the best evidence.
static-ranges = The figures are the middle of what the evidence says. How far off they may be is on the page where you can change the plan, not here.
static-try = Change the plan for this place (needs JavaScript)
static-all = All places
static-list-title = Every council area, one page each
static-list-intro = Each page has one answer, two pictures and their figures. They need no JavaScript.
static-home = The page where you can change the plan
static-not-counted = not counted
