-- PUTs the file of the first argument, under 256 names in turn.
function init(args)
  local file = assert(io.open(args[1], "rb"))
  local content = file:read("*a")
  file:close()
  requests = {}
  for i = 1, 256 do
    requests[i] = wrk.format("PUT", "/" .. i .. ".png", nil, content)
  end
  turn = 0
end

function request()
  turn = turn % 256 + 1
  return requests[turn]
end
