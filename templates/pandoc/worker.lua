-- Reads Markdown for convenant, document after document, in one process.
--
-- Standard input has one JSON string a line: a text. Standard output has one line of JSON for each:
-- pandoc's tree, with the places of words folded into the words themselves, which halves it.

local reader = arg[1]

-- The wrapper that `sourcepos` puts around a word or a space. A text cannot imitate it: inside a
-- JSON string a quotation mark has a backslash before it. Words with { } or \ keep their wrapper.
-- LPeg reads the tree in one go, twice as fast as a pattern that is tried at every character.
local lpeg = require('lpeg')
local number = lpeg.C(lpeg.R('09') ^ 1)
local word = lpeg.C('"t":"S' * (1 - lpeg.S('"\\{}')) ^ 0 * '"' * (1 - lpeg.S('{}\\')) ^ 0)
local wrapper = '{"t":"Span","c":[["",[],[["wrapper","1"],["data-pos","'
  * (number * ':' * number * '-' * number * ':' * number)
  * ('"]]],[{' * word * '}]]}')
local folded = wrapper / '{%5,"at":[%1,%2,%3,%4]}'
local tree = lpeg.Cs((folded + 1 * (1 - lpeg.P('{')) ^ 0) ^ 0)

io.stdout:setvbuf('full')
io.write('ready\n')
io.flush()
for line in io.lines() do
  -- The empty table means: no files, no network, no environment while reading.
  local document = pandoc.read(pandoc.json.decode(line, false), reader, nil, {})
  io.write(tree:match(pandoc.write(document, 'json')), '\n')
  io.flush()
end
