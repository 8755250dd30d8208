### The page, its controls and the sentence of the answer. Plain English: short words, short sentences.
### Marks: <b>, <better>, <worse>, <nb> (do not break the line here). Functions: COUNT, POUNDS, SHARE, PERCENT, YEAR.

app-name = Headwater

## People, with a direction

people-fewer =
    { $size ->
        [0] less than 1 person fewer
        [one] about <nb>1 fewer</nb> person
       *[other] about <nb>{ COUNT($size) } fewer</nb> people
    }
people-more =
    { $size ->
        [0] less than 1 person more
        [one] about <nb>1 more</nb> person
       *[other] about <nb>{ COUNT($size) } more</nb> people
    }
people-same = no more and no fewer people
people-range-fewer =
    { $least ->
        [0] less than 1 to about { COUNT($most) } fewer people
       *[other] about { COUNT($least) } to { COUNT($most) } fewer people
    }
people-range-more =
    { $least ->
        [0] less than 1 to about { COUNT($most) } more people
       *[other] about { COUNT($least) } to { COUNT($most) } more people
    }
people-within = { $people } ({ $range })
people-either = either { $low } or { $high }

## A range and a chance. A word of chance never stands without its number

range-change = { $form ->
   *[none] no change
    [fewer] between { $least } and { $most } fewer
    [more] between { $least } and { $most } more
    [across] between { $fewer } fewer and { $more } more
    [one-fewer] { $most } fewer
    [one-more] { $most } more
  }
chance-tenths = { $edge ->
   *[no] { $tenths } in 10
    [low] under 1 in 10
    [high] over 9 in 10
  }
chance-count = { $edge ->
   *[no] { $tenths } in 10 model runs
    [low] fewer than 1 in 10 model runs
    [high] more than 9 in 10 model runs
  }
chance = { $word ->
   *[even] as likely as not
    [very-unlikely] very unlikely
    [unlikely] unlikely
    [rather-unlikely] less likely than not
    [rather-likely] more likely than not
    [likely] likely
    [very-likely] very likely
  } ({ $count })

## The sentence of the answer

answer-lead-fewer = By { YEAR($year) } prevention would mean about <better>{ COUNT($size) } fewer</better> emergency hospital stays a year, out of <nb>{ COUNT($total) }</nb>.
answer-lead-more = By { YEAR($year) } there would be about <worse>{ COUNT($size) } more</worse> emergency hospital stays a year, out of <nb>{ COUNT($total) }</nb>.
answer-lead-few-fewer = By { YEAR($year) } emergency hospital stays would hardly change: <better>less than 1</better> fewer a year, out of <nb>{ COUNT($total) }</nb>.
answer-lead-few-more = By { YEAR($year) } emergency hospital stays would hardly change: <worse>less than 1</worse> more a year, out of <nb>{ COUNT($total) }</nb>.
answer-lead-same = By { YEAR($year) } there would be <b>no change</b> in emergency hospital stays: about <nb>{ COUNT($total) }</nb> a year, as if nothing changes.
answer-lead-nothing = <b>No money moves, so nothing changes.</b> As people grow older, emergency hospital stays go from about <nb>{ COUNT($first) }</nb> in { YEAR($now) } to <nb>{ COUNT($total) }</nb> in { YEAR($year) }.
answer-deaths-both = A smaller hospital budget means { $hospital } dying that year{ $spread ->
        [yes] , depending on which published estimate is right
       *[no] { "" }
    }. Prevention means { $prevention } dying.
answer-deaths-cut-only = A smaller hospital budget means { $hospital } dying that year{ $spread ->
        [yes] , depending on which published estimate is right
       *[no] { "" }
    }.
answer-deaths-room = Less hospital money and more hospital room together mean { $hospital } dying that year{ $spread ->
        [yes] , depending on which published estimate is right
       *[no] { "" }
    }. Prevention means { $prevention } dying.
