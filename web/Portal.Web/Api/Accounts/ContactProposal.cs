namespace Portal.Web.Api.Accounts;

/// <summary>
/// Another address or number that an import names for a client's primary contact, until somebody decides.
/// </summary>
/// <param name="Id">The proposal.</param>
/// <param name="ClientId">The client.</param>
/// <param name="ClientRef">The agency's key of the client.</param>
/// <param name="ClientName">Name of the client.</param>
/// <param name="Current">Who signs in today.</param>
/// <param name="Proposed">Who would sign in.</param>
/// <param name="ProposedBy">Name of whoever imported.</param>
/// <param name="ImportId">The import.</param>
/// <param name="ProposedAt">When it was imported.</param>
public sealed record ContactProposal(
    Guid Id,
    Guid ClientId,
    string ClientRef,
    string ClientName,
    ProposedContact Current,
    ProposedContact Proposed,
    string ProposedBy,
    Guid ImportId,
    DateTimeOffset ProposedAt);

/// <summary>A primary contact, as it is or as it is proposed.</summary>
/// <param name="Name">Name of the person.</param>
/// <param name="Email">Address, by which the person signs in.</param>
/// <param name="Mobile">Number in E.164; null without one.</param>
public sealed record ProposedContact(string Name, string Email, string? Mobile);
