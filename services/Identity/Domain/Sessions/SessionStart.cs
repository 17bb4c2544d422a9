namespace Portal.Identity.Domain.Sessions;

/// <summary>What a session begins with.</summary>
internal sealed record SessionStart
{
    public required SessionKind Kind { get; init; }

    public required Guid AgencyId { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public Guid? AccountId { get; init; }

    public required int IdleMinutes { get; init; }

    public required int AbsoluteHours { get; init; }

    public string? From { get; init; }

    public string? UserAgent { get; init; }
}
