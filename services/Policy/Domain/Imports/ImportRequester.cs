namespace Portal.Policies.Domain.Imports;

/// <summary>Who sent the files of an import, as their token and their request said.</summary>
internal sealed record ImportRequester
{
    /// <summary>Subject of the token, or whoever acts for it.</summary>
    public required string Id { get; init; }

    /// <summary>Role in the token.</summary>
    public required string Role { get; init; }

    /// <summary>Name, where the token has one.</summary>
    public string? Name { get; init; }

    /// <summary>Session of a person.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Address that the request came from.</summary>
    public string? From { get; init; }
}