answer-deaths-no-cut = Nothing is taken from hospitals. Prevention means { $prevention } dying that year.
answer-verdict-mixed = Is it better for health overall? Experts disagree: <b>yes under { $better } of the { $all }</b> published estimates.
answer-verdict-gain = Over whole lives it is <b>better for health</b> under all { $all } published estimates: <nb>{ COUNT($least) } to { COUNT($most) }</nb> healthy years gained.
answer-verdict-loss = Over whole lives it is <b>worse for health</b> under all { $all } published estimates: <nb>{ COUNT($least) } to { COUNT($most) }</nb> healthy years lost.
answer-verdict-pending = Is it better for health overall? This takes <b>whole lives</b>: it is worked out when the lever rests.
answer-verdict-new-money = But it costs <worse>{ POUNDS($pounds) }</worse> a year that could have bought something else, such as hospital care.
answer-scale = { POUNDS($pounds) } a year is the same as { SHARE($share) } of all that { $place } spends on public health.
answer-scale-times = { POUNDS($pounds) } a year is { NUMBER($times) } times all that { $place } spends on public health.
answer-scale-no-share = That is { POUNDS($pounds) } a year. What { $place } spends on public health is not known.
answer-ambition-change = The ambition is <b>{ PERCENT($wanted) } fewer</b> emergency hospital stays by { YEAR($year) }. The largest plan there is room for here reaches <b>{ PERCENT($reached) }</b>.
answer-ambition-below = The ambition is a hospital share below <b>{ PERCENT($wanted) }</b> of health spending by { YEAR($year) }. Today it is { PERCENT($today) }. The largest plan there is room for here reaches <b>{ PERCENT($reached) }</b>.
answer-range = In <nb>9 of 10</nb> model runs it is <b>{ $range }</b>.
answer-range-waiting = { $state ->
   *[working] How far off that may be is being worked out.
    [moving] How far off that may be is worked out when the lever rests.
  }
answer-chance = { $way ->
   *[fewer] Fewer
    [more] More
  } at all is { $chance }.
answer-within = { $same ->
   *[no] Under the hardest of them, { $low } say better. Under the kindest, { $high } do.
    [yes] Under each of them, { $low } say better.
  }
answer-ranges-model = <b>How sure the model is:</b> { $state ->
   *[all] { NUMBER($draws) } model runs
    [first] so far the first { NUMBER($draws) } of { NUMBER($of) } model runs
  }, each with every unsure figure drawn anew.
answer-ranges-nobody = <b>What nobody knows</b> is in no range: { $what ->
   *[estimate] which estimate is right
    [both] which estimate is right, and what a smaller hospital budget does to emergency stays
    [new] what no study has looked for
  }.
answer-no-ranges = { $state ->
   *[working] <b>How sure the model is</b> is being worked out. Until then each figure is the middle of what we think.
    [moving] <b>How sure the model is</b> is worked out again when the lever rests. Each figure is the middle of what we think.
    [failed] <b>How sure the model is</b> could not be worked out here. Each figure is the middle of what we think: the truth may be far from it.
    [off] <b>How sure the model is</b> is not shown here. Each figure is the middle of what we think.
  }
answer-ranges-spoken = Ranges are ready{ $state ->
   *[all] .
    [first] , so far from the first { NUMBER($draws) } of { NUMBER($of) } model runs.
  } { $range } { $chance }
yours-mark = { $n ->
    [one] With 1 figure of your own
   *[other] With { $n } figures of your own
  }
yours-mark-other = { $n ->
    [one] The other plan, “{ $name }”, has 1 figure of your own
   *[other] The other plan, “{ $name }”, has { $n } figures of your own
  }
answer-made-before = { $plan ->
   *[same] <b>Worked out when the page was made.</b> The model is on its way. Each figure is the middle of what we think.
    [changed] <b>Still the plan before your change</b>, made with the page. Yours is answered when the model is here.
  }
answer-estimates = The estimates say how much health the last pound spent in a hospital buys. Nobody has settled it.
answer-estimates-pending = The beads still show the plan before this move.
answer-why = Why this number?
example-tag = An example: { $place }
not-counted = not counted

