### The page, its controls and the sentence of the answer. Plain English: short words, short sentences.
### Marks: <b>, <better>, <worse>, <nb> (do not break the line here). Functions: COUNT, POUNDS, SHARE, PERCENT, YEAR.

app-name = Headwater
