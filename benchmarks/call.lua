-- The calls that wrk makes in turn for mock.py: forms, the lines of a file that the environment
-- names. The last line that wrk prints is what it measured, as JSON.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded;charset=utf-8"

local forms, requests, turn = {}, {}, 0
for line in io.lines(os.getenv("FORMS")) do
  forms[#forms + 1] = line
end
wrk.body = forms[1]

if #forms > 1 then
  function init()
    for number, form in ipairs(forms) do
      requests[number] = wrk.format(nil, nil, nil, form)
    end
  end

  function request()
    turn = turn % #requests + 1
    return requests[turn]
  end
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  print(string.format(
    '{"requests": %d, "failed": %d, "bytes": %d, "microseconds": %d, "p50": %d, "p99": %d}',
    summary.requests, failed, summary.bytes, summary.duration,
    latency:percentile(50), latency:percentile(99)))
end
