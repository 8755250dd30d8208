### Ranges: what many model runs say. A word of chance never stands without its number.

## How likely a change is at all

pic-chance = That there are { $way ->
   *[fewer] fewer
    [more] more
  } at all is { $chance }.

## The same range of other things

range-years = { $form ->
   *[none] no change either way
    [fewer] between { $least } and { $most } years lost
    [more] between { $least } and { $most } years gained
    [across] between { $fewer } years lost and { $more } gained
    [one-fewer] { $most } years lost
    [one-more] { $most } years gained
  }
range-nights = { $form ->
   *[none] no nights freed
    [fewer] between { $least } and { $most } more nights used
    [more] between { $least } and { $most } nights freed
    [across] between { $fewer } more nights used and { $more } freed
    [one-fewer] { $most } more nights used
    [one-more] { $most } nights freed
  }
range-cash = { $form ->
   *[none] no cash
    [fewer] between { $least } and { $most } more to pay
    [more] between { $least } and { $most }
    [across] between { $fewer } more to pay and { $more } released
    [one-fewer] { $most } more to pay
    [one-more] { $most }
  }
range-gap = { $form ->
   *[none] no change
    [fewer] wider by { $least } to { $most } years
    [more] smaller by { $least } to { $most } years
    [across] between { $fewer } years wider and { $more } smaller
    [one-fewer] wider by { $most } years
    [one-more] smaller by { $most } years
  }
range-bare = { $form ->
   *[none] none
    [fewer] between { $least } and { $most }
    [more] between { $least } and { $most }
    [across] between { $fewer } and { $more }
    [one-fewer] { $most }
    [one-more] { $most }
  }

## Every picture

pic-figure-end = { COUNT($value) }
pic-ranges-are = How sure the model is: { $state ->
   *[all] { NUMBER($draws) } runs
    [first] so far the first { NUMBER($draws) } of { NUMBER($of) } runs
  }, each with every unsure figure drawn anew. What nobody knows is not in them.
pic-no-ranges = { $state ->
   *[working] How sure this is: ranges are being worked out. Until then this is one middle run of the model.
    [failed] How sure this is: the ranges could not be worked out here. This is one middle run of the model.
    [off] How sure this is: ranges are not shown here. This is one middle run of the model.
    [moving] How sure this is: ranges are worked out again when the lever rests. This is one middle run.
  }
pic-no-range = no range
pic-empty = –
pic-in-nine = In 9 of 10 model runs: { $range }.
pic-col-chance-fewer = Share of model runs with fewer
pic-col-chance-more = Share of model runs with more
pic-col-of = { $what }: { $column }
pic-col-yours = Figures of your own
pic-col-other-yours = Figures of your own, other plan: { $name }
pic-col-first = { $column } (first { NUMBER($draws) } of { NUMBER($of) })

## Possible futures

pic-futures-show = Show 20 possible futures

pic-futures-next = Next future
pic-futures-back = The one before
pic-future = <b>Future { $number } of { $of }.</b> In { $year }: { $direction ->
    [same] no change
    [none] a change too small to say
   *[fewer] about { $amount } fewer { $noun }
    [more] about { $amount } more { $noun }
  }.
pic-futures-what = Each thin line is one model run: one way it could go. The thick one is read out.
pic-col-future = Future { $number }
pic-end-future-1 = this
pic-end-future-2 = future
pic-end-working-1 = working out
pic-end-working-2 = the range
pic-fan-stale = The dashed outline is the range of the plan before. The new one is being worked out.

## Three kinds

pic-col-ranged = What the range is of
pic-ranged-inside = The years shown
pic-ranged-none = –
pic-kinds-range-health = In 9 of 10 model runs at { $price }: { $range }.
pic-kinds-range-room = In 9 of 10 model runs: { $range }.
pic-kinds-range-cash = In 9 of 10 model runs: { $range }.

## Does the answer survive?

pic-rivals-share = Better is { $chance }. In 9 of 10: { $range }.

## The wires

pic-wire-price = { $price }
pic-wire-head-waiting = Being worked out: of ten model runs, how many say better, if hospitals pay this much for one healthy year:
pic-wire-head = Of ten model runs, how many say better, if hospitals pay this much for one healthy year:

