namespace Portal.Identity.Features.ManagePartners;

/// <summary>A partner client to make.</summary>
public sealed record CreatePartnerClientRequest
{
    /// <summary>What people call it; at most 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Scopes that it may ask for, out of those that partners can be given.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>How it proves itself: <c>secret</c> or <c>private_key_jwt</c>. It can't be changed later.</summary>
    public PartnerAuthentication? Authentication { get; init; }
}

/// <summary>How a partner client proves itself.</summary>
public enum PartnerAuthentication
{
    /// <summary>By a secret that the portal makes.</summary>
    Secret,

    /// <summary>By assertions signed with a key of its own.</summary>
    PrivateKeyJwt,
}
