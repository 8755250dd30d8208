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

## The sentence of the answer

answer-heading = The answer
answer-lead-fewer = By { YEAR($year) } there would be about <better>{ COUNT($size) } fewer</better> emergency hospital stays a year, out of <nb>{ COUNT($total) }</nb>.
answer-lead-more = By { YEAR($year) } there would be about <worse>{ COUNT($size) } more</worse> emergency hospital stays a year, out of <nb>{ COUNT($total) }</nb>.
answer-lead-few-fewer = By { YEAR($year) } emergency hospital stays would hardly change: <better>less than 1</better> fewer a year, out of <nb>{ COUNT($total) }</nb>.
answer-lead-few-more = By { YEAR($year) } emergency hospital stays would hardly change: <worse>less than 1</worse> more a year, out of <nb>{ COUNT($total) }</nb>.
answer-lead-same = By { YEAR($year) } there would be <b>no change</b> in emergency hospital stays: about <nb>{ COUNT($total) }</nb> a year, as if nothing changes.
answer-lead-nothing = <b>No money moves, so nothing changes.</b> As people grow older, emergency hospital stays go from about <nb>{ COUNT($first) }</nb> in { YEAR($now) } to <nb>{ COUNT($total) }</nb> in { YEAR($year) }.
answer-deaths-both = A smaller hospital budget means <worse>{ $cut }</worse> dying that year. Prevention means <better>{ $prevention }</better> dying.
answer-deaths-cut-only = A smaller hospital budget means <worse>{ $cut }</worse> dying that year.
answer-deaths-no-cut = Nothing is taken from hospitals. Prevention means <better>{ $prevention }</better> dying that year.
answer-verdict-mixed = Is it better for health overall? Experts disagree: <b>yes under <nb>{ $better } of the { $all }</nb></b> published estimates.
answer-verdict-gain = Over whole lives it is <b>better for health</b> under all { $all } published estimates.
answer-verdict-loss = Over whole lives it is <b>worse for health</b> under all { $all } published estimates.
answer-verdict-new-money = But it costs <worse>{ POUNDS($pounds) }</worse> a year that could have bought something else, such as hospital care.
answer-scale = { POUNDS($pounds) } a year is the same as { SHARE($share) } of all that { $place } spends on public health.
answer-scale-no-share = That is { POUNDS($pounds) } a year. What { $place } spends on public health is not known.
answer-no-ranges = Ranges are not shown yet. Each figure is the middle of what we think: the truth may be far from it.
answer-unknown-stays = What a smaller hospital budget does to emergency stays is not known. It is not in this figure.
answer-estimates = The estimates say how much health the last pound spent in a hospital buys. Nobody has settled it.
