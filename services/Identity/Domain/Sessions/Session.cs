using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.Sessions;

/// <summary>A browser in which somebody signed in.</summary>
internal sealed class Session : IOwnedByAgency<Guid>
{
    /// <summary>
    /// How long the reference before the newest still works, so that what other tabs of the browser asked for in the
    /// same moment is answered.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    /// <summary>How long a proven second factor is enough for what asks for a fresh one.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private Session()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public byte[] ReferenceHash { get; private set; } = [];

    public byte[]? PreviousHash { get; private set; }

    public DateTimeOffset RotatedAt { get; private set; }

    public SessionKind Kind { get; private init; }

    public Guid AgencyId { get; private init; }

    /// <summary>The person, or the member of the staff.</summary>
    public Guid SubjectId { get; private init; }

    public string Name { get; private set; } = "";

    public string Email { get; private init; } = "";

    /// <summary>The account that is open; null for staff.</summary>
    public Guid? AccountId { get; private set; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>When it ends in any case.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    public int IdleMinutes { get; private init; }

    /// <summary>When the second factor was last proven; null for clients.</summary>
    public DateTimeOffset? SecondFactorAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? EndReason { get; private set; }

    /// <summary>Address that the sign-in came from.</summary>
    public string? From { get; private init; }

    /// <summary>The browser as it names itself, cut to a sensible length.</summary>
    public string? UserAgent { get; private init; }

    /// <summary>When it ends unless something is asked for before.</summary>
    public DateTimeOffset IdleAt => LastSeenAt.AddMinutes(IdleMinutes);

    /// <summary>Opens a session; the reference goes to the browser and nowhere else.</summary>
    public static (Session Session, SessionReference Reference) Open(SessionStart start, DateTimeOffset now)
    {
        var reference = SessionReference.New();
        var session = new Session
        {
            ReferenceHash = reference.Hash(),
            RotatedAt = now,
            Kind = start.Kind,
            AgencyId = start.AgencyId,
            SubjectId = start.SubjectId,
            Name = start.Name,
            Email = start.Email,
            AccountId = start.AccountId,
            StartedAt = now,
            LastSeenAt = now,
            ExpiresAt = now.AddHours(start.AbsoluteHours),
            IdleMinutes = start.IdleMinutes,
            SecondFactorAt = start.Kind == SessionKind.Staff ? now : null,
            From = start.From,
            UserAgent = start.UserAgent,
        };
        return (session, reference);
    }

    public bool IsLive(DateTimeOffset now) => EndedAt is null && now < ExpiresAt && now < IdleAt;

    /// <summary>
    /// When a reference of this session stops working because there is a newer one; null for the newest.
    /// </summary>
    public DateTimeOffset? GraceEndsAt(string reference) =>
        ReferenceHash.AsSpan().SequenceEqual(SessionReference.HashOf(reference)) ? null : RotatedAt + Grace;

    /// <summary>Notes that the browser asked for something.</summary>
    public void See(DateTimeOffset now) => LastSeenAt = now > LastSeenAt ? now : LastSeenAt;

    /// <summary>Gives the browser a new reference; the one before works for <see cref="Grace"/> more.</summary>
    public SessionReference Rotate(DateTimeOffset now)
    {
        var reference = SessionReference.New();
        (PreviousHash, ReferenceHash, RotatedAt) = (ReferenceHash, reference.Hash(), now);
        return reference;
    }

    /// <summary>
    /// The same, unless the reference was renewed a moment ago and the one before still works: then null. Of several
    /// tabs that ask at once one gets a new one, so that the cookie that the browser sets last is the one that stays
    /// good.
    /// </summary>
    public SessionReference? Renew(DateTimeOffset now) =>
        PreviousHash is not null && now < RotatedAt + Grace ? null : Rotate(now);

    /// <summary>Opens another account of the same person, under a new reference.</summary>
    public SessionReference SwitchTo(Guid accountId, string name, DateTimeOffset now)
    {
        (AccountId, Name) = (accountId, name);
        return Rotate(now);
    }

    /// <summary>Whether the second factor was proven within <see cref="Fresh"/>.</summary>
    public bool IsFresh(DateTimeOffset now) => SecondFactorAt is { } proven && now <= proven + Fresh;

    /// <summary>Notes that the second factor was proven again.</summary>
    public void ProveSecondFactor(DateTimeOffset now) => SecondFactorAt = now;

    /// <summary>Ends it; false when it has ended before.</summary>
    public bool End(SessionEnd reason, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return false;
        }

        (EndedAt, EndReason) = (now, reason);
        return true;
    }
}
