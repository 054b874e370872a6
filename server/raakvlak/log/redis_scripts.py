"""What Redis does in one step: the scripts that compare and append, or rewrite, and the keys they work on."""

from raakvlak.log import StreamName

# KEYS: the set of the workshop's stream names, then the streams.
# ARGV: the channel; then for each stream its name, seq and token to append after, how many entries, and what to
# announce, then token and event of each entry.
APPEND = """#!lua
local function id(n)
  return string.format('%.0f-0', n)
end

local function token_at(key, n)
  local entry = redis.call('XRANGE', key, id(n), id(n))[1]
  return entry and entry[2][2]
end

-- Whether Redis would take an entry that follows the last one: not, when others were deleted behind that.
local function is_whole(part)
  local found = redis.call('EXISTS', part.key) == 1 and redis.call('XINFO', 'STREAM', part.key) or {}
  for i = 1, #found, 2 do
    if found[i] == 'last-generated-id' then
      return found[i + 1] == part.last
    end
  end
  return true
end

local parts, at = {}, 2
for i = 2, #KEYS do
  local part = {key = KEYS[i], name = ARGV[at], seq = tonumber(ARGV[at + 1]), token = ARGV[at + 2]}
  part.count, part.news, part.first = tonumber(ARGV[at + 3]), ARGV[at + 4], at + 5
  at = part.first + 2 * part.count
  parts[#parts + 1] = part
end

local at_the_ends = true
for _, part in ipairs(parts) do
  local last = redis.call('XREVRANGE', part.key, '+', '-', 'COUNT', 1)[1]
  local head = last and tonumber(string.match(last[1], '^%d+')) or 0
  part.last = last and last[1]
  at_the_ends = at_the_ends and head == part.seq and (last and last[2][2] or '') == part.token
  -- An append to several that failed in the middle would not be undone.
  if #parts > 1 and not is_whole(part) then
    return 'lost'
  end
end
if at_the_ends then
  for _, part in ipairs(parts) do
    for i = 1, part.count do
      local entry = part.first + 2 * (i - 1)
      redis.call('XADD', part.key, id(part.seq + i), 'token', ARGV[entry], 'event', ARGV[entry + 1])
    end
    redis.call('SADD', KEYS[1], part.name)
  end
  -- Only now: should Redis forbid it, an append that is repeated finds all that there is to be.
  for _, part in ipairs(parts) do
    redis.call('PUBLISH', ARGV[1], part.news)
  end
  return 'appended'
end
local first = parts[1]
if token_at(first.key, first.seq + first.count) == ARGV[first.first + 2 * (first.count - 1)] then
  -- Appended before, by a try whose answer was lost. Redis may have been killed since, before its fsync: writing
  -- something makes it do one before it answers. This changes nothing.
  redis.call('XSETID', first.key, first.last)
  return 'appended'
end
for _, part in ipairs(parts) do
  if (part.seq == 0 and part.token ~= '') or (part.seq > 0 and token_at(part.key, part.seq) ~= part.token) then
    return 'lost'
  end
end
return 'gone on'
"""
# KEYS: the stream. ARGV: seq and token of its end, then token and event of each entry that comes in place of all.
REWRITE = """#!lua
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local head = last and tonumber(string.match(last[1], '^%d+')) or 0
local token = last and last[2][2] or ''

if head ~= tonumber(ARGV[1]) or token ~= ARGV[2] then
  return token == ARGV[#ARGV - 1] and 'rewritten' or 'gone on'
end
redis.call('DEL', KEYS[1])
for i = 1, (#ARGV - 2) / 2 do
  redis.call('XADD', KEYS[1], string.format('%.0f-0', i), 'token', ARGV[1 + 2 * i], 'event', ARGV[2 + 2 * i])
end
return 'rewritten'
"""
TAIL_WAS_CUT = "equal or smaller than the target stream top item"
"""What Redis says when entries were deleted from the end of a stream."""


def stream_key(stream: StreamName) -> str:
    """Where a stream is kept. All of a workshop have the same hash tag: a script may touch them together."""
    return f"raakvlak:{{{stream.workshop}}}:stream:{stream.name}"


def names_key(workshop: str) -> str:
    """Where the names of a workshop's streams are kept."""
    return f"raakvlak:{{{workshop}}}:streams"
