-- Sixteen requests in one write.
function init(args)
  local batch = {}
  for i = 1, 16 do
    batch[i] = wrk.format()
  end
  pipelined = table.concat(batch)
end

function request()
  return pipelined
end