## The page without its script

page-title = Headwater: what if your place moved some hospital money into helping people stay well?
page-title-place = { $place }: what if some hospital money moved? Headwater
page-description = A thinking tool for England’s council areas: who would gain, who would lose, when, who pays, and how sure anyone can be.
page-what = Headwater is a thinking tool. It works out, on your own device, who would gain and who would lose.
page-no-script = To answer as you ask, this page needs JavaScript, and it is switched off here. Each place still has a finished page with one answer, a picture and a table.
page-places = Finished pages of all places

## On paper

print-made = Made on { $date } with model { $model } and evidence { $evidence }.
print-runs = Ranges from { $state ->
   *[all] { NUMBER($draws) } model runs
    [first] the first { NUMBER($draws) } of { NUMBER($of) } model runs
  }, seed { $seed }.
print-link = To open this plan again: { $href }

## The top of the page

question-place = What if <place>{ $place }</place> moved some hospital money into helping people stay well?
question-any = What if your place moved some hospital money into helping people stay well?
place-loading = your place
menu = Menu
menu-place = Choose a place
menu-programmes = What the money buys
menu-presets = Plans made ready
menu-compare = Compare two plans
menu-turns = What would change this answer?
menu-backwards = Work backwards
menu-history = Undo and what you did
menu-assumptions = Disagree with a figure
menu-weights = What matters most
menu-share = Share or save
menu-map = See all places
menu-about = How this works
menu-print = Print this page
present-on = Show it to a room
present-leave = Leave the room view
section-lever = How much money moves
section-answer = What would happen
section-plan = The plan
section-when = When?
section-who = For whom?
section-programmes = What does the money buy?
    .note = Twenty kinds of help, how well each is tested, and which of them get the money.
section-presets = Plans made ready
    .note = Ready plans, each with one thing to learn from it.
section-compare = Compare two plans
    .note = This plan beside another one, and beside nothing changing.
section-turns = What would change this answer?
    .note = Which figure or which side you would have to believe, and what is most worth knowing.
section-backwards = Work backwards
    .note = Say what you want to reach, and see which plan would reach it.
section-history = What you did
    .note = Undo, redo, and what your last change did.
section-assumptions = What do you disagree with?
    .note = Every figure of the model can be looked up and changed.
section-weights = What matters most to you?
    .note = Choose the outcomes you share, say how much each one counts, and see how the plan does.
section-share = Share or save
    .note = A link, files, and a plan to check whether it works.
section-map = All places
    .note = Every council area in England, with this plan.
section-about = How this works
    .note = How the answer is worked out, and what it must not be used for.
pictures-more = More pictures: year by year, hospital beds, parts of the total
part-loading = Loading this part.
part-failed = This part could not be loaded. The rest of the page still works. Load the page again to try once more.

## Choosing a place

place-label = Your council area
place-change = Change to another place
place-joining = Join the next place to it, do not change to it
place-join = Add another place to it
place-placeholder = Type a name
place-list = Places in England
place-found =
    { $n ->
        [0] No place found
        [one] 1 place found
       *[other] { $n } places found
    }
place-none = No council area in England has “{ $typed }” in its name. For a district, type its county.
place-several = More than one place fits “{ $typed }”. Pick one from the list.
place-private = Nothing you type leaves your device.
place-chosen = Places chosen
place-remove = Take { $name } out
place-own = Use a place of your own from a file
place-file = Choose a file, or drop it here
place-file-note = The file is read on your device. It is sent nowhere.
place-file-large = { $name } is too large to be a place file.

## Levers

