-- The words of a built page as a plain document: headings, paragraphs, lists, tables, a picture.
-- Divisions, ids and links within the page go, since each format would carry them as it likes.

local function flat(cell)
  local breaks = { LineBreak = pandoc.Space, SoftBreak = pandoc.Space }
  local inlines = pandoc.utils.blocks_to_inlines(cell.contents, { pandoc.Space() })
  cell.contents = { pandoc.Plain(inlines:walk(breaks)) }
  return cell
end

local function flatten(rows)
  for _, row in ipairs(rows) do
    row.cells = row.cells:map(flat)
  end
end

local function table_without_blocks(node)
  flatten(node.head.rows)
  for _, body in ipairs(node.bodies) do
    body.row_head_columns = 0
    flatten(body.head)
    flatten(body.body)
  end
  flatten(node.foot.rows)
  -- Without widths and row headers, so that a plain pipe table can hold it.
  node.colspecs = node.colspecs:map(function(spec) return { spec[1], nil } end)
  return node
end

return {
  {
    Header = function(node) return pandoc.Header(node.level, node.content) end,
    Div = function(node) return node.content end,
    Span = function(node) return node.content end,
    Link = function(node) if node.target:sub(1, 1) == '#' then return node.content end end,
    Image = function(node) return pandoc.Image(node.caption, 'picture.svg') end,
    RawBlock = function() return {} end,
    RawInline = function() return {} end,
  },
  { Table = table_without_blocks },
}
