namespace Portal.Contracts.Identity;

/// <summary>Who asked for what a command does, so that the audit trail names them and not the command.</summary>
public sealed record Requester
{
    /// <summary>Person of the agency, or the partner client, that the token speaks for.</summary>
    public required string Id { get; init; }

    /// <summary>Role in the token: admin, agent or partner.</summary>
    public required string Role { get; init; }

    /// <summary>Name, where the token has one.</summary>
    public string? Name { get; init; }

    /// <summary>The session that it was done in; null for what a partner does by the API.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Address that the request came from.</summary>
    public string? From { get; init; }
}
