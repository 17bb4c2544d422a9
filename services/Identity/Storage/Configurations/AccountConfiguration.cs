using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Accounts;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> entity)
    {
        entity.IsOwnedByAccount(one => one.Id);
        entity.ComplexProperty(one => one.Details, details => details.ToJson());
        entity.ComplexProperty(one => one.Consent, consent => consent.ToJson());
        entity.HasIndex(one => new { one.AgencyId, one.PrimaryEmail });
        entity.Property(one => one.Version).IsConcurrencyToken();
        entity.HasIndex(one => new { one.AgencyId, one.ClientRef }).IsUnique();
        entity.HasIndex(one => new { one.AgencyId, one.SortName, one.Id });
    }
}
