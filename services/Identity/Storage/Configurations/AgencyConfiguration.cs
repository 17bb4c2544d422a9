using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.Agencies;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> entity)
    {
        entity.IsOwnedByAgency(one => one.Id).IsOpenToAccounts("The agency itself is no secret to its clients.");
        entity.ComplexProperty(one => one.Details, details => details.ToJson());
        entity.ComplexProperty(one => one.Settings, settings => settings.ToJson());
        entity.Property(one => one.SettingsVersion).IsConcurrencyToken();
        entity.HasIndex(one => one.Slug).IsUnique();
        entity.Property(one => one.Version).IsConcurrencyToken();
    }
}