lever-shift = Hospital money to move
dock-label = To move
lever-shift-says = About { $pounds } a year: £{ NUMBER($share, maximumFractionDigits: 0) } of every £1,000 the hospitals spend.
lever-shift-none = Nothing is moved.
lever-shift-waits = What that comes to is worked out when the model is here.
lever-start-says = The first pound moves in { YEAR($year) }.
lever-ramp-says = The full amount moves from { YEAR($year) }.
lever-horizon-says = How far the pictures look ahead.
lever-box = { $label }, in { $unit }
lever-less = Less: { $label }
lever-more = More: { $label }
lever-foot = More
lever-assumed = Assumed
lever-back = Back to { $value }
lever-why-range = Why stop at { $value }?
lever-fault-not-a-number = “{ $typed }” is not a number. It is still { $kept }.
lever-fault-too-low = { $typed } is too low: the least is { $low }. It is still { $kept }.
lever-fault-too-high = { $typed } is too high: the most is { $high }. It is still { $kept }.
value-share = { $value }%
value-growth-per-year = { $value }% a year
value-years =
    { $n ->
        [one] { $value } year
       *[other] { $value } years
    }
value-year = { $value }
value-ratio = { $value } times
value-gbp-per-year = £{ $value } a year
value-gbp-per-qaly = £{ $value }
unit-share = %
unit-growth-per-year = % a year
unit-years =
    { $n ->
        [one] year
       *[other] years
    }
unit-year = { "" }
unit-ratio = times
unit-gbp-per-year = £ a year
unit-gbp-per-qaly = £

## How it is paid for, when and for whom

terms-growth-only = Paid for by holding back hospital growth, from { YEAR($year) }.
terms-cut-first = Paid for by cutting hospital budgets, from { YEAR($year) }.
terms-bridge = Paid for by a start-up fund at first, from { YEAR($year) }.
terms-new-money = Paid for by new money, from { YEAR($year) }.
terms-universal = For everybody.
terms-proportionate = More where people are poorer.
terms-most-deprived = The poorest fifth first.
terms-change = Change
terms-change-what = Change how it is paid for

funding-label = How is it paid for at first?
funding-growth-only = Hold back hospital growth
    .note = Hospitals get less extra money than they would have had.
funding-cut-first = Cut hospital budgets now
    .note = The money moves before the help has time to work.
funding-bridge = A start-up fund pays first
    .note = It is paid back out of hospital money later.
funding-new-money = New money
    .note = Nothing is taken from hospitals. Somebody else has to find the money.
funding-back = Does any money come back?
targeting-label = Who is looked for first?
targeting-universal = Everybody, as now
    .note = Each programme reaches people as it does today.
targeting-proportionate = More where people are poorer
    .note = Everybody can come, and poorer areas get more.
targeting-most-deprived = The poorest fifth first
    .note = Then the next fifth, when there is no more room.

## What the money buys

programmes-mix = Who chooses?
programmes-ours = Best evidence first
programmes-ours-note = The best-tested programmes fill up first. Those nobody has shown to cut hospital stays get nothing.
programmes-own = Your own mix
programmes-own-note = It starts as the mix above. Change what you like.
programmes-by = Share the money out
programmes-by-share = By share
programmes-by-gbp-per-year = In pounds
programmes-given = You have given out { $given } of the money. { $left } is cut and not spent.
programmes-all-given = All of the money is given out.
programmes-none-left = None of the money is left. Take some from another programme first.
programmes-too-much = There is only { $left } of the money left. Take some from another programme first.
programmes-find = Find a programme
programmes-found = { $n } of { $all } programmes
programme-also = Also called: { $names }
programme-give-share = Share of the money
programme-give-gbp-per-year = Pounds a year
programme-reached = About { COUNT($people) } a year are reached by { YEAR($year) }.
programme-not-in-plan = No money in this plan.
programme-grade-outcome = Evidence that it helps
programme-grade-hospital = Evidence on hospital stays
grade-a = Strong
grade-b = Fair
grade-c = Weak
grade-d = Very weak
programme-cost = Cost
programme-cost-per = { $pounds } for each { $per }
programme-cost-range = <nb>{ $low } to { $high }</nb>
programme-cap = Most it can reach
programme-cap-most = { $share } of those it is for
programme-cap-yearly = { $share } of those it is for, each year
programme-basis-population = It is for a part of all who live here.
programme-basis-smokers = It is for people who smoke.
programme-basis-age-65-plus = It is for people of 65 and over.
programme-basis-households = It is for homes.
programme-basis-inactive = It is for people who move little.
programme-basis-obese = It is for people with obesity.
programme-basis-under-5 = It is for children under five.
programme-cap-today = reached today: { $share }
programme-null-tested = Well tested. No change was found.
programme-null = No change in hospital stays has been shown.
programme-null-why = So here it counts as no hospital stays. It stays on the list because knowing this is worth something.
programme-not-found = Looked for, and not found:
programme-best = The best that is known.
programme-caveats = Take care.
programme-unknown = Not known.
programme-pays = Who pays.
programme-saves = Who gains.

