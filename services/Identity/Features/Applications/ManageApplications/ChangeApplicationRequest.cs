namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>A JSON merge patch (RFC 7396) of an application: what is not given stays.</summary>
public sealed record ChangeApplicationRequest
{
    public string? Name { get; init; }

    /// <summary>
    /// All scopes that it may ask for from now on. When one is taken away, tokens that it has stop working.
    /// </summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>
    /// True lets it get no tokens, and ends those that it has, at once; false lets it get some again.
    /// </summary>
    public bool? Disabled { get; init; }
}
