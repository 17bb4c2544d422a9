using System.Collections.Concurrent;

namespace Portal.ServiceDefaults.Clients;

/// <summary>Spreads requests over the replicas of a service in turn, and leaves out for a while one that failed.</summary>
internal sealed class Replicas(IReadOnlyList<Uri> addresses, TimeProvider time)
{
    /// <summary>How long a replica that failed is left out while another can be asked.</summary>
    public static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Uri, long> _failures = new();
    private uint _turn;

    /// <summary>The replica to ask next; where all have failed of late, the one whose turn it is.</summary>
    public Uri Next()
    {
        var turn = Interlocked.Increment(ref _turn);
        for (var step = 0u; step < addresses.Count; step++)
        {
            if (InTurn(turn + step) is var candidate && !IsResting(candidate))
            {
                return candidate;
            }
        }

        return InTurn(turn);
    }

    /// <summary>Notes whether a replica answered.</summary>
    public void Note(Uri replica, bool answered)
    {
        if (!answered)
        {
            _failures[replica] = time.GetTimestamp();
        }
        else if (!_failures.IsEmpty)
        {
            _failures.TryRemove(replica, out _);
        }
    }

    private Uri InTurn(uint turn) => addresses[(int)(turn % (uint)addresses.Count)];

    private bool IsResting(Uri replica) =>
        _failures.TryGetValue(replica, out var failed) && time.GetElapsedTime(failed) < RestAfterFailure;
}