## Guess first

guess-first = Guess before you look
guess-question = What do you expect in { $place } by { YEAR($year) }?
guess-help = Think of { COUNT($total) } emergency hospital stays a year. Out of every 1,000 of them, how many would the plan change?
guess-choice-fewer = { COUNT($size) } fewer in every { COUNT($outOf) }
guess-choice-more = { COUNT($size) } more in every { COUNT($outOf) }
guess-choice-same = No change
guess-skip = Skip this and show me
guess-yours = You guessed
guess-model = The model finds
guess-gap = The gap
guess-stays-fewer =
    { $size ->
        [0] less than 1 fewer stay a year
       *[other] about { COUNT($size) } fewer stays a year
    }
guess-stays-more =
    { $size ->
        [0] less than 1 more stay a year
       *[other] about { COUNT($size) } more stays a year
    }
guess-stays-same = no change
guess-gap-size =
    { $size ->
        [0] less than 1 stay a year
       *[other] about { COUNT($size) } stays a year
    }
guess-title-near = Your guess is near the model’s
guess-title-hoped = You hoped for more than the model finds
guess-title-feared = The model finds more than you expected
guess-again = Guess again

## Plans made ready, each with the one thing it teaches

preset-default = 1% to the best-tested help
    .note = A small shift keeps only a few people out of hospital, and late. Whether health is gained depends on what hospital money buys.
preset-new-money = The same help with new money
    .note = This shows what the help does by itself, when nothing is cut.
preset-nothing-new = Nothing new
    .note = Even if nothing changes, hospitals are needed more as people grow older.
preset-best-evidenced = Only what is tested best
    .note = The best-tested kinds of help are few and small. Together they cannot use even 1%.
preset-fair-share = A fair share for the poorest fifth
    .note = Looking first for those who have least narrows the gap. It also shows how soon there is no more room.
preset-social-care-first = Council social care first
    .note = Plain social care may be the best use of a council pound, if one study of how areas differ is right.
preset-shift-1 = Cut 1% now
    .note = A cut hurts from the first years. Most of what it buys comes later.
preset-shift-2 = Cut 2% now
    .note = Twice the money does not do twice the good: the best kinds of help fill up first.
preset-shift-5 = Cut 5% now
    .note = The harm of the cut grows with it. Where the help has no more room, the money stays in hospitals.
preset-fast-cut-slow-programmes = A fast cut and slow help
    .note = Cutting now to pay for what helps in decades loses health for a long time. The order matters.
preset-ambition-15-percent = An ambition: 15% fewer emergency stays
    .note = The largest plan there is room for stays far below what the plans of 2016 promised.
preset-ambition-hospital-share = An ambition: hospitals take less than half
    .note = Help to stay well cannot take hospitals below half of spending. Only much more care outside hospital could.

## Comparing

compare-label = Set beside it
compare-none = No other plan
compare-keep = Keep this plan to compare with
compare-kept-name = The plan you kept
compare-with = Compare with: { $name }
compare-working = Working out the other plan.
compare-caption = Side by side in { $place }
compare-what = What
compare-nothing = If nothing changes
compare-this = This plan
compare-moved = Money moved
compare-moved-cut = { POUNDS($pounds) } a year from hospitals
compare-moved-new = { POUNDS($pounds) } a year of new money
compare-nil = none
compare-dash = –
compare-pounds = { $pounds } a year
compare-emergency-admissions = Emergency hospital stays in { YEAR($year) }
compare-bed-days = Nights in a hospital bed in { YEAR($year) }
compare-deaths-under-75 = Deaths before 75 in { YEAR($year) }
compare-deaths = All deaths in { YEAR($year) }
compare-healthy-years = Healthy years, over whole lives
compare-verdict = Better for health under
compare-unused = Money that could not be used
compare-total = about { COUNT($total) }
compare-change-fewer =
    { $size ->
        [0] less than 1 fewer
       *[other] about { COUNT($size) } fewer
    }
