using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;

namespace Portal.Identity.Features.Access;

/// <summary>One use of a power, as far as people are told of it.</summary>
/// <param name="AgencyId">The agency in whose name they are told.</param>
/// <param name="By">Who used it.</param>
internal sealed record PowerUse(Guid AgencyId, AuditActor By)
{
    /// <summary>
    /// Name and address, as they were on record before, of the person whose own way in or rights it is about.
    /// </summary>
    public (string Name, string Email)? Affected { get; init; }

    /// <summary>The client whose account it is about.</summary>
    public Account? Account { get; init; }

    /// <summary>What was changed, or to whom access was given; without whole addresses.</summary>
    public string? Subject { get; init; }

    /// <summary>What the one who used it wrote to the people.</summary>
    public string? Remark { get; init; }
}
