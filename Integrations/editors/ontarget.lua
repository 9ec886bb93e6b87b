-- Plans of OnTarget in Neovim 0.7 or newer: put this file into ~/.config/nvim/plugin.
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'yaml',
  callback = function(event)
    local server = {
      name = 'ontarget',
      cmd = { 'ontarget', 'language-server' },
      root_dir = vim.fn.getcwd(),
    }
    if vim.lsp.start then
      vim.lsp.start(server)
    else
      vim.lsp.buf_attach_client(event.buf, vim.lsp.start_client(server))
    end
  end,
})
