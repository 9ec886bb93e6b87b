-- Opens a plan in Neovim as a user does, and prints what the editor knows of it.
-- nvim --headless -u NONE -S Integrations/editors/ontarget.lua -S Tests/EditorTests/drive-neovim.lua PLAN
local function wait(what)
  assert(vim.wait(30000, what, 50), 'nothing came')
end

vim.cmd('setfiletype yaml')
wait(function() return #vim.diagnostic.get(0) > 0 end)
for _, found in ipairs(vim.diagnostic.get(0)) do
  print(string.format('%d:%d %s', found.lnum + 1, found.col + 1, found.message))
end

local function ask(method, line, character)
  local parameters = {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = character },
  }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, parameters, 30000) or {}) do
    return answer.result
  end
end

-- The wrong key is mended, as somebody would, and goes from the list.
vim.api.nvim_buf_set_lines(0, 3, 4, false, { 'variable: 60000' })
wait(function() return #vim.diagnostic.get(0) == 0 end)
print(ask('textDocument/codeLens', 0, 0)[1].command.title)
print(ask('textDocument/hover', 8, 8).contents.value)
local definition = ask('textDocument/definition', 8, 16)
print('defined in line ' .. definition.range.start.line + 1)
local labels = {}
for _, item in ipairs(ask('textDocument/completion', 9, 4)) do table.insert(labels, item.label) end
print(table.concat(labels, ' '))
vim.cmd('qall!')
