-- Of twenty requests sixteen get 1 KiB, three get 64 KiB, and one has the tag of the first argument.
function init(args)
  local small = wrk.format("GET", "/1k.png")
  local large = wrk.format("GET", "/64k.png")
  wrk.headers["If-None-Match"] = args[1]
  local known = wrk.format("GET", "/1k.png")
  requests = {}
  for i = 1, 20 do
    requests[i] = small
  end
  requests[4], requests[10], requests[17] = large, large, large
  requests[14] = known
  turn = 0
end

function request()
  turn = turn % 20 + 1
  return requests[turn]
end