compare-change-more =
    { $size ->
        [0] less than 1 more
       *[other] about { COUNT($size) } more
    }
compare-change-same = no change
compare-years-range = from { $low } to { $high }, by the published estimates
compare-years-fewer =
    { $size ->
        [0] less than 1 lost
       *[other] about { COUNT($size) } lost
    }
compare-years-more =
    { $size ->
        [0] less than 1 gained
       *[other] about { COUNT($size) } gained
    }
compare-years-same = no change
compare-votes = { $better } of the { $all } published estimates

## Undo, redo, start again

history-undo = Undo
history-redo = Redo
history-reset = Start again
history-none = You have changed nothing yet.
history-last = Your last changes, the newest first:
step-place = Place: { $place }
step-link = Opened a link
step-reset = Started again

## Sharing

share-label = The link to this plan
share-copy = Copy the link
share-copied = Copied.
share-select = Your browser does not let us copy. The link is selected: copy it yourself.
share-note = Your plan is in the link itself. It is stored nowhere else.
share-own-place = A place from your own file cannot be in a link. Whoever opens it needs the file too.

## Links that could not be read in full

link-faults =
    { $n ->
        [one] One part of the link was left out
       *[other] { $n } parts of the link were left out or have changed
    }
link-nothing = nothing
notice-close = Close this message
link-fault-format = { $key } = { $value }: this link has a newer form than this page knows.
link-fault-long = The link is too long to be one of ours: it begins { $value }
link-fault-unreadable = { $key } = { $value }: it cannot be read.
link-fault-twice = { $key } = { $value }: it is there twice. The first one counts.
link-fault-code = { $key } = { $value }: not the code of a place.
link-fault-unknown = { $key } = { $value }: no place here has this code.
link-fault-places = { $key } = { $value }: too many places. The most is { $high }.
link-fault-language = { $key } = { $value }: not a language.
link-fault-why = { $key } = { $value }: this plan has no figure of this name.
link-fault-preset = { $key } = { $value }: no plan made ready has this name.
link-fault-words = { $key } = { $value }: it must be one of { $words }.
link-fault-word = { $key } = { $value }: not a name this page knows.
link-fault-key = { $key } = { $value }: this page does not know “{ $key }”.
link-fault-flag = { $key } = { $value }: it must be 0 or 1.
link-fault-number = { $key } = { $value }: not a number.
link-fault-whole = { $key } = { $value }: it must be a whole number.
link-fault-range = { $key } = { $value }: it must be from { NUMBER($low) } to { NUMBER($high) }.
link-fault-seed = { $key } = { $value }: the number the draws start from must be a whole number from 0 to { NUMBER($high) }.
link-fault-version = { $key } = { $value }: the link was made with an older version. Now it is { $now }, so figures may differ.
link-fault-engine = { $key } = { $value }: { $because }

## What the model is doing

status-loading = Fetching the figures for this place. This takes a few seconds the first time.
status-working = Working it out.
status-fetching = Fetching the model.
status-moving = The rest follows.
status-stale = The last change could not be worked out. What you see is the answer from before it.
status-again = Try again
status-static = Read the finished page of your place instead: it needs nothing.
status-failed = The model could not be started, so there is no answer yet.
fault-at = { $field }, “{ $value }”: { $reason }.
fault-plain = { $field }: { $reason }.
field-plan = Your plan
field-shift = The money moved
field-programmes = The programmes
field-assumptions = A figure of your own
field-switches = A side you take
