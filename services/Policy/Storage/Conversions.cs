using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Insurance;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Storage;

/// <summary>Ids are uuid columns.</summary>
internal static class Conversions
{
    internal sealed class OfPolicyId() : ValueConverter<PolicyId, Guid>(id => id.Value, value => new PolicyId(value));

    internal sealed class OfAgencyId() : ValueConverter<AgencyId, Guid>(id => id.Value, value => new AgencyId(value));

    internal sealed class OfAccountId()
        : ValueConverter<AccountId, Guid>(id => id.Value, value => new AccountId(value));

    internal sealed class OfDistributionId()
        : ValueConverter<DistributionId, Guid>(id => id.Value, value => new DistributionId(value));

    internal sealed class OfImportId() : ValueConverter<ImportId, Guid>(id => id.Value, value => new ImportId(value));
}
