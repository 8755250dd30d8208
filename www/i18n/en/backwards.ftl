## Working backwards: the form

goal-intro = Say what you want to reach. The model looks for the plan that reaches it, with your way to pay, your timing and your beliefs as they are now.
goal-aim = Aim { $n }
goal-outcome = What should change
goal-bound = Which way
goal-at-least-fewer = at least this many fewer
goal-at-least-more = at least this many more
goal-at-most-fewer = at most this many fewer
goal-at-most-more = at most this many more
goal-many = How many
goal-when = When
goal-add = Add another aim
goal-remove = Take aim { $n } out
goal-objective-least-cost = Costs least
    .note = The fewest pounds spent on programmes.
goal-objective-most-equal = Is most equal
    .note = The most healthy years for the poorest fifth.
goal-objective-least-change = Changes least
    .note = The fewest pounds moved from where your plan has them.
goal-sure = How sure it should be
goal-sure-middle = on the middle run only
goal-sure-in-ten = in at least { $n } of 10 model runs
goal-budget = Most money a year
goal-budget-note = £ a year, for all programmes. Leave it empty for no limit.
goal-limits = { $n ->
    [0] Limits and locks for programmes
    [one] Limits and locks for programmes: 1 set
   *[other] Limits and locks for programmes: { $n } set
  }
goal-limits-note = All amounts are £ a year.
goal-limit-free = free: as much as is best
goal-limit-as-in-plan = keep what it has in my plan
goal-limit-locked = exactly so much
goal-limit-between = between two amounts
goal-locked = Exactly
goal-min = At least
goal-max = At most
goal-faults = This goal cannot be worked on
goal-find = Find the plans
goal-working = Looking for the plans
goal-done = The search is done.
goal-stale = Your plan has changed. What stands here was found for the plan before.
goal-stale-goal = Your goal has changed. What stands here was found for the goal before.
goal-refused = { $field }, “{ $value }”: { $reason }.
goal-refused-field = { $field }: { $reason }.
goal-refused-whole = This { $reason }.
goal-refused-nothing = nothing stands here, and a number is needed
goal-field-draws = Number of model runs
goal-field-seed = Seed of the model runs
goal-field-shift = Money your plan moves
goal-choose = { $n ->
    [one] This plan reaches it
   *[other] { $n } plans reach it. Which one do you want to see?
 }
goal-card = It spends { $gbp } a year and moves { $moved } from where your plan has it.
goal-more = { $objective ->
    [most-equal] Find the most equal plan too
    [least-change] Find the nearest plan too
   *[least-cost] Find the cheapest plan too
 }
goal-missing = { $objective ->
    [most-equal] No most equal plan was found that is sure enough.
    [least-change] No nearest plan was found that is sure enough.
   *[least-cost] No cheapest plan was found that is sure enough.
 }
goal-take = Take this plan over
goal-taken = This is now your plan. Undo brings back the one before.
goal-step-take = Take over a plan found by working backwards

## What was found

goal-reached = { $objective ->
    [most-equal] The most equal plan that reaches it: { $gbp } a year
    [least-change] The nearest plan that reaches it: { $gbp } a year
   *[least-cost] The cheapest plan that reaches it: { $gbp } a year
  }
goal-not-reached = Nothing here reaches it. This comes closest
goal-year = in { $year }
goal-account-by-horizon = over the years shown
goal-account-set-in-motion = with all that is set in motion
goal-when-fifth = { $when }, { $fifth ->
    [1] in the poorest fifth
    [5] in the richest fifth
   *[other] in fifth { $fifth } from the poorest
  }
goal-target-met = Reached in the middle run: { $n } { $change ->
   *[fewer] fewer
    [more] more
  } { $outcome } { $when }.
goal-target-short = Not reached: { $n } { $change ->
   *[fewer] fewer
    [more] more
  } { $outcome } { $when }. It is { $short } short.
goal-target-alone = If this were the only aim, the most would be { $n } { $change ->
   *[fewer] fewer
    [more] more
  }.
goal-one-more = One step more in { $outcome } would take { $gbp }.
goal-cost = It spends { $gbp } a year on programmes, { $all } over the years shown. { $moved } a year stands elsewhere than in your plan.
goal-left = Over those years { $left } of what it gives out cannot be used.
goal-weak = { $weak } a year goes to programmes with weak evidence.
goal-chance = { $share } of { $draws } model runs reach every aim. You asked for { $asked }.
goal-chance-bare = A plan of { $gbp } a year would do on the middle run, but only { $share } of model runs would reach it.
goal-binds = What holds it back
goal-binds-target = Aim { $n } ({ $outcome }): with less of it the plan would be better.
goal-binds-budget = The money: all of { $gbp } a year is spent.
goal-binds-beds = Beds: no more than { $gbp } a year can be moved out of hospitals here.
goal-binds-no-more-room = { $programme } can use no more than { $gbp } a year here.
goal-binds-at-your-limit = { $programme } stands at your limit of { $gbp } a year.
goal-binds-at-your-minimum = { $programme } stands at your least of { $gbp } a year.
goal-binds-locked = { $programme } is locked at { $gbp } a year.
goal-binds-none = Nothing does.
goal-next = The next pound would go to { $programme }.
goal-runs = It took { $runs ->
    [one] 1 model run
   *[other] { $runs } model runs
  } to find.
goal-plan-title = Where the money goes, and why
goal-plan-subtitle = Money for each programme, { $place }, a year
goal-plan-key = The bar is what the plan found gives. The upright line is your plan of now.
goal-nothing = nothing
goal-plan-row = A year: { $found }. Now: { $now }.
goal-room = It could use { $room }.
goal-without = Without it the aims would cost { $more } more.
goal-without-none = Without it the aims cannot be reached.
goal-why-not-used = Not needed for the aims.
goal-why-in-part = Used in part.
goal-why-no-more-room = Used as far as it goes here.
goal-why-at-your-limit = Held at your limit.
goal-why-at-your-minimum = Held at your least.
goal-why-locked = Locked by you.
goal-col-programme = Programme
goal-col-found = £ a year in the plan found
goal-col-now = £ a year in your plan
goal-col-room = Most it can use, £ a year
goal-col-min = Your least, £ a year
goal-col-max = Your most, £ a year
goal-col-why = Why
goal-col-without = £ more without it
goal-col-grade-outcome = Evidence that it helps
goal-col-grade-hospital = Evidence on hospital stays
