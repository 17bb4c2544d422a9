namespace Portal.Identity.Features.Tokens.ExchangeToken;

/// <summary>What a client wants to exchange (RFC 8693, section 2.1), with the portal's own <c>account</c>.</summary>
internal sealed record ExchangeRequest
{
    public required string SubjectToken { get; init; }

    public required string SubjectTokenType { get; init; }

    public string? ActorToken { get; init; }

    /// <summary>There if, and only if, <see cref="ActorToken"/> is.</summary>
    public string? ActorTokenType { get; init; }

    public string? Scope { get; init; }

    /// <summary>Account that the token is to be bounded to.</summary>
    public string? Account { get; init; }

    /// <summary>Never tells a token.</summary>
    public override string ToString() =>
        $"ExchangeRequest {{ SubjectTokenType = {SubjectTokenType}, Scope = {Scope}, Account = {Account} }}";
}
