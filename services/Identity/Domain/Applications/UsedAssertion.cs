namespace Portal.Identity.Domain.Applications;

/// <summary>An assertion that proved a client once, and never will again (RFC 7523, section 3, jti).</summary>
internal sealed class UsedAssertion
{
    public required string ClientId { get; init; }

    /// <summary>The assertion's jti.</summary>
    public required string Id { get; init; }

    /// <summary>Instant after which the assertion has expired anyway.</summary>
    public required DateTimeOffset Until { get; init; }
}
