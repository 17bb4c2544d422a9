namespace Portal.Auditing;

/// <summary>
/// What a route says of the client whose data it changes (metadata of its endpoint). A route that changes something
/// says one of the three, so that no action is missing from a client's own part of the audit trail because it was
/// forgotten.
/// </summary>
internal abstract record ConcernedClient
{
    private ConcernedClient()
    {
    }

    /// <summary>The route's address has the client's id.</summary>
    /// <param name="RouteValue">Name of the route value.</param>
    public sealed record InAddress(string RouteValue) : ConcernedClient;

    /// <summary>The handler names the client (<see cref="AuditingExtensions.Concerns"/>) before it saves.</summary>
    public sealed record NamedByHandler : ConcernedClient;

    /// <summary>The route changes nothing that belongs to one client.</summary>
    /// <param name="Because">Why, for who reads the code.</param>
    public sealed record None(string Because) : ConcernedClient;
}
