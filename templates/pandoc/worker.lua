-- Reads Markdown for convenant, document after document, in one process.
--
-- Standard input has one JSON string a line: a text. Standard output has one line of JSON for each:
-- pandoc's tree, with the places of words folded into the words themselves, which halves it.

local reader = arg[1]

-- The wrapper that `sourcepos` puts around a word or a space. A text cannot imitate it: inside a
-- JSON string a quotation mark has a backslash before it. Words with { } or \ keep their wrapper.
local wrapped = '{"t":"Span","c":%[%["",%[%],%[%["wrapper","1"%],'
  .. '%["data%-pos","(%d+):(%d+)%-(%d+):(%d+)"%]%]%],%[{("t":"S[^"\\{}]*"[^{}\\]-)}%]%]}'
local folded = '{%5,"at":[%1,%2,%3,%4]}'

io.stdout:setvbuf('full')
io.write('ready\n')
io.flush()
for line in io.lines() do
  -- The empty table means: no files, no network, no environment while reading.
  local document = pandoc.read(pandoc.json.decode(line, false), reader, nil, {})
  -- Without the brackets, the number of replacements would be written as well.
  io.write((pandoc.write(document, 'json'):gsub(wrapped, folded)), '\n')
  io.flush()
end
