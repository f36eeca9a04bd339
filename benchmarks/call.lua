-- The call that wrk repeats for mock.py: a form, given by the environment. The last line that wrk
-- prints is what it measured, as JSON.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded;charset=utf-8"
wrk.body = os.getenv("FORM")

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  print(string.format('{"requests": %d, "failed": %d, "microseconds": %d, "p50": %d, "p99": %d}',
    summary.requests, failed, summary.duration, latency:percentile(50), latency:percentile(99)))
end