## People

pic-people-range = In 9 of 10 model runs: { $range } { $noun } in all, among everybody who lives here.
pic-people-range-both = In 9 of 10 model runs, among everybody who lives here: { $helped } fewer thanks to the plan, { $harmed } more because of it. Together: { $range }.
pic-people-side-range = Among everybody here, in 9 of 10 model runs: { $range }.
pic-people-row-net = Together

## Poorest to richest

pic-fair-gap-range = In 9 of 10 model runs the gap gets: { $range } for each 1,000 people.
pic-fair-gap-chance = That it gets smaller is { $chance }.
pic-fair-net = Together, in 9 of 10 runs: { $range }
pic-fair-row-gap = Poorest less richest
pic-fair-bands = Under each pair of bars: both sides together, 5 in 10 and 9 in 10 model runs.

## When, beds, parts

pic-when-range = In 9 of 10 model runs: { $health }, and { $room }.
pic-when-inside-range = In 9 of 10 model runs: { $range }.
pic-beds-range = In 9 of 10 model runs { $low } to { $high } of beds are in use with this plan.
pic-parts-range = In 9 of 10 model runs, together: { $range } { $noun }.

## Who pays

pic-ledger-net = All its lines but room
pic-ledger-net-kind = together
pic-ledger-back = Money ever back: { $count }
pic-ledger-back-of = { $payer }: money ever back: { $count }

## Does the money come back?

pic-even-nothing = Nobody pays more than comes back
pic-even-some = Does the money come back, and how likely is it?
pic-even-subtitle = { $place }: model runs in which each payer has its money back by then
pic-even-summary-nothing = No payer is ever behind.
pic-even-summary = Only bills avoided and cash count here. Health and hospital room are not money.
pic-even-middle = In the middle run: in { $year }.
pic-even-middle-never = In the middle run: never in anybody’s lifetime.
pic-even-range = In 9 of 10 model runs in which it pays: between { $low } and { $high }.
pic-even-range-one = In 9 of 10 model runs in which it pays: in { $low }.
pic-even-range-open = In 9 of 10 model runs in which it pays: from { $low } to never.
pic-even-none = never
pic-even-middle-none = In the middle run it never pays more than comes back.
pic-even-step = By { $year }: { $count }
pic-even-ever = Ever: { $count }
pic-even-never = Never in anybody’s lifetime: { $count }
pic-col-even-middle = Middle run
pic-col-even-low90 = 9 in 10 model runs in which it pays, from
pic-col-even-low50 = 5 in 10 of them, from
pic-col-even-high50 = 5 in 10 of them, to
pic-col-even-high90 = 9 in 10 of them, to
pic-col-even-by = Share of model runs, back by { $year }
pic-col-even-ever = Share of model runs, ever back
pic-col-even-never = Share of model runs, never back

## How the ranges are made

runs-title = How sure the model is
runs-what = Most figures in the model are not known exactly. So it runs many times, each time with other values that the evidence allows.
runs-nine = “9 in 10” means: in 90 of every 100 runs the result lies between the two ends.
runs-middle = The middle run uses our own best value for each figure. It need not lie in the middle of the range.
runs-nobody = What nobody knows is not in the ranges. It is what a cut does to emergency stays, which price of hospital care is right, and which side is right where experts disagree. Change those under “What do you disagree with?”
runs-draws = Model runs so far
runs-draws-are = { $state ->
   *[all] { NUMBER($draws) }
    [first] the first { NUMBER($draws) } of { NUMBER($of) }
  }
runs-draws-none = none yet
runs-seed = Number the draws start from (seed)
runs-seed-what = The same number gives the same runs. With another one the ranges should hardly change.
runs-seed-back = Back to { $seed }
runs-seed-fault = “{ $typed }” cannot be used: it must be a whole number from 0 to { NUMBER($most) }. It is still { $kept }.
runs-step = Seed of the draws
download-ranges = Ranges are in the results and in who pays: { $state ->
   *[all] { NUMBER($draws) } model runs
    [first] so far the first { NUMBER($draws) } of { NUMBER($of) } model runs
  }, with the ends of both bands.
weights-no-ranges = Ranges are not in this score: it uses the figures of the middle run.
