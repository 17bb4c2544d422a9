using Portal.Identity.Domain.SignIns;

namespace Portal.Identity.Features.SignIns;

/// <summary>Where a sign-in stands; null where it does not apply.</summary>
internal sealed record SignInStateResponse
{
    public required SignInStep Step { get; init; }

    public required string Email { get; init; }

    public IReadOnlyList<DestinationResponse>? Destinations { get; init; }

    public CodeDestination? CodeSentTo { get; init; }

    /// <summary>When a new code can be requested.</summary>
    public DateTimeOffset? ResendAt { get; init; }

    public DateTimeOffset? CodeExpiresAt { get; init; }

    public int? TriesLeft { get; init; }

    public IReadOnlyList<ClientChoiceResponse>? Clients { get; init; }

    public IReadOnlyList<FactorKind>? Factors { get; init; }

    /// <summary>Path to go to.</summary>
    public string? Next { get; init; }

    public string? GoogleUrl { get; init; }
}

/// <summary>Where a code can go.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Masked">The address or number, so that only its owner recognises it.</param>
internal sealed record DestinationResponse(CodeDestination Kind, string Masked);

/// <summary>An account that can be opened.</summary>
internal sealed record ClientChoiceResponse(Guid Id, string Ref, string LegalName);

/// <summary>A second factor.</summary>
internal enum FactorKind
{
    Totp,

    Passkey,
}
