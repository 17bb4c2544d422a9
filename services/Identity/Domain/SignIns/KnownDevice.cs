using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.SignIns;

/// <summary>
/// That somebody signed in with a browser before, so that codes asked for there are a share of their own. A browser
/// that several people use, or one person at several agencies, is known once for each, under one reference.
/// </summary>
internal sealed class KnownDevice : IOwnedByAgency<Guid>
{
    /// <summary>
    /// Browsers that an address can have at once; one more takes the place of the one that was used longest ago.
    /// </summary>
    public const int MaxOfAddress = 10;

    /// <summary>How long a browser stays known after the last sign-in with it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Hash of the cookie's reference.</summary>
    public required byte[] ReferenceHash { get; init; }

    public required Guid AgencyId { get; init; }

    public required SignInAudience Audience { get; init; }

    /// <summary>As sign-in compares it.</summary>
    public required string Email { get; init; }

    public required DateTimeOffset SignedInAt { get; set; }
}
