using Portal.Identity.Domain.Applications;

namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>An application to register.</summary>
public sealed record CreateApplicationRequest
{
    /// <summary>What people call it; at most 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Scopes that it may ask for, out of those that partners can be given.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>How it proves itself: <c>secret</c> or <c>private_key_jwt</c>. It can't be changed later.</summary>
    public ApplicationAuthentication? Authentication { get; init; }
}
