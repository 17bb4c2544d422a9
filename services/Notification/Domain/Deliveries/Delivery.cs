using Portal.ServiceDefaults.Agencies;

namespace Portal.Notification.Domain.Deliveries;

/// <summary>Brings one certificate to its holder by mail.</summary>
internal sealed class Delivery : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    private const int MaxAnswer = 1000;

    public required Guid Id { get; init; }

    /// <summary>The certificate; each has one delivery.</summary>
    public required Guid CertificateId { get; init; }

    public required Guid DistributionId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Account of the insured.</summary>
    public required Guid AccountId { get; init; }

    public required Notice Notice { get; init; }

    public DeliveryState State { get; private set; } = DeliveryState.Pending;

    /// <summary>Attempts that the relay has answered since the delivery was last queued.</summary>
    public int Attempts { get; private set; }

    /// <summary>When to try next; of no meaning unless it is pending.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>The relay's last words, or why there were none.</summary>
    public string? LastAnswer { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>Version of the stored row.</summary>
    public uint Version { get; init; }

    /// <summary>Whether it has come to an end.</summary>
    public bool HasEnded => State != DeliveryState.Pending;

    /// <summary>The relay has accepted the message.</summary>
    public void Deliver(string answer, DateTimeOffset at)
    {
        RequirePending();
        Attempts++;
        Note(answer);
        (State, DeliveredAt) = (DeliveryState.Delivered, at);
    }

    /// <summary>It can't be delivered.</summary>
    public void Fail(string reason)
    {
        RequirePending();
        Attempts++;
        Note(reason);
        State = DeliveryState.Failed;
    }

    /// <summary>It was not accepted this time; it has failed when the schedule allows no further attempt.</summary>
    public void Defer(string answer, DateTimeOffset now, RetrySchedule schedule)
    {
        RequirePending();
        if (schedule.WaitAfter(Attempts + 1) is not { } wait)
        {
            Fail($"Given up after {Attempts + 1} attempts. The last answer was: {answer}");
            return;
        }

        Attempts++;
        Note(answer);
        NextAttemptAt = now + wait;
    }

    /// <summary>Nothing was tried, for a reason that lies elsewhere.</summary>
    public void Wait(string reason)
    {
        RequirePending();
        Note(reason);
    }

    /// <summary>A person wants it tried again. False unless it has failed.</summary>
    public bool TryRetry(DateTimeOffset now)
    {
        if (State != DeliveryState.Failed)
        {
            return false;
        }

        (State, Attempts, NextAttemptAt) = (DeliveryState.Pending, 0, now);
        return true;
    }

    private void Note(string answer) => LastAnswer = answer.Length <= MaxAnswer ? answer : answer[..MaxAnswer];

    private void RequirePending()
    {
        if (State != DeliveryState.Pending)
        {
            throw new InvalidOperationException($"Delivery {Id} is {State}; only a pending one is sent.");
        }
    }
}
