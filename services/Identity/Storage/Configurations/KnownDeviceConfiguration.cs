using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Identity.Domain.SignIns;
using Portal.Persistence.Tenancy;

namespace Portal.Identity.Storage.Configurations;

internal sealed class KnownDeviceConfiguration : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> entity)
    {
        entity.IsOpenToAccounts("It is found by the secret that its browser holds, before anybody has an account.");
        entity.Property(one => one.Audience).HasConversion<string>();
        entity.HasIndex(one => new { one.ReferenceHash, one.AgencyId, one.Audience, one.Email }).IsUnique();
        entity.HasIndex(one => new { one.AgencyId, one.Audience, one.Email });
        entity.HasIndex(one => one.SignedInAt);
    }
}
